"""The form of one entry: every column of its table, checked while it is filled in, saved as one change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from graph.issue import Issue
from graph.schema import ContractColumn
from store import Snapshot, Store, StoreError
from ui import query
from ui.editing import deletion, drafts, fields, news
from ui.editing.fields import Field
from views.editing import words as wording
from views.editing.answer import column_of, is_wide
from views.editing.draft import EntryDraft, columns_of, complete, is_seldom
from views.view import View

_WIDTHS = {False: 340, True: 696}  # px; two inputs beside each other on a tablet, three on larger screens
SEVERITY = {"error": ":material/error:", "warning": ":material/warning:", "info": ":material/info:"}


@st.fragment
def show(view: View, store: Store, fresh: EntryDraft) -> None:
    """Show the form of an entry; what is typed is checked before the page is run again."""
    news.follow(view)
    draft, snapshot = drafts.draft(fresh), store.snapshot()
    with st.container(key="newer"):
        if not draft.is_new and draft.version != fresh.version:
            st.warning(view.t("bearbeiten.newer"), icon=":material/group:")
    issues = _issues(store, snapshot, draft)
    heading = columns_of(draft, snapshot.headings.get(draft.table, ()))
    columns = [column_of(draft.table, name) for name in heading]
    often = [column for column in columns if not is_seldom(draft, column)]
    _actions(view, store, draft, fresh, issues, save=partial(_save, complete(draft, snapshot), draft.key))
    with st.container(border=True, key="entry_form"):
        _inputs(view, draft, often, issues)
        if len(often) < len(columns):
            with st.expander(view.t("bearbeiten.more")):
                _inputs(view, draft, [column for column in columns if column not in often], issues)
        _without_column(view, issues)


def _inputs(view: View, draft: EntryDraft, columns: Sequence[ContractColumn], issues: Sequence[Issue]) -> None:
    """Show inputs in two columns, long ones over the whole width, with what was found below each."""
    with st.container(horizontal=True, key=f"inputs_{columns[0].name}"):
        for column in columns:
            with st.container(key=f"input_{column.name}", width=width_of(column)):
                fields.show(Field(view, draft, column))
                for issue in issues:
                    if issue.column == column.name:
                        st.markdown(f"{SEVERITY[issue.severity]} {wording.found(view.t, issue)}")


def width_of(column: ContractColumn) -> int:
    """Width in px of the input of a column."""
    return _WIDTHS[is_wide(column)]


def _without_column(view: View, issues: Sequence[Issue]) -> None:
    for issue in issues:
        if not issue.column:
            st.markdown(f"{SEVERITY[issue.severity]} {wording.found(view.t, issue)}")


def _issues(store: Store, snapshot: Snapshot, draft: EntryDraft) -> list[Issue]:
    """Ask the reader about the draft; of an empty form nothing is asked."""
    if not draft.changed:
        return []
    try:
        return store.check([complete(draft, snapshot).edit])
    except StoreError:
        return []


def _actions(
    view: View, store: Store, draft: EntryDraft, fresh: EntryDraft, issues: Sequence[Issue], *, save: Callable[[], None]
) -> None:
    """Show what can be done with the draft above its inputs, where it stays in sight."""
    t, changed = view.t, list(draft.changed)
    with st.container(horizontal=True, vertical_alignment="center", key="entry_actions"):
        st.button(
            t("bearbeiten.save"),
            key="entry_save",
            type="primary",
            shortcut="Mod+S",
            disabled=not changed or drafts.errors(issues),
            on_click=save,
        )
        if changed:
            st.button(t("bearbeiten.discard"), key="entry_discard", on_click=drafts.discard, args=(draft.key,))
        if not draft.is_new:
            deletion.offer(view, store, fresh)
        if changed:
            st.markdown(t("bearbeiten.unsaved", columns=wording.columns_called(t, draft.table, changed)))


def _save(draft: EntryDraft, key: str) -> None:
    done = drafts.save([draft.edit], key)
    if done and draft.is_new:
        query.change(eintrag=done.changes[0].id)
