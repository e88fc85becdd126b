"""The picture with its detail panel, legend and table."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import streamlit as st

from graph.picture.arrangement import arranged_height
from graph.picture.drawn import Drawing
from graph.picture.folding import MOST_OPEN, By
from graph.profile import Profile
from ui import controls, pieces, query
from ui.canvas import canvas, moved, paint_first, selected
from ui.editing import drafts, links, tie
from ui.legend import legend
from views.elements import answer
from views.elements import words as profiles
from views.language.words import Words, plain
from views.network import groups, hints, hubs, line_panel, maps, tables
from views.network import picture as pictures
from views.network import words as wording
from views.network.places import Position
from views.view import View

_HEIGHT = 600
_KEY = "network"
_PANEL_WIDTH = 330
_BESIDE_HEIGHT = 480  # of a canvas beside a table


def places() -> Mapping[str, Position]:
    """Where a person has dragged elements on the network page; a file shows them there too."""
    return moved(_KEY)


def show(view: View, drawing: Drawing) -> None:
    """Show open groups and note, canvas and panel, which answer to clicks on their own, legend and table."""
    with st.container(horizontal=True, key="groups"):  # also when empty: a canvas that moves in the page is built anew
        if by := groups.groups_by(view):
            _open_groups(view, by)
    if view.query.notiz:
        st.markdown(f"**{view.t('netzwerk.note.label')}:** {plain(view.query.notiz)}")
    _canvas_and_panel(view)
    with pieces.below_picture():
        legend(view.t, drawing)
        _tables(view, drawing)


@st.fragment
def _tables(view: View, drawing: Drawing) -> None:
    """Show the tables for the picture once they are opened: most stay closed, and a filter need not wait for them."""
    with pieces.folded(view.t("netzwerk.table.heading"), key="picture_tables") as place:
        for name, table in tables.of_picture(view, drawing).items() if place.open else ():
            pieces.open_table(view.t, table, key=f"picture_{name}", max_height=_HEIGHT)
    if query.page_is_pending():
        st.rerun()


def show_map(view: View, drawing: Drawing) -> None:
    """Show the map where any place is known, and who is not on it."""
    if drawing.nodes:
        show(view, drawing)
    if maps.off_the_map(view):
        with pieces.folded(view.t("karte.off.heading")):
            pieces.open_table(view.t, tables.off_the_map(view), key="off_the_map", max_height=_HEIGHT)


@st.fragment
def _canvas_and_panel(view: View) -> None:
    element = selected(_KEY)
    line = line_panel.panel_of(view, element)
    drawing = pictures.drawing_of(view)
    shown = answer.profile_of(view.whole, element) if element else None
    with st.container(horizontal=True, key="picture", wrap=False):
        with st.container(key="canvas_area"):
            canvas(
                view.t,
                drawing,
                key=_KEY,
                height=_HEIGHT,
                on_focus=partial(_focus, view),
                on_pair=partial(tie.join, _KEY),
                on_select=partial(_take_up, view),
            )
        paint_first(_KEY, drawing)
        panels = (
            partial(tie.panel, view, element) if tie.begun(view) else None,
            partial(_panel, view, shown) if shown else None,
            partial(_line_panel, view.t, line) if line else None,
        )
        if panel := next(filter(None, panels), None):
            with st.container(key="panel_area", width=_PANEL_WIDTH):
                panel()
    if hint := hints.below(view, presenting=query.presenting(), opened=bool(shown or line)):
        st.markdown(hint)
    if query.page_is_pending() or drafts.has_news():
        st.rerun()


@st.fragment
def steady(view: View, drawing: Drawing, *, key: str) -> None:
    """Show a drawing whose elements stand where the network page has them."""
    drawing = pictures.told_apart(view, drawing)
    canvas(view.t, drawing, key=key, height=_BESIDE_HEIGHT, on_focus=controls.focus_on(key))
    if query.page_is_pending():
        st.rerun()


@st.fragment
def arranged(view: View, drawing: Drawing, *, key: str) -> None:
    """Show a drawing with a fixed arrangement; below it what was clicked, with the way to its profile."""
    t, element, drawing = view.t, selected(key), pictures.told_apart(view, drawing)
    with st.container(key=f"{key}_area"):
        canvas(t, drawing, key=key, height=arranged_height(drawing), all_names=True, on_focus=controls.focus_on(key))
        if element and element in view.names:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f"**{plain(view.names[element])}**")
                pieces.open_button(t("netzwerk.panel.profile"), "steckbrief", key=f"{key}_profile", id=element)
        elif line := line_panel.panel_of(view, element):
            _line_panel(t, line, key)
        elif not query.presenting():
            st.markdown(t("netzwerk.panel.hint"))
    if query.page_is_pending():
        st.rerun()


def _panel(view: View, shown: Profile) -> None:
    """Show what is known about the selected element."""
    t = view.t
    with st.container(border=True):
        st.header(plain(view.names[shown.id]), anchor=False)
        st.markdown(profiles.profile_in_brief(view, shown))
        pieces.description_list(wording.panel_facts(view, shown))
        with st.container(horizontal=True, gap="small", key="panel_ways"):
            pieces.open_button(
                t("netzwerk.panel.profile"), "steckbrief", key="panel_profile", primary=True, id=shown.id
            )
            pieces.open_button(t("netzwerk.panel.focus"), "netzwerk", key="panel_focus", fokus=shown.id)
            links.edit_element(view, shown, key="panel_edit")
            tie.offer(view, shown)
            _close_button(t, "panel_close")


def _close_button(t: Words, key: str, canvas: str = _KEY) -> None:
    st.button(t("netzwerk.panel.close"), key=key, on_click=controls.clear_selection, args=(canvas,), type="tertiary")


def _focus(view: View) -> None:
    """Put the element double-clicked into focus, and show a field of competence alone; for callbacks."""
    if wanted := hubs.filter_for(view, controls.event(_KEY, "focus")):
        query.go_to("netzwerk", **wanted)
    else:
        controls.focus_on(_KEY)()


def _line_panel(t: Words, line: line_panel.LinePanel, canvas: str = _KEY) -> None:
    """Show what ties the two ends of the selected line, or what is known of a field, and the ways onwards."""
    with st.container(border=True):
        st.header(plain(line.title), anchor=False)
        st.markdown(line.sentence)
        for item in line.items:
            if item.element:
                pieces.open_button(plain(item.name), "steckbrief", key=f"line_{item.element}", id=item.element)
            pieces.description_list(item.facts)
        if line.more:
            st.markdown(line.more)
        with st.container(horizontal=True, gap="small", key=f"{canvas}_line_ways"):
            for number, way in enumerate(line.ways):
                key = f"line_end_{number}"
                pieces.open_button(plain(way.label), way.page, key=key, primary=way.primary, **way.changes)
            _close_button(t, "line_close", canvas)


def _open_groups(view: View, by: By) -> None:
    """Offer to close what is open and to open everything."""
    t = view.t
    called = groups.labels(view, by)
    found = groups.folding_of(view, by)
    is_open = groups.opened(view, found)
    everything = len(view.part.actors) + len(view.part.projects)
    for key in (bubble.key for bubble in found.bubbles if bubble.key in is_open):
        rest = tuple(slug for slug in view.query.offen if slug != groups.slug_of(key))
        _change_button(plain(t("gruppen.opened", name=called[key][1].split("\n")[0])), f"close_{key}", offen=rest)
    if is_open:
        _change_button(t("gruppen.close_all"), "close_all", offen=())
    if everything <= MOST_OPEN:
        _change_button(t("gruppen.open_all", n=t.number(everything)), "open_all", gruppen="aus", offen=())


def _change_button(label: str, key: str, **changes: str | tuple[str, ...]) -> None:
    st.button(label, key=f"groups_{key}", on_click=query.change, kwargs=changes)


def _take_up(view: View) -> None:
    """Open the group that was clicked, or filter by the place; for callbacks."""
    clicked = selected(_KEY)
    if clicked and maps.is_map(view) and (wanted := maps.filter_for(view, clicked)):
        controls.clear_selection(_KEY)
        query.go_to("netzwerk", **wanted)
    elif clicked and (now_open := groups.with_opened(view, clicked)):
        controls.clear_selection(_KEY)
        query.go_to("netzwerk", offen=now_open)
