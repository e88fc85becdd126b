"""Where the tied elements of a view settle on the canvas: stress, order, even filling, then lines kept clear."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf, sqrt

import numpy as np

from graph.kernels.arrays import Counts
from graph.kernels.board import Board
from graph.kernels.clearing import SEEN, cleared, share_through
from graph.kernels.stress import shaped
from graph.lazy import later
from graph.picture.block import MARGIN
from graph.picture.drawn import DrawnEdge, DrawnNode
from graph.picture.labels import Box
from graph.picture.lattice import breathed, evened, ranked, ring, stretched
from graph.picture.name_size import name_rooms
from graph.picture.names import FULLY_NAMED, LEAST_NAMED, MANY, by_importance
from graph.picture.outline import halves
from graph.picture.packing import Points
from graph.picture.tied import matrix_of, pairs_of, rows_of_lines, ties_of

stats = later("scipy.stats")

SURELY_NAMED = 24  # names that have room among many elements
ROOM = 2.0  # px around a shape with its name
ORDER_KEPT = 0.64  # Kendall's tau of places before and after, on both axes
LOST = 0.02  # of it by clearing many elements
HOLDS = (0.25, 1.0, 4.0, 16.0)  # weights of the old places against the stress of one neighbour, tried in this order
STEP = 0.8  # length of a tie in parts of the distance of neighbours in an even picture
STRESS_ROUNDS, ROUNDS_OF_MANY = 30, 18  # of many elements nobody sees the last px
EVEN, EVEN_OF_MANY = 0.62, 0.75  # of a place is the place in an even lattice
AIR, LITTLE_AIR = 5.0, 1.5  # px that lines keep away from foreign elements; less where lines are many
LOOSE = 4.0  # how much less being away from home counts where lines are many
CLEARINGS, LEAST_THROUGH = 5, 0.035  # times at most, and share of lines through foreign elements that is few
COUNTED = 2  # of them, in which crossings of lines cost
CLOSER = 0.6  # reach of each further clearing in parts of the one before
DENSE = 5  # lines for each element from which on only what is seen in one direction is looked at
DENSE_STEPS = 25.0  # for each element, of looking at directions
OUTLINE = 1.0  # px around a shape
NEARLY_ALL = 0.5  # of all pairs that are tied in a network that stands in a ring
RIM = 60.0, 25.0  # px around the ring at the sides, and above and below, for names
CROSSINGS = 3  # lines for each element up to which crossings are counted
JUMPS, DENSE_JUMPS = 250, 300  # of each element
REACH, REACH_OF_MANY = 0.22, 90.0  # of the first jumps: in parts of the canvas, and px among many elements
WORK, WORK_OF_MANY = 1.5e7, 4e7  # elementary steps that clearing may take, and of more than those that are all named


@dataclass(frozen=True, slots=True)
class Ground:
    """What is arranged and where: in px of the canvas.

    Attributes
    ----------
    ids
        Of the elements, sorted.
    before
        Their places in the whole network, in any unit, shape (n, 2).
    shapes
        Half width and half height by the usual measure, shape (n, 2).
    boxes
        Half width and half height of the room for the largest shape with its name, shape (n, 2).
    drop
        From the middle of a shape to the middle of its room, shape (n, 2).
    lines
        Pairs of tied elements, shape (m, 2).
    frame
        The canvas.
    corner
        Rectangle of the elements without ties.
    """

    ids: tuple[str, ...]
    before: Points
    shapes: Points
    boxes: Points
    drop: Points
    lines: Counts
    frame: Box
    corner: Box | None

    @classmethod
    def of(
        cls,
        nodes: Sequence[DrawnNode],
        edges: Sequence[DrawnEdge],
        sizes: Mapping[str, tuple[float, float]],
        zoom: float,
        canvas: tuple[Box, Box | None],
    ) -> Ground:
        """Measure elements and lines at a zoom; the canvas comes with the corner that is taken.

        Parameters
        ----------
        nodes
            Elements of the drawing.
        edges
            Lines of the drawing.
        sizes
            Width and height in px of each element with its name.
        zoom
            Scale at which the drawing is shown.
        canvas
            The canvas, and its corner that is taken.
        """
        kept = sorted(nodes, key=lambda node: node.id)
        usual, largest = (
            np.array([halves(node.shape, sizes[node.id][which]) for node in kept]).reshape(-1, 2) * zoom + OUTLINE
            for which in (0, 1)
        )
        rooms = _rooms(kept, canvas[0].right * canvas[0].bottom)
        return cls(
            ids=tuple(node.id for node in kept),
            before=np.array([(node.x, node.y) for node in kept]).reshape(-1, 2),
            shapes=usual,
            boxes=np.stack(
                [np.maximum(largest[:, 0], rooms[:, 0] / 2) + ROOM, largest[:, 1] + rooms[:, 1] / 2 + ROOM], axis=1
            ),
            drop=np.stack([np.zeros(len(kept)), rooms[:, 1] / 2], axis=1),
            lines=pairs_of(kept, edges),
            frame=canvas[0],
            corner=canvas[1],
        )

    @property
    def many(self) -> bool:
        """Whether there are too many elements for all to be followed."""
        return len(self.ids) > MANY

    @property
    def round(self) -> bool:
        """Whether nearly all are tied to each other, and too many for lines to find a way between them."""
        n = len(self.ids)
        return FULLY_NAMED < n <= MANY and len(self.lines) > NEARLY_ALL * n * (n - 1) / 2

    @property
    def even(self) -> float:
        """Part of the way to the places of an even lattice."""
        return EVEN_OF_MANY if self.many else EVEN

    @property
    def few_through(self) -> float:
        """Share of the lines through foreign elements that is few."""
        return LEAST_THROUGH if len(self.ids) <= FULLY_NAMED else 2 * LEAST_THROUGH


def settled_places(ground: Ground) -> dict[str, tuple[float, float]]:
    """Places in px of the canvas, with the order of the places before kept on both axes."""
    if len(ground.ids) < 2:
        return dict.fromkeys(ground.ids, (ground.frame.right / 2, ground.frame.bottom / 2))
    made, most = ground.before, -2.0
    for hold in HOLDS:
        asked = _asked_for(ground, hold)
        if ground.many and hold < HOLDS[-1] and min(_order_kept(ground.before, asked)) < ORDER_KEPT + LOST:
            continue  # what is evened and cleared keeps less of the order
        tried = _in_ring(ground, asked) if ground.round else _cleared(ground, _homes(ground, _evened(ground, asked)))
        order = min(_order_kept(ground.before, tried))
        if order > most:
            made, most = tried, order
        if most >= ORDER_KEPT:
            break
    return {node: (float(x), float(y)) for node, (x, y) in zip(ground.ids, made, strict=True)}


def _order_kept(before: Points, after: Points) -> list[float]:
    """Kendall's tau of both axes; 1 where an axis has no order."""
    taus = (float(stats.kendalltau(before[:, axis], after[:, axis]).statistic) for axis in (0, 1))
    return [1.0 if np.isnan(tau) else tau for tau in taus]


def _asked_for(ground: Ground, hold: float) -> Points:
    """Places that the ties ask for, with ranks among them so that they fill the canvas."""
    n, frame = len(ground.ids), ground.frame
    start = stretched(ground.before, frame)
    step = STEP * sqrt(frame.right * frame.bottom / n)
    rounds = ROUNDS_OF_MANY if ground.many else STRESS_ROUNDS
    shape = stretched(shaped(ties_of(n, ground.lines), start, step=step, hold=hold, rounds=rounds), frame)
    even = ground.even
    return stretched((1 - even) * shape + even * ranked(shape, frame), frame)


def _evened(ground: Ground, asked: Points) -> Points:
    """Places that fill the canvas evenly and are near those that the ties ask for."""
    return evened(asked, ground.frame, ground.corner, ground.even)


def _in_ring(ground: Ground, asked: Points) -> Points:
    """Places on an ellipse, above the elements without ties."""
    frame, low = ground.frame, ground.corner.top if ground.corner else ground.frame.bottom
    return ring(asked, Box(frame.left + RIM[0], frame.top + RIM[1], frame.right - RIM[0], low - RIM[1]))


def _homes(ground: Ground, homes: Points) -> Points:
    """Move places so that each has its room inside the canvas."""
    frame = ground.frame
    if len(ground.ids) > FULLY_NAMED:
        half_w, half_h = np.median(ground.boxes, axis=0) + MARGIN
        inner = Box(frame.left + half_w, frame.top + half_h, frame.right - half_w, frame.bottom - half_h)
        homes = breathed(homes, 2 * ground.boxes, ground.drop, inner)
    low = np.array([frame.left + MARGIN, frame.top + MARGIN]) + ground.boxes - ground.drop
    high = np.array([frame.right - MARGIN, frame.bottom - MARGIN]) - ground.boxes - ground.drop
    return _out_of_corner(np.clip(homes, low, np.maximum(high, low)), ground)


def _out_of_corner(points: Points, ground: Ground) -> Points:
    """Move points that lie in the corner above it or beside it, whichever is nearer."""
    corner = ground.corner
    if corner is None:
        return points
    at_right = corner.left > ground.frame.right / 2
    beside = corner.left - ground.boxes[:, 0] - 1 if at_right else corner.right + ground.boxes[:, 0] + 1
    above = corner.top - ground.boxes[:, 1] - ground.drop[:, 1] - 1
    way = points[:, 0] - beside if at_right else beside - points[:, 0]
    inside = (way > 0) & (points[:, 1] > above)
    sideways = inside & (way < points[:, 1] - above)
    made = points.copy()
    made[sideways, 0] = beside[sideways]
    made[inside & ~sideways, 1] = above[inside & ~sideways]
    return made


def _cleared(ground: Ground, homes: Points) -> Points:
    """Move elements until lines keep away from them, again while too many do not; crossings count at first only."""
    n, m = len(ground.ids), len(ground.lines)
    at, best, least = homes, homes, inf
    for turn in range(1 if ground.many else CLEARINGS):
        crossings = m <= CROSSINGS * n and not ground.many and turn < COUNTED
        board = _board(ground, homes, crossings=crossings, fine=m > DENSE * n or turn >= COUNTED)
        reach = REACH_OF_MANY if ground.many else REACH * sqrt(ground.frame.right * ground.frame.bottom)
        at = cleared(board, at, _jumps(n, m, crossings=crossings), reach * CLOSER**turn)
        share = share_through(board, at)
        if share < least:
            best, least = at, share
        if share <= ground.few_through:
            break
    return best


def _jumps(n: int, m: int, *, crossings: bool) -> int:
    """Count the jumps that n elements with m lines have time for."""
    steps = DENSE_STEPS * n if m > DENSE * n else 4.0 * m + n + (2.0 * m**2 / n if crossings else 0.0)
    work = WORK_OF_MANY if FULLY_NAMED < n <= MANY else WORK
    return int(min((JUMPS if crossings else DENSE_JUMPS) * n, work / steps))


def _board(ground: Ground, homes: Points, *, crossings: bool, fine: bool) -> Board:
    """Board of the elements.

    Parameters
    ----------
    ground, homes
        The elements, and the places they are to stay near.
    crossings
        Whether crossings cost.
    fine
        Whether a line may touch the rim of an element: without that there is no way through many lines.
    """
    indptr, own = rows_of_lines(len(ground.ids), ground.lines)
    frame, corner, edge = ground.frame, ground.corner, MARGIN - 1
    dense = len(ground.lines) > DENSE * len(ground.ids)
    halves_seen = ground.shapes.min(axis=1)
    kept_clear = [(corner.left, corner.top, corner.right, corner.bottom)] if corner else []
    return Board(
        homes=homes,
        shapes=ground.shapes,
        boxes=ground.boxes,
        drops=np.ascontiguousarray(ground.drop[:, 1]),
        halves=SEEN * (halves_seen - OUTLINE) if fine and not ground.many else halves_seen,
        ends=ground.lines,
        indptr=indptr,
        own=own,
        frame=np.array([frame.left + edge, frame.top + edge, frame.right - edge, frame.bottom - edge]),
        kept_clear=np.array(kept_clear, float).reshape(-1, 4),
        tied=matrix_of(len(ground.ids), ground.lines, dense=dense),
        air=AIR if crossings else LITTLE_AIR,
        loose=1.0 if crossings else LOOSE,
        crossings=crossings,
        moving=len(ground.ids),
    )


def _rooms(nodes: Sequence[DrawnNode], area: float) -> Points:
    """Width and height of the names that are likely to be written on a canvas; zeros for the others."""
    count = len(nodes) if len(nodes) <= FULLY_NAMED else LEAST_NAMED if len(nodes) <= MANY else SURELY_NAMED
    rooms = name_rooms(by_importance(nodes)[:count], area)
    return np.array([rooms.get(node.id, (0.0, 0.0)) for node in nodes]).reshape(-1, 2)
