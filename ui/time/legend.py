"""The legend of the timeline: which statuses occur, and what outlines and marks mean."""

from __future__ import annotations

import streamlit as st

from graph.history.timeline import Timeline
from ui.legend import STYLE
from views.language.words import Words
from views.time.legend_html import legend_html, states_html


def legend(t: Words, found: Timeline) -> None:
    """Show the legend of a timeline in the visitor's theme."""
    st.html(f"<style>{STYLE}</style>{legend_html(t, found, _theme())}")


def states_legend(t: Words) -> None:
    """Show the legend of the year panels in the visitor's theme."""
    st.html(f"<style>{STYLE}</style>{states_html(t, _theme())}")


def _theme() -> str:
    return "dark" if st.context.theme.type == "dark" else "light"
