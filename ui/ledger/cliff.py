"""The funding cliff: what rests on projects whose funding ends soon."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import streamlit as st

from graph.dates import UnreadableDateError, bounds
from graph.history.activity import as_of_day
from graph.ledger.cliff import Cliff
from graph.picture.charts import columns
from graph.reading.date_forms import read_date
from ui import charts, controls, parts, query
from ui.answers import speech
from ui.ledger import choose_part, drawn
from views.address.parameters import is_allowed
from views.funding import answer as funding_answer
from views.funding import tables
from views.funding import words as wording
from views.language.words import Words, plain
from views.view import View

_HEIGHT = 460  # px of a table
_COLUMN = 480  # px a half needs; on narrower screens they stand below each other
_YEARS = 3  # ends of years offered before and after the day of the data


def sentence(view: View) -> str:
    """Say what ends within the horizon."""
    return wording.cliff_sentence(speech(view), answer(view))


def options(view: View) -> None:
    """Offer the day to look from, and how far."""
    t = view.t
    days = {day.isoformat(): t.day(day) for day in _offered(view)}
    st.selectbox(
        t("foerderung.cliff.as_of"),
        list(days),
        key=controls.seed("stichtag", _as_of(view).isoformat()),
        format_func=lambda day: days.get(day, day),
        placeholder=t("foerderung.cliff.placeholder"),
        accept_new_options=True,
        on_change=_take_day,
        args=(t,),
        width=230,
    )
    controls.choice(t, "horizont", label=t("foerderung.cliff.horizon"))


def show(view: View) -> None:
    """Show endings by month, what is left without funding, and the sentence for the minutes."""
    t, found, say = view.t, answer(view), speech(view)
    with st.grid(2, min_column_width=_COLUMN) as halves:
        with halves.cell():
            if found.months:
                _months(view, found)
            st.markdown("\n".join(f"- {line}" for line in wording.cliff_details(say, found)))
        with halves.cell():
            parts.open_table(t, tables.endings(view, in_month(view, found)), key="endings", max_height=_HEIGHT)
    parts.open_table(t, tables.cooperations(view, found), key="left_behind", max_height=_HEIGHT)
    with st.expander(t("foerderung.cliff.minutes")):
        st.code(wording.cliff_sentence(drawn(view), found), language=None, wrap_lines=True)


def _months(view: View, found: Cliff) -> None:
    months = wording.month_columns(drawn(view), found)
    words = {"description": wording.cliff_sentence(drawn(view), found), **wording.chart_titles(view.t)}
    look = charts.look(view.t)
    charts.to_choose(
        lambda start: columns(months, words, look, chosen=start),
        key="cliff",
        picked=view.query.teil,
        selection="bar",
        take_up=choose_part,
    )


def in_month(view: View, found: Cliff) -> Cliff:
    """Narrow the endings to the month clicked; all of them when none is."""
    months = tuple(month for month in found.months if month.month == view.query.teil)
    return replace(found, months=months) if months else found


def answer(view: View) -> Cliff:
    """Return the endings within the horizon the visitor asks for."""
    return funding_answer.cliff_of(view.part, _as_of(view), int(view.query.horizont))


def _as_of(view: View) -> date:
    """Day asked for, else that of the data, else today."""
    if view.query.stichtag:
        return date.fromisoformat(view.query.stichtag)
    return as_of_day(view.whole) or date.today()


def _offered(view: View) -> list[date]:
    """Offer the day of the data and the ends of the years around it; any other day can be typed."""
    own = _as_of(view)
    ends = [date(own.year + step, 12, 31) for step in range(-_YEARS, _YEARS + 1)]
    return sorted({own, *ends, as_of_day(view.whole) or own})


def _take_day(t: Words) -> None:
    typed = str(controls.chosen("stichtag") or "")
    if day := day_of(typed):
        query.change(stichtag=day.isoformat())
    elif typed:
        st.toast(t("foerderung.cliff.no_day", text=plain(typed)))


def day_of(typed: str) -> date | None:
    """Day as people write it; of a month or a year its last day. ``None`` when it is no day."""
    try:
        day = bounds(read_date(typed))[1]
    except UnreadableDateError:
        return None
    return day if day and is_allowed("stichtag", day.isoformat()) else None
