"""What a scenario changes: picture, figures and lists; and who would be missed most."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from graph.answers.impact import Impact
from graph.answers.missed import Missed, ranking_missed
from graph.answers.scenario import Scenario
from ui import controls, picture, pieces
from ui.legend import legend
from views import loaded
from views.background import Job
from views.speaking import speech
from views.view import View
from views.whatif import answer, tables
from views.whatif import question as whatif_question
from views.whatif import words as wording
from views.whatif.question import MOMENT_OF
from views.whatif.words import in_brief

sentence = in_brief

_FIGURES_WIDTH = 470
_PATIENCE = 1.0  # seconds a page waits for the ranking before it shows how far it is


def show(view: View) -> None:
    """Show picture and figures beside each other, then sentences and lists."""
    scenario = whatif_question.asked_scenario(view)
    if not scenario.changes:
        return
    t, found = view.t, answer.impact_of(view.part, scenario)
    drawing = answer.scenario_drawing(view.whole, view.part, scenario, MOMENT_OF[view.query.bild])
    with st.container(horizontal=True, key="beside_list", wrap=False):
        with st.container(key="scenario_picture"):
            with st.container(key="answer_controls"):
                controls.choice(t, "bild", label=t("wenn.picture"))
            picture.steady(view, drawing, key="scenario_canvas")
        with st.container(width=_FIGURES_WIDTH):
            pieces.open_table(t, tables.figures(view, found), key="figures")
    for line in wording.details(speech(view), found):
        st.markdown(f"- {line}")
    legend(t, drawing)
    _lists(view, scenario, found)


def _lists(view: View, scenario: Scenario, found: Impact) -> None:
    t = view.t
    contents = {
        "lone": tables.lone(view, found),
        "changed": tables.changed(view, found),
        "fundings": tables.fundings(view, found),
    }
    for name, content in contents.items():
        if content.rows:
            pieces.section(t(f"wenn.{name}.heading"))
            pieces.open_table(t, content, key=f"{name}_{len(scenario.changes)}", max_height=420)


def ranking(view: View) -> None:
    """Show who would be missed most, or how far the computation is."""
    pieces.section(view.t("wenn.ranking.heading"))
    if not len(view.part.actors):
        pieces.nothing_found(view, loaded.loosenings(view.whole, view.selection))
    elif found := _job(view).wait(_PATIENCE):
        _ranking(view, found)
    else:
        _progress(view)


def _job(view: View) -> Job[tuple[Missed, ...]]:
    return controls.job("missed", view.part.fingerprint, partial(ranking_missed, view.part))


@st.fragment(run_every=1.0)
def _progress(view: View) -> None:
    job = _job(view)
    if job.wait(0) is not None:
        st.rerun()
    st.progress(job.share, view.t("wenn.ranking.progress", done=view.t.number(job.done), of=view.t.number(job.of)))


def _ranking(view: View, found: Sequence[Missed]) -> None:
    st.markdown(wording.missed_sentence(speech(view), found))
    st.markdown(view.t("wenn.ranking.note"))
    pieces.open_table(view.t, tables.ranking(view, found), key="ranking", max_height=600)
