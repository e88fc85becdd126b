"""Says on a phone that a picture is wider than the screen, and lets it be reached with the keyboard."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from views.language.words import Words

_component = st.components.v2.component(
    "akteursnetz_sideways",
    html="<span></span>",
    js=Path(__file__).with_name("sideways.js").read_text("utf-8"),
)


def hint(t: Words, *, key: str) -> None:
    """Say that the picture goes on sideways, see ``serving/frame.css``."""
    st.markdown(t("shell.sideways"))
    _component(key=key, data={"label": t("shell.sideways")})
