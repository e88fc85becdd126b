"""The language of the page in the browser, which a screen reader chooses its voice by.

The address says it when the page is opened (see `serving.headers`); after that Streamlit never loads the page again,
so a switch of language has to be told to the browser. Streamlit's own few words (names of buttons for who listens, the
skip link, the place for files) know no German: the browser is told those, too.
"""

from __future__ import annotations

import streamlit as st

from ui.component import component

_component = component("page_language", __file__)


def set_page_language(language: str) -> None:
    """Tell the browser the language of the page, such as ``de``."""
    with st.container(key="page_language"):
        _component(key="page_language_setter", data={"language": language}, height=0)
