"""The page on which data are edited: what is chosen, and its form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from store import Entry, Store
from ui import controls, pieces, query, widget_keys
from ui.clock import local, today
from ui.editing import access, drafts, duplicates, form, imports, news, papers, project, region_copy, sheet
from views.address.codec import slug
from views.editing import words as wording
from views.editing.answer import told_apart
from views.editing.draft import NEW, begun, draft_of
from views.editing.question import ADDRESSES
from views.view import View


def sentence(view: View) -> str:
    """Say what is edited here, or what to do first."""
    store = access.open_store(view.person)
    if store is None:
        return view.t("bearbeiten.sentence.closed")
    for last in store.history(limit=1):
        return view.t("bearbeiten.sentence.last", deed=wording.deed(view.t, last, local(last.at), today()))
    return view.t("bearbeiten.sentence.none")


def show(view: View) -> None:
    """Show the chosen part of the page, or why nothing can be edited."""
    store = access.open_store(view.person)
    chosen = controls.tab(PARTS)
    if store is None and chosen != "vorlage":
        region_copy.show(view)
        return
    PARTS[chosen](view, store)


def entry(view: View, store: Store) -> None:
    """Choose a table and an entry, and show its form."""
    table, id = ADDRESSES[view.query.tabelle], view.query.eintrag
    with pieces.options(view.t, "entry_choice"):
        controls.choice(view.t, "tabelle", label=view.t("bearbeiten.table"))
        _choose(view, store, table)
    found = store.entry(table, id)
    if id == NEW:
        form.show(view, store, begun(table, view.query.enden))
    elif found:
        form.show(view, store, draft_of(found))
    else:
        news.show(view)
        st.markdown(view.t("bearbeiten.gone" if id else "bearbeiten.choose_entry"))
    if drafts.has_news():
        st.rerun()


def _choose(view: View, store: Store, table: str) -> None:
    """Offer the entries of a table by name, and a new one."""
    t, entries = view.t, store.entries(table)
    names = told_apart(
        dict(sorted(((id, _name(view, entry)) for id, entry in entries.items()), key=lambda item: slug(item[1])))
    )
    st.selectbox(
        t(f"bearbeiten.which.{table}"),
        list(names),
        index=None,
        key=widget_keys.seed("eintrag", view.query.eintrag if view.query.eintrag in names else None),
        format_func=lambda id: names.get(id, id),
        placeholder=t("bearbeiten.choose"),
        on_change=controls.take,
        args=("eintrag", "", names),
        width=420,
    )
    st.button(
        t(f"bearbeiten.new.{table}"),
        key="entry_new",
        icon=":material/add:",
        on_click=query.change,
        kwargs={"eintrag": NEW, "enden": ()},
    )


def _name(view: View, entry: Entry) -> str:
    return wording.title(view, entry.table, entry.cells)


PARTS: Mapping[str, Callable[[View, Any], None]] = {
    "eintrag": entry,
    "projekt": project.show,
    "tabelle": sheet.show,
    "einlesen": imports.show,
    "vorlage": papers.show,
    "dubletten": duplicates.show,
}
