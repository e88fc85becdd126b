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

Hops = Vertices  # as small as the distances of some hundred vertices allow: all of them are read again and again

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
def _hops(indptr: Counts, indices: Vertices) -> Hops:
    """Count the steps between all vertices by breadth-first search, -1 where no path leads."""
    n = len(indptr) - 1
    hops = np.full((n, n), -1, np.int32)
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
def _majorised(hops: Hops, start: Reals, step: float, hold: float, rounds: int) -> Reals:
    """Put each vertex where the bound on its stress is least, one after the other (local majorisation)."""
    n = len(start)
    xs, ys = start[:, 0].copy(), start[:, 1].copy()
    far = np.arange(max(hops.max(), 1) + 1).astype(np.float64)
    weight_of = np.where(far > 0.0, 1.0 / np.maximum(far, 1.0) ** 2, 0.0)
    for _ in range(rounds):
        for i in range(n):
            here_x, here_y = xs[i], ys[i]
            x, y, weights = hold * start[i, 0], hold * start[i, 1], hold
            for j in range(n):
                hop = hops[i, j]
                if hop <= 0:
                    continue
                weight = weight_of[hop]
                dx, dy = here_x - xs[j], here_y - ys[j]
                pull = step / (far[hop] * max(np.sqrt(dx * dx + dy * dy), LEAST))  # weighted already
                x += weight * xs[j] + pull * dx
                y += weight * ys[j] + pull * dy
                weights += weight
            if weights > 0:
                xs[i], ys[i] = x / weights, y / weights
    return np.stack((xs, ys), axis=1)
