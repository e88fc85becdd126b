"""Who could be a partner, and why: ranked candidates that can be remembered or dismissed."""

from __future__ import annotations

import streamlit as st

from graph.answers.candidate import Candidate
from graph.answers.partners import Found
from ui import controls, home, pieces
from ui.partners import inputs
from ui.tab import nothing_to_choose
from views.language.words import plain
from views.partners import question, tables
from views.partners import words as wording
from views.partners.answer import asked_candidates
from views.partners.examples import partner_searches
from views.partners.words import candidates_in_brief
from views.speaking import speech
from views.view import View

sentence = candidates_in_brief
options = nothing_to_choose


def show(view: View) -> None:
    """Show the inputs at the left and the candidates at the right."""
    if not view.query.partnervon:
        home.show(view, "partner")
    inputs.set_aside(view)
    with st.container(horizontal=True, key="search", wrap=False):
        with st.container(key="search_inputs", width=inputs.WIDTH):
            inputs.inputs(view, with_asking_actor=True)
        if question.is_searching(view):
            with st.container(key="search_results"):
                _results(view, asked_candidates(view))
        else:
            inputs.examples(view, partner_searches(view))


def _results(view: View, found: Found) -> None:
    t = view.t
    for place, candidate in enumerate(found.candidates, start=1):
        _candidate(view, place, candidate)
    if rest := wording.not_considered(speech(view), found):
        st.markdown(rest)
    if found.candidates:
        with st.expander(t("vergleich.points.heading")):
            st.markdown(t("vergleich.points.note"))
            pieces.open_table(t, tables.points(view, found), key="points")


def _candidate(view: View, place: int, candidate: Candidate) -> None:
    """Show one candidate: name, points and buttons in a row, below it the reasons in words."""
    t, say, actor = view.t, speech(view), candidate.id
    with st.container(border=True, key=f"candidate_{actor}", gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            with st.container():
                st.button(
                    t("vergleich.candidate", place=t.number(place), name=plain(view.names[actor])),
                    key=f"candidate_open_{actor}",
                    on_click=controls.open_profile,
                    args=(actor,),
                    type="tertiary",
                )
            with st.popover(t("vergleich.points.short", n=t.number(round(100 * candidate.score))), width="content"):
                pieces.description_list(wording.part(say, part) for part in candidate.parts)
            if not candidate.remembered:
                _set_aside(t("vergleich.remember"), "vorgemerkt", actor, ":material/bookmark_add:")
            _set_aside(t("vergleich.dismiss"), "ausgeblendet", actor, ":material/visibility_off:")
        st.markdown(wording.why(say, candidate, introduced=bool(view.query.partnervon or view.query.dabei)))


def _set_aside(label: str, name: str, actor: str, icon: str) -> None:
    st.button(label, key=f"{name}_{actor}", icon=icon, on_click=controls.add, args=(name, actor))
