"""What does not change while elements move on the canvas, see `graph.kernels.clearing`."""

from __future__ import annotations

from typing import NamedTuple

from graph.kernels.arrays import Counts, Flags, Reals


class Board(NamedTuple):
    """What does not change while elements move.

    Attributes
    ----------
    homes
        Places they are to stay near, shape (n, 2), px.
    shapes, boxes
        Half width and half height of each shape, and of the room it needs with its name, both shape (n, 2).
    drops
        How far the middle of the room lies below the middle of the shape, shape (n,).
    halves
        Half of the shorter side of each shape, shape (n,).
    ends
        Both ends of each line, shape (m, 2).
    indptr, own
        Lines of each element as compressed rows.
    frame
        Left, top, right and bottom of the canvas.
    kept_clear
        Lower corners of the canvas in which nobody may stand and through which no line is to run, shape (k, 4).
    tied
        Whether two elements are tied, shape (n, n), where nearly all of them are; else without rows.
    air
        px that lines keep away from the outline of a foreign element.
    loose
        Divides the cost of being away from home.
    crossings
        Whether crossings of lines cost; with very many lines they cannot be avoided and take long to count.
    moving
        How many may be moved, the first ones; the others stand where they are.
    """

    homes: Reals
    shapes: Reals
    boxes: Reals
    drops: Reals
    halves: Reals
    ends: Counts
    indptr: Counts
    own: Counts
    frame: Reals
    kept_clear: Reals
    tied: Flags
    air: float
    loose: float
    crossings: bool
    moving: int
