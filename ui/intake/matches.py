"""Organisations of the files that may be known already: score and reason in words, and a person decides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from graph.intake.against import Suggestion
from graph.intake.decisions import MatchDecision
from ui import controls
from ui.editing import drafts
from views.data import wizard as wording
from views.language.words import Words, plain

_AT_ONCE = 20  # organisations asked about at once


def decided(key: str) -> tuple[MatchDecision, ...]:
    """Return what was decided in this visit."""
    decisions: tuple[MatchDecision, ...] = drafts.kept(f"{key}_decisions", ())
    return decisions


def show(t: Words, key: str, suggestions: Sequence[Suggestion], names: Mapping[str, str]) -> None:
    """Ask about the organisations that may be known already.

    Parameters
    ----------
    t
        Words of the page.
    key
        Of the uploader.
    suggestions
        All that nobody has decided on.
    names
        Names of the actors that are there, by id.
    """
    groups = wording.by_organisation(suggestions)
    if not groups:
        return
    asked = dict(list(groups.items())[:_AT_ONCE])
    with st.container(border=True, key=f"{key}_matches"), st.form(key=f"{key}_match_form", border=False):
        st.markdown(f"**{t.count('intake.match.heading', len(groups))}** {t('intake.match.text')}")
        for own, group in asked.items():
            options, called = wording.match_options(t, group, names), plain(wording.match_name(group))
            st.selectbox(called, list(options), key=f"{key}_match_{own}", format_func=options.__getitem__, width=520)
            st.markdown(plain(wording.match_reasons(t, group, names)))
        if len(groups) > len(asked):
            st.markdown(t.count("intake.match.more", len(groups) - len(asked)))
        st.form_submit_button(
            t("intake.match.take"), type="primary", key=f"{key}_match_take", on_click=_take, args=(key, asked)
        )


def _take(key: str, asked: Mapping[str, Sequence[Suggestion]]) -> None:
    """Remember what was decided; for callbacks."""
    answers = controls.filled_in(*(f"{key}_match_{own}" for own in asked))
    made = [
        each for group, answer in zip(asked.values(), answers, strict=True) for each in wording.said_of(group, answer)
    ]
    drafts.keep(f"{key}_decisions", (*decided(key), *made))
