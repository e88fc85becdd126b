"""What is edited now, and the editable copy that is made of what is shown."""

from __future__ import annotations

import streamlit as st

from store import region
from ui import login, pieces, query, view
from ui.editing import access, drafts, news
from views.data.words import checked
from views.editing.outcome import outcome_of
from views.language.words import plain
from views.view import View


def show(seen: View) -> None:
    """Say what is edited now; where nothing can be edited, why, and what to do about it."""
    t, barrier = seen.t, access.barrier(seen.person)
    news.show(seen)
    if barrier:
        st.markdown(t(f"bearbeiten.barrier.{barrier}"))
    else:
        st.markdown(t("bearbeiten.edited", place=plain(region.place())))
    if not barrier:
        with st.container(horizontal=True, key="to_work"):
            pieces.open_button(t("bearbeiten.open"), "bearbeiten", key="to_editing", primary=True, reiter="")
            if access.administered(seen.person):
                pieces.open_button(t("auskunft.open"), "rechte", key="to_inquiry", reiter="auskunft")
    elif access.may_copy(seen.person):
        _offer(seen)


def _offer(seen: View) -> None:
    """Offer to make the copy, saying what will be in it."""
    t, report = seen.t, view.report(seen.present)
    if report.issues:
        st.markdown(checked(t, report.issues))
    st.markdown(t("bearbeiten.copy.text", place=plain(region.place())))
    st.button(t("bearbeiten.copy.make"), key="make_editable", type="primary", on_click=_make)


def _make() -> None:
    """Make the copy and show it; for callbacks."""
    own = query.own_files()
    query.change(reiter="bearbeiten")
    made = drafts.remember(outcome_of(lambda: region.make_editable(login.editor(), own or view.data_folder())))
    if made and own:
        query.use_shipped_data()
        query.go_to("daten", reiter="bearbeiten")
