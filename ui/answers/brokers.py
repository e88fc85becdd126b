"""Who brokers between which types of actor: the roles of Gould and Fernandez."""

from __future__ import annotations

import streamlit as st

from ui import cache, parts
from ui.answers import speech
from ui.answers.reference import measured
from ui.tables import roles as tables
from ui.view import View
from ui.wording import roles as wording

_HEIGHT = 640


def sentence(view: View) -> str:
    """Say who connects most pairs, and whom."""
    return wording.brokers(speech(view), cache.brokers_of(measured(view)))


def options(view: View) -> None:
    """Offer the explanation of the roles."""
    with st.popover(view.t("rollen.explain.button"), icon=":material/help:"):
        for part in ("what", "coordinator", "gatekeeper", "itinerant", "liaison", "z", "limits"):
            st.markdown(view.t(f"rollen.broker.{part}"))


def show(view: View) -> None:
    """Show all brokers with their roles."""
    found = cache.brokers_of(measured(view))
    parts.open_table(view.t, tables.brokers(view, found), key="brokers", max_height=_HEIGHT)
