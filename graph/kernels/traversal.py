"""Distances between all vertices: breadth-first search from 512 sources at a time, one bit per source.

A vertex holds one row of bits, the set of sources that have reached it; a tie passes the whole row on in one
step. One row is one cache line.

References
----------
Then et al. (2014), The more the merrier: efficient multi-source graph traversal. Proc. VLDB Endow. 8, 449-460.
Beamer, Asanović & Patterson (2012), Direction-optimizing breadth-first search. SC '12.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from graph.kernels.arrays import Bits, Counts, Flags, Reals, Ties, Vertices
from graph.kernels.compiler import compiled
from graph.kernels.ordering import renumbered
from graph.kernels.shares import in_shares

WORDS = 8
BATCH = 64 * WORDS
MANY = 2  # vertices that hold one in so many of all ties are many
LOOKS = 4  # contacts after which a vertex asks itself whether it misses anybody


class Distances(NamedTuple):
    """Distances to each vertex from the sources that reach it, summed up.

    Attributes
    ----------
    harmonic
        Sum of 1/distance.
    total
        Sum of distances.
    reaching
        Number of sources with a path to the vertex, itself not counted.
    longest
        One number: the longest finite distance.
    """

    harmonic: Reals
    total: Counts
    reaching: Counts
    longest: Counts


# its name is part of what numba keeps compiled
class BatchSearch(NamedTuple):
    """What a search from one batch of sources keeps.

    Attributes
    ----------
    seen
        Sources that have reached each vertex.
    everyone
        All sources of the batch.
    full
        Whether everyone has reached the vertex.
    listed, met
        Vertices met in the current step, as flags and as a list.
    frontier
        Vertices some source has reached in the step before.
    """

    seen: Bits
    everyone: Bits
    full: Flags
    listed: Flags
    met: Vertices
    frontier: Vertices


def distances(ties: Ties, *, directed: bool) -> Distances:
    """Sum up the distances between all vertices, each tie being one step in its direction.

    Returns
    -------
    Distances
        Arrays of length n.
    """
    network, size = renumbered(ties, directed=directed), len(ties.indptr) - 1

    def share(sources: Vertices) -> Distances:
        sums = Distances(np.zeros(size), np.zeros(size, np.int64), np.zeros(size, np.int64), np.zeros(1, np.int64))
        add_distances(network.outgoing, network.incoming, sources, sums)
        return sums

    everyone = network.renumber(np.arange(size, dtype=np.int32))
    parts = in_shares(share, everyone, batch=BATCH, visits=-(-size // BATCH) * WORDS * len(ties.indices))
    return Distances(
        network.back([part.harmonic for part in parts]),
        network.back([part.total for part in parts]),
        network.back([part.reaching for part in parts]),
        np.max([part.longest for part in parts], axis=0),
    )


@compiled
def add_distances(outgoing: Ties, incoming: Ties, sources: Vertices, sums: Distances) -> None:
    """Search from all sources, batch by batch, and add to the sums.

    While few vertices wait they pass on what they have seen; when many do, it is quicker to let those look around
    who miss something.

    Parameters
    ----------
    outgoing, incoming, sources, sums
        Ties by the vertex they start from; ties by the vertex they lead to; numbers of the sources; where the
        distances are added up.
    """
    size = len(outgoing.indptr) - 1
    search = BatchSearch(
        np.zeros((size, WORDS), np.uint64),
        np.zeros(WORDS, np.uint64),
        np.zeros(size, np.uint8),
        np.zeros(size, np.uint8),
        np.empty(size, np.int32),
        np.empty(size, np.int32),
    )
    front, ahead = np.zeros((size, WORDS), np.uint64), np.zeros((size, WORDS), np.uint64)
    for start in range(0, len(sources), BATCH):
        waiting = place_sources(sources[start : start + BATCH], front, search)
        distance = 0
        while waiting > 0:
            distance += 1
            frontier = search.frontier[:waiting]
            if count_ties(outgoing, frontier) * MANY < len(outgoing.indices):
                found = spread(outgoing, frontier, front, ahead, search)
            else:
                found = look_around(incoming, front, ahead, search)
            front[frontier] = 0
            waiting = settle(search.met[:found], distance, ahead, search, sums)
            front, ahead = ahead, front
        sums.longest[0] = max(sums.longest[0], distance - 1)


@compiled
def count_ties(ties: Ties, vertices: Vertices) -> int:
    """Count the ties that start at some vertices."""
    count = 0
    for v in vertices:
        count += ties.indptr[v + 1] - ties.indptr[v]
    return int(count)


@compiled
def place_sources(sources: Vertices, front: Bits, search: BatchSearch) -> int:
    """Start a batch: each source has seen itself. Return the size of the frontier.

    Parameters
    ----------
    sources, front, search
        Numbers of the sources; row of bits of each vertex that was reached in the last step; what the search keeps,
        changed in place.
    """
    search.seen[:] = 0
    search.full[:] = 0
    search.everyone[:] = 0
    for lane in range(len(sources)):
        source, word, bit = sources[lane], lane >> 6, np.uint64(1) << np.uint64(lane & 63)
        search.seen[source, word] |= bit
        front[source, word] |= bit
        search.everyone[word] |= bit
        search.frontier[lane] = source
    return len(sources)


@compiled
def spread(ties: Ties, frontier: Vertices, front: Bits, ahead: Bits, search: BatchSearch) -> int:
    """Pass the rows of the frontier on along its ties; list who was met and return how many.

    Parameters
    ----------
    ties, frontier, front, ahead, search
        Ties by the vertex they start from; vertices reached in the last step; row of bits of each vertex that was
        reached in the last step; row of bits of each vertex that is reached in the next step; what the search keeps,
        changed in place.
    """
    found = 0
    for v in frontier:
        for u in ties.indices[ties.indptr[v] : ties.indptr[v + 1]]:
            if search.full[u]:
                continue
            if not search.listed[u]:
                search.listed[u] = 1
                search.met[found] = u
                found += 1
            for word in range(WORDS):
                ahead[u, word] |= front[v, word]
    return found


@compiled
def look_around(incoming: Ties, front: Bits, ahead: Bits, search: BatchSearch) -> int:
    """Let each vertex that misses a source collect the rows of its contacts until it misses none; list them.

    Parameters
    ----------
    incoming, front, ahead, search
        Ties by the vertex they lead to; row of bits of each vertex that was reached in the last step; row of bits of
        each vertex that is reached in the next step; what the search keeps, changed in place.
    """
    found = 0
    for u in range(len(search.full)):
        if search.full[u]:
            continue
        search.met[found] = u
        found += 1
        for arc in range(incoming.indptr[u], incoming.indptr[u + 1]):
            for word in range(WORDS):
                ahead[u, word] |= front[incoming.indices[arc], word]
            if arc % LOOKS == 0 and misses_nobody(u, ahead, search):
                break
    return found


@compiled
def misses_nobody(u: int, ahead: Bits, search: BatchSearch) -> bool:
    """Whether all sources have reached a vertex by now.

    Parameters
    ----------
    u, ahead, search
        Number of the vertex; row of bits of each vertex that is reached in the next step; what the search keeps,
        changed in place.
    """
    complete = True
    for word in range(WORDS):
        complete &= (search.seen[u, word] | ahead[u, word]) == search.everyone[word]
    return complete


@compiled
def settle(met: Vertices, distance: int, ahead: Bits, search: BatchSearch, sums: Distances) -> int:
    """Keep only sources a vertex sees for the first time, add them up, and return the size of the new frontier.

    Parameters
    ----------
    met, distance, ahead, search, sums
        Where the vertices that are reached are written; steps from the sources; row of bits of each vertex that is
        reached in the next step; what the search keeps, changed in place; where the distances are added up.
    """
    waiting = 0
    for u in met:
        search.listed[u] = 0
        new = 0
        complete = True
        for word in range(WORDS):
            fresh = ahead[u, word] & ~search.seen[u, word]
            ahead[u, word] = fresh
            search.seen[u, word] |= fresh
            complete &= search.seen[u, word] == search.everyone[word]
            new += count_bits(fresh)
        if complete:
            search.full[u] = 1
        if new > 0:
            sums.harmonic[u] += new / distance
            sums.total[u] += new * distance
            sums.reaching[u] += new
            search.frontier[waiting] = u
            waiting += 1
    return waiting


@compiled
def count_bits(word: np.uint64) -> int:
    """Bits set in 64: Warren (2012), Hacker's Delight, section 5-1."""
    word = word - ((word >> np.uint64(1)) & np.uint64(0x5555555555555555))
    word = (word & np.uint64(0x3333333333333333)) + ((word >> np.uint64(2)) & np.uint64(0x3333333333333333))
    word = (word + (word >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return int(np.int64((word * np.uint64(0x0101010101010101)) >> np.uint64(56)))
