"""Files into the store: what is new, what differs field by field, what is missing; all or part of it is taken over."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial

import streamlit as st

from store import ImportPreview, Incoming, Store, region
from ui import pieces, table, uploading
from ui.editing import drafts, news
from views.data import tables
from views.editing.tables import listing, rows_of
from views.loaded import import_preview
from views.view import View

_HEIGHT = 420  # px of a list
# list -> whether its rows are taken over unless one says otherwise
_LISTS: Mapping[str, bool] = {"new": True, "changed": True, "contested": False, "missing": False}


@st.fragment
def show(view: View, store: Store) -> None:
    """Ask for files, show the three lists, and take over what is chosen as one change."""
    t = view.t
    news.follow(view)
    st.markdown(t("bearbeiten.import.text"))
    files = uploading.tables(view, "import_files", _begin, against=view.whole)
    if not files:
        return
    preview = import_preview(region.address(), store.revision, files)
    if not preview.is_understood:
        st.warning(t("bearbeiten.import.not_understood"), icon=":material/help:")
        pieces.open_table(t, tables.findings(t, preview.issues), key="import_findings", max_height=_HEIGHT)
        return
    _findings(view, preview)
    if preview.unread:
        st.warning(t.count("bearbeiten.import.unread", len(preview.unread)), icon=":material/help:")
    _take_over(view, preview)
    for kind in _LISTS:
        if kind != "contested" or preview.contested:
            _list(view, kind, rows_of(preview, kind))


def _findings(view: View, preview: ImportPreview) -> None:
    """Say what the check found in the files; that a table is not among them is no fault here."""
    t, issues = view.t, [issue for issue in preview.issues if issue.code != "missing-file"]
    with st.container(key="import_issues"):
        if issues:
            with st.expander(t.count("bearbeiten.import.found", len(issues)), expanded=bool(preview.unread)):
                pieces.open_table(t, tables.findings(t, issues), key="import_findings", max_height=_HEIGHT)


def _chosen(preview: ImportPreview) -> list[str]:
    return [key for kind in _LISTS for key in _chosen_of(kind, rows_of(preview, kind))]


def _chosen_of(kind: str, rows: Sequence[Incoming]) -> list[str]:
    """Return the rows of a list that are chosen, by default as the list says."""
    keys = [row.key for row in rows]
    kept: Collection[str] | None = drafts.kept(f"import_{kind}")
    if kept is None:
        return keys if _LISTS[kind] else []
    return [key for key in keys if key in kept]


def _take_over(view: View, preview: ImportPreview) -> None:
    t, chosen = view.t, _chosen(preview)
    if not preview.rows:
        if not preview.unread:
            st.info(t("bearbeiten.import.same"), icon=":material/check:")
        return
    st.button(
        t.count("bearbeiten.import.take", len(chosen)),
        key="import_take",
        type="primary",
        disabled=not chosen,
        on_click=partial(_import, preview, chosen),
    )


def _import(preview: ImportPreview, chosen: Collection[str]) -> None:
    """Take over what is chosen; for callbacks."""
    if drafts.attempt(lambda store, editor: store.import_rows(editor, preview, chosen)):
        _begin()


def _begin() -> None:
    """Choose as the lists say again; for callbacks."""
    for kind in _LISTS:
        drafts.keep(f"import_{kind}", None)


def _list(view: View, kind: str, rows: Sequence[Incoming]) -> None:
    """Show a list with a box for each row."""
    t, keys = view.t, [row.key for row in rows]
    pieces.section(t.count(f"bearbeiten.import.{kind}", len(rows)))
    with st.container(key=f"import_list_{kind}"):
        if not rows:
            return
        with st.container(horizontal=True):
            st.button(t("bearbeiten.import.all"), key=f"all_{kind}", on_click=_choose(kind, keys))
            st.button(t("bearbeiten.import.none"), key=f"none_{kind}", on_click=_choose(kind, ()))
        table.show(
            t,
            listing(view, kind, rows),
            key=f"import_{kind}",
            chosen=_chosen_of(kind, rows),
            on_choose=lambda: drafts.keep(f"import_{kind}", drafts.chosen_rows(f"import_{kind}")),
            max_height=_HEIGHT,
        )


def _choose(kind: str, keys: Sequence[str]) -> Callable[[], None]:
    return partial(drafts.keep, f"import_{kind}", list(keys))
