"""The network as a matrix of actors: above some twenty actors easier to read than lines."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import networkx as nx

from graph.dataset import Dataset
from graph.pairs import cooperations
from graph.selection import only


@dataclass(frozen=True, slots=True)
class RowBlock:
    """Consecutive rows that belong together.

    Attributes
    ----------
    key
        Group number or actor type; ``""`` for actors without either.
    start
        Index of its first row.
    size
        Number of rows.
    """

    key: str
    start: int
    size: int


@dataclass(frozen=True, slots=True)
class ActorMatrix:
    """Symmetric matrix of cooperations.

    Attributes
    ----------
    actors
        Actor ids in the order of rows and columns.
    blocks
        Consecutive rows of one group or type; a single block when sorted by name.
    cells
        Row, column and weight of each cooperation, each pair once with row < column.
    """

    actors: tuple[str, ...]
    blocks: tuple[RowBlock, ...]
    cells: tuple[tuple[int, int, float], ...]


# What the rows can be sorted by: (network, group numbers) -> key of each actor
SORTINGS: Mapping[str, Callable[[nx.Graph, Mapping[str, int]], dict[str, str]]] = {
    "group": lambda network, groups: {actor: str(groups.get(actor, "")) for actor in network},
    "type": lambda network, _: {actor: kind or "" for actor, kind in network.nodes(data="type")},
    "name": lambda network, _: dict.fromkeys(network, ""),
}


def actor_matrix(network: nx.Graph, by: str = "group", *, groups: Mapping[str, int] | None = None) -> ActorMatrix:
    """Arrange a cooperation network as a matrix.

    Parameters
    ----------
    network
        Cooperation network; node attributes ``type`` and ``name`` are used, ``weight`` fills the cells.
    by
        Key of `SORTINGS`. Larger blocks come first, actors without key last; inside a block by name.
    groups
        Group number of each actor, as `graph.answers.groups.Grouping.group_of`.
    """
    key_of = SORTINGS[by](network, groups or {})
    members: dict[str, list[str]] = defaultdict(list)
    for actor in sorted(network, key=lambda actor: _collation(network, actor)):
        members[key_of[actor]].append(actor)
    ordered = sorted(members, key=lambda key: (key == "", -len(members[key]), key))
    actors = tuple(actor for key in ordered for actor in members[key])
    index = {actor: row for row, actor in enumerate(actors)}
    blocks = (RowBlock(key, index[members[key][0]], len(members[key])) for key in ordered)
    cells = (
        (*sorted((index[a], index[b])), weight) for a, b, weight in network.edges(data="weight", default=1) if a != b
    )
    return ActorMatrix(actors, tuple(blocks), tuple(sorted((row, column, weight) for row, column, weight in cells)))


def densest(dataset: Dataset, most: int) -> Dataset:
    """Part of the data about the ``most`` actors with most partners, none of them without any, and all projects."""
    found = cooperations(dataset)
    tied = [actor for actor in found.best_connected[:most] if found.partners[actor]]
    return only(dataset, {*tied, *dataset.projects["id"]})


def shared_projects(network: nx.Graph, a: str, b: str) -> tuple[str, ...]:
    """Projects that make two actors cooperate; none when they do not, or when it is only declared.

    Parameters
    ----------
    network
        The network.
    a
        Id of one actor.
    b
        Id of the other actor.
    """
    return tuple(network.edges[a, b]["projects"]) if network.has_edge(a, b) else ()


def _collation(network: nx.Graph, actor: str) -> tuple[str, str]:
    """Sort names as in a German list: ä as a, ß as ss, case ignored."""
    name = str(network.nodes[actor].get("name") or actor)
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)), actor
