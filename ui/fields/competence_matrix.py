"""In which field which type of actor is missing: the matrix, and the list behind the chosen cell."""

from __future__ import annotations

import streamlit as st

from graph.answers.gaps import GapCell
from ui import controls, matrix, pieces
from views import loaded
from views.fields import answer, tables
from views.fields import words as wording
from views.fields.words import competence_in_brief
from views.speaking import speech
from views.view import View

sentence = competence_in_brief

LIST_WIDTH = 300  # px of the list beside a matrix
HINT_WIDTH = 160  # px of the hint as long as no cell is chosen: all types are then in view on a beamer
LIST_HEIGHT = 290
_KEY = "competence"


def options(view: View) -> None:
    """Offer what a cell shows."""
    controls.choice(view.t, "wert", label=view.t("kompetenzfelder.figure"))


def show(view: View) -> None:
    """Show the matrix and the list."""
    t, gaps = view.t, answer.gaps_of(view.part)
    if not gaps.cells:
        pieces.nothing_found(view, loaded.loosenings(view.whole, view.selection))
        return
    ids = {name: cell for cell, name in tables.cell_ids(view, gaps).items()}
    with st.container(horizontal=True, key="beside_list", wrap=False):
        with st.container():
            matrix.show(
                t,
                tables.competence(view, gaps),
                key=_KEY,
                chosen=view.query.zelle,
                on_choose=controls.choose_cell(_KEY),
                on_open=controls.follow_link(_KEY),
            )
        is_chosen = view.query.zelle in ids
        with st.container(width=LIST_WIDTH if is_chosen else HINT_WIDTH, key="cell_list"):
            if is_chosen:
                field, kind = ids[view.query.zelle]
                _list(view, field, kind, gaps.cells[field, kind])
            else:
                st.markdown(t("kompetenzfelder.hint"))
    for note in wording.notes(speech(view), gaps):
        st.markdown(note)


def _list(view: View, field: str, kind: str, cell: GapCell) -> None:
    """Show who and what stands behind a cell, or who else could be asked."""
    t, say = view.t, speech(view)
    st.markdown(f"**{wording.cell_title(say, field, kind, cell)}**")
    if cell.is_empty:
        st.markdown(wording.missing_types(say, answer.gaps_of(view.part), field))
        name = next(name for name, value in view.type_slugs.items() if value == kind)
        pieces.open_button(
            t("kompetenzfelder.search", type=say.show(kind)), "vergleich", key="search_type", reiter="partner",
            suchtyp=(name,), suchfeld=(),
        )  # fmt: skip
        return
    st.markdown(wording.cell_money(say, cell))
    pieces.open_table(t, tables.actors_of(view, cell.actors), key="cell_actors", max_height=LIST_HEIGHT)
    pieces.open_table(t, tables.projects_of(view, cell.projects), key="cell_projects", max_height=LIST_HEIGHT)
