"""A tie between two elements of the picture: choose the first, then the second, and fill in what joins them."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from graph.issue import Issue
from graph.profile import Profile
from store import Store
from ui import controls, query
from ui.editing import access, drafts, fields, form, news
from ui.editing.fields import Field
from views.editing import words as wording
from views.editing.answer import column_of
from views.editing.draft import NEW, EntryDraft
from views.language.words import plain
from views.view import View

_COLUMNS = ("kind", "certainty")
_MORE = ("start", "end", "amount_eur", "amount_basis", "status", "reference", "locator", "note")


def begun(view: View) -> bool:
    """Whether a first element waits for a second one."""
    return bool(query.current().enden) and access.may_edit(view.person)


def offer(view: View, shown: Profile) -> None:
    """Offer to begin a tie at an element."""
    if access.may_edit(view.person):
        st.button(view.t("bearbeiten.tie.begin"), key="tie_begin", on_click=query.change, kwargs={"enden": (shown.id,)})


def join(key: str) -> None:
    """Take the element clicked before as first end, when a second one is clicked with Ctrl or Shift; for callbacks."""
    if first := controls.event(key, "pair"):
        query.change(enden=(first,))


def panel(view: View, second: str | None) -> None:
    """Ask for the second element, then for what joins the two."""
    store, t, first = access.open_store(view.person), view.t, query.current().enden[0]
    with st.container(border=True, key="tie_panel"):
        st.header(t("bearbeiten.tie.title"), anchor=False)
        news.show(view)
        if store is None or first not in view.names:
            st.markdown(t("bearbeiten.gone"))
        elif second is None or second == first:
            st.markdown(t("bearbeiten.tie.second", name=plain(view.names[first])))
        else:
            _form(view, store, _draft(first, second))
        st.button(t("bearbeiten.tie.leave"), key="tie_leave", on_click=_leave, type="tertiary")


def _draft(first: str, second: str) -> EntryDraft:
    """Return the tie as far as it is filled in; the ends are those of the picture."""
    ends = (second, first) if drafts.kept("tie_turned") else (first, second)
    held = drafts.draft(EntryDraft("links", NEW))
    return EntryDraft("links", NEW, cells={**held.cells, "from_id": ends[0], "to_id": ends[1]})


def _form(view: View, store: Store, draft: EntryDraft) -> None:
    t = view.t
    ends = [plain(view.names[draft.cells[end]]) for end in ("from_id", "to_id")]
    st.markdown(t("bearbeiten.tie.ends", first=ends[0], second=ends[1]))
    st.button(t("bearbeiten.tie.turn"), key="tie_turn", icon=":material/swap_vert:", on_click=_turn)
    issues = store.check([draft.edit]) if draft.cells.get("kind") else []
    _inputs(view, draft, _COLUMNS, issues)
    st.button(
        t("bearbeiten.save"),
        key="tie_save",
        type="primary",
        disabled=not draft.cells.get("kind") or drafts.errors(issues),
        on_click=_save,
        args=(draft,),
    )
    with st.expander(t("bearbeiten.more")):
        _inputs(view, draft, _MORE, issues)


def _inputs(view: View, draft: EntryDraft, columns: Sequence[str], issues: Sequence[Issue]) -> None:
    for name in columns:
        with st.container(key=f"tie_{name}"):
            fields.show(Field(view, draft, column_of("links", name)))
            for issue in issues:
                if issue.column == name:
                    st.markdown(f"{form.SEVERITY[issue.severity]} {wording.found(view.t, issue)}")


def _turn() -> None:
    drafts.keep("tie_turned", not drafts.kept("tie_turned", False))


def _save(draft: EntryDraft) -> None:
    """Save the tie; for callbacks."""
    if drafts.save([draft.edit], draft.key):
        drafts.keep("tie_turned", False)


def _leave() -> None:
    """Return to the panel of one element; for callbacks."""
    drafts.forget_outcome()
    drafts.keep("tie_turned", False)
    query.change(enden=())
