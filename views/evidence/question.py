"""Which statement a view makes. A view without a line here makes none that one source could tip."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from graph.dataset import Dataset
from graph.evidence.statements import Statement
from views.funding.question import as_of, several
from views.partners.question import is_searching, needs_cover, search
from views.roles.question import measured
from views.view import View

Says = Callable[[View], Statement | None]


@dataclass(frozen=True, slots=True)
class Asked:
    """A statement and the data it is made on.

    Attributes
    ----------
    dataset
        What fits the filters, or all data where these are measured.
    statement
        What the sentence of the view says.
    rows
        What its table says, where that is more: the rank of everybody.
    """

    dataset: Dataset
    statement: Statement
    rows: Statement


def _compared(view: View) -> Statement | None:
    actors = tuple(actor for actor in view.query.vergleich if actor in view.actor_names)
    return Statement("comparison", actors) if len(actors) > 1 else None


def _connected(view: View) -> Statement | None:
    actors = tuple(actor for actor in view.query.vergleich if actor in view.actor_names)[:2]
    return Statement("chain", actors) if len(actors) == 2 else None


def _proposed(view: View) -> Statement | None:
    return Statement("partners", (search(view),)) if is_searching(view) else None


def _covering(view: View) -> Statement | None:
    wanted = search(view)
    if not needs_cover(view):
        return None
    members = (*([wanted.actor] if wanted.actor else []), *wanted.members)
    asked = (wanted.kompetenzfelder, wanted.types, members, wanted.dismissed)
    return Statement("consortium", tuple(tuple(sorted(each)) for each in asked))


def _by_item(view: View) -> Statement:
    by = view.query.nach
    return Statement("largest", (by, view.query.jahresregel if by == "year" else str(several(view))))


# page and tab -> what it says; "" is the first tab
SAYS: Mapping[tuple[str, str], Says] = {
    ("rollen", "rang"): lambda view: Statement("first", (view.query.mass,)),
    ("rollen", "streuung"): lambda view: Statement("both_first", (view.query.mass, view.query.mass2)),
    ("rollen", "bruecken"): lambda _: Statement("broker"),
    ("rollen", "gruppen"): lambda _: Statement("groups"),
    ("rollen", "ausfall"): lambda _: Statement("cut_points"),
    ("kompetenzfelder", "felder"): lambda _: Statement("gaps"),
    ("foerderung", "fluss"): lambda _: Statement("funding"),
    ("foerderung", "balken"): _by_item,
    ("foerderung", "tabelle"): _by_item,
    ("foerderung", "klippe"): lambda view: Statement("cliff", (as_of(view).isoformat(), int(view.query.horizont))),
    ("vergleich", "gemeinsam"): _compared,
    ("vergleich", "verbindung"): _connected,
    ("vergleich", "partner"): _proposed,
    ("vergleich", "konsortium"): _covering,
    ("was_waere_wenn", ""): lambda view: Statement("what_if", (view.query.szenario,)) if view.query.szenario else None,
}

# Views that make no such statement, and why
_COUNTS = "counts what is recorded: every source adds to it, and leaving one out changes it by definition"
_CHANCE = "compares with chance or over time and says by its band or word how far that carries"
_ENTRIES = "lists entries, each with its sources"
_STATES = "compares two states of the data: each change tells its sources"
_DATA = "speaks of the data and sources themselves"
WITHOUT_MARK: Mapping[tuple[str, str], str] = {
    ("", ""): _COUNTS,
    ("ueberblick", ""): _COUNTS,
    ("netzwerk", ""): "is a picture: each line tells its sources and how certain it is",
    ("verzeichnis", ""): _ENTRIES,
    ("steckbrief", ""): _ENTRIES,
    ("vergleich", "selten"): _CHANCE,
    ("kompetenzfelder", "zusammen"): _COUNTS,
    ("kompetenzfelder", "akteure"): _COUNTS,
    ("kompetenzfelder", "gremien"): _COUNTS,
    ("rollen", "netz"): _COUNTS,
    ("foerderung", "bleibt"): _CHANCE,
    ("zeitverlauf", "projekte"): _COUNTS,
    ("zeitverlauf", "netz"): _COUNTS,
    ("zeitverlauf", "jahre"): _COUNTS,
    ("zeitverlauf", "entwicklung"): _COUNTS,
    ("veraenderungen", "eintraege"): _STATES,
    ("veraenderungen", "bild"): _STATES,
    ("veraenderungen", "weitere"): _STATES,
    ("daten", "quellen"): _DATA,
    ("daten", "offen"): _DATA,
    ("daten", "belege"): "ranks the sources by the marks themselves",
    ("daten", "abdeckung"): _DATA,
    ("daten", "eigene"): _DATA,
    ("daten", "spalten"): _DATA,
    ("daten", "methodik"): _DATA,
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
    rows = Statement("ranks", statement.about) if statement.kind == "first" else statement
    return Asked(measured(view) if page == "rollen" else view.part, statement, rows)
