"""Who works together in a field, and who still stands alone."""

from __future__ import annotations

import streamlit as st

from graph.answers.together import Together
from graph.picture.scene import Network, Scene, Size
from ui import controls, parts, picture
from ui.answers import speech
from ui.legend import legend
from views import loaded
from views.fields import answer as fields_answer
from views.fields import together_tables as tables
from views.fields import together_words as wording
from views.language.words import plain
from views.network import answer as network_answer
from views.view import View

_WIDTH, _HEIGHT = 430, 250  # px of the lists beside the picture


def sentence(view: View) -> str:
    """Say how many work together and how many stand alone; without a field, what to choose."""
    if not view.selection.kompetenzfelder:
        return view.t("kompetenzfelder.together.prompt")
    return wording.sentence(speech(view), sorted(view.selection.kompetenzfelder), answer(view))


def options(view: View) -> None:
    """Offer nothing: the fields stand in a row of their own."""


def show(view: View) -> None:
    """Show the fields to choose, the picture and both lists."""
    fields = {name: plain(field) for field, name in view.field_slugs.items()}
    with parts.aside("fields"):
        controls.pick("feld", label=view.t("kompetenzfelder.field"), options=fields, place="here")
    if not view.part.actors.empty and view.selection.kompetenzfelder:
        _answer(view, answer(view))
    elif view.selection.active:
        parts.nothing_found(view, loaded.loosenings(view.whole, view.selection))


def answer(view: View) -> Together:
    """Who works together in what fits the filters."""
    return fields_answer.together_in(view.part)


def _answer(view: View, found: Together) -> None:
    t = view.t
    drawing = network_answer.drawing_of(view.whole, view.part, Scene(Network.COOPERATION, size=Size.PARTNERS))
    with st.container(horizontal=True, key="beside_list", wrap=False):
        with st.container(key="together_area"):
            picture.steady(view, drawing, key="together")
        with st.container(width=_WIDTH):
            parts.open_table(t, tables.connected(view, found), key="connected", max_height=_HEIGHT)
            parts.open_table(t, tables.alone(view, found), key="alone", max_height=_HEIGHT)
    legend(t, drawing)
