"""The legend below a picture: what occurs in it, with counts and samples drawn as on the canvas."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from graph.picture.drawn import Drawing
from ui import query
from views.language.words import Words
from views.network.legend_html import legend_html, line_html

STYLE = (Path(__file__).parent / "legend.css").read_text("utf-8")


def legend(t: Words, drawing: Drawing, *, note: bool = True) -> None:
    """Show the legend of a drawing, with a note on what nearness means unless the arrangement is fixed."""
    theme = "dark" if st.context.theme.type == "dark" else "light"
    whole = f"<style>{STYLE}</style>{legend_html(t, drawing, theme=theme, note=note)}"
    if query.presenting():
        with st.container(horizontal=True, vertical_alignment="center", key="legend_line"):
            st.html(f"<style>{STYLE}</style>{line_html(t, drawing, theme=theme)}")
            with st.popover(t("presentation.legend"), key="whole_legend"):
                st.html(whole)
    else:
        st.html(whole)
