"""Who stands where by one measure: ranked table beside the network sized by it."""

from __future__ import annotations

import streamlit as st

from ui import controls, picture, pieces
from ui.legend import legend
from ui.roles.explanation import explanation
from views.roles import answer, tables
from views.roles.question import measured
from views.roles.words import measure_names, ranking_in_brief
from views.view import View

sentence = ranking_in_brief

_LIST_WIDTH = 620  # px of the table beside the picture
_LIST_HEIGHT = 480


def options(view: View) -> None:
    """Offer measure, its explanation and what colour shows."""
    controls.menu("mass", label=view.t("rollen.measure"), options=measure_names(view))
    explanation(view, view.query.mass)
    controls.choice(view.t, "gruppierung", label=view.t("rollen.colour"))


def show(view: View) -> None:
    """Show picture, table and legend."""
    asked, data = view.query, measured(view)
    drawing = answer.standing_drawing(view.whole, data, asked.mass, by_group=asked.gruppierung == "gruppe")
    with st.container(horizontal=True, key="beside_list", wrap=False):
        with st.container():
            picture.steady(view, answer.marked(drawing, asked.fokus), key="roles")
        with st.container(width=_LIST_WIDTH, key="role_list"):
            found = answer.ranking_of(data, asked.mass)
            pieces.open_table(view.t, tables.ranked(view, found), key="ranked", max_height=_LIST_HEIGHT)
    legend(view.t, drawing)
