"""A council paper becomes rows: its text on the left, one proposal after the other on the right, all by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import streamlit as st

from graph.extraction import Extraction, csv_files
from graph.extraction.files import SUFFIXES, PaperDocument, UnreadablePaperError, read_bytes, read_pasted
from store import Store
from ui import controls
from ui.clock import today
from ui.editing import drafts, news
from views.data import downloads
from views.language.words import plain
from views.papers import review
from views.papers.answer import proposals_of
from views.papers.words import buttons, failure, not_taken, pages_not_read, summary
from views.view import View

_HERE = Path(__file__).parent
_KEY = "paper_review"
_DESK = "desk_"  # the desk reads what is typed into inputs of these keys, see `drafts.kept`
_ABOUT = ("title", "date", "url")

_component = st.components.v2.component(
    "akteursnetz_review",
    html='<div class="an-review"></div>',
    css=(_HERE / "review.css").read_text("utf-8"),
    js="\n".join((_HERE / f"{name}.js").read_text("utf-8") for name in ("review", "text", "forms")),
)

_pasting = st.components.v2.component(
    "akteursnetz_paste", html="<span></span>", js=(_HERE / "paste.js").read_text("utf-8")
)


@st.fragment
def show(view: View, store: Store | None) -> None:
    """Ask for a paper, or review the one that was read; without a store the rows are a download."""
    news.follow(view)
    if (last := drafts.kept("paper_last")) and (said := not_taken(view.t, last)):
        st.warning(plain(said), icon=":material/info:")
    document: PaperDocument | None = drafts.kept("paper")
    if document is None:
        _ask(view)
    else:
        _review(view, store, document)


def _ask(view: View) -> None:
    t = view.t
    st.markdown(t("papers.text"))
    _rows(view)
    fault: UnreadablePaperError | None = drafts.kept("paper_fault")
    if fault is not None:
        st.error(failure(fault, t.language), icon=":material/error:")
    file = st.file_uploader(t("papers.file"), type=[suffix[1:] for suffix in SUFFIXES], key="paper_file")
    if file is not None and drafts.kept("paper_seen") != file.file_id:
        drafts.keep("paper_seen", file.file_id)
        _take(partial(read_bytes, file.name, file.getvalue()))
        st.rerun()
    st.text_area(t("papers.paste"), key=f"{_DESK}paper_text", height=240)
    _pasting(key="paper_paste")
    st.button(t("papers.read"), key="paper_read", type="primary", on_click=_take_text)


def _take(read: Callable[[], PaperDocument | None], pasted: str = "") -> None:
    """Read a file or what was pasted, or remember why it cannot be read."""
    drafts.keep("paper_pasted", pasted)
    drafts.keep("paper_fault", None)
    drafts.keep("paper_last", None)
    try:
        drafts.keep("paper", read())
    except UnreadablePaperError as fault:
        drafts.keep("paper_fault", fault)


def _take_text() -> None:
    """Read what was pasted. For callbacks."""
    pasted = str(drafts.kept("paper_text", ""))
    _take(partial(read_pasted, pasted), pasted)


def _review(view: View, store: Store | None, document: PaperDocument) -> None:
    t = view.t
    found = proposals_of(document.text)
    said = f"{summary(found, (), t.language)} {pages_not_read(t, document)}".strip()
    st.markdown(said if found.proposals else t("papers.nothing"))
    with st.container(horizontal=True, vertical_alignment="bottom", key="paper_about"):
        for name in _ABOUT:
            st.text_input(
                t(f"papers.{name}"),
                value=getattr(document, name),
                key=f"{_DESK}paper_{name}",
                help=t("papers.date_help") if name == "date" else None,
            )
        st.button(t("papers.other"), key="paper_other", icon=":material/close:", on_click=_ask_again)
    _component(key=_KEY, data=review.screen(view, found, buttons(t)), on_finish_change=partial(_finish, store, found))


def _leave() -> None:
    """Put the paper away; for callbacks."""
    drafts.keep("paper", None)


def _ask_again() -> None:
    """Put the paper away; what was pasted stands in its field again. For callbacks."""
    _leave()
    drafts.keep("paper_text", drafts.kept("paper_pasted", ""))


def _finish(store: Store | None, found: Extraction) -> None:
    """Take over what was accepted, as one change or as files; for callbacks."""
    message = controls.event(_KEY, "finish")
    title, date, url = (str(drafts.kept(f"paper_{name}", "")) for name in _ABOUT)
    paper = review.paper_of(title, date, url, today().isoformat())
    rows = review.rows(found, message, paper, review.known_of(store))
    drafts.keep("paper_last", rows)
    if not any(rows.tables[name] for name in ("actors", "projects", "links", "events")):
        return
    if store is None:
        drafts.keep("paper_rows", csv_files(rows))
    elif not drafts.save(review.edits_of(rows), label=paper.title):
        return
    _leave()


def _rows(view: View) -> None:
    """Offer the rows of the last review where there is no store."""
    t, files = view.t, drafts.kept("paper_rows")
    if not files:
        return
    st.markdown(t("papers.csv_text"))
    st.download_button(
        t("papers.csv"), downloads.zipped(files), file_name="vorlage.zip", mime="application/zip", key="paper_csv"
    )
