"""What would fall apart: actors and ties that hold the network together on their own.

References
----------
Hopcroft & Tarjan (1973), Algorithm 447: efficient algorithms for graph manipulation. Commun. ACM 16, 372-378.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np

from graph.kernels.arrays import Counts
from graph.kernels.connection import NONE, DepthFirst, depth_first
from graph.kernels.csr import CompactNetwork
from graph.measures.study import Study, study

Part = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class CutPoint:
    """An actor without whom others lose the connection.

    Attributes
    ----------
    actor
        Whose absence is considered.
    parts
        The parts that lose the connection to the largest remaining one, the largest first; each in the order
        of the network.
    remaining
        Number of actors in the largest remaining part.
    """

    actor: Hashable
    parts: tuple[Part, ...]
    remaining: int

    @property
    def lost(self) -> Part:
        """All who lose the connection."""
        return tuple(node for part in self.parts for node in part)


@dataclass(frozen=True, slots=True)
class Bridge:
    """A tie without which its two sides are not connected.

    Attributes
    ----------
    near, far
        The ends; ``far`` stands on the smaller side.
    lost
        The smaller side, ``far`` included, in the order of the network.
    remaining
        Number of nodes on the larger side.
    """

    near: Hashable
    far: Hashable
    lost: Part
    remaining: int


def cut_points(network: nx.Graph | CompactNetwork | Study) -> tuple[CutPoint, ...]:
    """Find all actors whose absence splits their part of the network.

    Direction and self-ties do not count. When remaining parts are equally large, the one with the first node of
    the network keeps the connection.

    Returns
    -------
    tuple of CutPoint
        Those who cut off most first, then in the order of the network.
    """
    studied = study(network)
    ids, tree = studied.network.ids, depth_first(studied.undirected)
    points = []
    for v, children in _cut_children(tree):
        parts = [_below(tree, child) for child in children]
        if len(rest := _others(studied, v, [*parts, np.array([v])])):
            parts.append(rest)
        lost = sorted(parts, key=lambda part: (-len(part), part[0]))
        remaining = lost.pop(0)
        points.append(CutPoint(ids[v], tuple(_names(ids, part) for part in lost), len(remaining)))
    order = {node: i for i, node in enumerate(ids)}
    return tuple(sorted(points, key=lambda point: (-len(point.lost), order[point.actor])))


def bridges(network: nx.Graph | CompactNetwork | Study) -> tuple[Bridge, ...]:
    """Find all ties whose absence splits their part of the network.

    Direction does not count, nor does the strength of a tie: a tie that stands for many projects is one tie.

    Returns
    -------
    tuple of Bridge
        Those that cut off most first, then in the order of the network.
    """
    studied = study(network)
    ids, tree = studied.network.ids, depth_first(studied.undirected)
    found = []
    for child in map(int, np.flatnonzero((tree.parent != NONE) & (tree.low == tree.entered))):
        near, far = int(tree.parent[child]), child
        lost = _below(tree, far)
        kept = _others(studied, far, [lost])
        if len(lost) > len(kept):
            near, far, lost, kept = far, near, kept, lost
        found.append((-len(lost), far, Bridge(ids[near], ids[far], _names(ids, lost), len(kept))))
    return tuple(bridge for *_, bridge in sorted(found, key=lambda item: item[:2]))


def _cut_children(tree: DepthFirst) -> Iterator[tuple[int, list[int]]]:
    """Cut points with those below them in the tree who have no way around."""
    cut_off = (tree.parent != NONE) & (tree.low >= tree.entered[tree.parent])
    children: dict[int, list[int]] = {}
    for child in np.flatnonzero(cut_off):
        children.setdefault(int(tree.parent[child]), []).append(int(child))
    for v in sorted(children):
        if tree.parent[v] != NONE or len(children[v]) > 1:
            yield v, children[v]


def _below(tree: DepthFirst, v: int) -> Counts:
    """Give a vertex and all below it, in the order of the network."""
    start = tree.entered[v]
    return np.sort(tree.order[start : start + tree.descendants[v]]).astype(np.int64)


def _others(studied: Study, v: int, parts: Sequence[Counts]) -> Counts:
    """Give the members of a vertex's component that are in none of the parts."""
    others = studied.components == studied.components[v]
    others[np.concatenate(parts)] = False
    return np.flatnonzero(others)


def _names(ids: Sequence[Hashable], part: Counts) -> Part:
    return tuple(ids[v] for v in part)
