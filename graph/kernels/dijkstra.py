"""Betweenness where ties have lengths: Dijkstra's search with Brandes' accumulation, one source at a time.

References
----------
Dijkstra (1959), A note on two problems in connexion with graphs. Numer. Math. 1, 269-271.
Brandes (2001), A faster algorithm for betweenness centrality. J. Math. Sociol. 25, 163-177.
Williams (1964), Algorithm 232: Heapsort. Commun. ACM 7, 347-348.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from graph.kernels.arrays import Reals, Ties, Vertices
from graph.kernels.brandes import Dependencies
from graph.kernels.compiler import compiled
from graph.kernels.shares import in_shares

SLOWER = 20  # a visit here costs about as much as this many in a search by steps


# its name is part of what numba keeps compiled
class DijkstraSearch(NamedTuple):
    """What a search from one source keeps.

    Attributes
    ----------
    distance, paths, dependency
        Of each vertex; infinite distance where the source does not lead.
    order
        Vertices by rising distance.
    heap, place
        Vertices waiting, the nearest on top, and where each stands.
    """

    distance: Reals
    paths: Reals
    dependency: Reals
    order: Vertices
    heap: Vertices
    place: Vertices


def dependencies_by_length(ties: Ties, lengths: Reals, sources: Vertices) -> Dependencies:
    """Sum up the dependencies of the sources where a tie is as long as stated.

    Parameters
    ----------
    ties
        Ties by the vertex they start from.
    lengths
        Positive and finite length of each tie, in the order of ``ties.indices``.
    sources
        Vertices to search from.

    Returns
    -------
    Dependencies
        See `graph.kernels.brandes.dependencies`. Two paths count as equally short when the sums of their
        lengths are equal as floating-point numbers, as in NetworkX.
    """
    size = len(ties.indptr) - 1

    def share(sources: Vertices) -> Dependencies:
        sums = Dependencies(np.zeros(size), np.zeros(size))
        add_dependencies(ties, lengths, sources, sums)
        return sums

    parts = in_shares(share, sources, batch=1, visits=SLOWER * len(sources) * len(ties.indices))
    return Dependencies(
        np.sum([part.total for part in parts], axis=0), np.sum([part.squares for part in parts], axis=0)
    )


@compiled
def add_dependencies(ties: Ties, lengths: Reals, sources: Vertices, sums: Dependencies) -> None:
    """Search from all sources and add their dependencies to the sums.

    Parameters
    ----------
    ties
        Ties by the vertex they start from.
    lengths
        Length of each tie.
    sources
        Numbers of the sources.
    sums
        Where the dependencies are added up.
    """
    size = len(ties.indptr) - 1
    search = DijkstraSearch(
        np.full(size, np.inf),
        np.zeros(size),
        np.zeros(size),
        np.empty(size, np.int32),
        np.empty(size, np.int32),
        np.empty(size, np.int32),
    )
    for source in sources:
        reached = count_paths(ties, lengths, source, search)
        accumulate(ties, lengths, search.order[:reached], search)
        for v in search.order[1:reached]:
            sums.total[v] += search.dependency[v]
            sums.squares[v] += search.dependency[v] ** 2
        for v in search.order[:reached]:
            search.distance[v] = np.inf
            search.dependency[v] = 0.0


@compiled
def count_paths(ties: Ties, lengths: Reals, source: int, search: DijkstraSearch) -> int:
    """Find distances and numbers of shortest paths from the source; return how many vertices it reaches.

    Parameters
    ----------
    ties
        Ties by the vertex they start from.
    lengths
        Length of each tie.
    source
        Number of the source.
    search
        What the search keeps, changed in place.
    """
    search.distance[source] = 0.0
    search.paths[source] = 1.0
    search.heap[0], search.place[source] = source, 0
    waiting, reached = 1, 0
    while waiting > 0:
        v = search.heap[0]
        waiting -= 1
        if waiting > 0:
            sink(search, waiting, search.heap[waiting])
        search.order[reached] = v
        reached += 1
        for arc in range(ties.indptr[v], ties.indptr[v + 1]):
            u = ties.indices[arc]
            through = search.distance[v] + lengths[arc]
            if through < search.distance[u]:
                if search.distance[u] == np.inf:
                    search.place[u] = waiting
                    waiting += 1
                search.distance[u] = through
                search.paths[u] = search.paths[v]
                rise(search, u)
            elif through == search.distance[u]:
                search.paths[u] += search.paths[v]
    return reached


@compiled
def accumulate(ties: Ties, lengths: Reals, order: Vertices, search: DijkstraSearch) -> None:
    """Add to each vertex, from the farthest inwards, what depends on it.

    Parameters
    ----------
    ties
        Ties by the vertex they start from.
    lengths
        Length of each tie.
    order
        Vertices in the order in which they are looked at.
    search
        What the search keeps, changed in place.
    """
    for v in order[::-1]:
        for arc in range(ties.indptr[v], ties.indptr[v + 1]):
            u = ties.indices[arc]
            if search.distance[v] + lengths[arc] == search.distance[u]:
                search.dependency[v] += search.paths[v] / search.paths[u] * (1.0 + search.dependency[u])


@compiled
def rise(search: DijkstraSearch, v: int) -> None:
    """Move a vertex up the heap to where its distance belongs."""
    at = search.place[v]
    while at > 0:
        parent = search.heap[(at - 1) >> 1]
        if search.distance[parent] <= search.distance[v]:
            break
        search.heap[at], search.place[parent] = parent, at
        at = (at - 1) >> 1
    search.heap[at], search.place[v] = v, at


@compiled
def sink(search: DijkstraSearch, size: int, v: int) -> None:
    """Let a vertex take the root of a heap of ``size`` and move down to where its distance belongs.

    Parameters
    ----------
    search
        What the search keeps, changed in place.
    size
        How many wait.
    v
        Number of the vertex.
    """
    at = 0
    while 2 * at + 1 < size:
        child = 2 * at + 1
        if child + 1 < size and search.distance[search.heap[child + 1]] < search.distance[search.heap[child]]:
            child += 1
        if search.distance[search.heap[child]] >= search.distance[v]:
            break
        search.heap[at], search.place[search.heap[child]] = search.heap[child], at
        at = child
    search.heap[at], search.place[v] = v, at
