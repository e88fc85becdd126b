"""Says on a phone that a picture is wider than the screen, and lets it be reached with the keyboard."""

from __future__ import annotations

import streamlit as st

from ui.component import component
from views.language.words import Words

_component = component("sideways", __file__, "<span></span>")


def hint(t: Words, *, key: str) -> None:
    """Say that the picture goes on sideways, see ``serving/frame.css``."""
    st.markdown(t("shell.sideways"))
    _component(key=key, data={"label": t("shell.sideways")})
