"""What an editor has at hand: drafts that are not saved yet, and what came of the last save. Kept in the session."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import streamlit as st

from graph.issue import Issue
from store import (
    ChangeSet,
    Edit,
    Editor,
    Store,
    StoreError,
    region,
)
from ui import login, query
from views.editing.draft import EntryDraft, filled
from views.editing.outcome import Outcome, outcome_of

log = logging.getLogger("akteursnetz")
Deed = Callable[[Store, Editor], ChangeSet]
# of what is no change of the data
_NO_CHANGE = ChangeSet(0, datetime.min.replace(tzinfo=UTC), "", "", "", "", "")
_AFTER_SAVING = ("saved", "nothing")


def save(edits: Sequence[Edit], draft: str = "", label: str = "") -> ChangeSet | None:
    """Save edits, all or none; see `attempt`."""
    return attempt(lambda store, editor: store.save(editor, edits, label=label), draft, tuple(edits))


def attempt(deed: Deed, draft: str = "", edits: tuple[Edit, ...] = ()) -> ChangeSet | None:
    """Change the data and remember what came of it; return the change when it is committed. For callbacks."""

    def do() -> ChangeSet:
        store = region.store_or_none()
        if store is None:
            raise StoreError("unreachable")
        return deed(store, login.editor())

    return remember(replace(outcome_of(do), draft=draft, edits=edits))


def remember(last: Outcome) -> ChangeSet | None:
    """Remember what came of an attempt; return the change when there was one. For callbacks."""
    st.session_state["edit_outcome"], st.session_state["edit_news"] = (last, _place()), True
    if last.code in _AFTER_SAVING and last.draft:
        discard(last.draft)
    return last.done if last.code == "saved" else None


def outcome() -> Outcome | None:
    """Return what came of the last attempt on this part of this page."""
    last: Outcome | None
    last, place = st.session_state.get("edit_outcome", (None, ""))
    return last if place == _place() else None


def _place() -> str:
    return f"{query.here()}/{query.current().reiter}"


def forget_outcome() -> None:
    """Say nothing of the last attempt any more; for callbacks."""
    st.session_state.pop("edit_outcome", None)


def has_news() -> bool:
    """Whether the data changed in a part of the page, so that the whole page must follow; true once."""
    return bool(st.session_state.pop("edit_news", False))


def hold(name: str) -> None:
    """Give the present data a name; only what went wrong is told, the name itself is seen. For callbacks."""

    def do(store: Store, editor: Editor) -> None:
        store.hold_state(editor, name)

    carry_out(do)


def drop_state(id: str) -> None:
    """Forget the name of a state; for callbacks."""

    def do(store: Store, editor: Editor) -> None:
        store.drop_state(editor, id)

    carry_out(do)


def carry_out(do: Callable[[Store, Editor], None]) -> None:
    """Do something that is no change of the data; only what went wrong is told. For callbacks."""

    def no_change(store: Store, editor: Editor) -> ChangeSet:
        do(store, editor)
        return _NO_CHANGE

    forget_outcome()
    attempt(no_change)
    if (last := outcome()) and last.done is _NO_CHANGE:
        forget_outcome()


def undo(number: int) -> None:
    """Take a change back; for callbacks."""
    attempt(lambda store, editor: store.undo(editor, number))


def draft(fresh: EntryDraft) -> EntryDraft:
    """Return the draft of this entry that is at hand, else the fresh one."""
    held: EntryDraft = _drafts().get(fresh.key, fresh)
    return held


def put(changed: EntryDraft) -> None:
    """Keep a draft in place of what was there; for callbacks."""
    st.session_state["drafts"] = {**_drafts(), changed.key: changed}


def write(before: EntryDraft, column: str, text: str) -> None:
    """Fill in a cell of a draft; for callbacks."""
    forget_outcome_of(before.key)
    put(filled(draft(before), column, text))


def discard(key: str) -> None:
    """Throw a draft away; for callbacks."""
    st.session_state["drafts"] = {name: held for name, held in _drafts().items() if name != key}
    forget_outcome_of(key)


def forget_outcome_of(key: str) -> None:
    """Say nothing any more of a refusal or conflict of a draft that is gone."""
    last = outcome()
    if last and last.draft == key and last.done is None:
        forget_outcome()


def _drafts() -> Mapping[str, EntryDraft]:
    drafts: Mapping[str, EntryDraft] = st.session_state.get("drafts", {})
    return drafts


def kept(name: str, value: Any = None) -> Any:  # noqa: ANN401  # each tool keeps what it needs
    """Return what a tool of the editor holds under a name, such as the lines of a new project."""
    return st.session_state.get(f"desk_{name}", value)


def keep(name: str, value: object) -> None:
    """Let a tool of the editor hold something; for callbacks."""
    st.session_state[f"desk_{name}"] = value


def heard(key: str) -> list[list[Any]]:
    """Return what the component ``key`` has queued since the last time, without its numbers; for callbacks."""
    queue = (st.session_state.get(key) or {}).get("queue") or []
    last = last_heard(key)
    keep(f"heard_{key}", max([last, *(int(number) for number, *_ in queue)]))
    return [rest for number, *rest in queue if number > last]


def last_heard(key: str) -> int:
    """Return the number of the last thing the component ``key`` queued that was taken up."""
    return int(kept(f"heard_{key}", 0))


def chosen_rows(key: str) -> list[str]:
    """Return the rows chosen in the table ``key``; for callbacks."""
    return [str(row) for row in (st.session_state.get(key) or {}).get("chosen") or ()]


def typed_into(key: str) -> Mapping[str, Any]:
    """Return what was typed into the table ``key``."""
    typed: Mapping[str, Any] = st.session_state.get(key) or {}
    return typed


def errors(issues: Sequence[Issue]) -> bool:
    """Whether something was found for which a save would be refused."""
    return any(issue.severity == "error" for issue in issues)
