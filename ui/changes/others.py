"""What changed in links, dates and sources, as tables."""

from __future__ import annotations

import streamlit as st

from ui import pieces
from views.changes import tables
from views.changes.states import Earlier
from views.view import View

_TABLES = ("ties", "events", "sources", "identifiers")
_HEIGHT = 460  # px of a table


def show(view: View, found: Earlier) -> None:
    """Show a table for each kind of row that is no entry of its own."""
    for name in _TABLES:
        content = tables.others(view, found.dataset, found.diff, name)
        pieces.open_table(view.t, content, key=f"changes_{name}", max_height=_HEIGHT)
        if not content.rows:
            st.markdown(view.t("veraenderungen.unchanged", table=content.caption))
