"""What hangs together: components, and the depth-first tree that shows cut points and bridges.

References
----------
Tarjan (1972), Depth-first search and linear graph algorithms. SIAM J. Comput. 1, 146-160.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from graph.kernels.arrays import Counts, Ties, Vertices
from graph.kernels.compiler import compiled

NONE = -1


class DepthFirst(NamedTuple):
    """A depth-first forest of an undirected network.

    Attributes
    ----------
    order
        Vertices as they were entered; the descendants of a vertex follow it directly.
    entered
        Position of each vertex in ``order``.
    parent
        Vertex each was entered from, `NONE` for a root.
    low
        Earliest position that the vertex and its descendants reach by one tie off the tree.
    descendants
        Number of vertices below and including each.
    """

    order: Vertices
    entered: Vertices
    parent: Vertices
    low: Vertices
    descendants: Vertices


@compiled
def components(ties: Ties) -> Vertices:
    """Component number of each vertex of an undirected network, numbered from 0 by their first vertex."""
    size = len(ties.indptr) - 1
    label = np.full(size, NONE, np.int32)
    stack = np.empty(size, np.int32)
    number = 0
    for start in range(size):
        if label[start] != NONE:
            continue
        label[start] = number
        stack[0] = start
        waiting = 1
        while waiting > 0:
            waiting -= 1
            v = stack[waiting]
            for u in ties.indices[ties.indptr[v] : ties.indptr[v + 1]]:
                if label[u] == NONE:
                    label[u] = number
                    stack[waiting] = u
                    waiting += 1
        number += 1
    return label


@compiled
def depth_first(ties: Ties) -> DepthFirst:
    """Walk through an undirected network depth first."""
    size = len(ties.indptr) - 1
    tree = DepthFirst(
        np.empty(size, np.int32),
        np.full(size, NONE, np.int32),
        np.full(size, NONE, np.int32),
        np.empty(size, np.int32),
        np.ones(size, np.int32),
    )
    cursor = ties.indptr[:-1].copy()
    count = 0
    for root in range(size):
        v = root if tree.entered[root] == NONE else NONE
        while v != NONE:
            if tree.entered[v] == NONE:
                tree.order[count] = v
                tree.entered[v] = tree.low[v] = count
                count += 1
            u = next_contact(ties, v, cursor, tree)
            if u != NONE:
                tree.parent[u] = v
                v = u
            else:
                v = leave(v, tree)
    return tree


@compiled
def next_contact(ties: Ties, v: int, cursor: Counts, tree: DepthFirst) -> int:
    """Next contact not entered yet, or `NONE`; note how early the contacts passed over were entered.

    Parameters
    ----------
    ties
        Ties by the vertex they start from.
    v
        Number of the vertex.
    cursor
        Where the walk stands in the contacts of each vertex, moved on in place.
    tree
        The walk so far, changed in place.
    """
    while cursor[v] < ties.indptr[v + 1]:
        u = ties.indices[cursor[v]]
        cursor[v] += 1
        if tree.entered[u] == NONE:
            return int(u)
        if u != tree.parent[v]:
            tree.low[v] = min(tree.low[v], tree.entered[u])
    return NONE


@compiled
def leave(v: int, tree: DepthFirst) -> int:
    """Go back to where a vertex was entered from, and tell there what was found below."""
    above = tree.parent[v]
    if above != NONE:
        tree.low[above] = min(tree.low[above], tree.low[v])
        tree.descendants[above] += tree.descendants[v]
    return int(above)
