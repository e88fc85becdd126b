"""Who works together in a field, and who still stands alone."""

from __future__ import annotations

import streamlit as st

from graph.answers.together import Together
from graph.picture.scene import Network, Scene, Size
from ui import controls, picture, pieces
from ui.legend import legend
from ui.tab import nothing_to_choose
from views import loaded
from views.fields import together_tables as tables
from views.fields.answer import asked_together
from views.fields.together_words import together_in_brief
from views.language.words import plain
from views.network import answer as network_answer
from views.view import View

sentence = together_in_brief
options = nothing_to_choose

_WIDTH, _HEIGHT = 430, 250  # px of the lists beside the picture


def show(view: View) -> None:
    """Show the fields to choose, the picture and both lists."""
    fields = {name: plain(field) for field, name in view.field_slugs.items()}
    with pieces.aside("fields"):
        controls.pick("feld", label=view.t("kompetenzfelder.field"), options=fields, place="here")
    if not view.part.actors.empty and view.selection.kompetenzfelder:
        _answer(view, asked_together(view))
    elif view.selection.active:
        pieces.nothing_found(view, loaded.loosenings(view.whole, view.selection))
    elif view.field_slugs:
        pieces.open_table(view.t, tables.by_field(view), key="by_field")


def _answer(view: View, found: Together) -> None:
    t = view.t
    drawing = network_answer.drawing_of(view.whole, view.part, Scene(Network.COOPERATION, size=Size.PARTNERS))
    with st.container(horizontal=True, key="beside_list", wrap=False):
        with st.container(key="together_area"):
            picture.steady(view, drawing, key="together")
        with st.container(width=_WIDTH):
            pieces.open_table(t, tables.connected(view, found), key="connected", max_height=_HEIGHT)
            pieces.open_table(t, tables.alone(view, found), key="alone", max_height=_HEIGHT)
    legend(t, drawing)
