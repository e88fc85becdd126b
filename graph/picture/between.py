"""What stands between fixed ends, moved until the lines to the ends run through nobody else.

In lanes that stand in line, a line to the fourth lane runs through three elements. What is compared, or where a chain
begins and ends, stays where it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import sqrt

import numpy as np

from graph.kernels.board import Board
from graph.kernels.clearing import cleared, share_through
from graph.picture.drawn import Drawing, DrawnEdge, DrawnNode
from graph.picture.keeping_clear import CLEARINGS, CLOSER, LOOSE
from graph.picture.name_size import name_rooms
from graph.picture.outline import halves
from graph.picture.tied import rows_of_lines

FULL_SIZE = 12  # elements between the ends up to which shapes have their usual size
JUMPS, REACH = 900, 90.0  # of each element, and length of the first ones in units of the drawing
AIR = 4.0  # units that lines keep away from elements
NAMES = 0.6  # of the usual room for names: lines come first, and names stand at any side of their element
ROOM = 2.0  # units around a shape with its name
FREE = 95.0  # units beside the ends where nobody stands
HIGH = 500.0  # units that elements may use, as high as the canvas is beside ends that far apart


def clear_of_lines(drawing: Drawing, fixed: Sequence[str]) -> Drawing:
    """Move what stands between fixed ends until lines keep away from it; where they do, all stays as it is.

    Which end stands left changes nothing.

    Parameters
    ----------
    drawing
        Ends and what they are tied to; names are those of before.
    fixed
        Ids of the ends.
    """
    between = sorted((node for node in drawing.nodes if node.id not in fixed), key=lambda node: (node.y, node.x))
    ends = sorted((node for node in drawing.nodes if node.id in fixed), key=lambda node: (node.x, node.y))
    board = _board(between, ends, drawing.edges)
    if not share_through(board, board.homes):
        return drawing
    part = min(1.0, sqrt(FULL_SIZE / len(between)))
    smaller = [replace(node, size=round(part * node.size, 1)) for node in between]
    at, reach, board = board.homes, REACH, _board(smaller, ends, drawing.edges)
    for _ in range(CLEARINGS):
        at, reach = cleared(board, at, JUMPS * len(between), reach), CLOSER * reach
        if not share_through(board, at):
            break
    made = {
        node.id: replace(node, x=round(x, 1), y=round(y, 1)) for node, (x, y) in zip(smaller, at.tolist(), strict=False)
    }
    return replace(drawing, nodes=tuple(made.get(node.id, node) for node in drawing.nodes))


def _board(between: Sequence[DrawnNode], ends: Sequence[DrawnNode], edges: Sequence[DrawnEdge]) -> Board:
    """Measure what is moved, the ends behind it, in units of the drawing."""
    nodes, n = [*between, *ends], len(between)
    shapes = np.array([halves(node.shape, node.size) for node in nodes])
    frame = _frame(ends)
    rooms = name_rooms(between, NAMES * (frame[2] - frame[0]) * (frame[3] - frame[1]))
    names = np.array([rooms.get(node.id, (0.0, 0.0)) for node in nodes])
    place = {node.id: index for index, node in enumerate(nodes)}
    lines = np.array(sorted((place[edge.source], place[edge.target]) for edge in edges), np.int64).reshape(-1, 2)
    indptr, own = rows_of_lines(len(nodes), lines)
    return Board(
        homes=np.array([(node.x, node.y) for node in nodes]),
        shapes=shapes,
        boxes=np.stack([np.maximum(shapes[:, 0], names[:, 0] / 2), shapes[:, 1] + names[:, 1] / 2], axis=1) + ROOM,
        drops=names[:, 1] / 2,
        halves=shapes.min(axis=1),
        ends=np.sort(lines, axis=1),
        indptr=indptr,
        own=own,
        frame=frame,
        kept_clear=np.zeros((0, 4)),
        tied=np.zeros((0, 0), np.uint8),
        air=AIR,
        loose=LOOSE,
        crossings=False,
        moving=n,
    )


def _frame(ends: Sequence[DrawnNode]) -> np.ndarray:
    """Left, top, right and bottom of where elements may stand."""
    wide = max((abs(node.x) for node in ends), default=0.0) - FREE
    high = max(HIGH / 2, *(abs(node.y) for node in ends))
    return np.array([-wide, -high, wide, high])
