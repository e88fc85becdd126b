"""What is new, changed, ended and removed, as lists."""

from __future__ import annotations

import streamlit as st

from graph.history.change import ChangeKind
from ui import parts
from ui.earlier import Earlier
from ui.tables import changes as tables
from ui.view import View

_COLUMN = 400  # px a list needs
_HEIGHT = 480  # px of a list


def show(view: View, found: Earlier) -> None:
    """Show a list for each kind of change."""
    with st.grid(3, min_column_width=_COLUMN) as lists:
        for kind in ChangeKind:
            content = tables.entries(view, found.dataset, found.diff, kind)
            with lists.cell():
                parts.open_table(view.t, content, key=f"changes_{kind}", max_height=_HEIGHT)
                if not content.rows:
                    st.markdown(content.caption)
