"""The smallest set of actors that covers what is needed."""

from __future__ import annotations

import streamlit as st

from graph.answers.consortium import Consortia
from ui import controls, picture, pieces
from ui.legend import legend
from ui.partners import inputs
from ui.tab import nothing_to_choose
from views.partners import answer as partners_answer
from views.partners import tables
from views.partners.answer import asked_consortia, shown_consortium
from views.partners.examples import consortium_searches
from views.partners.question import needs_cover
from views.partners.words import consortium_in_brief
from views.view import View

sentence = consortium_in_brief
options = nothing_to_choose


def show(view: View) -> None:
    """Show the inputs at the left, the consortium as picture and tables at the right."""
    with st.container(horizontal=True, key="search", wrap=False):
        with st.container(key="search_inputs", width=inputs.WIDTH):
            inputs.inputs(view, with_asking_actor=False)
        if needs_cover(view):
            with st.container(key="search_results"):
                _result(view, asked_consortia(view))
        else:
            inputs.examples(view, consortium_searches(view))


def _result(view: View, found: Consortia) -> None:
    t, shown = view.t, shown_consortium(view, found)
    if len(found.consortia) > 1:
        numbers = [str(number) for number in range(1, len(found.consortia) + 1)]
        controls.choice(t, "vorschlag", label=t("vergleich.consortium.choice"), options=numbers)
    if shown:
        drawing = partners_answer.consortium_drawing(view.part, shown)
        picture.arranged(view, drawing, key="consortium")
        legend(t, drawing, note=False)
        pieces.open_table(t, tables.contributions(view, shown), key="contributions")
        pieces.open_table(t, tables.strangers(view, shown), key="strangers")
