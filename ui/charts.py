"""Charts of `graph.picture.charts` on a page: theme, language of the axes, and what a click chooses.

A chart keeps what was clicked in it, in the browser. When the query was changed by something else (a link, the way
back, a list), the chart gets a new key and shows the query's value from the start.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from graph.picture.charts import ChartLook
from graph.picture.charts.theme import Spec
from ui import query
from views.language.words import Words
from views.time.words import chart_locale

_ROOM_SIZE = 20  # px of text that is read from the back row; the smallest in a chart is 2 px less


def look(t: Words) -> ChartLook:
    """Return the look of the visitor's theme and language."""
    theme = "dark" if st.context.theme.type == "dark" else "light"
    usual = ChartLook(theme, locale=chart_locale(t))
    return replace(usual, size=_ROOM_SIZE) if query.presenting() else usual


def show(spec: Spec, *, key: str) -> None:
    """Show a chart; its description is its accessible name."""
    st.vega_lite_chart(spec, key=key, theme=None, width="stretch")


def to_choose(
    draw: Callable[[str], Spec],
    *,
    key: str,
    picked: str,
    selection: str,
    take_up: Callable[[str], None],
    column: str = "key",
) -> None:
    """Show a chart whose parts can be clicked.

    Parameters
    ----------
    draw
        Gives the chart with one part picked from the start, or none for ``""``.
    key
        Name of the chart on its page.
    picked
        The part that is chosen now.
    selection, column
        Name of the chart's selection and of the column it reports.
    take_up
        Called with the part clicked, ``""`` for none.
    """
    widget, start = _seeded(key, picked)

    def clicked() -> None:
        found = st.session_state[widget]["selection"].get(selection) or [{}]
        part = str(found[0].get(column) or "")
        st.session_state[_place(key)] = widget, start, part
        take_up(part)

    st.vega_lite_chart(
        draw(start),
        key=widget,
        theme=None,
        width="stretch",
        on_select=clicked,
        selection_mode=selection,
    )


def _seeded(key: str, picked: str) -> tuple[str, str]:
    """Return the key of a chart and what it shows as picked from the start."""
    widget, start, shown = st.session_state.get(_place(key), (f"{key}_0", picked, picked))
    if shown != picked:
        widget, start = f"{key}_{int(widget.rsplit('_', 1)[1]) + 1}", picked
    st.session_state[_place(key)] = widget, start, picked
    return widget, start


def _place(key: str) -> str:
    return f"chart_{key}"
