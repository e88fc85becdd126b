"""What a first visitor sees once: what this is, and three ways in. Closed for good with one click.

That it was closed is remembered in the visitor's own browser (``localStorage``); nothing is sent to anybody.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from ui import controls, query
from views.address.codec import address
from views.overview.welcome import ways
from views.view import View

_HERE = Path(__file__).parent
_KEY = "welcome"
_component = st.components.v2.component(
    "akteursnetz_welcome",
    html='<section class="an-welcome" hidden></section>',
    css=(_HERE / "welcome.css").read_text("utf-8"),
    js=(_HERE / "welcome.js").read_text("utf-8"),
)


def show(view: View) -> None:
    """Show the card to whoever has not closed it."""
    t = view.t
    with st.container(key="welcome_card"):
        _component(
            key=_KEY,
            data={
                "title": t("ueberblick.welcome.title"),
                "text": t("ueberblick.welcome.text"),
                "close": t("ueberblick.welcome.close"),
                "ways": [[label, address(page, **changes)] for label, page, changes in ways(view)],
                "lang": t.language,
            },
            on_open_change=_follow,
        )


def _follow() -> None:
    if target := controls.event(_KEY, "open"):
        query.follow(target)
