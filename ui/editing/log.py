"""The history: who changed what and when, field by field, with the way back. For one entry, or for all."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from graph.profile import Profile
from graph.vocabulary import Mode
from store import ChangeSet, Store, StoreError, region
from ui import query
from ui.clock import local, today
from ui.editing import access, drafts, news
from views.editing import words as wording
from views.view import View

_AT_ONCE = 20  # changes before one asks for more
_TABLES = {Mode.ACTOR: "actors", Mode.PROJECT: "projects"}


def of_element(view: View, shown: Profile) -> None:
    """Show what happened to an actor or project; nothing when nothing is recorded or the data are files."""
    store = open_history()
    if store is None or query.presenting():
        return
    table = _TABLES[shown.mode]
    found = _read(store, table, shown.id)
    news.show(view)
    if found:
        with st.expander(view.t.count("bearbeiten.log.of_entry", len(found)), key="entry_log"):
            _list(view, found)
    if drafts.has_news():
        st.rerun()


def of_all(view: View) -> None:
    """Show all changes, the last first."""
    store = open_history()
    if store is None:
        st.markdown(view.t("bearbeiten.log.files"))
        return
    found = _read(store)
    st.markdown(view.t("bearbeiten.log.text") if found else view.t("bearbeiten.sentence.none"))
    _list(view, found)


def open_history() -> Store | None:
    """Return the store whose history belongs to what is shown; anybody who may look may read it."""
    return None if query.own_files() else region.store_or_none()


def _read(store: Store, table: str | None = None, id: str | None = None) -> Sequence[ChangeSet]:
    """Return as many changes as were asked for, and one more when there are more."""
    try:
        return store.history(table, id, limit=_wanted() + 1)
    except StoreError:
        return ()


def _wanted() -> int:
    return int(drafts.kept("log_length", _AT_ONCE))


def _list(view: View, found: Sequence[ChangeSet]) -> None:
    for done in found[: _wanted()]:
        _change(view, done)
    if len(found) > _wanted():
        st.button(
            view.t("bearbeiten.log.more"),
            key="log_more",
            on_click=drafts.keep,
            args=("log_length", _wanted() + _AT_ONCE),
        )


def _change(view: View, done: ChangeSet) -> None:
    """Show one change with its fields, and the button that takes it back.

    The history of one entry shows only its own, and what would take back more than one sees is not offered there.
    """
    t, in_part = view.t, done.entries > len(done.changes)
    with st.container(border=True, key=f"change_{done.id}"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{wording.deed(t, done, local(done.at), today())}**")
            if done.undone_by:
                st.markdown(t("bearbeiten.log.undone"))
            elif in_part:
                st.markdown(t("bearbeiten.log.part"))
            elif access.may_edit(view.person) and done.action != "erase":
                _undo(view, done)
        st.markdown("\n".join(wording.deed_lines(view, done)))


def _undo(view: View, done: ChangeSet) -> None:
    label = view.t("bearbeiten.undo")
    st.button(label, key=f"undo_{done.id}", icon=":material/undo:", on_click=drafts.undo, args=(done.id,))
