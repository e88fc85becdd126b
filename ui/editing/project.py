"""A new project while others watch: its name, then one name after the other with Enter, saved as one change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

import streamlit as st

from store import Store
from ui import widget_keys
from ui.editing import drafts, fields, form, names, news
from ui.editing.fields import Field
from views.editing import participants
from views.editing import words as wording
from views.editing.answer import column_of
from views.editing.draft import NEW, EntryDraft, complete
from views.editing.participants import ROLES, Participant
from views.language.words import plain
from views.view import View

_LIST = "participants"
_NAME, _NEXT = "project_name", "next_participant"
_COLUMNS = ("status", "start", "end", "kompetenzfelder", "kind", "budget_eur", "reference", "description")
_WIDE = 696  # px


@st.fragment
def show(view: View, store: Store) -> None:
    """Show the form; a name and Enter add the next one who takes part."""
    news.follow(view)
    draft, listed = drafts.draft(EntryDraft("projects", NEW)), _listed()
    with st.container(key=_NAME, width=_WIDE):
        fields.committed(Field(view, draft, column_of("projects", "name")))
    with st.container(key="next_area", width=_WIDE):
        _next(view, draft)
    with st.container(key="participants"):
        for place, one in enumerate(listed):
            _row(view, place, one)
    _actions(view, store, draft, listed)
    with st.expander(view.t("bearbeiten.project.more")), st.container(horizontal=True, key="project_more"):
        for column in (column_of("projects", name) for name in _COLUMNS):
            with st.container(width=form.width_of(column)):
                fields.show(Field(view, draft, column))


def _listed() -> tuple[Participant, ...]:
    listed: tuple[Participant, ...] = drafts.kept(_LIST, ())
    return listed


def _next(view: View, draft: EntryDraft) -> None:
    """Offer all actors by name; a name nobody has makes a new one."""
    t = view.t
    names.show(
        key=_NEXT,
        options={id: view.called(id) for id in view.actor_names},
        label=t("bearbeiten.project.next"),
        placeholder=t("bearbeiten.project.placeholder"),
        create=t("bearbeiten.project.create", name="{name}"),
        after=_NAME,
        turn=draft.cells.get("name", ""),
        take_up=partial(_add, view),
    )


def _add(view: View, taken: Iterable[tuple[str, str]]) -> None:
    """Add those who were taken; for callbacks."""
    listed = _listed()
    for id, name in taken:
        listed = participants.added(listed, id, view.names.get(id, name))
    drafts.keep(_LIST, listed)


def _row(view: View, place: int, one: Participant) -> None:
    t = view.t
    with st.container(horizontal=True, vertical_alignment="center", key=f"participant_{place}"):
        new = f" :gray-badge[{t('bearbeiten.project.new_actor')}]" if one.is_new else ""
        st.markdown(f"{t.number(place + 1)}. **{plain(one.name)}**{new}", width=430)
        st.segmented_control(
            t("bearbeiten.project.role", name=one.name),
            ROLES,
            key=widget_keys.seed(f"role_{one.actor or one.name}", one.role),
            required=True,
            format_func=lambda role: t(f"bearbeiten.project.roles.{role}"),
            on_change=_take_role,
            args=(place, f"role_{one.actor or one.name}"),
            label_visibility="collapsed",
        )
        st.button(
            t("bearbeiten.project.remove", name=plain(one.name)),
            key=f"remove_{place}",
            icon=":material/close:",
            type="tertiary",
            on_click=lambda: drafts.keep(_LIST, participants.without(_listed(), place)),
        )


def _take_role(place: int, widget: str) -> None:
    drafts.keep(_LIST, participants.with_role(_listed(), place, widget_keys.chosen(widget)))


def _actions(view: View, store: Store, draft: EntryDraft, listed: Sequence[Participant]) -> None:
    t, begun = view.t, bool(draft.changed or listed)
    with st.container(horizontal=True, vertical_alignment="center", key="entry_actions"):
        st.button(
            t("bearbeiten.save"),
            key="project_save",
            type="primary",
            shortcut="Mod+S",
            disabled=not draft.cells.get("name", "").strip(),
            on_click=partial(_save, store, draft, listed),
        )
        if begun:
            st.button(t("bearbeiten.discard"), key="project_discard", on_click=_discard, args=(draft.key,))
            st.markdown(wording.new_project(t, draft.cells.get("name", ""), listed))


def _save(store: Store, draft: EntryDraft, listed: Sequence[Participant]) -> None:
    """Save project, new actors and ties as one change; for callbacks."""
    snapshot = store.snapshot()
    taken = {*snapshot.entries["actors"], *snapshot.entries["projects"]}
    edits = participants.edits_of(complete(draft, snapshot), listed, taken)
    if drafts.save(edits, draft.key):
        drafts.keep(_LIST, ())


def _discard(key: str) -> None:
    drafts.discard(key)
    drafts.keep(_LIST, ())
