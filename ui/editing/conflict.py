"""Two people changed the same entry: both versions side by side, and a choice for each field or for all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

import streamlit as st

from store import Conflict
from ui import controls, pieces
from ui.clock import local, today
from ui.editing import drafts
from views.editing import words as wording
from views.editing.draft import contested, settled
from views.editing.outcome import Outcome
from views.editing.outcome_words import conflict_sentence
from views.editing.tables import both_versions
from views.view import View

_MINE, _THEIRS = "mine", "theirs"


def show(view: View, last: Outcome) -> None:
    """Show what others changed since beside what the editor wants; nothing is overwritten without a choice."""
    t = view.t
    for conflict in last.conflicts:
        said = conflict_sentence(view, last, conflict, local(conflict.at), today())
        st.warning(said, icon=":material/group:")
        if last.edits and conflict.mine.cells is not None and contested(conflict):
            pieces.open_table(t, both_versions(view, conflict), key=f"conflict_{conflict.mine.id}")
            _choices(view, conflict)
    with st.container(horizontal=True, vertical_alignment="center"):
        if last.edits and all(conflict.mine.cells is not None for conflict in last.conflicts):
            save = partial(_settle, last)
            st.button(t("bearbeiten.conflict.save"), key="conflict_save", type="primary", on_click=save)
        drop = "bearbeiten.conflict.drop" if last.edits else "bearbeiten.close"
        st.button(t(drop), key="conflict_drop", on_click=_drop, args=(last,))


def _choices(view: View, conflict: Conflict) -> None:
    t = view.t
    for name in contested(conflict):
        st.segmented_control(
            wording.column(t, conflict.mine.table, name),
            [_THEIRS, _MINE],
            key=_key(conflict, name),
            default=_MINE,
            required=True,
            format_func=lambda side: t(f"bearbeiten.conflict.{side}"),
        )


def _key(conflict: Conflict, column: str) -> str:
    return f"choice_{conflict.mine.table}_{conflict.mine.id}_{conflict.version}_{column}"


def _settle(last: Outcome) -> None:
    """Save what was chosen, on top of what stands there now; for callbacks."""
    settling = {(one.mine.table, one.mine.id): settled(one, list(_theirs(one))) for one in last.conflicts}
    drafts.save([settling.get((edit.table, edit.id), edit) for edit in last.edits], last.draft)


def _theirs(conflict: Conflict) -> Iterable[str]:
    chosen: Mapping[str, str] = {
        name: controls.filled_in(_key(conflict, name))[0] or _MINE for name in contested(conflict)
    }
    return (name for name, side in chosen.items() if side == _THEIRS)


def _drop(last: Outcome) -> None:
    """Keep what somebody else wrote; for callbacks."""
    drafts.discard(last.draft)
    drafts.forget_outcome()
