"""The network year by year at the same places: stepping, sliding and playing through it."""

from __future__ import annotations

import streamlit as st

from ui import controls, pieces, player, query
from ui.canvas import canvas
from ui.legend import legend
from views.time import answer, tables
from views.time import words as wording
from views.time.answer import asked_periods, shown_period
from views.time.question import with_undated
from views.time.words import years_in_brief
from views.view import View

sentence = years_in_brief

_CANVAS, _PLAYER = "year_network", "year_player"
_HEIGHT = 480  # px of the canvas
_TABLE = 430  # px of the table


def options(view: View) -> None:
    """Offer to show what has no date."""
    controls.toggle("ohnedatum", label=view.t("zeitverlauf.undated"))


def show(view: View) -> None:
    """Show player, network and table of the year, then what cannot be dated and the rule for what has no end."""
    _film(view)
    for note in wording.periods_details(view.t, asked_periods(view), undated=with_undated(view)):
        st.markdown(note)


@st.fragment
def _film(view: View) -> None:
    found = asked_periods(view)
    period = shown_period(found, query.current().jahr)
    if period is None:
        return
    t, first, last = view.t, found.periods[0].year, found.periods[-1].year
    player.show(t, key=_PLAYER, first=first, last=last, year=period.year, on_move=_move)
    st.markdown(wording.period_sentence(t, period))
    drawing = answer.year_drawing(view.whole, view.part, period.year, undated=with_undated(view))
    canvas(t, drawing, key=_CANVAS, height=_HEIGHT, on_focus=controls.focus_on(_CANVAS))
    legend(t, drawing)
    with pieces.folded(t("netzwerk.table.heading")):
        pieces.open_table(t, tables.ties(view, period), key="year_ties", max_height=_TABLE)
    if query.page_is_pending():
        st.rerun()
    if not controls.event(_PLAYER, "playing"):
        query.write_address()


def _move() -> None:
    if year := controls.event(_PLAYER, "year"):
        query.move(jahr=year)
