"""The language of the page in the browser, which a screen reader chooses its voice by.

The address says it when the page is opened (see `ui.headers`); after that Streamlit never loads the page again,
so a switch of language has to be told to the browser.
"""

import streamlit as st

_component = st.components.v2.component(
    "akteursnetz_page_language",
    js="export default ({ data }) => { document.documentElement.lang = data.language }",
)


def set_page_language(language: str) -> None:
    """Tell the browser the language of the page, such as ``de``."""
    with st.container(key="page_language"):
        _component(key="page_language_setter", data={"language": language}, height=0)
