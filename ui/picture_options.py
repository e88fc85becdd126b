"""What may be chosen of the network besides what it shows, behind two buttons: the picture keeps its place."""

from __future__ import annotations

import streamlit as st

from ui.controls import choice, several, take, toggle
from ui.pieces import list_button
from ui.widget_keys import typed
from views.address.parameters import LONGEST_NOTE
from views.address.slugs import recorded_options, slugs_of
from views.network import words
from views.network.narrowing import narrowings
from views.network.picture import shows_elements
from views.view import View


def drawn(view: View) -> None:
    """Offer what colour, size and width say, and whether places are kept."""
    t, asked, single = view.t, view.query, shows_elements(view)
    cooperating = asked.ansicht == "kooperation"
    if not (single or cooperating):
        return
    with list_button(t("netzwerk.control.drawn"), key="drawn_as"):
        if single:
            choice(t, "farbe", label=t("netzwerk.control.colour"))
            choice(t, "groesse", label=t("netzwerk.control.size"))
            if asked.form == "spalten":
                choice(t, "spaltenordnung", label=t("netzwerk.control.column_order"))
            if asked.form == "netz":
                toggle("feldknoten", label=t("netzwerk.hubs.label"), help_text=t("netzwerk.hubs.help"))
        if cooperating:
            choice(t, "zaehlung", label=t("netzwerk.control.counting"))
            toggle("gremien", label=t("netzwerk.control.membership"))
        if single and asked.rest != "blass":
            toggle("fest", label=t("netzwerk.control.hold"), help_text=t("netzwerk.control.hold_help"))


def narrowed(view: View) -> None:
    """Offer to leave out elements and ties; the button says how many of these choices hold."""
    t, parts = view.t, words.kept_parts(view)
    if not parts:
        return
    count = len(narrowings(view))
    label = t("netzwerk.control.narrowed")
    with list_button(f"{label}: {count}" if count else label, key="narrowed_to"):
        choice(t, "zeigen", label=t("netzwerk.control.zeigen"), options=parts)
        if shows_elements(view):
            _by_ties(view)


def noted(view: View) -> None:
    """Offer to write a note on the picture, which stays with the view."""
    t, now = view.t, view.query.notiz
    with list_button(t("netzwerk.note.label"), key="note_on_picture"):
        st.text_input(
            t("netzwerk.note.question"),
            now,
            key=typed("notiz", now),
            max_chars=LONGEST_NOTE,
            help=t("netzwerk.note.help"),
            on_change=take,
            args=("notiz",),
        )


def _by_ties(view: View) -> None:
    t = view.t
    choice(t, "abpartner", label=t("netzwerk.control.abpartner"))
    if view.query.ansicht == "kooperation":
        choice(t, "abprojekte", label=t("netzwerk.control.abprojekte"))
    types = recorded_options(t, slugs_of(view.whole, "typ"))
    label, nobody = t("netzwerk.control.zwischen"), t("netzwerk.control.any_type")
    several("zwischen", label=label, options=types, placeholder=nobody)
