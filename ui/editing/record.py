"""What is recorded of the data over time: named states, and every change."""

from __future__ import annotations

import streamlit as st

from ui.editing import desk, log, news
from ui.view import View


def show(view: View) -> None:
    """Show the changes; one that is taken back shows at once."""
    news.show(view)
    log.of_all(view)
    if desk.has_news():
        st.rerun()
