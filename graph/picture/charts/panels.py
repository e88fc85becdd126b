"""Year panels: the same network in the same positions, one small picture per year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from graph.history.activity import Pair
from graph.history.periods import Period
from graph.picture.charts.theme import ChartLook, Rows, Spec, framed, quantity, values
from graph.picture.palette import LINES

STATES = ("ended", "undated", "kept", "new")  # drawn in this order, what is new on top

_SOLID = (1, 0)

Positions = Mapping[str, tuple[float, float]]


def panels(
    periods: Sequence[Period],
    positions: Positions,
    words: Mapping[str, str],
    look: ChartLook | None = None,
    *,
    side: int = 220,
    per_row: int = 4,
) -> Spec:
    """Draw one panel per year.

    Parameters
    ----------
    periods
        Years in order.
    positions
        Place of every actor, the same in all panels; y grows downwards.
    words
        ``description``, and a word for each of `STATES` for the legend.
    look
        How to draw; light by default.
    side
        Width of a panel in pixels.
    per_row
        Panels beside each other.
    """
    look = look or ChartLook()
    body = {
        **_data(periods, positions, words),
        "facet": {"field": "year", "type": "ordinal", "header": {"title": None}},
        "columns": per_row,
        "spacing": 18,
        "spec": {"width": side, "height": round(side * 0.7), **_view(positions, words, look, legend=True)},
    }
    return framed(look, words["description"], body)


def panel(
    period: Period, positions: Positions, words: Mapping[str, str], look: ChartLook | None = None, *, height: int = 190
) -> Spec:
    """Draw the panel of one year by itself, as wide as its place, without a legend; parameters as in `panels`.

    Parameters
    ----------
    period
        One year of the network.
    positions
        Place of each element.
    words
        Words by their keys, in the language of the file.
    look
        Theme, language and size; the usual one by default.
    height
        Height in px.
    """
    look = look or ChartLook()
    body = {"height": height, **_data([period], positions, words), **_view(positions, words, look, legend=False)}
    return framed(look, words["description"], body)


def state_looks(theme: str) -> Mapping[str, tuple[str, float, tuple[int, int]]]:
    """Colour, width and dash of the line of each of `STATES`.

    A dash means unsure, and without a date it is unsure whether a tie belongs to the year.
    """
    lines = LINES[theme]
    return {
        "ended": (lines["lost"], 0.8, _SOLID),
        "undated": (lines["quiet"], 1, (3, 2)),
        "kept": (lines["tie"], 1.2, _SOLID),
        "new": (lines["primary"], 2.5, _SOLID),
    }


def _data(periods: Sequence[Period], positions: Positions, words: Mapping[str, str]) -> Spec:
    place = {actor: number for number, actor in enumerate(sorted(positions))}
    return {
        "data": values([row for period in periods for row in _rows(period, place, words)]),
        "transform": [_lookup(positions, place, "a", "x", "y"), _lookup(positions, place, "b", "x2", "y2")],
    }


def _view(positions: Positions, words: Mapping[str, str], look: ChartLook, *, legend: bool) -> Spec:
    return {
        "encoding": {
            "x": quantity("x", scale={"domain": _extent(positions, 0), "nice": False}),
            "y": quantity("y", scale={"domain": _extent(positions, 1), "nice": False, "reverse": True}),
        },
        "layer": [_ties(words, look, legend=legend), _actors(look)],
    }


def _rows(period: Period, place: Mapping[str, int], words: Mapping[str, str]) -> Rows:
    """Ties and actors of a year; ends are numbers of places, so that no position travels twice."""
    ties = [
        {"year": period.year, "state": words[state], "a": place[a], "b": place[b]}
        for state in STATES
        for a, b in _pairs(period, state)
        if a in place and b in place
    ]
    ever = {*chain.from_iterable(chain(period.new, period.kept, period.undated))}
    present = sorted(ever & place.keys())
    # a year without ties keeps its panel
    return ties + [{"year": period.year, "a": place[actor]} for actor in present] or [{"year": period.year}]


def _pairs(period: Period, state: str) -> tuple[Pair, ...]:
    pairs: tuple[Pair, ...] = getattr(period, state)
    return pairs


def _extent(positions: Positions, axis: int) -> list[float]:
    places = [place[axis] for place in positions.values()] or [0.0, 1.0]
    margin = 0.04 * (max(places) - min(places)) or 1.0
    return [min(places) - margin, max(places) + margin]


def _lookup(positions: Positions, place: Mapping[str, int], end: str, x: str, y: str) -> Spec:
    rows = [{"id": place[actor], x: round(a, 4), y: round(b, 4)} for actor, (a, b) in sorted(positions.items())]
    return {"lookup": end, "from": {"data": values(rows), "key": "id", "fields": [x, y]}}


def _ties(words: Mapping[str, str], look: ChartLook, *, legend: bool) -> Spec:
    looks = state_looks(look.theme)
    names = [words[state] for state in STATES]
    colours, widths, dashes = zip(*(looks[state] for state in STATES), strict=True)
    shown = {"title": None, "orient": "top", "symbolType": "stroke", "symbolSize": 300} if legend else None
    return {
        "transform": [{"filter": "isValid(datum.x2)"}],
        "mark": {"type": "rule", "aria": False},
        "encoding": {
            "x2": {"field": "x2"},
            "y2": {"field": "y2"},
            "color": _by_state(names, colours, shown),
            "strokeWidth": _by_state(names, widths, shown),
            "strokeDash": _by_state(names, [list(dash) for dash in dashes], shown),
        },
    }


def _by_state(names: Sequence[str], steps: Sequence[object], legend: Spec | None) -> Spec:
    return {
        "field": "state",
        "type": "ordinal",
        "sort": list(names),
        "scale": {"domain": list(names), "range": list(steps)},
        "legend": legend,
    }


def _actors(look: ChartLook) -> Spec:
    return {
        "transform": [{"filter": "isValid(datum.x) && !isValid(datum.x2)"}],
        "mark": {"type": "circle", "aria": False, "size": 22, "color": look.colour("ink"), "opacity": 1},
    }
