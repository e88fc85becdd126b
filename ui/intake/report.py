"""What became of files that were translated: the region they are cut to, the report, and what the files leave open."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from graph.intake.answers import KEEPS, PERSONS
from graph.intake.files import report_of
from ui import pieces
from ui.editing import drafts
from views.data import tables
from views.data.intake import Intake, open_columns, report_lines
from views.language.words import Words, plain

_HEIGHT = 420  # px of the findings


def show(t: Words, key: str, done: Intake, begin: Callable[[], None] | None) -> None:
    """Say what became of rows, cents and names; ask for the region and for what the files leave open.

    Parameters
    ----------
    t
        Words of the page.
    key
        Of the uploader.
    done
        What became of the files.
    begin
        What to do when an answer changes what is taken over.
    """
    if (translation := done.translation) is None:
        return
    with st.container(border=True, key=f"{key}_report"):
        _cut(t, key, begin)
        st.markdown("\n".join(f"- {plain(line)}" for line in report_lines(translation.report, t, in_words=True)))
        if issues := translation.issues:
            with st.expander(t.count("intake.found", len(issues)), expanded=not translation.report.rows.taken):
                pieces.open_table(t, tables.findings(t, issues), key=f"{key}_told", max_height=_HEIGHT)
        for column, label, values in open_columns(translation.report, t):
            with st.container(horizontal=True, vertical_alignment="bottom"):
                chosen = st.segmented_control(
                    label, list(values), key=f"{key}_writing_{column}", format_func=values.__getitem__
                )
                said = {**drafts.kept(f"{key}_writing", {}), column: chosen}
                answer, told = t("intake.answer"), (f"{key}_writing", said)
                st.button(answer, key=f"{key}_answer_{column}", on_click=drafts.keep, args=told, disabled=not chosen)
        with st.container(horizontal=True):
            content, name = report_of(translation), t("intake.download_report")
            st.download_button(name, content, "report.json", "application/json", on_click="ignore", key=f"{key}_said")
            for number, look in enumerate(done.looks):
                again = t("intake.wizard.reread", file=look.file)
                place = (f"{key}_open", look.file)
                st.button(again, key=f"{key}_reread_{number}", type="tertiary", on_click=drafts.keep, args=place)


def _cut(t: Words, key: str, begin: Callable[[], None] | None) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        region, help_text = t("intake.region"), t("intake.region_help")
        last = drafts.kept(f"{key}_region", "")  # of the file before
        said = st.text_input(region, last, key=f"{key}_region", help=help_text, on_change=begin, max_chars=2_000)
        drafts.keep(f"{key}_region", said)
        for name, options in {"keep": KEEPS, "persons": PERSONS}.items():
            names = {option: t(f"intake.{name}.{option}") for option in options}
            label = t(f"intake.{name}.label")
            st.selectbox(label, options, key=f"{key}_{name}", format_func=names.__getitem__, on_change=begin, width=300)
