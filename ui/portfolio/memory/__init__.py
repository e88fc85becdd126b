"""A place in the visitor's own browser (``localStorage``) where the portfolio outlives a reload.

Nothing is sent to anybody, and there is no cookie. Of several tabs the one that changed the portfolio last wins.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st

_component = st.components.v2.component(
    "akteursnetz_memory", js=(Path(__file__).parent / "memory.js").read_text("utf-8")
)


def remember(text: str, *, owner: str, key: str, on_found: Callable[[], None]) -> None:
    """Keep a text in the browser, or hand back the one it keeps.

    Parameters
    ----------
    text
        What to keep; ``""`` to ask for what was kept.
    owner
        Under which name to keep it, so that several people can use one browser.
    key
        Name of the component.
    on_found
        Called when something was kept; see `ui.controls.event` (``found``).
    """
    _component(key=key, data={"text": text, "owner": owner}, on_found_change=on_found)
