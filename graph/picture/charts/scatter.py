"""Two measures of each actor as points with names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.picture.charts.theme import ChartLook, Spec, framed, quantity, tooltip, values

NAMED = 14  # points with a name; more cover each other
APART_ACROSS, APART_UP = 0.2, 0.045  # shares of the largest values within which two names would touch


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
    """Draw points, the outstanding ones with their names.

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
    named = _outstanding(points)
    rows = [
        {
            "name": point.name,
            "across": point.across,
            "up": point.up,
            "across_text": point.across_text,
            "up_text": point.up_text,
            "label": point.name if point in named else "",
        }
        for point in points
    ]
    dots = {
        "mark": {"type": "circle", "size": 90, "opacity": 0.75, "color": look.colour("primary")},
        "encoding": {"tooltip": tooltip(words, "name", "across_text", "up_text")},
    }
    names = {
        "transform": [{"filter": "datum.label != ''"}],
        "mark": {"type": "text", "align": "left", "dx": 8, "fontSize": look.size, "color": look.colour("ink")},
        "encoding": {"text": {"field": "label", "type": "nominal"}},
    }
    axes = {"x": _axis("across", words["across_text"]), "y": _axis("up", words["up_text"])}
    body = {"height": height, "data": values(rows), "encoding": axes, "layer": [dots, names]}
    return framed(look, words["description"], body)


def _axis(column: str, title: str) -> Spec:
    return quantity(column, axis={"title": title, "tickCount": 6}, scale={"zero": True, "nice": True})


def _outstanding(points: Sequence[Point]) -> list[Point]:
    """Give the points that lie furthest out, both axes counted alike, without those whose names would touch."""
    widest = max((abs(point.across) for point in points), default=0) or 1
    highest = max((abs(point.up) for point in points), default=0) or 1
    ordered = sorted(points, key=lambda point: -(point.across / widest + point.up / highest))
    named: list[Point] = []
    for point in ordered:
        touching = (
            abs(other.across - point.across) < APART_ACROSS * widest and abs(other.up - point.up) < APART_UP * highest
            for other in named
        )
        if len(named) < NAMED and not any(touching):
            named.append(point)
    return named
