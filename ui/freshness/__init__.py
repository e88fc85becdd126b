"""Changes of others appear by themselves: an open page asks whether the store holds something newer.

Every click reads the present data anyway. For a page that is only looked at, the browser asks once a second for the
number of the last change (`serving.latest`), and has the page drawn again when it has grown. A page in a
hidden tab asks when it is seen again. At the end of the session the page is drawn again too, which shows the gate.
"""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from store import Present, region
from ui import accounts, query
from ui.address import base_path
from ui.component import component

PATH = "/revision"  # answered by `serving.latest`

_component = component("freshness", __file__)


def watch(drawn: Present) -> None:
    """Draw the page again when the data are newer than those that are drawn."""
    with st.container(key="fresh"):  # always there, so that what stands below it keeps its place
        if region.address():
            data = {"address": f"{base_path()}{PATH}", "revision": drawn.revision, "seconds": _seconds_left()}
            _component(key="freshness", data=data, height=0, on_news_change=query.note_click)


def _seconds_left() -> int | None:
    """Seconds until the visitor has to log in again, so that an unattended screen does not show the data for ever."""
    session = accounts.session() if accounts.configured() else None
    return round((session.ends - datetime.now(UTC)).total_seconds()) if session else None
