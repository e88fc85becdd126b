"""The list of the portfolio: a small picture, title and note of each view, and what can be done with it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from graph.dataset import Dataset
from ui.changes import earlier
from ui.portfolio import collection
from ui.widget_keys import typed
from views.exhibit.links import has_exhibit
from views.exhibit.listing import about
from views.exhibit.mappe import LONGEST_NOTE, LONGEST_TITLE, Kept, KeptKind, Mappe
from views.exhibit.pages import COMPARING
from views.exhibit.summary import thumbnail_of
from views.language.words import Words, plain
from views.view import View

_PICTURE_WIDTH = 200  # px
_SIGNS = {KeptKind.VIEW: ":material/table:", KeptKind.DECISION: ":material/gavel:"}  # for what has no picture


def show(view: View, held: Mappe) -> None:
    """Show every view; the small pictures come in one after the other, when everything else can be used already."""
    places = [(kept, _row(view, kept, number, len(held.views))) for number, kept in enumerate(held.views, 1)]
    state_of = earlier.states(view)
    for kept, place in places:
        older = state_of(kept.parameters.get("stand", "")) if kept.page in COMPARING else None
        _picture(view, kept, older, place)


def _picture(view: View, kept: Kept, older: Dataset | None, place: DeltaGenerator) -> None:
    asked = kept.asked(view.t.language)
    content = thumbnail_of(view.whole, older, kept.page, asked) if kept.kind is KeptKind.VIEW else b""
    if content:
        address = f"data:image/png;base64,{b64encode(content).decode()}"
        place.html(f'<img class="an-small-picture" alt="" src="{address}">')
    else:
        place.markdown(_SIGNS[kept.kind], text_alignment="center")


def _row(view: View, kept: Kept, number: int, of: int) -> DeltaGenerator:
    with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"kept_{kept.id}"):
        with st.container(width=_PICTURE_WIDTH, key=f"kept_picture_{kept.id}"):
            place = st.empty()
        with st.container(key=f"kept_text_{kept.id}", gap="xsmall"):
            _text(view, kept, number)
        with st.container(horizontal=True, width="content", gap="xsmall", key=f"kept_actions_{kept.id}"):
            _actions(view.t, kept, number, of)
    return place


def _text(view: View, kept: Kept, number: int) -> None:
    t = view.t
    mark = "" if kept.confirmed else f" :gray-badge[{t('mappe.suggestion')}]"
    st.markdown(f"**{t.number(number)}. {plain(kept.title or t(f'page.{kept.page}.title'))}**{mark}")
    st.markdown(about(view, kept))
    if kept.note:
        st.markdown(plain(kept.note))


def _actions(t: Words, kept: Kept, number: int, of: int) -> None:
    def action(name: str, icon: str, on_click: Callable[[], None], *, possible: bool = True) -> None:
        key = f"kept_{name}_{kept.id}"
        st.button(t(f"mappe.{name}"), icon=icon, key=key, on_click=on_click, disabled=not possible)

    if has_exhibit(kept.page, kept.parameters.get("reiter", "")):
        action("open", ":material/open_in_full:", partial(collection.open_view, kept))
    action("up", ":material/arrow_upward:", partial(collection.move, kept.id, -1), possible=number > 1)
    action("down", ":material/arrow_downward:", partial(collection.move, kept.id, 1), possible=number < of)
    with st.popover(t("mappe.edit"), icon=":material/edit:", key=f"kept_edit_{kept.id}"):
        _edit(t, kept)
    action("remove", ":material/delete:", partial(collection.remove, kept.id))


def _edit(t: Words, kept: Kept) -> None:
    """Offer title and note; what is typed counts when it is taken over, and the title is then confirmed."""
    names = ("title", "note") if kept.kind is KeptKind.VIEW else ("proposal", "reasons")
    keys = [typed(f"kept_{name}_{kept.id}", value) for name, value in (("title", kept.title), ("note", kept.note))]
    with st.form(key=f"kept_form_{kept.id}", border=False):
        st.text_area(t(f"mappe.{names[0]}"), kept.title, key=keys[0], max_chars=LONGEST_TITLE, height=80)
        st.text_area(t(f"mappe.{names[1]}"), kept.note, key=keys[1], max_chars=LONGEST_NOTE, height=120)
        st.form_submit_button(t("mappe.take_over"), type="primary", on_click=collection.edit, args=(kept.id, *keys))
