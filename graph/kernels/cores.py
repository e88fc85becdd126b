"""Core numbers: peel off the vertices with the fewest ties, level by level.

References
----------
Seidman (1983), Network structure and minimum degree. Social Networks 5, 269-287.
Batagelj & Zaveršnik (2011), Fast algorithms for determining (generalized) core groups. Adv. Data Anal. Classif. 5,
129-145.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from graph.kernels.arrays import Ties, Vertices
from graph.kernels.compiler import compiled

NOT_YET = -1


class Peeling(NamedTuple):
    """What is known while peeling.

    Attributes
    ----------
    left
        Ties of each vertex to those not yet peeled off.
    core
        Core number, or `NOT_YET`.
    stack
        Vertices to peel off next.
    """

    left: Vertices
    core: Vertices
    stack: Vertices


@compiled
def core_numbers(ties: Ties) -> Vertices:
    """Find the largest k such that a vertex belongs to a part in which everyone has at least k ties.

    Parameters
    ----------
    ties
        A neighbour may stand twice in a row and then counts twice.
    """
    size = len(ties.indptr) - 1
    degree = (ties.indptr[1:] - ties.indptr[:-1]).astype(np.int32)
    peeling = Peeling(degree, np.full(size, NOT_YET, np.int32), np.empty(size, np.int32))
    remaining = np.arange(size).astype(np.int32)
    level = 0
    while len(remaining) > 0:
        kept, waiting = divide(remaining, level, peeling)
        peel(ties, level, waiting, peeling)
        remaining = remaining[:kept]
        level += 1
    return peeling.core


@compiled
def divide(remaining: Vertices, level: int, peeling: Peeling) -> tuple[int, int]:
    """Stack the vertices with at most ``level`` ties left; return how many stay and how many go.

    Parameters
    ----------
    remaining
        Vertices that are left.
    level
        Number of the level, from 0.
    peeling
        What is left of the network, changed in place.
    """
    kept = waiting = 0
    for v in remaining:
        if peeling.core[v] != NOT_YET:
            continue
        if peeling.left[v] <= level:
            peeling.core[v] = level
            peeling.stack[waiting] = v
            waiting += 1
        else:
            remaining[kept] = v
            kept += 1
    return kept, waiting


@compiled
def peel(ties: Ties, level: int, waiting: int, peeling: Peeling) -> None:
    """Take off the stacked vertices, and all who are left with ``level`` ties by that.

    Parameters
    ----------
    ties
        Ties by the vertex they start from.
    level
        Number of the level, from 0.
    waiting
        How many vertices wait.
    peeling
        What is left of the network, changed in place.
    """
    while waiting > 0:
        waiting -= 1
        v = peeling.stack[waiting]
        for u in ties.indices[ties.indptr[v] : ties.indptr[v + 1]]:
            peeling.left[u] -= 1
            if peeling.left[u] == level and peeling.core[u] == NOT_YET:
                peeling.core[u] = level
                peeling.stack[waiting] = u
                waiting += 1
