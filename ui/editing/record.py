"""What is recorded of the data over time: states that were given a name, and every change."""

from __future__ import annotations

import streamlit as st

from store import State, Store, StoreError
from ui import controls, pieces
from ui.clock import local, today
from ui.editing import access, drafts, log, news
from views.editing import words as wording
from views.language.words import plain
from views.view import View

_LONGEST_NAME = 80
_NAME = "state_name"


def show(view: View) -> None:
    """Show states and changes; what is taken back shows at once."""
    news.show(view)
    if store := log.open_history():
        _states(view, store)
    pieces.section(view.t("bearbeiten.log.title"))
    log.of_all(view)
    if drafts.has_news():
        st.rerun()


def _states(view: View, store: Store) -> None:
    t = view.t
    try:
        states = store.states()
    except StoreError:
        return
    pieces.section(t("bearbeiten.state.title"))
    st.markdown(t.count("bearbeiten.state.sentence", len(states)))
    if access.may_edit(view.person):
        _hold(view)
    for state in states:
        _state(view, state)


def _hold(view: View) -> None:
    """Ask for a name and give it to the present data."""
    t = view.t
    with st.form(key="hold_state", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            t("bearbeiten.state.name"),
            key=_NAME,
            max_chars=_LONGEST_NAME,
            placeholder=t("bearbeiten.state.example"),
            width=420,
        )
        st.form_submit_button(t("bearbeiten.state.hold"), key="hold_state_now", type="primary", on_click=_take)


def _take() -> None:
    """Hold the state under the name that was typed; for callbacks."""
    (name,) = controls.filled_in(_NAME)
    if (name or "").strip():
        drafts.hold(str(name))


def _state(view: View, state: State) -> None:
    t = view.t
    with st.container(horizontal=True, vertical_alignment="center", key=f"state_{state.id}"):
        when = wording.when(t, local(state.at), today())
        held = t("bearbeiten.state.held", name=plain(state.name), who=wording.who(t, state.who), when=when)
        st.markdown(held, width=560)
        if state.revision < view.present.revision:
            pieces.open_button(
                t("bearbeiten.state.compare"), "veraenderungen", key=f"compare_{state.id}", stand=state.id, reiter=""
            )
        else:
            st.markdown(t("bearbeiten.state.present"))
        if access.may_edit(view.person):
            st.button(
                t("bearbeiten.state.drop", name=plain(state.name)),
                key=f"drop_{state.id}",
                type="tertiary",
                icon=":material/close:",
                on_click=drafts.drop_state,
                args=(state.id,),
            )
