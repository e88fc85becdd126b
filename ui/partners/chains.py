"""How two actors are connected: chains of contacts as picture and table."""

from __future__ import annotations

import streamlit as st

from graph.answers.paths import ChainAnswer
from ui import picture, pieces
from ui.legend import legend
from ui.partners.comparison import examples, pickers
from views.partners import answer as partners_answer
from views.partners import comparison_tables as tables
from views.partners.answer import asked_chains
from views.partners.comparison_words import chains_in_brief
from views.view import View

sentence = chains_in_brief


def options(view: View) -> None:
    """Offer the two actors."""
    pickers(view, most=2)


def show(view: View) -> None:
    """Show the chains as picture, and each step with what makes it."""
    pieces.filtered_out(view, view.query.vergleich[:2])
    found = asked_chains(view)
    if found is None:
        examples(view)
    elif found.answer is ChainAnswer.FOUND:
        drawing = partners_answer.chains_drawing(view.part, found)
        picture.arranged(view, drawing, key="chains")
        pieces.section(view.t.count("vergleich.chains.heading", len(found.chains)))
        st.markdown(view.t("vergleich.chains.note"))
        pieces.open_table(view.t, tables.chains(view, found), key="chain_table")
        legend(view.t, drawing, note=False)
