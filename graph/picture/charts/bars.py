"""Bars for totals by category, and columns for totals by year or month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.ledger.amounts import Amount
from graph.picture.charts.theme import (
    ChartLook,
    Rows,
    Spec,
    dimmed_unless,
    framed,
    named,
    picking,
    quantity,
    room_for_names,
    values,
)

ROW = 30  # pixels per bar
NAMES = 260  # pixels for the names beside the bars
HEIGHT = 330  # pixels of the columns with what stands below them
MANY = 12  # more columns than this have their texts upright, unless these are short
SHORT = 4  # characters


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar.

    Attributes
    ----------
    key
        What a click reports.
    label, text
        Name beside and amount at the end of the bar, in words.
    amount
        Length; ``None`` draws no bar, only the text: not recorded is not zero.
    quiet
        Not a category of its own (rest, several, not assignable): drawn in grey.
    """

    key: str
    label: str
    text: str
    amount: Amount | int | None
    quiet: bool = False


def bars(drawn: Sequence[Bar], words: Mapping[str, str], look: ChartLook | None = None, *, chosen: str = "") -> Spec:
    """Horizontal bars in the given order; the selection ``bar`` reports the key clicked.

    Parameters
    ----------
    drawn
        Bars, the first on top.
    words
        ``description``, and titles ``label`` and ``text`` of the tooltip.
    look
        How to draw; light by default.
    chosen
        Key of the bar that is picked from the start.
    """
    look = look or ChartLook()
    order = {"field": "key", "type": "nominal", "sort": [bar.key for bar in drawn]}
    body = {
        "height": ROW * max(len(drawn), 1),
        "data": values(_rows(drawn)),
        "encoding": {
            "y": {**order, "axis": room_for_names(NAMES), "scale": {"paddingInner": 0.35}},
            "x": quantity("amount", scale=_scale(drawn, 1.15)),
            **named(words),
        },
        "layer": [
            {
                "params": [picking("bar", chosen=chosen)],
                "mark": {"type": "bar", "cursor": "pointer", "cornerRadiusEnd": 2},
                "encoding": {"color": _colours(look), "opacity": dimmed_unless("bar")},
            },
            {
                "mark": {"type": "text", "aria": False, "align": "right", "limit": NAMES - 12, "dx": -8},
                "encoding": {"x": {"value": 0}, "text": {"field": "label"}},
            },
            {
                "mark": {"type": "text", "aria": False, "align": "left", "dx": 6},
                "encoding": {"x": quantity("at"), "text": {"field": "text"}},
            },
        ],
    }
    return framed(look, words["description"], body)


def columns(drawn: Sequence[Bar], words: Mapping[str, str], look: ChartLook | None = None, *, chosen: str = "") -> Spec:
    """Upright columns in the given order, each with its text on top; the selection ``bar`` reports the key.

    Parameters
    ----------
    drawn
        Columns, the first on the left; ``label`` stands below and is different for each.
    words
        ``description``, and titles ``label`` and ``text`` of the tooltip.
    look
        How to draw; light by default.
    chosen
        Key of the bar that is picked from the start.
    """
    look = look or ChartLook()
    many = len(drawn) > MANY
    upright = many and max(len(bar.text) for bar in drawn) > SHORT
    order = {"field": "label", "type": "nominal", "sort": [bar.label for bar in drawn]}
    body = {
        "height": HEIGHT,
        "data": values(_rows(drawn)),
        "encoding": {
            "x": {**order, "axis": _axis(drawn, many=many), "scale": {"paddingInner": 0.25}},
            "y": quantity("amount", scale=_scale(drawn, 1.6 if upright else 1.1)),
            **named(words),
        },
        "layer": [
            {
                "params": [picking("bar", chosen=chosen)],
                "mark": {"type": "bar", "cursor": "pointer", "cornerRadiusEnd": 2},
                "encoding": {"color": _colours(look), "opacity": dimmed_unless("bar")},
            },
            {
                "mark": {"type": "text", "aria": False, "fontSize": look.size - 1, **_above(upright)},
                "encoding": {"y": quantity("at"), "text": {"field": "text"}},
            },
        ],
    }
    return framed(look, words["description"], body)


def _axis(drawn: Sequence[Bar], *, many: bool) -> Spec:
    """Names below the columns, upright where they would touch; a line even below columns without length."""
    upright = many and max(len(bar.label) for bar in drawn) > SHORT
    return {"title": None, "ticks": False, "labelAngle": 270 if upright else 0, "labelLimit": 120, "labelPadding": 6}


def _scale(drawn: Sequence[Bar], room: float) -> Spec:
    """Scale from zero with room for the text at the end of the longest bar."""
    longest = max((float(bar.amount or 0) for bar in drawn), default=0.0)
    return {"domain": [0, longest * room or 1], "nice": False}


def _above(upright: bool) -> Spec:
    return {"align": "left", "angle": 270, "dx": 4} if upright else {"baseline": "bottom", "dy": -4}


def _rows(drawn: Sequence[Bar]) -> Rows:
    return [
        {
            "key": bar.key,
            "label": bar.label,
            "text": bar.text,
            # a length is not money: only the drawing is rounded
            "amount": None if bar.amount is None else float(bar.amount),
            "at": float(bar.amount or 0),
            "quiet": bar.quiet,
        }
        for bar in drawn
    ]


def _colours(look: ChartLook) -> Spec:
    return {"condition": {"test": "datum.quiet", "value": look.colour("tie")}, "value": look.colour("primary")}
