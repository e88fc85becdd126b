"""Places whose distances on the canvas are like those in the network, held by where the elements stood before.

References
----------
Gansner, Koren & North (2004), Graph drawing by stress majorization. Proc. Graph Drawing, LNCS 3383, 239-250.
Misue, Eades, Lai & Sugiyama (1995), Layout adjustment and the mental map. J. Vis. Lang. Comput. 6, 183-210.
"""

from __future__ import annotations

import numpy as np

from graph.kernels.arrays import Counts, Reals, Ties, Vertices
from graph.kernels.compiler import compiled

LEAST = 1e-9  # of a distance on the canvas that is divided by


def shaped(ties: Ties, start: Reals, *, step: float, hold: float, rounds: int) -> Reals:
    """Places with little stress near a start.

    Parameters
    ----------
    ties
        The network, each tie in both directions.
    start
        Places before, shape (n, 2); the order they are in is what a reader remembers.
    step
        Distance on the canvas that one tie stands for, in the units of the places.
    hold
        Weight of the start against the stress of one neighbour; 0 forgets it.
    rounds
        Times every vertex is placed anew.

    Returns
    -------
    ndarray
        New places, shape (n, 2). Vertices of different components do not know of each other.
    """
    return _majorised(_hops(ties.indptr, ties.indices), start, step, hold, rounds)


@compiled
def _hops(indptr: Counts, indices: Vertices) -> Counts:
    """Count the steps between all vertices by breadth-first search, -1 where no path leads."""
    n = len(indptr) - 1
    hops = np.full((n, n), -1, np.int64)
    queue = np.empty(n, np.int64)
    for source in range(n):
        hops[source, source] = 0
        queue[0] = source
        first, last = 0, 1
        while first < last:
            v = queue[first]
            first += 1
            for place in range(indptr[v], indptr[v + 1]):
                other = indices[place]
                if hops[source, other] < 0:
                    hops[source, other] = hops[source, v] + 1
                    queue[last] = other
                    last += 1
    return hops


@compiled
def _majorised(hops: Counts, start: Reals, step: float, hold: float, rounds: int) -> Reals:
    """Put each vertex where the bound on its stress is least, one after the other (local majorisation)."""
    n = len(start)
    places = start.copy()
    for _ in range(rounds):
        for i in range(n):
            x, y, weights = hold * start[i, 0], hold * start[i, 1], hold
            for j in range(n):
                if hops[i, j] <= 0:
                    continue
                weight = 1.0 / (hops[i, j] * hops[i, j])
                dx, dy = places[i, 0] - places[j, 0], places[i, 1] - places[j, 1]
                pull = step * hops[i, j] / max(np.sqrt(dx * dx + dy * dy), LEAST)
                x += weight * (places[j, 0] + pull * dx)
                y += weight * (places[j, 1] + pull * dy)
                weights += weight
            if weights > 0:
                places[i, 0], places[i, 1] = x / weights, y / weights
    return places
