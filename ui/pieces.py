"""Pieces of a page: they draw finished records and never load or decide."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.elements.lib.mutable_expander_container import ExpanderContainer
from streamlit.elements.lib.mutable_popover_container import PopoverContainer

from graph.consortia import Carrying
from graph.profile import Profile
from graph.selection import Loosening
from ui import controls, filterbar, query, table
from views import preparing
from views.address import codec, hints
from views.address.codec import address
from views.exhibit import source
from views.language.words import Words, plain
from views.network import narrowing
from views.overview.welcome import ways
from views.table import Table
from views.view import View


def heading(title: str, sentence: str) -> None:
    """Show the title of a page and its answer in one sentence; in presentation mode the frame has shown the finding."""
    if not query.presenting():
        st.title(plain(title), anchor=False)
    with st.container(key="sentence"):
        st.markdown(sentence)


def first_time(t: Words) -> DeltaGenerator | None:
    """Say, where the picture will stand, why a fresh server takes its time; empty it when the page is there."""
    if not preparing.is_under_way():
        return None
    place = st.empty()
    place.html(f'<div class="an-waiting" role="status"><p>{escape(t("shell.first_time"))}</p></div>')
    return place


def options(
    t: Words,
    key: str,
    *,
    align: Literal["center", "bottom"] = "bottom",
    rows: bool = False,
    carried: Callable[[], None] | None = None,
) -> DeltaGenerator:
    """Return the place for what may be chosen on a page, beside or, as ``rows``, below one another.

    In presentation mode there is one button that opens it. ``carried`` shows what stands before.
    """
    place = st.popover(t("presentation.options"), key="view_options") if query.presenting() else None
    if carried:
        with place or st.container():
            carried()
    if place:
        return place
    if rows:
        return st.container(key=key)
    return st.container(horizontal=True, vertical_alignment=align, key=key)


def list_button(title: str, key: str) -> DeltaGenerator:
    """Return the place for a list behind a button; in presentation mode that of all options has opened it."""
    return st.container() if query.presenting() else st.popover(title, key=key)


def folded(title: str, key: str | None = None) -> ExpanderContainer | PopoverContainer:
    """Return a part that opens on request, such as the table for a picture; in presentation mode it opens above it.

    With a ``key`` it knows whether it is ``open``, so that what stays closed need not be made.
    """
    if query.presenting():
        return st.popover(title, key=key and f"{key}_room", on_change="rerun" if key else "ignore")
    return st.expander(title, key=key, on_change="rerun" if key else "ignore")


def aside(name: str) -> DeltaGenerator:
    """Return the place for what helps a person at the screen; presentation mode leaves it out."""
    return st.container(key=f"aside_{name}")


def below_picture() -> DeltaGenerator:
    """Return the place for legend and table of a picture: one line in presentation mode."""
    if query.presenting():
        return st.container(horizontal=True, vertical_alignment="center", key="below_picture")
    return st.container(gap="medium")


def section(title: str) -> None:
    """Show the heading of a part of a page."""
    st.header(plain(title), anchor=False)


def notes(view: View) -> None:
    """Say which parts of the opened link could not be understood."""
    if view.unknown:
        st.warning(view.t("shell.unknown", parts=plain(", ".join(view.unknown))), icon=":material/link_off:")


def filtered_out(view: View, elements: Iterable[str]) -> None:
    """Say which of the elements a page is asked about do not fit the filters."""
    if said := hints.filtered_out(view, elements):
        st.warning(said, icon=":material/filter_alt:")


def own_data_note(t: Words) -> None:
    """Say that the visitor's own files are shown, and offer the way back."""
    with st.container(horizontal=True, vertical_alignment="center", key="own_data"):
        st.info(t("shell.own_data"), icon=":material/upload_file:")
        st.button(t("shell.shipped_data"), on_click=query.use_shipped_data, key="shipped")


def without_carrying(view: View, found: Sequence[Carrying]) -> None:
    """Offer to count without the large consortia that carry the figure beside, one click each."""
    if found:
        with st.container(horizontal=True, gap="small", width="content", key="carrying"):
            for each in found:
                st.button(
                    view.t("netzwerk.carried.button", name=plain(view.short_names[each.project])),
                    key=f"without_{each.project}",
                    on_click=query.change,
                    kwargs={"ohne": (*view.query.ohne, each.project)},
                    icon=":material/group_off:",
                )


def figure(label: str, value: str, left_out: str, explanation: str) -> None:
    """Show one figure with what it leaves out and how it is made."""
    with st.container(border=True, height="stretch", key=f"figure_{codec.slug(label)}"):
        st.metric(label, value, help=explanation)
        st.markdown(left_out)


def card(title: str, text: str, page: str, **changes: str) -> None:
    """Show a question that leads to a page."""
    with st.container(border=True, height="stretch", key=f"card_{page}_{codec.slug(title)}"):
        st.markdown(f"**{title}**")
        st.button(
            text,
            key=f"go_{page}_{codec.slug(title)}",
            on_click=query.go_to,
            args=(page,),
            kwargs=changes,
            type="tertiary",
            icon=":material/arrow_forward:",
            icon_position="right",
        )


def open_button(label: str, page: str, *, key: str, primary: bool = False, **changes: str | tuple[str, ...]) -> None:
    """Show a button that leads to a page."""
    st.button(
        label, key=key, on_click=query.go_to, args=(page,), kwargs=changes, type="primary" if primary else "secondary"
    )


def nothing_found(view: View, loosenings: Sequence[Loosening]) -> None:
    """Say that nothing fits all filters and offer to drop the one whose removal helps most.

    Parameters
    ----------
    loosenings
        What dropping each filter would show, the most helpful first.
    """
    t = view.t
    if query.here() == "netzwerk" and (widening := narrowing.widening_of(view)):
        _narrowed_to_nothing(view, widening)
        return
    said = hints.missing_here(view, query.here()) or t.count("shell.nothing", len(loosenings))
    st.info(said, icon=":material/filter_alt_off:")
    if loosenings:
        best = loosenings[0]
        st.button(
            t.count("shell.loosen", best.projects, name=t(f"filter.criterion.{best.criterion}")),
            key="loosen",
            on_click=filterbar.drop_criterion,
            args=(best.criterion,),
        )


def _narrowed_to_nothing(view: View, widening: narrowing.Widening) -> None:
    st.info(view.t("netzwerk.narrowing.nothing"), icon=":material/filter_alt_off:")
    label, changes = narrowing.widening_words(view, widening), narrowing.default_of(widening.names)
    st.button(plain(label), key="widen", on_click=query.change, kwargs=changes)


def examples(view: View) -> None:
    """Offer real examples of the data where a page would open half empty."""
    if offered := ways(view):
        st.markdown(view.t("shell.for_example"))
        with st.container(horizontal=True, key="examples"):
            for number, (label, page, changes) in enumerate(offered):
                st.button(
                    plain(label), key=f"example_{number}", on_click=query.follow, args=(address(page, **changes),)
                )


def source_line(view: View, state: str = "") -> None:
    """Show source, date, named state, what part of the data is shown and how much of it is uncertain."""
    t = view.t
    pieces = (
        t("shell.source", source=plain(source.publisher(view))),
        t("shell.as_of", date=source.as_of(view)),
        *((state,) if state else ()),
        source.shown(view),
        t.count("shell.uncertain", source.uncertain(view)),
    )
    with st.container(key="sourceline"):
        st.markdown(" · ".join(pieces))


def description_list(pairs: Iterable[tuple[str, str]]) -> None:
    """Show facts as term and description; descriptions are Markdown, so text from the data must be `plain`."""
    st.markdown("\n".join(f"- **{term}:** {text}" for term, text in pairs if text))


def profile_facts(t: Words, shown: Profile, facts: Iterable[tuple[str, str]]) -> None:
    """Show description and facts of an actor or project."""
    if shown.facts["description"]:
        st.markdown(plain(shown.facts["description"]))
    if shown.facts.get("collective"):
        st.markdown(t("steckbrief.actor.collective"))
    description_list(facts)


def open_table(t: Words, content: Table, *, key: str, max_height: int = 0) -> None:
    """Show a table whose names open pages; nothing when it has no rows."""
    if content.rows:
        table.show(t, content, key=key, on_open=controls.follow_link(key), max_height=max_height)
