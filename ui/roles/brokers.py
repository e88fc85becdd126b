"""Who brokers between which types of actor: the roles of Gould and Fernandez."""

from __future__ import annotations

import streamlit as st

from ui import pieces
from views.roles import answer, tables
from views.roles.question import measured
from views.roles.words import brokers_in_brief
from views.view import View

sentence = brokers_in_brief

_HEIGHT = 640


def options(view: View) -> None:
    """Offer the explanation of the roles."""
    with st.popover(view.t("rollen.explain.button"), icon=":material/help:"):
        for part in ("what", "coordinator", "gatekeeper", "itinerant", "liaison", "z", "limits"):
            st.markdown(view.t(f"rollen.broker.{part}"))


def show(view: View) -> None:
    """Show all brokers with their roles."""
    found = answer.brokers_of(measured(view))
    pieces.open_table(view.t, tables.brokers(view, found), key="brokers", max_height=_HEIGHT)
    if found:
        with st.expander(view.t("rollen.broker.figures.heading")):
            pieces.open_table(view.t, tables.broker_figures(view, found), key="broker_figures", max_height=_HEIGHT)
