"""What is kept about a person: asked for by a text, counted by kind, shown where it stands, and handed out."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Sequence

import streamlit as st

from store import NotAllowedError, Place, Store, StoreError, places_of
from store.disclosure import Holding
from ui import erasure, pieces
from ui.editing import access
from ui.editing.fields import ADDRESSES
from views.address import codec
from views.editing import words as wording
from views.language.words import Words, plain
from views.table import Cell, Column, Look, Table, number_cell
from views.view import View

log = logging.getLogger("akteursnetz")
_LONGEST, _HEIGHT = 120, 420
_LOOKS = {"kind": Look.TEXT, "entry": Look.LINK, "columns": Look.TEXT, "rows": Look.NUMBER}
_IN_ADDRESS = {table: address for address, table in ADDRESSES.items()}
_OF_ENTRIES = ("entry", "change")


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


def found(t: Words, text: str, places: Sequence[Place]) -> str:
    """Say in how many rows of each kind a text stands, as Markdown."""
    if not places:
        return t("auskunft.nothing", text=plain(text))
    return t("auskunft.found", text=plain(text), places=counted(t, places))


def counted(t: Words, places: Sequence[Place]) -> str:
    """Return the number of rows of each kind, as in a sentence."""
    rows: Counter[str] = Counter()
    for place in places:
        rows[place.kind] += place.rows
    return t.names([t.count(f"auskunft.count.{kind}", number) for kind, number in rows.items()])


def table(view: View, places: Sequence[Place]) -> Table:
    """Say where a text stands: which columns of which entries, not what else they hold."""
    t = view.t
    return Table(
        t("auskunft.caption"),
        tuple(Column(t(f"auskunft.column.{name}"), look) for name, look in _LOOKS.items()),
        tuple(
            (
                _kind(t, place),
                _entry(view, place),
                ", ".join(_column(t, place, name) for name in place.columns),
                number_cell(t, place.rows),
            )
            for place in places
        ),
    )


def _kind(t: Words, place: Place) -> str:
    return t(f"auskunft.kind.{place.kind}", table=t(f"bearbeiten.one.{place.table}") if place.table else "")


def _entry(view: View, place: Place) -> Cell:
    """Name of the row; an entry as it stands leads to its form."""
    if place.kind == "changeset":
        return Cell("")
    name = wording.title(view, place.table, place.cells)
    if place.kind != "entry":
        return Cell(name)
    return Cell(name, target=codec.address("bearbeiten", tabelle=_IN_ADDRESS[place.table], eintrag=place.id))


def _column(t: Words, place: Place, name: str) -> str:
    return wording.column(t, place.table, name) if place.kind in _OF_ENTRIES else t(f"auskunft.field.{name}")


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
