"""Elements moved a little until lines keep away from foreign elements and nothing lies on anything else.

A random descent: an element jumps to a place nearby, or two change places, and that stays if it costs less. The numbers
drawn are those of a generator of our own, so that the same network gives the same picture on every machine.

References
----------
Davidson & Harel (1996), Drawing graphs nicely using simulated annealing. ACM Trans. Graph. 15, 301-331.
Marsaglia (2003), Xorshift RNGs. J. Stat. Softw. 8(14).
"""

from __future__ import annotations

from graph.kernels.arrays import Reals
from graph.kernels.board import Board
from graph.kernels.clearing_kernel import SEEN, descended, through_count

__all__ = ["SEEN", "cleared", "share_through"]


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
    return float(through_count(board, at)) / max(len(board.ends), 1)
