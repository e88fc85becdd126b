"""What became of files that were translated: the report, open questions, and the region they are cut to."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from graph.intake.answers import KEEPS, PERSONS
from graph.intake.files import report_of
from graph.intake.report import Question
from ui.editing import drafts
from ui.intake import mappings
from views.data.intake import Intake, report_lines
from views.language.words import Words, plain

_WRITING = frozenset({"decimal-sign", "day-or-month"})
_SHOWN = 20  # questions


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
    translation = done.translation
    if translation is None:
        return
    with st.container(border=True, key=f"{key}_report"):
        _cut(t, key, begin)
        st.markdown("\n".join(f"- {plain(line)}" for line in report_lines(translation.report, t)))
        for number, question in enumerate(translation.report.questions[:_SHOWN]):
            if question.code in _WRITING:
                _ask(t, key, number, question)
        with st.container(horizontal=True):
            st.download_button(
                t("intake.download_report"),
                report_of(translation),
                file_name="report.json",
                mime="application/json",
                on_click="ignore",
                key=f"{key}_report_file",
            )
            mappings.reread(t, key, done)


def _cut(t: Words, key: str, begin: Callable[[], None] | None) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            t("intake.region"), key=f"{key}_region", help=t("intake.region_help"), on_change=begin, max_chars=2_000
        )
        st.selectbox(
            t("intake.keep.label"),
            KEEPS,
            key=f"{key}_keep",
            format_func=lambda name: t(f"intake.keep.{name}"),
            on_change=begin,
            width=300,
        )
        st.selectbox(
            t("intake.persons.label"),
            PERSONS,
            key=f"{key}_persons",
            format_func=lambda name: t(f"intake.persons.{name}"),
            on_change=begin,
            width=300,
        )


def _ask(t: Words, key: str, number: int, question: Question) -> None:
    """Ask how a column is written, which nothing in the file decides."""
    label = t(f"intake.ask.{question.code}", column=plain(question.column), file=plain(question.file))
    chosen = st.segmented_control(
        label,
        question.values,
        key=f"{key}_writing_{number}_{question.column}",
        format_func=lambda value: t(f"intake.writing.{_WRITTEN[value]}"),
    )
    if chosen:
        st.button(
            t("intake.answer"),
            key=f"{key}_answer_{number}",
            on_click=_answer,
            args=(key, question.column, str(chosen)),
        )


def _answer(key: str, column: str, value: str) -> None:
    """Remember how a column is written; for callbacks."""
    drafts.keep(f"{key}_writing", {**drafts.kept(f"{key}_writing", {}), column: value})


_WRITTEN = {",": "comma", ".": "point", "dmy": "dmy", "mdy": "mdy"}
