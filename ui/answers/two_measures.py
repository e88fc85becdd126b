"""Two measures beside each other: points with names, and the same as a table."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from graph.picture.charts import Look, Point, scatter
from graph.picture.charts.theme import Spec
from ui import charts, controls, parts
from ui.answers import speech
from ui.answers.reference import explanation, measured, names
from views.roles import answer, tables
from views.roles import words as wording
from views.roles.figures import value_text
from views.view import View


def sentence(view: View) -> str:
    """Say who is first by the one and by the other measure."""
    data, asked = measured(view), view.query
    across, up = (answer.ranking_of(data, measure) for measure in (asked.mass, asked.mass2))
    return wording.two_measures(speech(view), across, up)


def options(view: View) -> None:
    """Offer both measures and their explanations."""
    controls.menu("mass", label=view.t("rollen.across"), options=names(view))
    controls.menu("mass2", label=view.t("rollen.up"), options=names(view))
    explanation(view, view.query.mass, view.query.mass2)


def show(view: View) -> None:
    """Show chart and table."""
    t, asked = view.t, view.query
    pairs = answer.value_pairs_of(measured(view), asked.mass, asked.mass2)
    if not pairs:
        st.info(t("rollen.scatter.nobody"))
        return
    charts.show(drawn(view, pairs, charts.look(t)), key="scatter")
    with parts.folded(t("netzwerk.table.heading")):
        parts.open_table(t, tables.two_values(view, pairs), key="two_values", max_height=600)


def drawn(view: View, pairs: Mapping[str, tuple[float, float]], look: Look) -> Spec:
    """Draw a point for each actor with both values."""
    t, asked = view.t, view.query
    points = [
        Point(view.short_names[actor], *both, *(value_text(t, m, v) for m, v in zip(_asked(view), both, strict=True)))
        for actor, both in pairs.items()
    ]
    words = {
        "description": f"{t('rollen.scatter.title')}: {names(view)[asked.mass]}, {names(view)[asked.mass2]}",
        "name": t("rollen.column.actor"),
        "across_text": names(view)[asked.mass],
        "up_text": names(view)[asked.mass2],
    }
    return scatter(points, words, look)


def _asked(view: View) -> tuple[str, str]:
    return view.query.mass, view.query.mass2
