"""Asking for files, the same way wherever a visitor may hand in tables."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from graph.dataset import Dataset
from graph.intake.answers import KEEPS, PERSONS
from graph.intake.taking import IntakeAnswers
from store.upload_limits import limits
from ui.admission import refusal
from ui.editing import drafts
from ui.intake import mappings, matches, report, wizard
from views.data.intake import intake_of
from views.data.uploads import ENDINGS, by_name
from views.language.words import Words
from views.view import View


def tables(
    view: View, key: str, on_change: Callable[[], None] | None = None, *, against: Dataset | None = None
) -> dict[str, bytes]:
    """Ask for files with tables; return them by name, empty when there are none.

    Files with other columns, such as registers and networks of other programs, are translated, and what became of
    their rows is said. What nobody recognises is asked about column by column, and who may be known already one by one.

    Parameters
    ----------
    view
        The page.
    key
        Of the widget.
    on_change
        What to do when files come or go.
    against
        The data whose actors keep their ids; nobody is known by default.
    """
    files = _uploaded(view.t, key, on_change)
    done = intake_of(files, _asked(key), against, matches.decided(key))
    report.show(view.t, key, done, on_change)
    matches.show(view.t, key, done.suggestions, done.names_beside(against))
    wizard.show(view.t, key, done)
    if files:
        mappings.show(view, key)
    # files about which the wizard asks are not checked as if they were ours
    return {} if done.translation is None and done.unread else done.files


def _uploaded(t: Words, key: str, on_change: Callable[[], None] | None) -> dict[str, bytes]:
    allowed, one = limits(), st.get_option("server.maxUploadSize")
    together = t.number(allowed.session_bytes // 1_000_000)
    uploaded = st.file_uploader(
        t("daten.own.upload"),
        type=list(ENDINGS),
        accept_multiple_files=True,
        key=key,
        on_change=on_change,
        help=t("uploads.limits", files=t.number(allowed.session_files), size=together, one=t.number(one)),
    )
    if reason := refusal():
        st.warning(t(f"uploads.{reason}"), icon=":material/upload_file:")
    return by_name((file.name, file.getvalue()) for file in uploaded)


def _asked(key: str) -> IntakeAnswers:
    """Return what this visitor has said of files of this kind."""
    state = st.session_state
    return IntakeAnswers(
        region=str(state.get(f"{key}_region", drafts.kept(f"{key}_region", "")) or ""),
        keep=str(state.get(f"{key}_keep") or KEEPS[0]),
        persons=str(state.get(f"{key}_persons") or PERSONS[0]),
        mappings=mappings.usable(key),
        writing=drafts.kept(f"{key}_writing", {}),
    )
