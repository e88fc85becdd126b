"""What the last click did to the portfolio, with the way to undo it; gone with the next click."""

from __future__ import annotations

import streamlit as st

from ui.portfolio import collection
from ui.text import Words, plain


def show(t: Words) -> None:
    """Say it in the corner of the page."""
    told = collection.news()
    if not told:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="mappe_news"):
        title = plain(told.title or t("mappe.unnamed"))
        key = f"mappe.news.{told.code}"
        st.markdown(t(key, title=title, n=t.number(len(collection.current().views))))
        if told.undo:
            st.button(t("mappe.undo"), key="news_undo", on_click=collection.undo, type="tertiary")
