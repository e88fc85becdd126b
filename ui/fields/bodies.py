"""Double structures: how far bodies and networks overlap, who sits in many, what might be merged."""

from __future__ import annotations

import streamlit as st

from graph.answers.bodies import Overlap, find_loads, find_overlaps, merge_candidates
from ui import controls, matrix, pieces
from ui.fields.competence_matrix import LIST_HEIGHT, LIST_WIDTH
from views.fields import answer, tables
from views.fields import words as wording
from views.fields.words import bodies_in_brief
from views.speaking import speech
from views.view import View

sentence = bodies_in_brief

_KEY = "bodies"


def options(view: View) -> None:
    """Offer what counts as many."""
    controls.choice(view.t, "mehrals", label=view.t("kompetenzfelder.bodies.more_than"))


def show(view: View) -> None:
    """Show the heat map with the members of the chosen pair, the hints, and who sits in many bodies."""
    t, bodies = view.t, answer.bodies_of(view.part)
    overlaps = find_overlaps(bodies)
    if not bodies:
        return
    chosen = {tables.pair_id(overlap.a, overlap.b): overlap for overlap in overlaps}
    with st.container(horizontal=True, key="beside_list", wrap=False):
        with st.container():
            matrix.show(
                t,
                tables.bodies_grid(view, bodies, overlaps),
                key=_KEY,
                chosen=view.query.zelle,
                on_choose=controls.choose_cell(_KEY),
                on_open=controls.follow_link(_KEY),
            )
        with st.container(width=LIST_WIDTH, key="cell_list"):
            _pair(view, chosen.get(view.query.zelle))
    pieces.section(t("kompetenzfelder.bodies.merge"))
    st.markdown(wording.merge_sentence(speech(view), merge_candidates(overlaps)))
    pieces.section(t("kompetenzfelder.bodies.many"))
    most = int(view.query.mehrals)
    found = find_loads(bodies, more_than=most)
    st.markdown(wording.loads_sentence(speech(view), found, most))
    pieces.open_table(t, tables.loads(view, found), key="loads")
    with pieces.folded(t("netzwerk.table.heading")):
        pieces.open_table(t, tables.bodies_table(view, bodies), key="bodies_table")


def _pair(view: View, overlap: Overlap | None) -> None:
    if overlap is None:
        st.markdown(view.t("kompetenzfelder.bodies.hint"))
        return
    st.markdown(f"**{wording.overlap_pair(speech(view), overlap)}**")
    if inside := wording.contained(speech(view), overlap):
        st.markdown(inside)
    pieces.open_table(view.t, tables.overlap_table(view, overlap), key="overlap", max_height=2 * LIST_HEIGHT)
