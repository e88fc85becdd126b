"""What stands around a view in presentation mode: a bar at the top, the source and the way to open it below."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from ui import controls, filterbar, pieces, query
from ui.changes.earlier import with_earlier
from ui.evidence import mark
from ui.presentation import keys, slides
from views.address import filters
from views.exhibit.code import image
from views.exhibit.committee import proposal
from views.exhibit.mappe import Kept, KeptKind
from views.exhibit.slides import PORTFOLIO, SlidePlace, spoken
from views.language.words import Words, plain
from views.view import View

_STYLE = (Path(__file__).parent / "presentation.css").read_text("utf-8")


def style() -> None:
    """Make everything larger and leave out what belongs to one's own screen."""
    st.html(f"<style>{_STYLE}</style>")


def bar(view: View) -> None:
    """Show filters, the way through the slides and the way out."""
    t, place = view.t, slides.place()
    _keys(t, place)
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="presentation_bar"):
        with st.popover(filters.filter_label(view), key="presentation_filter"):
            filterbar.all_filters(view)
        if place.changed:
            st.button(t("presentation.restore"), key="slide_restore", on_click=slides.go, args=(place.number,))
        if place.slides:
            _steps(t, place)
        st.button(t("presentation.leave"), key="presentation_end", on_click=query.end_presentation)


def _keys(t: Words, place: SlidePlace) -> None:
    keys.listen(
        number=place.number,
        slides=place.slides,
        says=spoken(t, place),
        on_go=_go,
        on_leave=query.end_presentation,
    )


def _steps(t: Words, place: SlidePlace) -> None:
    for name, icon, to in (("previous", "chevron_left", place.number - 1), ("next", "chevron_right", place.number + 1)):
        st.button(
            t(f"presentation.{name}"),
            key=f"slide_{name}",
            icon=f":material/{icon}:",
            disabled=not 1 <= to <= place.slides,
            on_click=slides.go,
            args=(to,),
        )
        if name == "previous":
            number = t.number(place.number) if place.number else t("format.missing.none")
            st.markdown(t("presentation.place", number=number, slides=t.number(place.slides)))


def _go() -> None:
    if number := controls.event("keys", "slide"):
        slides.go(int(number))


def foot(view: View) -> None:
    """Show the source and, for a view that can be opened, its link as a square and as text."""
    place = slides.place()
    with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False, key="foot"):
        pieces.source_line(view)
        mark.show(view, query.here())
        if query.here() != PORTFOLIO or not place.slide:
            _link(view.t, filterbar.link(view))


def _link(t: Words, link: str) -> None:
    only_here = filters.opens_only_here(link)
    square = image(link, t("presentation.code"))
    with st.popover(t("presentation.link_here" if only_here else "presentation.link"), key="presentation_link"):
        if square:
            st.html(square)
        st.markdown(t("presentation.link_text"))
        st.code(link, language=None, wrap_lines=True)
        if only_here:
            st.markdown(t("filter.share.local"))
        if not square:
            st.markdown(t("presentation.too_long"))
    if square:
        st.html(square)


def title(view: View) -> bool:
    """Show the finding, or a slide that is only text as a whole; say whether the page is still to be shown."""
    slide = slides.place().saved
    if slide and slide.kind is KeptKind.DECISION:
        _decision(view.t, slide)
        return False
    finding = slide.title if slide else proposal(with_earlier(view), query.here())
    st.title(plain(finding or view.t(f"page.{query.here()}.title")), anchor=False)
    return True


def _decision(t: Words, slide: Kept) -> None:
    st.title(t("presentation.decision"), anchor=False)
    with st.container(key="decision"):
        pieces.section(slide.title)
        for reason in slide.note.splitlines():
            st.markdown(plain(reason))
