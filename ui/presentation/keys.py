"""Keys of a presentation: arrows, and the page keys that remote controls send, lead on and back; Esc ends.

A key that means something where one is stays there: in a field, in an open list, on the canvas one walks through.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st

_component = st.components.v2.component(
    "akteursnetz_presentation_keys",
    html='<p role="status"></p>',
    js=(Path(__file__).parent / "keys.js").read_text("utf-8"),
)


def listen(*, number: int, slides: int, says: str, on_go: Callable[[], None], on_leave: Callable[[], None]) -> None:
    """Listen to the keys.

    Parameters
    ----------
    number, slides
        Slide shown, 0 for a view that is none, and how many there are.
    says
        What is read out when the slide changes.
    on_go, on_leave
        Called when another slide, or the end, is asked for; see `ui.controls.event` (``slide``).
    """
    with st.container(key="presentation_keys"):
        _component(
            key="keys",
            data={"number": number, "slides": slides, "says": says},
            on_slide_change=on_go,
            on_leave_change=on_leave,
        )
