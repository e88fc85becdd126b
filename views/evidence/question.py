"""Which statement a view makes. A view without a line here makes none that one source could tip."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from graph.dataset import Dataset
from graph.evidence.statements import Statement
from views.funding.question import as_of
from views.partners.question import is_searching, needs_cover, search
from views.roles.question import measured
from views.view import View

Says = Callable[[View], Statement | None]


@dataclass(frozen=True, slots=True)
class Asked:
    """A statement and the data it is made on."""

    dataset: Dataset
    statement: Statement


def _compared(view: View) -> Statement | None:
    actors = tuple(actor for actor in view.query.vergleich if actor in view.actor_names)
    return Statement("comparison", actors) if len(actors) > 1 else None


def _connected(view: View) -> Statement | None:
    actors = tuple(actor for actor in view.query.vergleich if actor in view.actor_names)[:2]
    return Statement("chain", actors) if len(actors) == 2 else None


def _proposed(view: View) -> Statement | None:
    wanted = search(view)
    plain = wanted.actor and not (wanted.members or wanted.kompetenzfelder or wanted.types or wanted.locations)
    return Statement("partners", (wanted.actor,)) if plain and is_searching(view) else None


def _covering(view: View) -> Statement | None:
    wanted = search(view)
    if not needs_cover(view) or wanted.actor or wanted.members or wanted.dismissed:
        return None
    return Statement("consortium", (tuple(sorted(wanted.kompetenzfelder)), tuple(sorted(wanted.types))))


def _by_item(view: View) -> Statement | None:
    return Statement("largest_funder") if view.query.nach == "funder" else None


# page and tab -> what it says; "" is the first tab
SAYS: Mapping[tuple[str, str], Says] = {
    ("rollen", "rang"): lambda view: Statement("first", (view.query.mass,)),
    ("rollen", "gruppen"): lambda _: Statement("groups"),
    ("rollen", "ausfall"): lambda _: Statement("cut_points"),
    ("kompetenzfelder", "felder"): lambda _: Statement("gaps"),
    ("foerderung", "fluss"): lambda _: Statement("funding"),
    ("foerderung", "balken"): _by_item,
    ("foerderung", "klippe"): lambda view: Statement("cliff", (as_of(view).isoformat(), int(view.query.horizont))),
    ("vergleich", "gemeinsam"): _compared,
    ("vergleich", "verbindung"): _connected,
    ("vergleich", "partner"): _proposed,
    ("vergleich", "konsortium"): _covering,
    ("was_waere_wenn", ""): lambda view: Statement("what_if", (view.query.szenario,)) if view.query.szenario else None,
}
_FIRST_TABS = {"rollen": "rang", "kompetenzfelder": "felder", "foerderung": "fluss", "vergleich": "gemeinsam"}


def asked(page: str, view: View) -> Asked | None:
    """Return what a view says and of which data; ``None`` when no source could tip it.

    Parameters
    ----------
    page
        Name of the page.
    view
        What is asked.
    """
    says = SAYS.get((page, view.query.reiter or _FIRST_TABS.get(page, "")))
    statement = says(view) if says else None
    if statement is None:
        return None
    return Asked(measured(view) if page == "rollen" else view.part, statement)
