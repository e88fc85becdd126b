"""Groups in the network, how stable they are, and who belongs to its core."""

from __future__ import annotations

import streamlit as st

from ui import picture, pieces
from ui.legend import legend
from ui.roles.explanation import explained
from views.roles import answer, tables
from views.roles import words as wording
from views.roles.question import measured
from views.roles.words import groups_in_brief
from views.speaking import speech
from views.view import View

sentence = groups_in_brief


def options(view: View) -> None:
    """Offer how groups are found."""
    explained(view, "group", "what", "stability", "ambiguous", "core")


def show(view: View) -> None:
    """Show groups as table and picture, then the core."""
    t, data = view.t, measured(view)
    pieces.open_table(t, tables.groups(view, answer.groups_of(data)), key="groups")
    drawing = answer.standing_drawing(view.whole, data, "degree", by_group=True)
    picture.steady(view, drawing, key="group_picture")
    legend(t, drawing)
    pieces.section(t("rollen.core.heading"))
    st.markdown(wording.core(speech(view), answer.core_of(data)))
