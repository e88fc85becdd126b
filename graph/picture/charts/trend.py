"""Network figures year by year: one small line each, because different units share no axis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.history.periods import Period
from graph.picture.charts.theme import ChartLook, Spec, framed, quantity, tooltip, values

FIGURES = ("actors", "ties", "projects", "components", "mean_partners", "density")
_SHARES = frozenset({"density"})  # of 1, read as percentage


def trend(
    periods: Sequence[Period],
    words: Mapping[str, str],
    look: ChartLook | None = None,
    figures: Sequence[str] = FIGURES,
) -> Spec:
    """Draw lines of figures over the years, one above the other.

    Parameters
    ----------
    periods
        Years in order.
    words
        ``description``, titles ``year`` and ``value`` of the tooltip, and a title for each figure.
    look
        How to draw; light by default.
    figures
        Names of fields of `graph.history.periods.YearFigures`.
    """
    look = look or ChartLook()
    return framed(
        look,
        words["description"],
        {
            "vconcat": [_line(periods, figure, words, look, last=figure == figures[-1]) for figure in figures],
            "spacing": 14,
        },
    )


def _line(periods: Sequence[Period], figure: str, words: Mapping[str, str], look: ChartLook, *, last: bool) -> Spec:
    rows = [{"year": period.year, "value": getattr(period.figures, figure)} for period in periods]
    colour = look.colour("primary")

    def form(written: str, **further: str) -> dict[str, str]:
        return {"format": written, **further} if figure in _SHARES else {}

    return {
        "width": look.width or "container",
        "height": 70,
        "title": {
            "text": words[figure],
            "anchor": "start",
            "frame": "group",
            "color": look.colour("ink"),
            "fontSize": look.size,
        },
        "data": values(rows),
        "mark": {"type": "line", "point": {"color": colour, "size": 36}, "color": colour},
        "encoding": {
            "x": {
                "field": "year",
                "type": "quantitative",
                "scale": {"zero": False, "nice": False},
                "axis": {"title": None, "format": "d", "tickMinStep": 1, "grid": False, "labels": last, "ticks": last},
            },
            "y": quantity("value", axis={"title": None, "tickCount": 3, **form(".0%")}, scale={"zero": True}),
            "tooltip": [
                *tooltip(words, "year"),
                *({**shown, **form(".1%", type="quantitative")} for shown in tooltip(words, "value")),
            ],
        },
    }
