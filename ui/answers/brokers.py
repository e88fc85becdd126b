"""Who brokers between which types of actor: the roles of Gould and Fernandez."""

from __future__ import annotations

import streamlit as st

from ui import parts
from ui.answers import speech
from ui.answers.reference import measured
from views.roles import answer, tables
from views.roles import words as wording
from views.view import View

_HEIGHT = 640


def sentence(view: View) -> str:
    """Say who connects most pairs, and whom."""
    return wording.brokers(speech(view), answer.brokers_of(measured(view)))


def options(view: View) -> None:
    """Offer the explanation of the roles."""
    with st.popover(view.t("rollen.explain.button"), icon=":material/help:"):
        for part in ("what", "coordinator", "gatekeeper", "itinerant", "liaison", "z", "limits"):
            st.markdown(view.t(f"rollen.broker.{part}"))


def show(view: View) -> None:
    """Show all brokers with their roles."""
    found = answer.brokers_of(measured(view))
    parts.open_table(view.t, tables.brokers(view, found), key="brokers", max_height=_HEIGHT)
