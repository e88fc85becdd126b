"""The network as a matrix: who works with whom, sorted by group, type or name."""

from __future__ import annotations

import streamlit as st

from graph.answers.actor_matrix import Matrix
from ui import controls, matrix, parts
from ui.answers import speech
from ui.answers.competence_matrix import LIST_HEIGHT, LIST_WIDTH
from views import loaded
from views.fields import answer as fields_answer
from views.fields import tables
from views.fields import words as wording
from views.roles import answer
from views.view import View

MOST = 120  # rows; more are no longer read, and the browser would hold some 15,000 cells
SORTING_OF = {"gruppe": "group", "typ": "type", "name": "name"}
_KEY = "actor_matrix"


def sentence(view: View) -> str:
    """Say how many actors and cooperations are shown, and how many are not."""
    shown, alone = _matrix(view), len(answer.groups_of(view.part).alone)
    further = len(view.part.actors) - len(shown.actors) - alone
    return wording.matrix_sentence(speech(view), shown, alone=alone, further=further)


def options(view: View) -> None:
    """Offer the sorting and the same as a picture."""
    controls.choice(view.t, "sortierung", label=view.t("kompetenzfelder.sorting"))
    parts.open_button(view.t("kompetenzfelder.as_network"), "netzwerk", key="as_network", ansicht="kooperation")


def show(view: View) -> None:
    """Show the matrix, the pair that was chosen and the table."""
    t, shown = view.t, _matrix(view)
    if not shown.actors:
        parts.nothing_found(view, loaded.loosenings(view.whole, view.selection))
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
    with parts.folded(t("netzwerk.table.heading")):
        parts.open_table(t, tables.pairs(view, shown), key="pairs", max_height=600)


def _matrix(view: View) -> Matrix:
    return fields_answer.matrix_of(view.part, SORTING_OF[view.query.sortierung], MOST)


def _pair(view: View, a: str, b: str) -> None:
    t, projects = view.t, fields_answer.shared_projects_of(view.part, a, b)
    st.markdown(f"**{wording.pair_title(speech(view), a, b, len(projects))}**")
    parts.open_table(t, tables.projects_of(view, projects), key="pair_projects", max_height=LIST_HEIGHT)
    parts.open_button(t("kompetenzfelder.compare"), "vergleich", key="compare", vergleich=(a, b), reiter="")
