"""The network folded into groups: each closed group is one bubble, open groups show their elements.

A line between two bubbles says how many distinct projects of either have actors of both; a line between a bubble and an
open element how many projects of the element have actors of the group. So a folded picture is a network, too. Of many
lines the strongest of each bubble and of each element are drawn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations

import networkx as nx

from graph.answers.groups import find_groups
from graph.build import participations
from graph.dataset import Dataset, unpacked
from graph.pairs import compact_pairs
from graph.places.locating import Localities, located, places_in
from graph.vocabulary import Certainty

Pairs = list[tuple[str, str]]  # actor and project it takes part in

BUBBLE = "group"  # mode of a node that stands for a group
PREFIX = "gruppe:"  # of the ids of bubbles
MOST_BUBBLES = 40
FEW_BUBBLES, STRONGEST = 8, 3  # groups of which all ties are drawn; of more, ties of each that are
STRONGEST_ACROSS = 2  # ties of an open element with closed groups that are drawn
MOST_OPEN = 400  # elements of open groups that are drawn


class By(StrEnum):
    """What the groups are."""

    FIELD = "field"  # Kompetenzfeld; an actor with projects in two fields counts in both
    TYPE = "type"  # type of organisation
    PLACE = "place"  # place of the actor; an actor with two counts in both
    COUNTY = "county"  # county of its place
    SITE = "site"  # point on the map: places as recorded that mean the same one
    NET = "net"  # group in the cooperation network


@dataclass(frozen=True, slots=True)
class Bubble:
    """A group.

    Attributes
    ----------
    key
        What its members have in common: a field, a type, a place, the number of a group; ``""`` where nothing is
        recorded, `Folding.REST` for the small ones together.
    actors, projects
        Ids of its members, sorted.
    """

    key: str
    actors: tuple[str, ...]
    projects: tuple[str, ...]

    @property
    def id(self) -> str:
        """Id of its node."""
        return f"{PREFIX}{self.key}"


@dataclass(frozen=True, slots=True)
class Folding:
    """A network in groups.

    Attributes
    ----------
    bubbles
        Largest first; the small ones beyond `MOST_BUBBLES` together come last, and before them who belongs to none.
    merged
        How many groups the last one stands for, 0 without one.
    shared
        Pairs of keys, and how many distinct projects of either have actors of both.
    """

    bubbles: tuple[Bubble, ...]
    merged: int = 0
    shared: Mapping[tuple[str, str], int] = field(default_factory=dict)


REST = "\u2026"  # key of the small groups together


def fold(dataset: Dataset, by: By, most: int = MOST_BUBBLES, home: Set[str] = frozenset()) -> Folding:
    """Divide actors and projects into groups and count what each two share.

    Parameters
    ----------
    dataset
        What fits the filters.
    by
        What the groups are.
    most
        Groups at most; the small ones beyond are one.
    home
        Counties in which all data lie for certain, see `graph.places.locating.located`.
    """
    taking_part = participations(dataset)[["from_id", "to_id"]].drop_duplicates()
    pairs = list(unpacked(taking_part, "from_id", "to_id"))
    members = _members(dataset, by, pairs, home)
    ranked = sorted((key for key in members if key), key=lambda key: (-len(members[key]), key))
    merged = ranked[most - 2 :] if len(ranked) > most - 1 else []
    groups = {key: members[key] for key in ranked if key not in set(merged)}
    if members.get(""):
        groups[""] = members[""]
    if merged:
        groups[REST] = set().union(*(members[key] for key in merged))
    own = _own_projects(dataset, by, groups, merged)
    projects = {key: _projects(actors, pairs, own.get(key)) for key, actors in groups.items()}
    bubbles = tuple(Bubble(key, tuple(sorted(groups[key])), tuple(sorted(projects[key]))) for key in groups)
    return Folding(bubbles, len(merged), _shared(groups, projects, pairs))


def _members(dataset: Dataset, by: By, pairs: Pairs, home: Set[str]) -> dict[str, set[str]]:
    """Actors of each group; ``""`` for those that belong to none."""
    found: dict[str, set[str]] = {}
    for key, actor in _KEYS[by](dataset, pairs, home):
        found.setdefault(key, set()).add(actor)
    placed = set().union(*found.values()) if found else set()
    rest = set(dataset.actors["id"]) - placed
    return {**found, "": found.get("", set()) | rest}


def _by_field(dataset: Dataset, pairs: Pairs) -> Iterable[tuple[str, str]]:
    fields = dict(unpacked(dataset.projects, "id", "kompetenzfelder"))
    yield from ((key, actor) for actor, project in pairs for key in fields.get(project, ()))
    own = unpacked(dataset.actors, "id", "kompetenzfelder")
    yield from ((key, actor) for actor, keys in own for key in keys)


def _by_type(dataset: Dataset) -> Iterable[tuple[str, str]]:
    return ((str(key).strip(), actor) for actor, key in unpacked(dataset.actors, "id", "type"))


def _by_place(dataset: Dataset) -> Iterable[tuple[str, str]]:
    for actor, location in unpacked(dataset.actors, "id", "location"):
        yield from ((place, actor) for place in places_in(location))


def located_in(dataset: Dataset, home: Set[str]) -> Localities:
    """Where the places of actors lie."""
    return located(dataset.actors["location"], home)


def _by_county(dataset: Dataset, home: Set[str]) -> Iterable[tuple[str, str]]:
    sites = located_in(dataset, home).sites
    return ((sites[place].county, actor) for place, actor in _by_place(dataset) if place in sites)


def _by_site(dataset: Dataset, home: Set[str]) -> Iterable[tuple[str, str]]:
    named = located_in(dataset, home).named
    return ((named[place], actor) for place, actor in _by_place(dataset) if place in named)


def _by_net(dataset: Dataset) -> Iterable[tuple[str, str]]:
    found = find_groups(compact_pairs(dataset))
    return ((str(membership.group), membership.actor) for membership in found.memberships)


_KEYS: Mapping[By, Callable[[Dataset, Pairs, Set[str]], Iterable[tuple[str, str]]]] = {
    By.FIELD: lambda dataset, pairs, _: _by_field(dataset, pairs),
    By.TYPE: lambda dataset, *_: _by_type(dataset),
    By.PLACE: lambda dataset, *_: _by_place(dataset),
    By.COUNTY: lambda dataset, _, home: _by_county(dataset, home),
    By.SITE: lambda dataset, _, home: _by_site(dataset, home),
    By.NET: lambda dataset, *_: _by_net(dataset),
}


def _own_projects(dataset: Dataset, by: By, groups: Mapping[str, Set[str]], merged: list[str]) -> dict[str, set[str]]:
    """Projects that belong to a field themselves, whoever takes part."""
    if by is not By.FIELD:
        return {}
    found: dict[str, set[str]] = {key: set() for key in groups}
    for project, keys in unpacked(dataset.projects, "id", "kompetenzfelder"):
        for key in keys or ("",):
            found.setdefault(REST if key in merged else key, set()).add(project)
    return found


def _projects(actors: Set[str], pairs: Pairs, own: Set[str] | None) -> set[str]:
    return set(own) if own is not None else {project for actor, project in pairs if actor in actors}


def _shared(
    groups: Mapping[str, Set[str]], projects: Mapping[str, Set[str]], pairs: Pairs
) -> dict[tuple[str, str], int]:
    """Count the distinct projects of either with actors of both, for each two groups that have any."""
    number = {project: index for index, project in enumerate(sorted({project for _, project in pairs}))}
    of_actor: dict[str, list[int]] = {}
    for actor, project in pairs:
        of_actor.setdefault(actor, []).append(number[project])
    met = _incidence(
        [[project for actor in actors for project in of_actor.get(actor, ())] for actors in groups.values()]
    )
    own = _incidence([[number[project] for project in projects[key] if project in number] for key in groups])
    keys = list(groups)
    counted = {}
    for a, b in combinations(range(len(keys)), 2):
        count = len(met[a] & met[b] & (own[a] | own[b]))
        if count:
            counted[keys[a], keys[b]] = count
    return counted


def _incidence(rows: Iterable[Iterable[int]]) -> list[frozenset[int]]:
    return [frozenset(row) for row in rows]


def strongest(shared: Mapping[tuple[str, str], int], closed: Set[str]) -> dict[tuple[str, str], int]:
    """Keep the ties that are among the strongest of one of their ends; where groups are few, all."""
    between = {pair: count for pair, count in shared.items() if pair[0] in closed and pair[1] in closed}
    if len(closed) <= FEW_BUBBLES:
        return between
    order = sorted(between, key=lambda pair: (-between[pair], pair))
    firsts = {pair for key in closed for pair in [one for one in order if key in one][:STRONGEST]}
    return {pair: count for pair, count in between.items() if pair in firsts}


def folded(
    network: nx.Graph, dataset: Dataset, folding: Folding, opened: Set[str], names: Mapping[str, tuple[str, str]]
) -> nx.Graph:
    """Build the network of closed groups and open elements.

    Parameters
    ----------
    network
        What open groups show: participations, cooperation or funding.
    dataset
        The data of both.
    folding
        From `fold` of the same data.
    opened
        Keys of the groups that are open.
    names
        Name and label of each bubble by its key.
    """
    closed = [bubble for bubble in folding.bubbles if bubble.key not in opened]
    inside = _open_elements(network, folding, opened)
    made = nx.Graph()
    for bubble in closed:
        name, label = names[bubble.key]
        made.add_node(bubble.id, mode=BUBBLE, name=name, short_name=label, type="")
    made.add_nodes_from((node, network.nodes[node]) for node in inside)
    for (a, b), count in strongest(folding.shared, {bubble.key for bubble in closed}).items():
        made.add_edge(f"{PREFIX}{a}", f"{PREFIX}{b}", **tie_of(count))
    for a, b, seen in network.subgraph(inside).edges(data=True):
        made.add_edge(a, b, **seen)
    made.add_edges_from(_across(dataset, closed, set(inside)))
    return made


def _open_elements(network: nx.Graph, folding: Folding, opened: Set[str]) -> list[str]:
    """Elements of the open groups, the best connected first, no more than can be drawn."""
    wanted = {node for bubble in folding.bubbles if bubble.key in opened for node in (*bubble.actors, *bubble.projects)}
    inside = sorted((node for node in wanted if node in network), key=lambda node: (-network.degree(node), node))
    return inside[:MOST_OPEN]


def _across(
    dataset: Dataset, closed: Iterable[Bubble], inside: Set[str]
) -> Iterable[tuple[str, str, dict[str, object]]]:
    """Ties between open elements and closed groups: the strongest of each element."""
    taking_part = participations(dataset)[["from_id", "to_id"]].drop_duplicates()
    pairs = list(unpacked(taking_part, "from_id", "to_id"))
    of_project: dict[str, set[str]] = {}
    for actor, project in pairs:
        of_project.setdefault(project, set()).add(actor)
    counts: dict[str, Counter[str]] = {}
    for bubble in closed:
        members = set(bubble.actors) - inside
        met = {project for project, actors in of_project.items() if actors & members}
        for actor, project in pairs:
            if project in met and actor in inside:
                counts.setdefault(actor, Counter())[bubble.id] += 1
        for project in met & inside:
            counts.setdefault(project, Counter())[bubble.id] += len(of_project[project] & members)
    for element in sorted(counts):
        ranked = sorted(counts[element].items(), key=lambda item: (-item[1], item[0]))
        yield from ((element, group, tie_of(count)) for group, count in ranked[:STRONGEST_ACROSS])


def tie_of(count: int) -> dict[str, object]:
    """Return the attributes of a line that stands for so many projects."""
    return {
        "kind": "cooperation", "weight": count, "projects": tuple(range(count)), "bodies": (),
        "certainty": Certainty.CONFIRMED,
    }  # fmt: skip
