"""The network as a matrix: who works with whom, sorted by group, type or name."""

from __future__ import annotations

import streamlit as st

from ui import controls, matrix, pieces
from ui.fields.competence_matrix import LIST_HEIGHT, LIST_WIDTH
from views import loaded
from views.fields import answer as fields_answer
from views.fields import tables
from views.fields import words as wording
from views.fields.answer import asked_matrix
from views.fields.question import SORTING_OF
from views.fields.words import matrix_in_brief
from views.roles import answer
from views.speaking import speech
from views.view import View

sentence = matrix_in_brief

_KEY = "actor_matrix"


def options(view: View) -> None:
    """Offer the sorting and the same as a picture."""
    controls.choice(view.t, "sortierung", label=view.t("kompetenzfelder.sorting"))
    pieces.open_button(view.t("kompetenzfelder.as_network"), "netzwerk", key="as_network", ansicht="kooperation")


def show(view: View) -> None:
    """Show the matrix, the pair that was chosen and the table."""
    t, shown = view.t, asked_matrix(view)
    if not shown.actors:
        pieces.nothing_found(view, loaded.loosenings(view.whole, view.selection))
        return
    pairs = {
        tables.pair_id(shown.actors[a], shown.actors[b]): (shown.actors[a], shown.actors[b]) for a, b, _ in shown.cells
    }
    with st.container(horizontal=True, key="beside_list", wrap=False):
        with st.container():
            matrix.show(
                t,
                tables.actor_grid(view, shown),
                key=_KEY,
                chosen=view.query.zelle,
                on_choose=controls.choose_cell(_KEY),
                on_open=controls.follow_link(_KEY),
                small=True,
            )
        with st.container(width=LIST_WIDTH, key="cell_list"):
            if view.query.zelle in pairs:
                _pair(view, *pairs[view.query.zelle])
            else:
                st.markdown(t("kompetenzfelder.actors.hint"))
            st.markdown(
                wording.blocks(speech(view), shown, SORTING_OF[view.query.sortierung], answer.groups_of(view.part))
            )
    with pieces.folded(t("netzwerk.table.heading")):
        pieces.open_table(t, tables.pairs(view, shown), key="pairs", max_height=600)


def _pair(view: View, a: str, b: str) -> None:
    t, projects = view.t, fields_answer.shared_projects_of(view.part, a, b)
    st.markdown(f"**{wording.pair_title(speech(view), a, b, len(projects))}**")
    pieces.open_table(t, tables.projects_of(view, projects), key="pair_projects", max_height=LIST_HEIGHT)
    pieces.open_button(t("kompetenzfelder.compare"), "vergleich", key="compare", vergleich=(a, b), reiter="")
