"""What is new, changed, ended and removed, as lists on one screen."""

from __future__ import annotations

import streamlit as st

from graph.history.change import ChangeKind
from ui import pieces
from views.changes import tables
from views.changes.states import Earlier
from views.view import View

_COLUMN = 480  # px a list needs
# beside each other: what came and went, what goes on or is over; with the height of each list in px
_HALVES = (
    {ChangeKind.NEW: 470, ChangeKind.REMOVED: 225},
    {ChangeKind.CHANGED: 225, ChangeKind.ENDED: 225},
)


def show(view: View, found: Earlier) -> None:
    """Show a list for each kind of change."""
    with st.grid(2, min_column_width=_COLUMN) as halves:
        for kinds in _HALVES:
            with halves.cell():
                for kind, height in kinds.items():
                    _list(view, found, kind, height)


def _list(view: View, found: Earlier, kind: ChangeKind, height: int) -> None:
    content = tables.entries(view, found.dataset, found.diff, kind)
    pieces.open_table(view.t, content, key=f"changes_{kind}", max_height=height)
    if not content.rows:
        st.markdown(content.caption)
