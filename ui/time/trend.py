"""Figures of the network year by year, as lines and as a table."""

from __future__ import annotations

import streamlit as st

from graph.picture.charts import trend
from ui import charts, pieces
from ui.time import film
from views.time import tables
from views.time import words as wording
from views.time.answer import asked_periods
from views.time.question import with_undated
from views.view import View

_HEIGHT = 620  # px of the table
_COLUMN = 480  # px a half needs

sentence = wording.years_in_brief
options = film.options


def show(view: View) -> None:
    """Show the lines beside the table, then what cannot be dated."""
    t, found = view.t, asked_periods(view)
    words = {"description": sentence(view), **wording.figure_words(t), **wording.chart_titles(t)}
    if found.periods:
        with st.grid(2, min_column_width=_COLUMN) as halves:
            with halves.cell():
                charts.show(trend(found.periods, words, charts.look(t)), key="trend")
            with halves.cell():
                pieces.open_table(t, tables.years(view, found), key="years_table", max_height=_HEIGHT)
    for note in wording.periods_details(t, found, undated=with_undated(view)):
        st.markdown(note)
