"""The ground of a map: how degrees become px, which part of the country is shown, and the borders in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, hypot, radians

import numpy as np

from graph.places.outlines import borders

Window = tuple[float, float, float, float]  # left, top, right, bottom
Point = tuple[float, float]
Borders = tuple[tuple[float, ...], ...]  # each x, y, x, y, ...

KM_PER_DEGREE = 111.2  # from south to north
NEAREST_KM, FURTHEST = 25.0, 2.2  # radius shown at least, and how many times that of three quarters of the actors
SHARE = 0.75
INSET = 46.0  # px between the border of the picture and a place that lies beyond it
STEP = 1.5  # px between two points of a border that are worth drawing


@dataclass(frozen=True, slots=True)
class MapGround:
    """A part of the country.

    Attributes
    ----------
    centre
        Degrees east and north of its middle.
    px_per_km
        Scale.
    size
        Width and height in px.
    """

    centre: Point
    px_per_km: float
    size: Point

    @property
    def window(self) -> Window:
        """What is shown, in px around the centre."""
        wide, high = self.size
        return -wide / 2, -high / 2, wide / 2, high / 2

    def at(self, lon: np.ndarray, lat: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Px of degrees east and north, x to the right and y downwards."""
        scale = KM_PER_DEGREE * self.px_per_km
        narrow = cos(radians(self.centre[1]))
        return (lon - self.centre[0]) * scale * narrow, (self.centre[1] - lat) * scale


def ground_for(places: Sequence[Point], weights: Sequence[float], size: Point) -> MapGround:
    """Show the part in which most is: around its middle, a good two times as far as three quarters of it reach.

    Parameters
    ----------
    places
        Degrees east and north.
    weights
        Actors at each.
    size
        Width and height of the picture in px.
    """
    points, heavy = np.array(places, float).reshape(-1, 2), np.array(weights, float)
    centre = tuple(_quantile(points[:, axis], heavy, 0.5) for axis in (0, 1))
    east = (points[:, 0] - centre[0]) * KM_PER_DEGREE * cos(radians(centre[1]))
    north = (points[:, 1] - centre[1]) * KM_PER_DEGREE
    far = np.maximum(np.abs(east) * size[1] / size[0], np.abs(north))
    usual = max(_quantile(far, heavy, SHARE), NEAREST_KM / FURTHEST)
    shown = far <= usual * FURTHEST
    middle = [(axis[shown].min() + axis[shown].max()) / 2 for axis in (east, north)]
    reach = max(
        float(np.abs(east[shown] - middle[0]).max()) / (size[0] / 2 - INSET),
        float(np.abs(north[shown] - middle[1]).max()) / (size[1] / 2 - INSET),
        NEAREST_KM / (size[1] / 2 - INSET),
    )
    lat = centre[1] + middle[1] / KM_PER_DEGREE
    lon = centre[0] + middle[0] / KM_PER_DEGREE / cos(radians(centre[1]))
    return MapGround((float(lon), float(lat)), 1 / reach, size)


def _quantile(values: np.ndarray, weights: np.ndarray, part: float) -> float:
    """Smallest value that this part of the weight does not exceed."""
    order = np.argsort(values, kind="stable")
    reached = np.cumsum(weights[order]) >= part * weights.sum()
    return float(values[order][int(np.argmax(reached))])


def drawn_at(ground: MapGround, places: Mapping[str, Point]) -> tuple[dict[str, Point], frozenset[str]]:
    """Px of each place, and which lie beyond the picture: they stand at its border, in their direction."""
    wide, high = ground.size[0] / 2 - INSET, ground.size[1] / 2 - INSET
    found, beyond = {}, set()
    for key, (lon, lat) in places.items():
        x, y = (float(axis) for axis in ground.at(np.array(lon), np.array(lat)))
        out = max(abs(x) / wide, abs(y) / high)
        if out > 1.001:
            beyond.add(key)
            x, y = x / out, y / out
        found[key] = x, y
    return found, frozenset(beyond)


def distance_km(ground: MapGround, place: Point) -> int:
    """Kilometres from the middle of the picture, to ten."""
    x, y = ground.at(np.array(place[0]), np.array(place[1]))
    return round(hypot(float(x), float(y)) / ground.px_per_km / 10) * 10


def borders_in(ground: MapGround) -> Borders:
    """Borders of counties within the picture, cut at its edge."""
    return tuple(part for border in borders() for part in _cut(_thinned(ground, border), ground.window))


def _thinned(ground: MapGround, border: np.ndarray) -> np.ndarray:
    """Px of a border without steps that nobody sees."""
    x, y = ground.at(border[:, 0], border[:, 1])
    points = np.column_stack([x, y])
    if len(points) < 3:
        return points
    kept = np.concatenate([[0], np.flatnonzero(np.diff(np.cumsum(_steps(points)) // STEP)) + 1, [len(points) - 1]])
    thinned: np.ndarray = points[np.unique(kept)]
    return thinned


def _steps(points: np.ndarray) -> np.ndarray:
    lengths: np.ndarray = np.concatenate([[0.0], np.hypot(*np.diff(points, axis=0).T)])
    return lengths


def _cut(points: np.ndarray, window: Window) -> list[tuple[float, ...]]:
    """Parts of a line within a window."""
    left, top, right, bottom = window
    (low_x, low_y), (high_x, high_y) = points.min(axis=0), points.max(axis=0)
    if high_x < left or low_x > right or high_y < top or low_y > bottom:
        return []
    parts: list[list[float]] = []
    for a, b in zip(points[:-1].tolist(), points[1:].tolist(), strict=True):
        if (seen := within(a, b, window)) is None:
            continue
        start, end = seen
        if not parts or parts[-1][-2:] != start:
            parts.append(start)
        parts[-1].extend(end)
    return [tuple(part) for part in parts]


def within(a: Sequence[float], b: Sequence[float], window: Window) -> tuple[list[float], list[float]] | None:
    """Return the part of a segment within a window, to a tenth of a px; ``None`` where there is none.

    Parameters
    ----------
    a, b
        Its ends.
    window
        Left, top, right and bottom.

    References
    ----------
    Liang & Barsky (1984), A new concept and method for line clipping. ACM Trans. Graph. 3, 1-22.
    """
    first, last = 0.0, 1.0
    step = b[0] - a[0], b[1] - a[1]
    for axis, low, high in ((0, window[0], window[2]), (1, window[1], window[3])):
        for towards, room in ((-step[axis], a[axis] - low), (step[axis], high - a[axis])):
            if towards == 0 and room < 0:
                return None
            if towards < 0:
                first = max(first, room / towards)
            elif towards > 0:
                last = min(last, room / towards)
    if first > last:
        return None
    return [round(a[i] + first * step[i], 1) for i in (0, 1)], [round(a[i] + last * step[i], 1) for i in (0, 1)]
