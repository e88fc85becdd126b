"""A button that prints the page as the browser's own key does."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from views.language.words import Words

_component = st.components.v2.component(
    "akteursnetz_printing",
    html='<div class="an-share"><button></button></div>',
    css=(Path(__file__).parent.parent / "sharing" / "sharing.css").read_text("utf-8"),
    js="""export default ({ data, parentElement }) => {
      const button = parentElement.querySelector("button");
      Object.assign(button, { textContent: data.label, title: data.hint, onclick: () => window.print() });
    }""",
)


def print_button(t: Words) -> None:
    """Offer to print what is on screen."""
    _component(key="print", data={"label": t("steckbrief.print"), "hint": t("steckbrief.print_hint")})
