"""What would fall apart: actors and ties that hold the network together on their own."""

from __future__ import annotations

import streamlit as st

from ui import pieces
from ui.roles.explanation import explained
from views.roles import answer, tables
from views.roles import words as wording
from views.roles.question import measured
from views.roles.words import cuts_in_brief
from views.speaking import speech
from views.view import View

sentence = cuts_in_brief

_SAID = 8  # sentences; the tables have all


def options(view: View) -> None:
    """Offer how this is found."""
    explained(view, "cut", "what", "limits")


def show(view: View) -> None:
    """Show sentences and tables of cut points and bridges."""
    t, data, say = view.t, measured(view), speech(view)
    points, bridges = answer.cut_points_of(data), answer.bridges_of(data)
    st.markdown("\n".join(f"- {wording.cut_point(say, point)}" for point in points[:_SAID]))
    with pieces.folded(t("rollen.cut.table")):
        pieces.open_table(t, tables.cut_points(view, points), key="cut_points")
    pieces.section(t("rollen.bridge.heading"))
    st.markdown(t.count("rollen.bridge.sentence", len(bridges)))
    pieces.open_table(t, tables.bridges(view, bridges), key="bridges", max_height=480)
