"""Small pictures of the network, one for each year, at the same places."""

from __future__ import annotations

import streamlit as st

from graph.history.periods import Period
from graph.picture.charts import panel
from graph.picture.charts.panels import Positions
from ui import charts, controls, query
from ui.time import film
from ui.time.legend import states_legend
from views.time import words as wording
from views.time.answer import asked_periods, last_periods, places_of
from views.time.question import with_undated
from views.view import View

_COLUMN = 250  # px a picture needs

sentence = wording.years_in_brief


def options(view: View) -> None:
    """Offer how many years, and to show what has no date."""
    t = view.t
    options = {n: t("zeitverlauf.last.some", n=n) for n in ("8", "12", "20")} | {"alle": t("zeitverlauf.last.all")}
    controls.menu("anzahl", label=t("zeitverlauf.last.label"), options=options, width=260)
    film.options(view)


def show(view: View) -> None:
    """Show a picture for each year, the legend and what cannot be dated."""
    found = asked_periods(view)
    places = places_of(view, found)
    states_legend(view.t)
    with st.grid(4, min_column_width=_COLUMN) as years:
        for period in last_periods(view, found):
            with years.cell():
                _year(view, period, places)
    for note in wording.periods_details(view.t, found, undated=with_undated(view)):
        st.markdown(note)


def _year(view: View, period: Period, places: Positions) -> None:
    t, year = view.t, str(period.year)
    words = {"description": wording.period_sentence(t, period), **wording.state_words(t)}
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"panel_head_{year}"):
        st.button(
            year,
            key=f"year_{year}",
            on_click=query.change,
            kwargs={"reiter": "netz", "jahr": year},
            help=t("zeitverlauf.open_year"),
        )
        st.markdown(wording.period_counts(t, period))
    charts.show(panel(period, places, words, charts.look(t)), key=f"panel_{year}")
