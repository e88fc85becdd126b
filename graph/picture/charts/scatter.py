"""Two measures of each actor as points with names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.picture.charts.point_names import names_beside
from graph.picture.charts.theme import ChartLook, Rows, Spec, framed, quantity, tooltip, values

WIDTHS = (250, 420, 640, 900, 1200)  # px of the plot on screens; names are placed for the largest that fits
_LONGEST = 40  # signs of a name in a chart
MARGIN = 1.04  # of the largest value, so that no point lies on the rim
Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Point:
    """One actor: its name, its two values, and both in words."""

    name: str
    across: float
    up: float
    across_text: str
    up_text: str


def scatter(
    points: Sequence[Point], words: Mapping[str, str], look: ChartLook | None = None, *, height: int = 440
) -> Spec:
    """Draw points, with the names of those that lie furthest out and of whoever else has room.

    Parameters
    ----------
    points
        Actors with both values.
    words
        ``description`` (the answer), ``name``, and the titles ``across_text`` and ``up_text`` of the two measures.
    look
        Theme and size.
    height
        Pixels.
    """
    look = look or ChartLook()
    ordered = _furthest_out_first(points)
    spans = _span([point.across for point in points]), _span([point.up for point in points])
    dots = {
        "mark": {"type": "circle", "size": 90, "opacity": 0.75, "color": look.colour("primary")},
        "encoding": {"tooltip": tooltip(words, "name", "across_text", "up_text")},
    }
    axes = {"x": _axis("across", words["across_text"], spans[0]), "y": _axis("up", words["up_text"], spans[1])}
    layers = [dots, _names(_written(ordered, spans, look, height), look)]
    body = {"height": height, "data": values([_row(point) for point in ordered]), "encoding": axes, "layer": layers}
    return framed(look, words["description"], body)


def _row(point: Point) -> dict[str, str | float]:
    return {
        "name": point.name,
        "across": point.across,
        "up": point.up,
        "across_text": point.across_text,
        "up_text": point.up_text,
    }


def _axis(column: str, title: str, span: Span) -> Spec:
    scale = {"domain": list(span), "nice": False}
    return quantity(column, axis={"title": title, "tickCount": 6}, scale=scale)


def _span(numbers: Sequence[float]) -> Span:
    """Give the ends of an axis: zero, and a little beyond the largest, on both sides where there are such."""
    return min([*numbers, 0.0]) * MARGIN, (max([*numbers, 0.0]) * MARGIN) or 1.0


def _furthest_out_first(points: Sequence[Point]) -> list[Point]:
    """Order points by how far out they lie, both axes counted alike."""
    widest = max((abs(point.across) for point in points), default=0) or 1
    highest = max((abs(point.up) for point in points), default=0) or 1
    return sorted(points, key=lambda point: -(abs(point.across) / widest + abs(point.up) / highest))


def _written(points: Sequence[Point], spans: tuple[Span, Span], look: ChartLook, height: int) -> Rows:
    """Names with their places for every width a screen may have; a file knows its own."""
    rows: Rows = []
    names = [_shown(point.name) if point.across or point.up else "" for point in points]
    for width in (look.width,) if look.width else WIDTHS:
        places = [
            (_share(point.across, spans[0]) * width, (1 - _share(point.up, spans[1])) * height) for point in points
        ]
        for found in names_beside(names, places, size=(width, height), font=look.size):
            point = points[found.pop("point")]
            rows.append({**found, "across": point.across, "up": point.up, "for": width})
    return rows


def _shown(name: str) -> str:
    """Return a name as long as a chart has room for; the tooltip and the table have it whole."""
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"


def _share(number: float, span: Span) -> float:
    return (number - span[0]) / (span[1] - span[0])


def _names(rows: Rows, look: ChartLook) -> Spec:
    """Write the names placed for the widest chart that is not wider than this one."""
    fits = str(WIDTHS[0])
    for width in WIDTHS[1:]:
        fits = f"(width >= {width} ? {width} : {fits})"
    shown = [] if look.width else [{"filter": f"datum.for === {fits}"}]
    place = {key: {"expr": f"datum.{key}"} for key in ("align", "dx", "dy")}
    return {
        "data": values(rows),
        "transform": shown,
        "mark": {"type": "text", "baseline": "top", **place, "fontSize": look.size, "color": look.colour("ink")},
        "encoding": {"text": {"field": "label", "type": "nominal"}},
    }
