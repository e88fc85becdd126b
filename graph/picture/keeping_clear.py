"""Elements of a picture moved until lines keep away from shapes as large as is found to be possible."""

from __future__ import annotations

from math import sqrt

import numpy as np

from graph.kernels.arrays import Reals
from graph.kernels.board import Board
from graph.kernels.clearing import SEEN, cleared, passing_part
from graph.picture.block import MARGIN
from graph.picture.names import FULLY_NAMED, MANY
from graph.picture.packing import Points
from graph.picture.surface import OUTLINE, Ground
from graph.picture.tied import matrix_of, rows_of_lines

CLEARINGS = 4  # times at most
AIR, LITTLE_AIR = 5.0, 1.5  # px that lines keep away from foreign elements; less where lines are many
LOOSE = 4.0  # how much less being away from home counts where lines are many
COUNTED = 2  # of them, in which crossings of lines cost
HOPE = 0.875  # shapes that a line runs through where they are tried first, if all stood in no order
MORE = 1.15  # times the size that was found to be possible is tried next
CLOSER = 0.6  # reach of each further clearing in parts of the one before
DENSE = 5  # lines for each element from which on only what is seen in one direction is looked at
DENSE_STEPS = 25.0  # for each element, of looking at directions
CROSSINGS = 3  # lines for each element up to which crossings are counted
JUMPS, DENSE_JUMPS = 250, 300  # of each element
REACH, REACH_OF_MANY = 0.22, 90.0  # of the first jumps: in parts of the canvas, and px among many elements
WORK, WORK_OF_MANY = 1.5e7, 4e7  # elementary steps that clearing may take, and of more than those that are all named


def kept_clear(ground: Ground, homes: Points, least: float) -> Points:
    """Move elements until lines keep away from shapes as large as is found to be possible.

    Parameters
    ----------
    ground, homes
        The elements, and the places they are to stay near.
    least
        Order of the places before that is to be kept; where it is lost, nothing more is tried.
    """
    board, radii = _board(ground, homes), ground.radii
    best, most, tried = homes, -1.0, _hoped_for(ground, radii)
    for turn in range(1 if ground.many else CLEARINGS):
        at = _moved(ground, board, best, tried * radii, turn)
        part = min(passing_part(at, radii, ground.lines, ground.few_through), 1.0)
        if part > most:
            best, most = at, part
        if part >= 1.0 or ground.order_kept(at) < least:
            break
        tried = min(MORE * sqrt(part * tried), 1.0)
    return best


def _moved(ground: Ground, board: Board, start: Points, radii: Reals, turn: int) -> Points:
    """Places at which lines keep away from shapes of a size; crossings count in the first turns only.

    Parameters
    ----------
    ground, board
        The elements.
    start, radii
        Where they stand, and half of the shorter side of each.
    turn
        How often they were moved before; each time they go less far.
    """
    n, m = len(ground.ids), len(ground.lines)
    crossings = m <= CROSSINGS * n and not ground.many and turn < COUNTED
    # a line may touch the rim of an element: without that there is no way through many lines
    fine = (m > DENSE * n or turn >= COUNTED) and not ground.many
    asked = board._replace(
        halves=SEEN * radii if fine else radii + OUTLINE,
        air=AIR if crossings else LITTLE_AIR,
        loose=1.0 if crossings else LOOSE,
        crossings=crossings,
    )
    reach = REACH_OF_MANY if ground.many else REACH * sqrt(ground.frame.right * ground.frame.bottom)
    return cleared(asked, start, _jumps(n, m, crossings=crossings), reach * CLOSER**turn)


def _hoped_for(ground: Ground, radii: Reals) -> float:
    """Part of their size with which shapes are tried first: by how many a line would run through in no order."""
    n, m = len(ground.ids), len(ground.lines)
    if m <= CROSSINGS * n or ground.many:
        return 1.0
    met = radii.sum() / sqrt(ground.frame.right * ground.frame.bottom)
    return float(min(HOPE / met, 1.0))


def _jumps(n: int, m: int, *, crossings: bool) -> int:
    """Count the jumps that n elements with m lines have time for."""
    steps = DENSE_STEPS * n if m > DENSE * n else 4.0 * m + n + (2.0 * m**2 / n if crossings else 0.0)
    work = WORK_OF_MANY if FULLY_NAMED < n <= MANY else WORK
    return int(min((JUMPS if crossings else DENSE_JUMPS) * n, work / steps))


def _board(ground: Ground, homes: Points) -> Board:
    """Board of the elements and the places they are to stay near."""
    indptr, own = rows_of_lines(len(ground.ids), ground.lines)
    frame, corner, edge = ground.frame, ground.corner, MARGIN - 1
    dense = len(ground.lines) > DENSE * len(ground.ids)
    kept_clear = [(corner.left, corner.top, corner.right, corner.bottom)] if corner else []
    return Board(
        homes=homes,
        shapes=ground.shapes,
        boxes=ground.boxes,
        drops=np.ascontiguousarray(ground.drop[:, 1]),
        halves=ground.shapes.min(axis=1),
        ends=ground.lines,
        indptr=indptr,
        own=own,
        frame=np.array([frame.left + edge, frame.top + edge, frame.right - edge, frame.bottom - edge]),
        kept_clear=np.array(kept_clear, float).reshape(-1, 4),
        tied=matrix_of(len(ground.ids), ground.lines, dense=dense),
        air=LITTLE_AIR,
        loose=LOOSE,
        crossings=False,
        moving=len(ground.ids),
    )
