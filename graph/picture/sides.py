"""Two columns: projects left, actors right, in an order in which few lines cross.

References
----------
Sugiyama, Tagawa & Toda (1981), Methods for visual understanding of hierarchical system structures. IEEE Trans. Syst.
Man Cybern. 11, 109-125 (barycentre method).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import networkx as nx

from graph.picture.labels import CANVAS, EDGE
from graph.vocabulary import Mode

MOST = 80  # elements; of more no row can be read
ROW = 30.0  # px at zoom 1 between two elements of a column
GAP = 520.0  # px of the canvas between the columns; names stand outside
SWEEPS = 12

Positions = dict[str, tuple[float, float]]


def sides(network: nx.Graph) -> Positions:
    """Places of all elements of a network of actors and projects.

    Projects begin in the order of their field, their start and their id; who is tied to nobody stands at the end of a
    column. The same network gives the same order.
    """
    ties = _ties(network)
    left = sorted(
        (node for node in network if _is_project(network, node)), key=lambda node: _first_order(network, node)
    )
    right = sorted(node for node in network if not _is_project(network, node))
    best, least = (left, right), _crossings(left, right, ties)
    for _ in range(SWEEPS):
        right = _by_barycentre(right, left, ties)
        left = _by_barycentre(left, right, ties)
        count = _crossings(left, right, ties)
        if count < least:
            best, least = (left, right), count
    return _placed(*best)


def _is_project(network: nx.Graph, node: str) -> bool:
    return bool(network.nodes[node].get("mode") == Mode.PROJECT)


def _first_order(network: nx.Graph, node: str) -> tuple[str, str, str]:
    seen = network.nodes[node]
    fields = seen.get("kompetenzfelder") or ("",)
    return str(fields[0]), str(seen.get("start") or ""), node


def _ties(network: nx.Graph) -> dict[str, set[str]]:
    """Elements of the other column that each one is tied to."""
    found: dict[str, set[str]] = {node: set() for node in network}
    for a, b in network.edges():
        if _is_project(network, a) != _is_project(network, b):
            found[a].add(b)
            found[b].add(a)
    return found


def _by_barycentre(column: Sequence[str], other: Sequence[str], ties: Mapping[str, set[str]]) -> list[str]:
    """Order a column by the mean place of what each element is tied to; ties keep the order of before."""
    place = {node: index for index, node in enumerate(other)}

    def key(node: str) -> float:
        places = [place[near] for near in ties[node]]
        return sum(places) / len(places) if places else float("inf")

    return sorted(column, key=key)


def _crossings(left: Sequence[str], right: Sequence[str], ties: Mapping[str, set[str]]) -> int:
    place = {node: index for index, node in enumerate(right)}
    ends = [place[near] for node in left for near in sorted(ties[node], key=place.__getitem__)]
    return sum(one > other for index, one in enumerate(ends) for other in ends[index + 1 :])


def _placed(left: Sequence[str], right: Sequence[str]) -> Positions:
    rows = max(len(left), len(right), 1)
    zoom = min(1.0, (CANVAS[1] - 2 * EDGE) / (rows * ROW))
    height, half = rows * ROW, GAP / zoom / 2
    places = {}
    for column, x in ((left, -half), (right, half)):
        for index, node in enumerate(column):
            places[node] = (round(x, 1), round(((index + 0.5) / len(column) - 0.5) * height, 1))
    return places
