"""Who works together less often than the sizes of both would give by chance."""

from __future__ import annotations

import streamlit as st

from ui import pieces
from ui.tab import nothing_to_choose
from views.evidence import expected
from views.view import View

sentence = expected.seldom_in_brief
options = nothing_to_choose

_HEIGHT = 620  # px of the table


def show(view: View) -> None:
    """Show the pairs, those in common fields first."""
    pieces.open_table(view.t, expected.seldom(view), key="seldom", max_height=_HEIGHT)
    st.markdown(view.t("evidence.expected.explained"))
