"""Organisations of the files that may be known already: score and reason in words, and a person decides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

import streamlit as st

from graph.intake.against import Suggestion
from graph.intake.decisions import ANOTHER, PART, SAME, Decision
from ui import controls
from ui.editing import drafts
from views.data import wizard as wording
from views.language.words import Words, plain

_AT_ONCE = 20  # organisations asked about at once
_LATER = ""


def decided(key: str) -> tuple[Decision, ...]:
    """Return what was decided in this visit."""
    decisions: tuple[Decision, ...] = drafts.kept(f"{key}_decisions", ())
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
    groups = [(own, list(group)) for own, group in groupby(suggestions, key=lambda each: each.own)]
    if not groups:
        return
    with st.container(border=True, key=f"{key}_matches"), st.form(key=f"{key}_match_form", border=False):
        st.markdown(f"**{t.count('intake.match.heading', len(groups))}** {t('intake.match.text')}")
        chosen = {own: _ask(t, key, group, names) for own, group in groups[:_AT_ONCE]}
        if len(groups) > _AT_ONCE:
            st.markdown(t.count("intake.match.more", len(groups) - _AT_ONCE))
        st.form_submit_button(
            t("intake.match.take"),
            type="primary",
            key=f"{key}_match_take",
            on_click=_take,
            args=(key, dict(groups), list(chosen)),
        )


def _ask(t: Words, key: str, group: Sequence[Suggestion], names: Mapping[str, str]) -> str:
    options = wording.match_options(t, group, names)
    reasons = "; ".join(wording.match_reason(t, each, names) for each in group)
    chosen = st.selectbox(
        plain(f"{group[0].name}, {group[0].place}" if group[0].place else group[0].name),
        list(options),
        key=_key(key, group[0].own),
        format_func=options.__getitem__,
        width=520,
    )
    st.markdown(plain(reasons))
    return str(chosen)


def _key(key: str, own: str) -> str:
    return f"{key}_match_{own}"


def _take(key: str, groups: Mapping[str, Sequence[Suggestion]], asked: Sequence[str]) -> None:
    """Remember what was decided; for callbacks."""
    answers = dict(zip(asked, _filled_in(key, asked), strict=True))
    made = [each for own, answer in answers.items() if answer for each in _decisions(groups[own], str(answer))]
    drafts.keep(f"{key}_decisions", (*decided(key), *made))


def _filled_in(key: str, asked: Sequence[str]) -> list[object]:
    return controls.filled_in(*(_key(key, own) for own in asked))


def _decisions(group: Sequence[Suggestion], answer: str) -> list[Decision]:
    """Return what an answer says of each actor that was named: it is this one, it belongs to it, it is another."""
    says, _, actor = answer.partition(":")
    first = group[0]
    if says == SAME:
        return [Decision(first.own, first.name, first.scheme, actor, SAME)]
    return [
        Decision(
            each.own, each.name, each.scheme, each.actor, PART if says == PART and each.actor == actor else ANOTHER
        )
        for each in group
    ]
