"""The funding cliff: what rests on projects whose funding ends soon."""

from __future__ import annotations

import streamlit as st

from graph.ledger.cliff import Cliff
from graph.picture.charts import columns
from ui import charts, controls, pieces, query, widget_keys
from ui.funding.pieces import choose_part
from views.funding import tables
from views.funding import words as wording
from views.funding.answer import asked_cliff, endings_in_month
from views.funding.question import as_of, day_of, offered_days
from views.funding.words import cliff_in_brief
from views.language.words import Words, plain
from views.speaking import picture_speech, speech
from views.view import View

sentence = cliff_in_brief

_HEIGHT = 460  # px of a table
_COLUMN = 480  # px a half needs; on narrower screens they stand below each other


def options(view: View) -> None:
    """Offer the day to look from, and how far."""
    t = view.t
    days = {day.isoformat(): t.day(day) for day in offered_days(view)}
    st.selectbox(
        t("money.cliff.as_of"),
        list(days),
        key=widget_keys.seed("stichtag", as_of(view).isoformat()),
        format_func=lambda day: days.get(day, day),
        placeholder=t("money.cliff.placeholder"),
        accept_new_options=True,
        on_change=_take_day,
        args=(t,),
        width=230,
    )
    controls.choice(t, "horizont", label=t("money.cliff.horizon"))


def show(view: View) -> None:
    """Show endings by month, what is left without funding, and the sentence for the minutes."""
    t, found, say = view.t, asked_cliff(view), speech(view)
    with st.grid(2, min_column_width=_COLUMN) as halves:
        with halves.cell():
            if found.months:
                _months(view, found)
            st.markdown("\n".join(f"- {line}" for line in wording.cliff_details(say, found)))
        with halves.cell():
            pieces.open_table(t, tables.endings(view, endings_in_month(view, found)), key="endings", max_height=_HEIGHT)
    pieces.open_table(t, tables.cooperations(view, found), key="left_behind", max_height=_HEIGHT)
    with st.expander(t("shell.minutes")):
        st.code(wording.cliff_sentence(picture_speech(view), found), language=None, wrap_lines=True)


def _months(view: View, found: Cliff) -> None:
    months = wording.month_columns(picture_speech(view), found)
    words = {"description": wording.cliff_sentence(picture_speech(view), found), **wording.chart_titles(view.t)}
    look = charts.look(view.t)
    charts.to_choose(
        lambda start: columns(months, words, look, chosen=start),
        key="cliff",
        picked=view.query.teil,
        selection="bar",
        take_up=choose_part,
    )


def _take_day(t: Words) -> None:
    typed = str(widget_keys.chosen("stichtag") or "")
    if day := day_of(typed):
        query.change(stichtag=day.isoformat())
    elif typed:
        st.toast(t("money.cliff.no_day", text=plain(typed)))
