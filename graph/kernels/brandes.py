"""Betweenness where every tie is one step: Brandes' accumulation, eight sources at a time.

Eight searches share one pass over the ties. Each vertex holds a row of eight numbers, one lane per source;
a level of the search spreads whole rows.

References
----------
Brandes (2001), A faster algorithm for betweenness centrality. J. Math. Sociol. 25, 163-177.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from graph.kernels.arrays import Flags, Reals, Ties, Vertices
from graph.kernels.compiler import compiled
from graph.kernels.ordering import renumbered
from graph.kernels.shares import in_shares

LANES = 8
NOT_REACHED = -1


class Dependencies(NamedTuple):
    """How much the sources depend on each vertex to reach everyone else.

    Attributes
    ----------
    total
        Sum over the sources of the dependency on each vertex.
    squares
        Sum of the squared dependencies, from which a sample's error follows.
    """

    total: Reals
    squares: Reals


# its name is part of what numba keeps compiled
class BrandesSearch(NamedTuple):
    """What the searches from one batch of sources keep.

    Attributes
    ----------
    level
        Distance of each vertex from each source, of shape (n, `LANES`).
    paths
        Number of shortest paths from each source, of the same shape; valid where the vertex was reached.
    full
        Whether all `LANES` sources have reached the vertex.
    listed, met
        Vertices met in the current step, as flags and as a list.
    """

    level: Vertices
    paths: Reals
    full: Flags
    listed: Flags
    met: Vertices


def dependencies(ties: Ties, sources: Vertices, *, directed: bool) -> Dependencies:
    """Sum up the dependencies of the sources along the direction of the ties.

    Parameters
    ----------
    ties
        Ties by the vertex they start from.
    sources
        Vertices to search from; all of them for exact betweenness.
    directed
        Whether ties have a direction.

    Returns
    -------
    Dependencies
        Arrays of length n; a source never depends on itself.
    """
    network, size = renumbered(ties, directed=directed), len(ties.indptr) - 1

    def share(sources: Vertices) -> Dependencies:
        sums = Dependencies(np.zeros(size), np.zeros(size))
        add_dependencies(network.outgoing, sources, sums)
        return sums

    visits = 2 * len(sources) * len(ties.indices)
    parts = in_shares(share, network.renumber(sources), batch=LANES, visits=visits)
    return Dependencies(network.back([part.total for part in parts]), network.back([part.squares for part in parts]))


@compiled
def add_dependencies(ties: Ties, sources: Vertices, sums: Dependencies) -> None:
    """Search from all sources, batch by batch, and add their dependencies to the sums.

    Parameters
    ----------
    ties
        Ties by the vertex they start from.
    sources
        Numbers of the sources.
    sums
        Where the dependencies are added up.
    """
    size = len(ties.indptr) - 1
    search = BrandesSearch(
        np.full((size, LANES), NOT_REACHED, np.int32),
        np.zeros((size, LANES)),
        np.zeros(size, np.uint8),
        np.zeros(size, np.uint8),
        np.empty(size, np.int32),
    )
    here, there = np.zeros((size, LANES)), np.zeros((size, LANES))
    queue = np.empty(size * LANES + LANES, np.int32)
    ends = np.zeros(size + 2, np.int64)  # queue[ends[d] : ends[d + 1]] stands at distance d from some source
    for start in range(0, len(sources), LANES):
        ends[1] = place_sources(sources[start : start + LANES], here, search, queue)
        depth = 0
        while ends[depth + 1] > ends[depth]:
            front = queue[ends[depth] : ends[depth + 1]]
            found = spread(ties, front, here, there, search)
            here[front] = 0.0
            depth += 1
            ends[depth + 1] = ends[depth] + settle(search.met[:found], depth, there, search, queue[ends[depth] :])
            here, there = there, here
        for distance in range(depth - 1, 0, -1):
            rows, below = queue[ends[distance] : ends[distance + 1]], queue[ends[distance + 1] : ends[distance + 2]]
            search.listed[below] = 1
            gather(ties, rows, here, there, search.listed)
            search.listed[below] = 0
            credit(rows, distance, there, search, sums)
            here[below] = 0.0
            here, there = there, here
        here[queue[: ends[min(depth, 2)]]] = 0.0
        forget(queue[: ends[depth]], search)


@compiled
def place_sources(sources: Vertices, here: Reals, search: BrandesSearch, queue: Vertices) -> int:
    """Start a batch: one path leads from each source to itself. Return the number of sources.

    Parameters
    ----------
    sources
        Numbers of the sources.
    here
        Paths to the vertices reached so far, eight lanes a row.
    search
        What the searches keep, changed in place.
    queue
        Where the vertices to go on from are written.
    """
    for lane in range(len(sources)):
        search.level[sources[lane], lane] = 0
        search.paths[sources[lane], lane] = 1.0
        here[sources[lane], lane] = 1.0
        queue[lane] = sources[lane]
    return len(sources)


@compiled
def spread(ties: Ties, front: Vertices, here: Reals, there: Reals, search: BrandesSearch) -> int:
    """Pass path counts on along the ties of the front; list who was met and return how many.

    Parameters
    ----------
    ties
        Ties by the vertex they start from.
    front
        Vertices reached in the last step.
    here
        Paths to the vertices reached so far, eight lanes a row.
    there
        Paths to the vertices of the next step, eight lanes a row.
    search
        What the searches keep, changed in place.
    """
    found = 0
    for v in front:
        for u in ties.indices[ties.indptr[v] : ties.indptr[v + 1]]:
            if search.full[u]:
                continue
            if not search.listed[u]:
                search.listed[u] = 1
                search.met[found] = u
                found += 1
            for lane in range(LANES):
                there[u, lane] += here[v, lane]
    return found


@compiled
def settle(met: Vertices, depth: int, there: Reals, search: BrandesSearch, queue: Vertices) -> int:
    """Keep path counts only where a source arrives for the first time; queue these vertices and count them.

    Parameters
    ----------
    met
        Where the vertices that are reached are written.
    depth
        Steps from the sources.
    there
        Paths to the vertices of the next step, eight lanes a row.
    search
        What the searches keep, changed in place.
    queue
        Where the vertices to go on from are written.
    """
    queued = 0
    for u in met:
        search.listed[u] = 0
        new = False
        arrived = 0
        for lane in range(LANES):
            if search.level[u, lane] == NOT_REACHED and there[u, lane] > 0.0:
                search.level[u, lane] = depth
                search.paths[u, lane] = there[u, lane]
                new = True
            else:
                there[u, lane] = 0.0
            arrived += search.level[u, lane] != NOT_REACHED
        if arrived == LANES:
            search.full[u] = 1
        if new:
            queue[queued] = u
            queued += 1
    return queued


@compiled
def gather(ties: Ties, rows: Vertices, here: Reals, there: Reals, deeper: Flags) -> None:
    """Sum up in ``there``, for each of the rows, what stands in ``here`` for its contacts one step deeper.

    Parameters
    ----------
    ties
        Ties by the vertex they start from.
    rows
        Vertices whose rows are read.
    here
        Paths to the vertices reached so far, eight lanes a row.
    there
        Paths to the vertices of the next step, eight lanes a row.
    deeper
        Whether a vertex lies one step deeper.
    """
    for v in rows:
        there[v] = 0.0
        for u in ties.indices[ties.indptr[v] : ties.indptr[v + 1]]:
            if deeper[u]:
                for lane in range(LANES):
                    there[v, lane] += here[u, lane]


@compiled
def credit(rows: Vertices, distance: int, there: Reals, search: BrandesSearch, sums: Dependencies) -> None:
    """Turn what was gathered into dependencies, add them up, and leave (1 + dependency) / paths for the next step.

    Parameters
    ----------
    rows
        Vertices whose rows are read.
    distance
        Steps from the sources.
    there
        Paths to the vertices of the next step, eight lanes a row.
    search
        What the searches keep, changed in place.
    sums
        Where the dependencies are added up.
    """
    for v in rows:
        for lane in range(LANES):
            if search.level[v, lane] == distance:
                dependency = search.paths[v, lane] * there[v, lane]
                sums.total[v] += dependency
                sums.squares[v] += dependency * dependency
                there[v, lane] = (1.0 + dependency) / search.paths[v, lane]
            else:
                there[v, lane] = 0.0


@compiled
def forget(reached: Vertices, search: BrandesSearch) -> None:
    """Make ready for the next batch."""
    for v in reached:
        search.full[v] = 0
        for lane in range(LANES):
            search.level[v, lane] = NOT_REACHED
