"""Two measures beside each other: points with names, and the same as a table."""

from __future__ import annotations

import streamlit as st

from ui import charts, controls, pieces
from ui.roles.explanation import explanation
from views.roles import answer, tables
from views.roles.question import measured
from views.roles.scatter import value_scatter
from views.roles.words import measure_names, two_measures_in_brief
from views.view import View

sentence = two_measures_in_brief


def options(view: View) -> None:
    """Offer both measures and their explanations."""
    controls.menu("mass", label=view.t("rollen.across"), options=measure_names(view))
    controls.menu("mass2", label=view.t("rollen.up"), options=measure_names(view))
    explanation(view, view.query.mass, view.query.mass2)


def show(view: View) -> None:
    """Show chart and table."""
    t, asked = view.t, view.query
    pairs = answer.value_pairs_of(measured(view), asked.mass, asked.mass2)
    if not pairs:
        st.info(t("rollen.scatter.nobody"))
        return
    charts.show(value_scatter(view, pairs, charts.look(t)), key="scatter")
    with pieces.folded(t("netzwerk.table.heading")):
        pieces.open_table(t, tables.two_values(view, pairs), key="two_values", max_height=600)
