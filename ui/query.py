"""The query of a visitor, kept in the session, and how it changes during a visit."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import fields, replace
from urllib.parse import parse_qsl

import streamlit as st

from views.address.codec import decode, encode
from views.address.parameters import Query

_HISTORY = 30


_NAMES = frozenset(field.name for field in fields(Query))


def synchronise() -> None:
    """Take over the address when the visitor changed it: a link was opened, or back was pressed.

    A click sends the address that the browser knows of. While the answer to an earlier click is on its way that is an
    old one, and would take its change back. So an address that comes with a click is no news.
    """
    parameters = st.query_params.to_dict()
    state = st.session_state
    is_news = parameters and parameters not in (state.get("address"), state.pop("address_of_click", None))
    if "query" not in state or is_news:
        state["query"], state["unknown"] = decode(parameters)
        state["address"] = parameters
        state.setdefault("history", [])


def write_address() -> None:
    """Show the query in the address of the page."""
    address = encode(current())
    if st.query_params.to_dict() != address:
        st.query_params.from_dict(address)
    st.session_state["address"] = address


def note_click() -> None:
    """Note that the address of this run comes with a click; for callbacks."""
    st.session_state["address_of_click"] = st.query_params.to_dict()


def current() -> Query:
    """Return the query of this visitor."""
    query: Query = st.session_state["query"]
    return query


def unknown_parameters() -> tuple[str, ...]:
    """Parts of the opened link that could not be understood."""
    unknown: tuple[str, ...] = st.session_state["unknown"]
    return unknown


def change(**changes: str | tuple[str, ...]) -> None:
    """Replace parts of the query and remember what it was, for `back`."""
    before = current()
    after = replace(before, **changes)  # type: ignore[arg-type]
    if after != before:
        st.session_state["history"] = [*st.session_state["history"], before][-_HISTORY:]
    _show(after)


def _show(wanted: Query) -> None:
    note_click()
    st.session_state["query"] = wanted


def move(**changes: str) -> None:
    """Replace parts of the query without a step for `back`: for a film that runs through many values."""
    _show(replace(current(), **changes))  # type: ignore[arg-type]


def back() -> None:
    """Return to the query before the last change."""
    *earlier, last = st.session_state["history"]
    st.session_state["history"] = earlier
    _show(last)


def can_go_back() -> bool:
    """Whether something was changed that `back` can undo."""
    return bool(st.session_state["history"])


def go_to(page: str, **changes: str | tuple[str, ...]) -> None:
    """Change the query and open a page; for callbacks, the page opens on the run that follows."""
    change(**changes)
    st.session_state["goto"] = page


def follow(target: str) -> None:
    """Open an `address`; for callbacks."""
    page, _, parameters = target.partition("?")
    asked = dict(parse_qsl(parameters, keep_blank_values=True))
    wanted, _ = decode(asked)
    go_to(page.replace("-", "_"), **{name: getattr(wanted, name) for name in asked if name in _NAMES})


def page_is_pending() -> bool:
    """Whether `go_to` asked for a page that is not open yet; a fragment then runs the whole page again."""
    return bool(st.session_state.get("goto"))


def turn_to(page: str, wanted: Query) -> None:
    """Open a view without a step for `back`, as when one slide follows another; for callbacks."""
    _show(wanted)
    st.session_state["goto"] = page


def here() -> str:
    """Return the name of the page that is open."""
    return str(st.session_state.get("page", ""))


def presenting() -> bool:
    """Whether the view is in presentation mode: large, without navigation."""
    return current().modus == "praesentation"


def begin_presentation() -> None:
    """Show the view in presentation mode, and remember what was open; for callbacks."""
    st.session_state["presented_from"] = here(), current()
    move(modus="praesentation")


def end_presentation() -> None:
    """Return to what was open before the slides; without slides the view itself stays; for callbacks."""
    page, before = st.session_state.pop("presented_from", (here(), replace(current(), folie="")))
    wanted = before if current().folie else current()
    turn_to(page if current().folie else here(), replace(wanted, lang=current().lang, modus="", folie=""))


def pending_page(arrived_at: str, known: Container[str]) -> str:
    """Return the page asked for by `go_to` that is not open yet; forget it on arrival.

    It is remembered until then: a click that comes while a page is being drawn can cut off the change of page. A page
    that is not ``known``, as a file from elsewhere may name one, is forgotten at once.
    """
    st.session_state["page"] = arrived_at
    wanted = st.session_state.get("goto")
    if wanted is not None and (wanted == arrived_at or wanted not in known):
        del st.session_state["goto"]
    return str(st.session_state.get("goto", ""))


def editor_name() -> str:
    """Name under which this visitor changes data where nobody logs in; empty when none was given."""
    return str(st.session_state.get("editor_name", ""))


def use_editor_name(name: str) -> None:
    """Remember the name under which this visitor changes data; for callbacks."""
    st.session_state["editor_name"] = " ".join(name.split())


def own_files() -> Mapping[str, bytes]:
    """Files this visitor put in place of the shipped data, by name; empty when there are none."""
    files: Mapping[str, bytes] = st.session_state.get("own_files", {})
    return files


def use_files(files: Mapping[str, bytes]) -> None:
    """Replace the data by uploaded files, for this session only."""
    st.session_state["own_files"] = dict(files)
    st.session_state["history"] = []
    _show(Query(lang=current().lang))


def earlier_files() -> Mapping[str, bytes]:
    """Files this visitor compares the data with, by name; empty when there are none."""
    files: Mapping[str, bytes] = st.session_state.get("earlier_files", {})
    return files


def use_earlier_files(files: Mapping[str, bytes]) -> None:
    """Compare the data with uploaded files, for this session only; with none, with a saved state again."""
    st.session_state["earlier_files"] = dict(files)


def use_shipped_data() -> None:
    """Return to the data the server was started with."""
    use_files({})
