"""Orders of vertices that make searches fast: the best connected first, neighbours side by side.

References
----------
Cormen, Leiserson, Rivest & Stein (2009), Introduction to Algorithms, 3rd ed., sections 22.1 (transpose) and 22.2
(breadth-first search).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from graph.kernels.arrays import Ties, Vertices
from graph.kernels.compiler import compiled

Number = TypeVar("Number", np.int64, np.float64)


def best_connected_first(ties: Ties) -> Vertices:
    """Order vertices by falling number of ties."""
    return np.argsort(-np.diff(ties.indptr), kind="stable").astype(np.int32)


class Renumbered(NamedTuple):
    """A network with its vertices numbered by falling number of ties: what searches touch most stands together.

    Attributes
    ----------
    order
        Old number of each vertex.
    outgoing, incoming
        Ties in their direction and against it; the same where ties have no direction.
    """

    order: Vertices
    outgoing: Ties
    incoming: Ties

    def renumber(self, vertices: Vertices) -> Vertices:
        """Give the new numbers of some vertices, those close to each other side by side."""
        number = np.empty(len(self.order), np.int32)
        number[self.order] = np.arange(len(self.order), dtype=np.int32)
        return neighbourly(self.outgoing, number[vertices])

    def back(self, parts: Sequence[NDArray[Number]]) -> NDArray[Number]:
        """Add up values of several shares and put them in the old order."""
        values = np.empty_like(parts[0])
        values[self.order] = np.sum(parts, axis=0)
        return values


def renumbered(ties: Ties, *, directed: bool) -> Renumbered:
    """Give the vertices of a network new numbers, by falling number of ties."""
    order = best_connected_first(ties)
    incoming = turned(ties, order)
    outgoing = turned(incoming, np.arange(len(order), dtype=np.int32)) if directed else incoming
    return Renumbered(order, outgoing, incoming)


def neighbourly(ties: Ties, vertices: Vertices) -> Vertices:
    """Order vertices so that those close to each other stand together: searches from them then go the same ways."""
    order = breadth_first(ties, best_connected_first(ties))
    place = np.empty(len(order), np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    return vertices[np.argsort(place[vertices])]


@compiled
def breadth_first(ties: Ties, roots: Vertices) -> Vertices:
    """Order all vertices breadth first, starting from each root not reached yet."""
    order = np.empty(len(roots), np.int32)
    reached = np.zeros(len(roots), np.uint8)
    count = done = 0
    for root in roots:
        if not reached[root]:
            reached[root] = 1
            order[count] = root
            count += 1
        while done < count:
            v = order[done]
            done += 1
            for u in ties.indices[ties.indptr[v] : ties.indptr[v + 1]]:
                if not reached[u]:
                    reached[u] = 1
                    order[count] = u
                    count += 1
    return order


@compiled
def turned(ties: Ties, order: Vertices) -> Ties:
    """Turn all ties round and number the vertices by their place in the order.

    One after the other signs in the rows of those it is tied to: the rows come out sorted without sorting.
    """
    rank = np.empty(len(order), np.int32)
    for r in range(len(order)):
        rank[order[r]] = r
    indptr = np.zeros(len(order) + 1, np.int64)
    for u in ties.indices:
        indptr[rank[u] + 1] += 1
    indptr = np.cumsum(indptr)
    indices = np.empty(len(ties.indices), np.int32)
    free = indptr[:-1].copy()
    for r in range(len(order)):
        for u in ties.indices[ties.indptr[order[r]] : ties.indptr[order[r] + 1]]:
            indices[free[rank[u]]] = r
            free[rank[u]] += 1
    return Ties(indptr, indices)
