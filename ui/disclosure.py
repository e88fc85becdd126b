"""What is kept about a person: asked for by a text, counted by kind, shown where it stands, and handed out."""

from __future__ import annotations

import logging

import streamlit as st

from store import NotAllowedError, Store, StoreError, places_of
from store.disclosure import Holding
from ui import erasure, pieces
from ui.editing import access
from views.data.disclosure import counted, found, table
from views.language.words import Words
from views.view import View

log = logging.getLogger("akteursnetz")
_LONGEST, _HEIGHT = 120, 420


def sentence(view: View) -> str:
    """Say what can be done here."""
    return view.t("auskunft.sentence")


def show(view: View) -> None:
    """Ask for a text, and show what is kept about it with the ways to hand it out and to erase it."""
    text, store = _asked(view.t), access.administered(view.person)
    erasure.tell(view.t)
    if text and store:
        _answer(view, store, text)


def _asked(t: Words) -> str:
    """Ask for a text; nothing of it goes into the address, and the browser does not offer it to the next person."""
    with st.form(key="inquiry", border=False):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            text = st.text_input(
                t("auskunft.text"),
                key=f"inquiry_text_{erasure.turn()}",
                max_chars=_LONGEST,
                placeholder=t("auskunft.example"),
                autocomplete="off",
                width=420,
            )
            st.form_submit_button(t("auskunft.look"), key="inquire", type="primary", on_click=erasure.forget)
        st.markdown(t("auskunft.help"))
    return (text or "").strip()


def _answer(view: View, store: Store, text: str) -> None:
    t = view.t
    try:
        holding = store.about(view.person, text)
    except NotAllowedError:
        st.error(t("rechte.not_allowed"), icon=":material/block:")
        return
    except StoreError as fault:
        log.error("inquiry: %s", fault.logged)
        st.error(t(f"store.{fault.code}"), icon=":material/error:")
        return
    places = places_of(holding, text)
    st.markdown(found(t, text, places))
    if places:
        pieces.open_table(t, table(view, places), key="places", max_height=_HEIGHT)
        _hand_out(t, holding)
        erasure.offer(t, text, counted(t, places))


def _hand_out(t: Words, holding: Holding) -> None:
    st.download_button(
        t("auskunft.download"),
        data=holding.as_json,
        file_name=t("auskunft.file_name"),
        mime="application/json",
        on_click="ignore",
        icon=":material/download:",
        key="download_inquiry",
    )
