"""Elements without ties: a block in a lower corner with a heading, or only the heading when they are many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from graph.picture.beside import BESIDE
from graph.picture.drawn import DrawnNode
from graph.picture.labels import Box
from graph.picture.name_size import size_beside

MARGIN = 10.0  # px between the picture and the border of the canvas
IN_BLOCK = 12  # elements without ties that are drawn; more are only counted
ROW = 24.0  # px of a row of the block
HEADING = (170.0, 36.0)  # px of the heading above a block, on two lines
COUNTED = (270.0, 20.0)  # px of the heading where there is no block, on one line

Signs = Mapping[str, float]  # diameter of each element of the block in px


@dataclass(frozen=True, slots=True)
class Block:
    """Where the elements without ties stand, in px of the canvas.

    Attributes
    ----------
    count
        How many there are.
    corner
        Rectangle of heading and block; ``None`` when everybody has ties.
    rows
        Middle of each shape of the block.
    """

    count: int = 0
    corner: Box | None = None
    rows: Mapping[str, tuple[float, float]] = field(default_factory=dict)


def block(alone: Sequence[DrawnNode], signs: Signs, frame: Box, *, at_left: bool = False) -> Block:
    """Place the elements without ties at the lower right of a canvas, or at the lower left.

    Parameters
    ----------
    alone
        The elements.
    signs
        Their diameters.
    frame
        The canvas.
    at_left
        Whether they stand at the left.
    """
    if not alone:
        return Block()
    shown = sorted(alone, key=_order) if len(alone) <= IN_BLOCK else []
    heights = [max(ROW, size_beside(node)[1] + 4, signs[node.id] + 4) for node in shown]
    wide, high = _size(shown, signs)
    right, bottom = frame.right - MARGIN, frame.bottom - MARGIN
    left = frame.left + MARGIN if at_left else right - wide
    corner = Box(left, bottom - high - sum(heights), left + wide, bottom)
    return Block(len(alone), corner, _rows(shown, signs, heights, corner))


def _order(node: DrawnNode) -> tuple[float, str, str]:
    """Keep the order from top to bottom that they had among the others."""
    return node.y, node.short_name, node.id


def _size(shown: Sequence[DrawnNode], signs: Signs) -> tuple[float, float]:
    """Width of the block and height of its heading."""
    if not shown:
        return COUNTED
    names = max(size_beside(node)[0] for node in shown)
    return max(HEADING[0], max(signs[node.id] for node in shown) + BESIDE + names + MARGIN), HEADING[1]


def _rows(
    shown: Sequence[DrawnNode], signs: Signs, heights: Sequence[float], corner: Box
) -> dict[str, tuple[float, float]]:
    if not shown:
        return {}
    left, top = corner.left + max(signs[node.id] for node in shown) / 2 + 2, corner.top + HEADING[1]
    ends = pairwise([0.0, *np.cumsum(heights).tolist()])
    return {node.id: (left, top + (first + last) / 2) for node, (first, last) in zip(shown, ends, strict=True)}
