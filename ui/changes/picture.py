"""New and gone collaborations in one picture."""

from __future__ import annotations

import streamlit as st

from ui import picture
from ui.legend import legend
from views import loaded
from views.changes import answer
from views.changes.states import Earlier
from views.network.few import few_said
from views.view import View


def show(view: View, found: Earlier) -> None:
    """Show the picture with its legend; the tables beside it name every link."""
    older = loaded.part(found.dataset, view.selection)
    drawing = answer.states_drawing(view.whole, older, view.part)
    picture.steady(view, drawing, key="states")
    for said in few_said(view, "changed"):
        st.markdown(said)
    legend(view.t, drawing)
