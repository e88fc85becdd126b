"""The name of the app and its logo in the bar."""

from __future__ import annotations

import streamlit as st

from ui import view as views
from views.brand import drawn, logo_of, name_of
from views.language.words import Words
from views.view import View


def show(t: Words, view: View) -> None:
    """Put the name of the app, and the logo that about.csv names, at the left of the bar."""
    dark = st.context.theme.type == "dark"
    st.logo(drawn(name_of(t, view), logo_of(view, views.data_folder()), dark=dark), size="large")


def mark_section(inside: bool) -> None:
    """Mark the menu of the bar while a page inside it is open, as the bar marks its own pages."""
    look = "background: rgba(128, 128, 128, 0.16); font-weight: 600;" if inside else ""
    st.html(f'<style>[data-testid="stTopNavSection"] {{ {look} }}</style>')
