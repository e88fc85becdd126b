"""What a first visitor sees once: what this is, and three ways in. Closed for good with one click.

That it was closed is remembered in the visitor's own browser (``localStorage``); nothing is sent to anybody.
"""

from __future__ import annotations

import streamlit as st

from ui import controls, query
from ui.component import component
from views.address.codec import address
from views.overview.home import way_to_choose
from views.overview.welcome import ways
from views.view import View

_KEY = "welcome"
_component = component("welcome", __file__, '<section class="an-welcome" hidden></section>')


def show(view: View) -> None:
    """Show the card to whoever has not closed it."""
    t, choose = view.t, way_to_choose(view)
    with st.container(key="welcome_card"):
        _component(
            key=_KEY,
            data={
                "title": t("ueberblick.welcome.title"),
                "text": t("ueberblick.welcome.text"),
                "close": t("ueberblick.welcome.close"),
                "ways": [*((label, address(page, **changes)) for label, page, changes in ways(view)), choose],
                "lang": t.language,
            },
            on_open_change=_follow,
        )


def _follow() -> None:
    if target := controls.event(_KEY, "open"):
        query.follow(target)
