"""Two entries that may be one: suggested pairs, what a merge moves, and the merge, which a person decides."""

from __future__ import annotations

from collections.abc import Container
from functools import partial

import streamlit as st

from store import Merge, Pair, Snapshot, Store, StoreError
from ui import controls, widget_keys
from ui.editing import drafts, news
from views.editing import merging
from views.editing import words as wording
from views.language.words import plain
from views.view import View

_KEEP, _DROP, _TAKEN = "merge_keep", "merge_drop", "merge_taken"


@st.fragment
def show(view: View, store: Store) -> None:
    """Show the suggested pairs, and any two that a person names; then the preview of their merge."""
    t = view.t
    news.follow(view)
    pairs, snapshot = store.duplicates(), store.snapshot()
    st.markdown(t.count("bearbeiten.merge.sentence", len(pairs)))
    with st.container(key="pairs"):
        for pair in pairs:
            _pair(view, snapshot, pair)
    names = merging.mergeable(view, snapshot)
    keep, drop = drafts.kept(_KEEP), drafts.kept(_DROP)
    with st.container(horizontal=True, vertical_alignment="bottom", key="merge_choice"):
        _choose(view, _KEEP, names, keep)
        _choose(view, _DROP, names, drop)
        st.button(t("bearbeiten.merge.swap"), key="merge_swap", icon=":material/swap_horiz:", on_click=_swap)
    with st.container(key="merge_preview"):
        if keep in names and drop in names:
            _preview(view, store, keep, drop)


def _pair(view: View, snapshot: Snapshot, pair: Pair) -> None:
    t = view.t
    names = [
        plain(f"{wording.title(view, pair.table, entry.cells)} ({id})")
        for id in (pair.keep, pair.drop)
        if (entry := snapshot.find(pair.table, id))
    ]
    with st.container(horizontal=True, vertical_alignment="center", key=f"pair_{pair.keep}_{pair.drop}"):
        st.markdown(f"**{t.names(names)}**: {t(f'bearbeiten.merge.why.{pair.code}')}", width=760)
        st.button(
            t("bearbeiten.merge.look"),
            key=f"look_{pair.keep}_{pair.drop}",
            on_click=_put,
            args=(pair.keep, pair.drop),
        )


def _put(keep: str | None, drop: str | None) -> None:
    drafts.keep(_KEEP, keep)
    drafts.keep(_DROP, drop)
    drafts.keep(_TAKEN, ())


def _swap() -> None:
    _put(drafts.kept(_DROP), drafts.kept(_KEEP))


def _choose(view: View, name: str, names: dict[str, str], value: str | None) -> None:
    st.selectbox(
        view.t(f"bearbeiten.merge.{name}"),
        list(names),
        index=None,
        key=widget_keys.seed(name, value if value in names else None),
        format_func=lambda id: names.get(id, id),
        placeholder=view.t("bearbeiten.choose"),
        on_change=_take,
        args=(name, names),
        width=420,
    )


def _take(name: str, names: Container[str]) -> None:
    if controls.are_in(widget_keys.chosen(name), names):
        drafts.keep(name, widget_keys.chosen(name))
        drafts.keep(_TAKEN, ())


def _preview(view: View, store: Store, keep: str, drop: str) -> None:
    """Say all that a merge would do, and do it on request."""
    t = view.t
    try:
        merge = store.merge_preview(keep, drop, drafts.kept(_TAKEN, ()))
    except StoreError:
        st.warning(t("bearbeiten.merge.impossible"), icon=":material/block:")
        return
    names = [
        plain(f"{wording.title(view, entry.table, entry.cells)} ({entry.id})") for entry in (merge.drop, merge.keep)
    ]
    _decide(view, merge)
    st.markdown(t("bearbeiten.merge.what", drop=names[0], keep=names[1]))
    st.markdown("\n".join(merging.lines(view, merge)) or t("bearbeiten.merge.nothing_moves"))
    st.button(t("bearbeiten.merge.do"), key="merge_do", type="primary", on_click=partial(_merge, merge))


def _decide(view: View, merge: Merge) -> None:
    """Ask of each cell that holds one thing here and another there which of both stays."""
    t = view.t
    if merge.differing:
        st.markdown(t.count("bearbeiten.merge.decide", len(merge.differing)))
    for place, change in enumerate(merge.differing):
        name, texts = f"merge_cell_{place}", wording.values(view, merge.keep.table, change)
        st.radio(
            plain(wording.column(t, merge.keep.table, change.column)),
            (False, True),
            key=widget_keys.seed(name, change.column in merge.taken),
            format_func=texts.__getitem__,
            horizontal=True,
            on_change=_take_cell,
            args=(name, change.column),
        )


def _take_cell(name: str, column: str) -> None:
    """Let the text of one of both entries stay; for callbacks."""
    others = [taken for taken in drafts.kept(_TAKEN, ()) if taken != column]
    drafts.keep(_TAKEN, (*others, column) if widget_keys.chosen(name) is True else tuple(others))


def _merge(merge: Merge) -> None:
    """Do the merge as it was shown; for callbacks."""
    if drafts.attempt(lambda store, editor: store.merge(editor, merge)):
        _put(None, None)
