"""What a view offers to choose within it: cells of a matrix, parts of a picture, kinds of a list, groups to open."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import replace
from itertools import combinations

from graph.openpoints import DOUBTS
from graph.schema import TABLES
from views.data.coverage import PARTS
from views.exhibit.pages import TABS
from views.fields import answer as fields
from views.fields.tables import cell_ids, pair_id
from views.funding import answer as money
from views.funding.question import top
from views.network import groups
from views.time import answer as times
from views.time.question import ALL_FOLDED, group_name
from views.view import View

Offered = Callable[[View], Set[str]]


def _cells(view: View) -> Set[str]:
    return {*cell_ids(view, fields.gaps_of(view.part)).values()}


def _pairs_of_actors(view: View) -> Set[str]:
    pair = view.query.zelle.split(">")
    return {">".join(pair)} if len(pair) == 2 == len({*pair} & view.actor_names.keys()) else set()


def _pairs_of_bodies(view: View) -> Set[str]:
    return {pair_id(a.id, b.id) for a, b in combinations(fields.bodies_of(view.part), 2)}


def _flow(view: View) -> Set[str]:
    found = money.asked_flow(view)
    return {node.key for node in found.nodes} | {band.key for band in found.bands}


def _totals(view: View) -> Set[str]:
    found = money.asked_totals(view)
    return {row.key for row in (*found.rows, *found.folded(top(view)).rows)}


def _months(view: View) -> Set[str]:
    return {month.month for month in money.asked_cliff(view).months}


def _projects(view: View) -> Set[str]:
    return view.project_names.keys()


def _bars(view: View) -> Set[str]:
    return {ALL_FOLDED, *(group_name(group) for group in times.asked_timeline(view).groups)}


def _bubbles(view: View) -> Set[str]:
    by = groups.groups_by(view)
    kinds = (by,) if by else groups.GROUPINGS
    return {groups.slug_of(bubble.key) for kind in kinds for bubble in groups.folding_of(view, kind).bubbles}


# parameter -> page -> tab -> what it may be there
OFFERED: Mapping[str, Mapping[str, Mapping[str, Offered]]] = {
    "zelle": {"kompetenzfelder": {"felder": _cells, "akteure": _pairs_of_actors, "gremien": _pairs_of_bodies}},
    "teil": {
        "foerderung": {"fluss": _flow, "balken": _totals, "tabelle": _totals, "klippe": _months},
        "zeitverlauf": {"projekte": _projects},
    },
    "wahl": {
        "daten": {
            "offen": lambda _: {*DOUBTS},
            "abdeckung": lambda _: {*PARTS},
            "spalten": lambda _: {*TABLES},
        }
    },
    "auf": {"zeitverlauf": {"projekte": _bars}},
    "offen": {"netzwerk": {"": _bubbles}},
}


def not_offered(view: View) -> Iterator[str]:
    """Yield as ``name=value`` what is chosen within a view and is not there, whatever the filters leave.

    What another page would offer is kept, as all that only other pages answer to.
    """
    for name, pages in OFFERED.items():
        chosen = getattr(view.query, name)
        for value in chosen if isinstance(chosen, tuple) else (chosen,):
            if value and not any(value in offered(each) for offered in _asked(view, pages) for each in _both(view)):
                yield f"{name}={value}"


def _asked(view: View, pages: Mapping[str, Mapping[str, Offered]]) -> list[Offered]:
    """Return what offers it on the tab of a view, else all that do."""
    tab = view.query.reiter or next(iter(TABS.get(view.page, {"": None})))
    own = pages.get(view.page, {}).get(tab)
    return [own] if own else [offered for tabs in pages.values() for offered in tabs.values()]


def _both(view: View) -> Iterator[View]:
    """Yield a view, and the same without its filters: what they leave out there is, too."""
    yield view
    if view.selection.active:
        yield replace(view, part=view.whole)
