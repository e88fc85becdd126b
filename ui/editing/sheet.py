"""A whole table to type and paste into, with a preview of what will change before anything is saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st

from graph.schema import CellKind
from store import Edit, Snapshot, Store
from ui import controls, pieces, query
from ui.editing import drafts, news
from views.editing import outcome_words, rows
from views.editing import words as wording
from views.editing.answer import column_of
from views.editing.choices import code_word
from views.editing.question import ADDRESSES
from views.view import View

_HEIGHT = 440  # px of the table
_PREVIEWED = 30  # lines of the preview


@st.fragment
def show(view: View, store: Store) -> None:
    """Show the table, what will change, and the button that saves it as one change."""
    t = view.t
    news.follow(view)
    with pieces.options(t, "sheet_choice"):
        controls.choice(t, "tabelle", label=t("bearbeiten.table"))
    table, snapshot = ADDRESSES[query.current().tabelle], store.snapshot()
    st.markdown(t("bearbeiten.sheet.text"))
    taken: rows.SheetTaken = drafts.kept(f"sheet_{table}") or rows.taken_up(snapshot, table)
    typed = rows.typed_of(_editor(view, table, taken))
    edits = rows.all_edits(table, taken, typed, snapshot, deletion=store.deletion)
    if edits and not drafts.kept(f"sheet_{table}"):
        drafts.keep(f"sheet_{table}", taken)
    with st.container(key="sheet_preview"):
        if edits:
            _preview(view, store, snapshot, table, edits)


def _editor(view: View, table: str, taken: rows.SheetTaken) -> Mapping[str, Any]:
    key = f"sheet_{table}_{taken.revision}_{drafts.kept('sheet_turn', 0)}"
    st.data_editor(
        rows.frame_of(taken),
        key=key,
        num_rows="dynamic",
        hide_index=True,
        height=_HEIGHT,
        column_config={column: _config(view, table, column, taken) for column in taken.columns},
        alt=view.t("bearbeiten.sheet.alt"),
    )
    return drafts.typed_into(key)


def _config(view: View, table: str, name: str, taken: rows.SheetTaken) -> Any:  # noqa: ANN401  # Streamlit's own record
    column, label = column_of(table, name), wording.column(view.t, table, name)
    if column.cell is not CellKind.CODE:
        return st.column_config.TextColumn(label)
    said = partial(code_word, view.t, column.vocabulary)
    return st.column_config.SelectboxColumn(label, options=rows.codes_of(column, taken), format_func=said)


def _preview(view: View, store: Store, snapshot: Snapshot, table: str, edits: Sequence[Edit]) -> None:
    t = view.t
    lines = [line for change in rows.changes_of(edits, snapshot.entries) for line in wording.lines(view, change)]
    issues = store.check(edits)
    with st.container(horizontal=True, vertical_alignment="center"):
        save = t.count("bearbeiten.sheet.save", len(edits))
        key = f"sheet_{table}"
        disabled = drafts.errors(issues)
        st.button(save, key="sheet_save", type="primary", disabled=disabled, on_click=partial(_save, key, edits))
        st.button(t("bearbeiten.discard"), key="sheet_discard", on_click=_give_back, args=(key,))
    if issues:
        show = st.error if drafts.errors(issues) else st.warning
        show(outcome_words.reasons(t, issues))
    st.markdown(outcome_words.first_lines(t, lines, _PREVIEWED))


def _save(key: str, edits: Sequence[Edit]) -> None:
    """Save everything as one change; after a conflict the table stays as it is. For callbacks."""
    if drafts.save(edits):
        _give_back(key)


def _give_back(key: str) -> None:
    drafts.keep(key, None)
    drafts.keep("sheet_turn", drafts.kept("sheet_turn", 0) + 1)
