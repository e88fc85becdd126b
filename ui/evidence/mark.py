"""The mark above the source line of a page: how firmly its answer stands, and on request what it would be otherwise."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from graph.evidence.firmness import Firmness
from graph.evidence.rows import Marks
from ui import controls, query
from views.background import Job
from views.evidence import answer, question, words
from views.evidence.question import Asked
from views.view import View

_PATIENCE = 0.05  # seconds a page waits for a mark before it is drawn without


def show(view: View, page: str) -> None:
    """Show the mark of a page, or how far the check is.

    Parameters
    ----------
    view
        What the page shows.
    page
        Its name.
    """
    asked = question.asked(page, view)
    with st.container(key="firmness"):
        if asked is None:
            return
        marks = _job(asked).wait(_PATIENCE)
        if marks is None:
            _progress(view, asked)
        elif marks.rows and view.marks is None:
            st.rerun()
        elif label := words.mark(view, marks.found):
            _mark(view, marks.found, label)


def with_known(view: View, page: str) -> View:
    """Return a view that knows how firmly it stands, once the check has ended; its tables then say it of their rows."""
    asked = question.asked(page, view)
    return replace(view, marks=controls.finished(*_named(asked))) if asked else view


def _named(asked: Asked) -> tuple[str, str]:
    """Name of the check, one for each kind of answer, and what it is about."""
    return f"firmness_{asked.statement.kind}", f"{asked.dataset.fingerprint} {asked.statement}"


def _job(asked: Asked) -> Job[Marks]:
    return controls.job(*_named(asked), lambda step: answer.marks_of(asked, step))


@st.fragment(run_every=1.0)
def _progress(view: View, asked: Asked) -> None:
    job = _job(asked)
    if job.wait(0) is not None:
        st.rerun()
    st.markdown(view.t("evidence.checking", done=view.t.number(job.done), of=view.t.number(job.of)))


def _mark(view: View, found: Firmness, label: str) -> None:
    icon = ":material/verified:" if found.holds else ":material/fact_check:"
    with st.popover(label, icon=icon, key="firmness_details", type="tertiary"):
        st.markdown(view.t("evidence.explained"))
        if found.holds:
            st.markdown(view.t("evidence.holds_because"))
        for number, other in enumerate(words.other_answers(view, found)):
            st.markdown(f"- {other.text}  \n  {other.ties}")
            if other.opens:
                label, key = view.t("evidence.open"), f"other_answer_{number}"
                st.button(label, key=key, on_click=query.change, kwargs=dict(other.opens), type="tertiary")
        st.markdown(words.unnamed(view, found))
