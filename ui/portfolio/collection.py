"""The portfolio of this visitor: kept in the session, and in the visitor's own browser beyond it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import partial
from hashlib import sha256

import streamlit as st

from ui import query
from ui.controls import event, filled_in
from ui.portfolio import memory
from views.address import codec
from views.exhibit import mappe
from views.exhibit import mappe_file as file
from views.exhibit.mappe import Kept, Mappe
from views.exhibit.mappe_file import UnusableMappeError
from views.language.words import Words

_MEMORY = "mappe_memory"
_STEPS = 30


@dataclass(frozen=True, slots=True)
class News:
    """What just happened to the portfolio: a code, the title it is about, and whether it can be undone."""

    code: str
    title: str = ""
    undo: bool = True


def current() -> Mappe:
    """Return the portfolio of this visitor."""
    held: Mappe = st.session_state.get("mappe", Mappe())
    return held


def title(t: Words) -> str:
    """Name of the page in the navigation, with the number of views."""
    views = len(current().views)
    return t("mappe.nav", n=t.number(views)) if views else t("page.mappe.title")


def change(after: Mappe, news: News | None = None) -> None:
    """Replace the portfolio and remember what it was, for `undo`; for callbacks."""
    query.note_click()
    before = current()
    if after != before:
        st.session_state["mappe_before"] = [*st.session_state.get("mappe_before", []), before][-_STEPS:]
        st.session_state["mappe"] = after
    if news:
        st.session_state["mappe_news"] = news


def undo() -> None:
    """Return to the portfolio before the last change; for callbacks."""
    *earlier, last = st.session_state.get("mappe_before") or [current()]
    st.session_state["mappe_before"], st.session_state["mappe"] = earlier, last


def can_undo() -> bool:
    """Whether something was changed that `undo` can take back."""
    return bool(st.session_state.get("mappe_before"))


def news() -> News | None:
    """Return what the last click did to the portfolio, once."""
    told: News | None = st.session_state.pop("mappe_news", None)
    return told


def add(*views: Kept, code: str = "added") -> None:
    """Put views at the end; for callbacks."""
    before = current()
    after = mappe.added(before, *views)
    full = len(after.views) < len(before.views) + len(views)
    title = views[0].title if len(views) == 1 else ""
    change(after, News("full", undo=after != before) if full else News(code, title))


def add_decision(*fields: str) -> None:
    """Put a proposal to decide on at the end, from the fields with these keys; for callbacks."""
    proposal, reasons = filled_in(*fields)
    if (proposal or "").strip():
        add(mappe.decision_of(proposal.strip(), (reasons or "").strip()))


def move(view: int, by: int) -> None:
    """Move a view; for callbacks."""
    change(mappe.moved(current(), view, by))


def remove(view: int) -> None:
    """Take a view out; for callbacks."""
    place = current().place_of(view)
    if place is not None:
        change(mappe.removed(current(), view), News("removed", current().views[place].title))


def edit(view: int, *fields: str) -> None:
    """Take over title and note from the fields with these keys; for callbacks."""
    title, note = filled_in(*fields)
    change(mappe.edited(current(), view, title=title or "", note=note or ""))


def rename(title: str) -> None:
    """Give the portfolio another title; for callbacks."""
    change(mappe.renamed(current(), title))


def empty() -> None:
    """Take everything out; for callbacks."""
    change(Mappe(), News("emptied"))


def replace_by(loaded: Mappe) -> None:
    """Put a loaded portfolio in place of this one; for callbacks."""
    change(loaded, News("loaded", loaded.title))


def open_view(kept: Kept) -> None:
    """Open a view as it was kept, in the present language; for callbacks."""
    asked, _ = codec.decode({**kept.parameters, "lang": query.current().lang})
    query.go_to(kept.page, **asdict(asked))


def of_this_view(page: str, title: str) -> Kept:
    """Return what is on screen as it is kept."""
    return mappe.asked_view(page, query.current(), title)


def take(views: Sequence[Kept]) -> None:
    """Put a ready selection of views at the end; for callbacks."""
    add(*views, code="standard")


def remember(issuer: str, subject: str, says: str) -> None:
    """Let the browser keep the portfolio, and hand back what it kept before this session began.

    Parameters
    ----------
    issuer, subject
        Who is logged in, ``""`` where nobody logs in; people who share a browser do not share a portfolio.
    says
        What just happened to the portfolio, for those who listen.
    """
    text = file.written(current()) if "mappe" in st.session_state else ""
    owner = sha256(f"{issuer} {subject}".encode()).hexdigest()[:16] if subject else ""
    memory.remember(text, owner=owner, says=says, key=_MEMORY, on_found=partial(_restore, _MEMORY))


def _restore(key: str) -> None:
    """Take over what the browser kept; views collected in the meantime follow it."""
    try:
        kept = file.read(event(key, "found"))
    except UnusableMappeError:
        kept = Mappe()
    if "mappe_restored" not in st.session_state:
        st.session_state["mappe_restored"] = True
        st.session_state["mappe"] = mappe.added(kept, *current().views)
