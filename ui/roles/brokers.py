"""Who brokers between which types of actor: the roles of Gould and Fernandez."""

from __future__ import annotations

import streamlit as st

from ui import pieces
from ui.roles.explanation import explained
from views.roles import answer, tables
from views.roles.question import measured
from views.roles.words import brokers_in_brief
from views.view import View

sentence = brokers_in_brief

_HEIGHT = 640


def options(view: View) -> None:
    """Offer the explanation of the roles."""
    explained(view, "broker", "what", "coordinator", "gatekeeper", "itinerant", "liaison", "z", "limits")


def show(view: View) -> None:
    """Show all brokers with their roles."""
    found = answer.brokers_of(measured(view))
    pieces.open_table(view.t, tables.brokers(view, found), key="brokers", max_height=_HEIGHT)
    if found:
        with st.expander(view.t("rollen.broker.figures.heading")):
            pieces.open_table(view.t, tables.broker_figures(view, found), key="broker_figures", max_height=_HEIGHT)
