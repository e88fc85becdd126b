"""Elements moved a little until lines keep away from foreign elements and nothing lies on anything else.

A random descent: an element jumps to a place nearby, or two change places, and that stays if it costs less. The numbers
drawn are those of a generator of our own, so that the same network gives the same picture on every machine.

References
----------
Davidson & Harel (1996), Drawing graphs nicely using simulated annealing. ACM Trans. Graph. 15, 301-331.
Marsaglia (2003), Xorshift RNGs. J. Stat. Softw. 8(14).
"""

from __future__ import annotations

import numpy as np

from graph.kernels.arrays import Counts, Reals
from graph.kernels.board import Board
from graph.kernels.clearing_kernel import SEEN, descended
from graph.kernels.passing import passing_parts

RIM = 0.8  # of its half width: a line that is further from the middle does not run through an element

__all__ = ["SEEN", "cleared", "passing_part", "share_through"]


def cleared(board: Board, start: Reals, jumps: int, reach: float) -> Reals:
    """Places after a number of jumps.

    Parameters
    ----------
    board
        The elements.
    start
        Where they stand at first, shape (n, 2).
    jumps
        Tries.
    reach
        Length in px of the first jumps; later ones are shorter.

    Returns
    -------
    ndarray
        Shape (n, 2), px.
    """
    return descended(board, start, jumps, reach)


def share_through(board: Board, at: Reals) -> float:
    """Share of the lines that run through a foreign element, 0 without lines."""
    parts = passing_parts(_circles(at, SEEN * board.halves), board.ends)
    return float((parts < 1.0).mean()) if len(parts) else 0.0


def passing_part(at: Reals, halves: Reals, ends: Counts, few: float) -> float:
    """Largest part of their size that elements can have while no more than a share of the lines runs through one.

    Parameters
    ----------
    at, halves
        Places, shape (n, 2), and half of the shorter side of each, in one unit.
    ends
        Both ends of each line, shape (m, 2).
    few
        The share.
    """
    parts = np.sort(passing_parts(_circles(at, RIM * halves), ends))
    return float(parts[int(few * len(parts))]) if len(parts) else np.inf


def _circles(at: Reals, halves: Reals) -> Reals:
    circles: Reals = np.column_stack((at, halves))
    return circles
