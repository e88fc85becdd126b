"""Deleting an entry: first what hangs on it, then the deletion as one change that can be undone."""

from __future__ import annotations

import streamlit as st

from store import Store
from ui.editing import drafts
from views.editing import words as wording
from views.editing.draft import EntryDraft
from views.editing.outcome_words import goes_with
from views.language.words import plain
from views.view import View


def offer(view: View, store: Store, draft: EntryDraft) -> None:
    """Offer to delete an entry, saying what goes with it."""
    t = view.t
    with st.popover(t("bearbeiten.delete.open"), icon=":material/delete:", key="entry_delete"):
        edits = store.deletion(draft.table, draft.id)
        st.markdown(t("bearbeiten.delete.sentence", name=plain(wording.title(view, draft.table, draft.seen))))
        st.markdown(goes_with(t, edits))
        st.button(
            t("bearbeiten.delete.confirm"), key="entry_delete_now", type="primary", on_click=_delete, args=(draft,)
        )


def _delete(draft: EntryDraft) -> None:
    """Delete the entry with what hangs on it now; for callbacks."""
    drafts.attempt(
        lambda store, editor: store.save(editor, store.deletion(draft.table, draft.id), action="delete"), draft.key
    )
