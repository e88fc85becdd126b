"""Circles of a map moved a little aside, so that lines between others do not run through them."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

import numpy as np

from graph.picture.packing import Points

MOST = 30.0  # px that a circle is moved in all
AIR = 1.0  # px between a line and a circle it passes
ROUNDS = 60
EDGE = 2.0  # px between a circle and the border of the map


def beside_lines(
    places: Points, radii: Points, lines: Sequence[tuple[int, int]], window: tuple[float, float, float, float]
) -> Points:
    """Move circles away from foreign lines and from each other, none further than `MOST`.

    Parameters
    ----------
    places
        Middles, shape (n, 2), px.
    radii
        Shape (n,), px.
    lines
        Both ends of each line.
    window
        Left, top, right and bottom of the map.

    Returns
    -------
    Points
        Of all that was tried the places with the fewest lines through circles, none of which overlap more than before.
    """
    at, best, least = places.copy(), places, _faults(places, radii, lines)
    for _ in range(ROUNDS if least else 0):
        at = _inside(at + _steps(at, radii, lines), places, radii, window)
        count = _faults(at, radii, lines)
        if count < least:
            best, least = at.copy(), count
        if not least:
            break
    return best


def _steps(at: Points, radii: Points, lines: Sequence[tuple[int, int]]) -> Points:
    """Half of what each circle lacks to foreign lines and to other circles."""
    step = np.zeros_like(at)
    for k, a, b in _met(at, radii + AIR, lines):
        nearest = _nearest(at[k], at[a], at[b])
        away = at[k] - nearest
        gap = hypot(*away)
        across = np.array([at[a][1] - at[b][1], at[b][0] - at[a][0]])
        unit = away / gap if gap > 0.1 else across / max(hypot(*across), 1.0)
        step[k] += 0.5 * (radii[k] + AIR - gap) * unit
        step[[a, b]] -= 0.15 * (radii[k] + AIR - gap) * unit
    for a, b in _overlapping(at, radii):
        away = at[a] - at[b]
        unit = away / max(hypot(*away), 0.1)
        lack = radii[a] + radii[b] - max(abs(away))
        step[a] += 0.5 * lack * unit
        step[b] -= 0.5 * lack * unit
    return step


def _inside(at: Points, homes: Points, radii: Points, window: tuple[float, float, float, float]) -> Points:
    """Keep circles near their places and on the map."""
    away = at - homes
    far = np.hypot(away[:, 0], away[:, 1])
    near = homes + away * np.minimum(1.0, MOST / np.maximum(far, 1e-9))[:, None]
    low = np.array(window[:2]) + radii[:, None] + EDGE
    high = np.array(window[2:]) - radii[:, None] - EDGE
    made: Points = np.clip(near, np.minimum(low, homes), np.maximum(high, homes))
    return made


def _faults(at: Points, radii: Points, lines: Sequence[tuple[int, int]]) -> int:
    """Lines that run through a foreign circle, and many times more pairs of circles that overlap."""
    return len({(a, b) for _, a, b in _met(at, radii, lines)}) + 1000 * len(_overlapping(at, radii - AIR))


def _met(at: Points, radii: Points, lines: Sequence[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """Circles that a foreign line runs through, with both ends of the line."""
    return [
        (k, a, b)
        for a, b in lines
        for k in range(len(at))
        if k not in (a, b) and hypot(*(at[k] - _nearest(at[k], at[a], at[b]))) < radii[k]
    ]


def _nearest(point: Points, start: Points, end: Points) -> Points:
    way = end - start
    part = float(np.clip((point - start) @ way / max(float(way @ way), 1e-9), 0.0, 1.0))
    made: Points = start + part * way
    return made


def _overlapping(at: Points, radii: Points) -> list[tuple[int, int]]:
    """Pairs of circles whose bounding squares overlap: circles corner to corner look as if they did."""
    apart = np.abs(at[:, None] - at[None]).max(axis=2)
    a, b = np.nonzero(apart < radii[:, None] + radii[None])
    return [(int(i), int(j)) for i, j in zip(a, b, strict=True) if i < j]
