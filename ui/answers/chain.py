"""How two actors are connected: chains of contacts as picture and table."""

from __future__ import annotations

import streamlit as st

from graph.answers.paths import ChainAnswer, Chains
from ui import parts, picture
from ui.answers import speech
from ui.answers.common_ground import examples, pickers
from ui.legend import legend
from views.partners import answer as partners_answer
from views.partners import comparison_tables as tables
from views.partners import comparison_words as wording
from views.view import View


def sentence(view: View) -> str:
    """Say how the two actors are connected, or that no way is known."""
    found = answer(view)
    return wording.chains_sentence(speech(view), found) if found else view.t("answers.comparison.too_few")


def options(view: View) -> None:
    """Offer the two actors."""
    pickers(view, most=2)


def show(view: View) -> None:
    """Show the chains as picture, and each step with what makes it."""
    parts.filtered_out(view, view.query.vergleich[:2])
    found = answer(view)
    if found is None:
        examples(view)
    elif found.answer is ChainAnswer.FOUND:
        drawing = partners_answer.chains_drawing(view.part, found)
        picture.arranged(view, drawing, key="chains")
        parts.section(view.t.count("vergleich.chains.heading", len(found.chains)))
        st.markdown(view.t("vergleich.chains.note"))
        parts.open_table(view.t, tables.chains(view, found), key="chain_table")
        legend(view.t, drawing, note=False)


def answer(view: View) -> Chains | None:
    """Return the chains between the two chosen actors, ``None`` while one is missing."""
    asked = view.query.vergleich[:2]
    return partners_answer.chains_of(view.part, *asked) if len(asked) == 2 else None
