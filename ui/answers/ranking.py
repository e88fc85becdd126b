"""Who stands where by one measure: ranked table beside the network sized by it."""

from __future__ import annotations

import streamlit as st

from ui import controls, parts, picture
from ui.answers import speech
from ui.answers.reference import explanation, measured, names
from ui.legend import legend
from views.roles import answer, tables
from views.roles import words as wording
from views.view import View

_LIST_WIDTH = 560  # px of the table beside the picture
_LIST_HEIGHT = 480


def sentence(view: View) -> str:
    """Say who is first, with what value, and how far the rank moves."""
    return wording.first(speech(view), answer.ranking_of(measured(view), view.query.mass))


def options(view: View) -> None:
    """Offer measure, its explanation and what colour shows."""
    controls.menu("mass", label=view.t("rollen.measure"), options=names(view))
    explanation(view, view.query.mass)
    controls.choice(view.t, "gruppierung", label=view.t("rollen.colour"))


def show(view: View) -> None:
    """Show picture, table and legend."""
    asked, data = view.query, measured(view)
    drawing = answer.standing_drawing(view.whole, data, asked.mass, by_group=asked.gruppierung == "gruppe")
    with st.container(horizontal=True, key="beside_list", wrap=False):
        with st.container():
            picture.steady(view, drawing, key="roles")
        with st.container(width=_LIST_WIDTH, key="role_list"):
            found = answer.ranking_of(data, asked.mass)
            parts.open_table(view.t, tables.ranked(view, found), key="ranked", max_height=_LIST_HEIGHT)
    legend(view.t, drawing)
