"""The smallest set of actors that covers what is needed."""

from __future__ import annotations

import streamlit as st

from graph.answers.consortium import Consortia, Consortium
from ui import controls, parts, picture
from ui.answers import speech, wanted
from ui.legend import legend
from views.partners import answer as partners_answer
from views.partners import tables
from views.partners import words as wording
from views.view import View


def sentence(view: View) -> str:
    """Say who covers what, and whether a smaller set can exist."""
    if not is_asked(view):
        return view.t("vergleich.consortium.prompt")
    found = answer(view)
    return wording.consortium_sentence(speech(view), found, shown_of(view, found))


def options(_: View) -> None:
    """Offer nothing above the answer: its inputs stand beside it."""


def show(view: View) -> None:
    """Show the inputs at the left, the consortium as picture and tables at the right."""
    with st.container(horizontal=True, key="search", wrap=False):
        with st.container(key="search_inputs", width=wanted.WIDTH):
            wanted.inputs(view, with_asking_actor=False)
        if is_asked(view):
            with st.container(key="search_results"):
                _result(view, answer(view))


def is_asked(view: View) -> bool:
    """Whether anything has to be covered."""
    return bool(wanted.search(view).kompetenzfelder or wanted.search(view).types)


def answer(view: View) -> Consortia:
    """Consortia for what is searched for."""
    return partners_answer.consortia_for(view.part, wanted.search(view))


def shown_of(view: View, found: Consortia) -> Consortium | None:
    """Return the proposal that is looked at, ``None`` without any."""
    number = min(int(view.query.vorschlag), len(found.consortia))
    return found.consortia[number - 1] if number else None


def _result(view: View, found: Consortia) -> None:
    t, shown = view.t, shown_of(view, found)
    if len(found.consortia) > 1:
        numbers = [str(number) for number in range(1, len(found.consortia) + 1)]
        controls.choice(t, "vorschlag", label=t("vergleich.consortium.choice"), options=numbers)
    if shown:
        drawing = partners_answer.consortium_drawing(view.part, shown)
        picture.arranged(view, drawing, key="consortium")
        legend(t, drawing, note=False)
        parts.open_table(t, tables.contributions(view, shown), key="contributions")
        parts.open_table(t, tables.strangers(view, shown), key="strangers")
