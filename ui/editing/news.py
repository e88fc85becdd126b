"""What came of the last attempt to change the data, with the way back; a conflict is settled here."""

from __future__ import annotations

import streamlit as st

from ui import query
from ui.editing import conflict, drafts
from views.editing import outcome_words
from views.editing import words as wording
from views.editing.outcome import Outcome
from views.view import View

_GOOD = ("saved", "nothing")


def follow(view: View) -> None:
    """Begin a part of the page that runs by itself: let the whole page follow where it must, else say the news."""
    if drafts.has_news() or query.page_is_pending():
        st.rerun()
    show(view)


def show(view: View) -> None:
    """Say what came of the last attempt; nothing when there was none.

    The place is always there, so that what stands below keeps its own when parts of the page run in quick succession.
    """
    last = drafts.outcome()
    with st.container(key="edit_news"):
        if last is None:
            return
        if last.code == "conflict":
            conflict.show(view, last)
        elif last.code == "refused":
            _refused(view, last)
        elif last.code in _GOOD:
            _good(view, last)
        else:
            key = "bearbeiten.not_allowed" if last.code == "not-allowed" else f"store.{last.code}"
            st.error(view.t(key), icon=":material/error:")


def _good(view: View, last: Outcome) -> None:
    t, done = view.t, last.done
    if done is None or not done.id:
        st.info(t("bearbeiten.nothing"), icon=":material/info:")
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        what = "undone" if done.undoes else "saved"
        st.success(t(f"bearbeiten.{what}", entries=wording.entries(view, done)), icon=":material/check:")
        st.button(
            t("bearbeiten.redo" if done.undoes else "bearbeiten.undo"),
            key="edit_undo",
            icon=":material/undo:",
            on_click=drafts.undo,
            args=(done.id,),
        )
        st.button(t("bearbeiten.close"), key="edit_close", on_click=drafts.forget_outcome, type="tertiary")


def _refused(view: View, last: Outcome) -> None:
    """Say why nothing was saved: every reason, with what to do."""
    t = view.t
    st.error(f"{t('bearbeiten.refused')}\n\n{outcome_words.reasons(t, last.issues)}", icon=":material/block:")
