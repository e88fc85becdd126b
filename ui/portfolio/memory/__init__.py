"""A place in the visitor's own browser (``localStorage``) where the portfolio outlives a reload.

Nothing is sent to anybody, and there is no cookie. Of several tabs the one that changed the portfolio last wins.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st

_component = st.components.v2.component(
    "akteursnetz_memory",
    html='<p role="status"></p>',
    css="p { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }",
    js=(Path(__file__).parent / "memory.js").read_text("utf-8"),
)


def remember(text: str, *, owner: str, says: str, key: str, on_found: Callable[[], None]) -> None:
    """Keep a text in the browser, or hand back the one it keeps.

    Parameters
    ----------
    text
        What to keep; ``""`` to ask for what was kept.
    owner
        Under which name to keep it, so that several people can use one browser.
    says
        What just happened to the portfolio, for those who listen.
    key
        Name of the component.
    on_found
        Called when something was kept; see `ui.controls.event` (``found``).
    """
    _component(key=key, data={"text": text, "owner": owner, "says": says}, on_found_change=on_found)
