"""What names are to be written and what stands around them, see `graph.kernels.naming`."""

from __future__ import annotations

from typing import NamedTuple

from graph.kernels.arrays import Counts, Flags, Reals

ANYTHING = 1e9  # of another node that a name that must be there may cover, where there is no other way


class Wanted(NamedTuple):
    """Names to be written, the most important first, in px.

    Attributes
    ----------
    nodes
        Centre, half width and half height of all shapes, shape (n, 4).
    owners
        Node of each name, shape (k,).
    sizes
        Width and height of each name on one line and on two lines, shape (k, 4); a width of 0 means that it has no
        such form.
    must
        Whether the name is written in any case that leaves others room, shape (k,).
    lines
        Ends of the lines of the picture, shape (m, 4).
    kept_clear, frame
        Rectangles without names, shape (b, 4): left, top, right, bottom; and the one in which names stand.
    covering
        Part of another node that a name that must be there may cover at most.
    """

    nodes: Reals
    owners: Counts
    sizes: Reals
    must: Flags
    lines: Reals
    kept_clear: Reals
    frame: Reals
    covering: float = ANYTHING
