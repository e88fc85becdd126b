"""The share that has come to something by a time, with its band: steps, and marks where observation stops."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from graph.dataset import unpacked
from graph.picture.charts.theme import ChartLook, Spec, framed, quantity, tooltip, values


def survival(table: pd.DataFrame, words: Mapping[str, str], look: ChartLook | None = None) -> Spec:
    """Draw one minus the Kaplan-Meier estimate.

    Parameters
    ----------
    table
        From `graph.history.survival.kaplan_meier`, in years.
    words
        ``description``, and titles ``years``, ``share``, ``low``, ``high``, ``censored``.
    look
        How to draw; light by default.
    """
    look = look or ChartLook()
    colour, quiet = look.colour("primary"), look.colour("ink")
    return framed(
        look,
        words["description"],
        {
            "width": look.width or "container",
            "height": 300,
            "data": values(_rows(table)),
            "layer": [
                _layer(
                    {"type": "area", "interpolate": "step-after", "color": colour, "opacity": 0.18}, words, band=True
                ),
                _layer({"type": "line", "interpolate": "step-after", "color": colour}, words),
                {
                    **_layer({"type": "tick", "color": quiet, "size": 10, "thickness": 1.5}, words),
                    "transform": [{"filter": "datum.censored > 0"}],
                },
            ],
        },
    )


def _rows(table: pd.DataFrame) -> list[dict[str, float | int]]:
    shown = table.fillna({"low": 0.0, "high": 0.0})
    rows = unpacked(shown, "time", "survival", "low", "high", "censored")
    start: list[dict[str, float | int]] = [{"years": 0.0, "share": 0.0, "low": 0.0, "high": 0.0, "censored": 0}]
    return start + [
        {"years": time, "share": 1 - left, "low": 1 - high, "high": 1 - low, "censored": censored}
        for time, left, low, high, censored in rows
    ]


def _layer(mark: Spec, words: Mapping[str, str], *, band: bool = False) -> Spec:
    axis = {"title": words["share"], "format": "%"}
    scale = {"domain": [0, 1]}
    share = quantity("low" if band else "share", axis=axis, scale=scale)
    encoding = {
        "x": quantity("years", axis={"title": words["years"], "grid": False, "tickMinStep": 1}),
        "y": share,
        "tooltip": tooltip(words, "years", "share"),
    }
    return {"mark": mark, "encoding": {**encoding, **({"y2": {"field": "high"}} if band else {})}}
