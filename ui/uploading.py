"""Asking for files, the same way wherever a visitor may hand in tables."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from ui.upload_limits import limits, refusal
from views.data.uploads import by_name
from views.language.words import Words

_TYPES = ["csv", "xlsx", "zip"]


def tables(t: Words, key: str, on_change: Callable[[], None] | None = None) -> dict[str, bytes]:
    """Ask for files with tables; return them by name, empty when there are none.

    Parameters
    ----------
    t
        Words of the page.
    key
        Of the widget.
    on_change
        What to do when files come or go.
    """
    allowed = limits()
    uploaded = st.file_uploader(
        t("daten.own.upload"),
        type=_TYPES,
        accept_multiple_files=True,
        key=key,
        on_change=on_change,
        help=t("uploads.limits", files=allowed.session_files, size=allowed.session_bytes // 1_000_000),
    )
    if reason := refusal():
        st.warning(t(f"uploads.{reason}"), icon=":material/upload_file:")
    return by_name((file.name, file.getvalue()) for file in uploaded)
