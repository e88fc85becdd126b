"""What the last click did to the portfolio, with the way to undo it; gone with the next click."""

from __future__ import annotations

import streamlit as st

from ui.portfolio import collection
from ui.portfolio.collection import News
from views.language.words import Words, plain


def said(t: Words, told: News | None) -> str:
    """Say it in a sentence; ``""`` when nothing happened."""
    if told is None:
        return ""
    views = t.number(len(collection.current().views))
    return t(f"mappe.news.{told.code}", title=told.title or t("mappe.unnamed"), n=views)


def show(t: Words, told: News | None) -> None:
    """Show it in the corner of the page."""
    if told is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="mappe_news"):
        st.markdown(plain(said(t, told)))
        if told.undo:
            st.button(t("mappe.undo"), key="news_undo", on_click=collection.undo, type="tertiary")
