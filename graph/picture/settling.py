"""Where the tied elements of a view settle on the canvas: stress, order, even filling, then lines kept clear."""

from __future__ import annotations

from math import sqrt

import numpy as np

from graph.kernels.stress import shaped
from graph.lazy import later
from graph.picture.block import MARGIN
from graph.picture.keeping_clear import kept_clear
from graph.picture.labels import Box
from graph.picture.lattice import breathed, evened, ranked, ring, stretched
from graph.picture.names import FULLY_NAMED
from graph.picture.packing import Points
from graph.picture.surface import Ground
from graph.picture.tied import ties_of

stats = later("scipy.stats")

ORDER_KEPT = 0.64  # Kendall's tau of places before and after, on both axes
LOST = 0.02  # of it by clearing many elements
HOLDS = (0.25, 1.0, 4.0, 16.0)  # weights of the old places against the stress of one neighbour, tried in this order
STEP = 0.8  # length of a tie in parts of the distance of neighbours in an even picture
STRESS_ROUNDS, ROUNDS_OF_MANY = 30, 18  # of many elements nobody sees the last px
RIM = 60.0, 25.0  # px around the ring at the sides, and above and below, for names


def settled_places(ground: Ground) -> dict[str, tuple[float, float]]:
    """Places in px of the canvas, with the order of the places before kept on both axes."""
    if len(ground.ids) < 2:
        return dict.fromkeys(ground.ids, (ground.frame.right / 2, ground.frame.bottom / 2))
    made, most = ground.before, -2.0
    for hold in HOLDS:
        asked = _asked_for(ground, hold)
        if ground.many and hold < HOLDS[-1] and ground.order_kept(asked) < ORDER_KEPT + LOST:
            continue  # what is evened and cleared keeps less of the order
        if ground.round:
            tried = _in_ring(ground, asked)
        else:
            least = -1.0 if ground.many or hold == HOLDS[-1] else ORDER_KEPT
            tried = kept_clear(ground, _homes(ground, _evened(ground, asked)), least)
        order = ground.order_kept(tried)
        if order > most or hold == HOLDS[-1]:
            made, most = tried, order
        if most >= ORDER_KEPT:
            break
    return {node: (float(x), float(y)) for node, (x, y) in zip(ground.ids, made, strict=True)}


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
