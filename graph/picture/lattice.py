"""Points spread evenly over a canvas: stretched, ranked, moved towards an even lattice or a ring, pushed apart."""

from __future__ import annotations

from math import ceil, pi, sqrt

import numpy as np

from graph.lazy import later
from graph.picture.labels import Box
from graph.picture.packing import Points, pushed_apart

optimize = later("scipy.optimize")

BREATHS, ROUNDS = 12, 25  # times boxes are pushed apart, and rounds of pushing each time
LONG = 1.25  # distance of the places of a row in parts of that of two rows: names are wider than high
ARCS = 4_000  # straight parts of an ellipse while its length is measured
NEAR = 20.0  # px around the corner that have no place of the lattice


def stretched(points: Points, frame: Box) -> Points:
    """Stretch points to the frame on both axes; on an axis without extent all stand in the middle."""
    low, reach = points.min(axis=0), np.ptp(points, axis=0)
    part = np.where(reach > 0, (points - low) / np.where(reach > 0, reach, 1.0), 0.5)
    made: Points = part * (frame.right - frame.left, frame.bottom - frame.top) + (frame.left, frame.top)
    return made


def ranked(points: Points, frame: Box) -> Points:
    """Put the rank of each point on each axis in its place, so that outliers do not squash the centre."""
    order = np.argsort(np.argsort(points, axis=0, kind="stable"), axis=0, kind="stable")
    return stretched(order.astype(float), frame)


def evened(points: Points, frame: Box, corner: Box | None, even: float) -> Points:
    """Move points part of the way to the places of an even lattice, each to its own, all as little as possible.

    Parameters
    ----------
    points
        Shape (n, 2), px.
    frame
        The canvas.
    corner
        Rectangle at its lower right or left without places.
    even
        Part of the way.
    """
    places = lattice(len(points), frame, corner)
    away = ((points[:, None] - places[None]) ** 2).sum(axis=2)
    _, own = optimize.linear_sum_assignment(away)
    made: Points = (1 - even) * points + even * places[own]
    return made


def lattice(n: int, frame: Box, corner: Box | None) -> Points:
    """At least n places in rows, every other row moved by half a step, none of them in the corner.

    Parameters
    ----------
    n
        How many places there are at least.
    frame
        Room on the canvas.
    corner
        Corner that stays free.
    """
    wide, high = frame.right - frame.left, frame.bottom - frame.top
    count = n
    while True:
        rows = max(round(sqrt(count * high / wide / LONG)), 1)
        columns = ceil(count / rows)
        row, column = (part.ravel() for part in np.mgrid[0:rows, 0:columns])
        x = frame.left + wide * (column + 0.5 + np.where(row % 2, 0.25, -0.25)) / columns
        y = frame.top + high * (row + 0.5) / rows
        free = np.ones(len(x), bool)
        if corner is not None:
            free = (x < corner.left - NEAR) | (x > corner.right + NEAR) | (y < corner.top - NEAR)
        if free.sum() >= n:
            places: Points = np.stack([x, y], axis=1)[free]
            return places
        count += max(n - int(free.sum()), 1)


def ring(points: Points, frame: Box) -> Points:
    """Put points on an ellipse in the frame, all equally far from the next, in the order of their directions.

    No three of an ellipse stand in line, so that a line between two runs past all others.
    """
    middle = np.array([frame.left + frame.right, frame.top + frame.bottom]) / 2
    half = np.array([frame.right - frame.left, frame.bottom - frame.top]) / 2
    around = (points - middle) / half
    turn = np.linspace(-pi, pi, ARCS + 1)
    ellipse = np.stack([np.cos(turn), np.sin(turn)], axis=1) * half
    gone = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(ellipse, axis=0).T))])
    stops = (np.arange(len(points)) + 0.5) / len(points) * gone[-1]
    made = np.empty_like(points)
    made[np.argsort(np.arctan2(around[:, 1], around[:, 0]), kind="stable")] = np.stack(
        [np.interp(stops, gone, ellipse[:, axis]) for axis in (0, 1)], axis=1
    )
    placed: Points = made + middle
    return placed


def breathed(points: Points, boxes: Points, drop: Points, frame: Box) -> Points:
    """Push boxes apart and press the picture into its frame again, a few times: dense places give to sparse ones.

    Parameters
    ----------
    points
        Shape (n, 2), px.
    boxes
        Width and height of the room around each, shape (n, 2).
    drop
        From each point to the middle of its room, shape (n, 2).
    frame
        Where the points are to stay.
    """
    for _ in range(BREATHS):
        points = stretched(pushed_apart(points + drop, boxes, rounds=ROUNDS) - drop, frame)
    return points
