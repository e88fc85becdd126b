"""Frame of every page: language, navigation, filter bar, page, source line."""

from functools import partial
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from ui import admission, brand, filterbar, foot, freshness, login, pieces, query, view
from ui.editing import access
from ui.evidence import mark
from ui.export.actions import actions
from ui.page import PAGES
from ui.page_language import set_page_language
from ui.portfolio import collection, news
from ui.presentation import frame
from views.address import codec
from views.changes.states import footnote
from views.exhibit.slides import PORTFOLIO
from views.language.words import words
from views.title import document_title

query.synchronise()
t = words(query.current().lang)
st.set_page_config(page_title=t("frame.title"), layout="wide")
unseen = st.container(key="unseen")
with unseen:
    if query.presenting():
        frame.style()
    set_page_language(t.language)

person = login.visitor()
may_edit = person is not None and access.may_edit(person)
folder = Path(__file__).parent / "page"
pages = {
    entry.name: st.Page(
        folder / f"{entry.name}.py",
        title=collection.title(t) if entry.name == PORTFOLIO else t(f"page.{entry.name}.title"),
        url_path=codec.path(entry.name),
        default=entry.landing,
        visibility="hidden" if entry.hidden or (entry.editing and not may_edit) else "visible",
    )
    for entry in PAGES
}
sections: dict[str, list[StreamlitPage]] = {}
for entry in PAGES:
    header = t(f"page.section.{entry.section}") if entry.section else ""
    sections.setdefault(header, []).append(pages[entry.name])
page = st.navigation(sections, position="top" if person and not query.presenting() else "hidden")
here = next((name for name, entry in pages.items() if entry == page), "")
with unseen:
    brand.mark_section(any(entry.section for entry in PAGES if entry.name == here))
stays = query.here() == here
if wanted := query.pending_page(here, pages):
    st.switch_page(pages[wanted])
# Before anything that can be clicked: a click sends the address back, and an old one would undo the last change.
query.write_address()
if person is None:
    admission.turn_away()
    login.gate(t)
    st.stop()
admission.admit()
with unseen:
    told = collection.news()
    collection.remember(person.issuer, person.subject, news.said(t, told))
seen = view.begin(person, here)
brand.show(t, seen)
st.set_page_config(page_title=document_title(t, seen, here))
freshness.watch(seen.present)
# One block whatever it holds: elements below keep their place, and the canvas is not mounted again by a filter.
top = st.container(key="frame")


def show_top() -> None:
    """Show what stands above every page, and what of the link was not understood."""
    with top:
        if query.presenting():
            frame.bar(seen)
        else:
            filterbar.filter_bar(seen, partial(actions, seen, here))
            news.show(t, told)
        if query.own_files():
            pieces.own_data_note(t)
        pieces.notes(seen)


# What a click has changed comes first: a page that stays is sent before the bar above it, which hardly changes.
if not stays:
    show_top()
with top:
    waiting = pieces.first_time(t)
if not query.presenting() or frame.title(seen):
    page.run()
if waiting:
    waiting.empty()
if stays:
    show_top()
if query.presenting():
    frame.foot(seen)
else:
    mark.show(seen, here)
    pieces.source_line(seen, "" if query.own_files() else footnote(seen))
    foot.show(seen)
