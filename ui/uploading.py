"""Asking for files, the same way wherever a visitor may hand in tables."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from graph.intake.convert import Translation
from store.upload_limits import limits
from ui.admission import refusal
from views.data.intake import report_lines, taken_in
from views.data.uploads import by_name
from views.language.words import Words, plain

# our tables, and what other programs write; the content decides what a file is
_TYPES = [
    *("csv", "xlsx", "zip", "tsv", "txt", "gz", "xlsm"),
    *("graphml", "gexf", "gml", "xml", "xgmml", "net", "paj", "dl", "vna", "dot", "json", "cx", "cx2"),
]


def tables(t: Words, key: str, on_change: Callable[[], None] | None = None) -> dict[str, bytes]:
    """Ask for files with tables; return them by name, empty when there are none.

    Files with other columns, such as registers and networks of other programs, are translated, and what became of
    their rows is said.

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
    files = by_name((file.name, file.getvalue()) for file in uploaded)
    region = st.session_state.get(f"{key}_region", "")
    taken, translation = taken_in(files, region)
    if translation is not None:
        _report(t, key, translation, on_change)
    return taken


def _report(t: Words, key: str, translation: Translation, on_change: Callable[[], None] | None) -> None:
    """Say what became of files that were translated, and ask for the region they are cut to."""
    with st.container(border=True, key=f"{key}_report"):
        st.text_input(
            t("intake.region"), key=f"{key}_region", help=t("intake.region_help"), on_change=on_change, max_chars=2_000
        )
        st.markdown("\n".join(f"- {plain(line)}" for line in report_lines(translation.report, t)))
