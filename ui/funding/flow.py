"""Where the money goes: the flow, its reconciliation, and the fundings behind a part of it."""

from __future__ import annotations

import streamlit as st

from graph.picture.charts import sankey
from ui import charts, controls, pieces, sideways
from ui.funding.pieces import behind, choose_part, notes, offer_top
from views.address.parameters import CHOICES
from views.funding import words as wording
from views.funding.answer import asked_flow
from views.funding.caveats import caveats
from views.funding.words import flow_in_brief
from views.speaking import picture_speech, speech
from views.view import View

sentence = flow_in_brief

_LEVELS = {"geldvon": 175, "geldmitte": 250, "geldnach": 175}  # px of each list: together as wide as a beamer


def options(view: View) -> None:
    """Offer the levels of the flow and how many items each has."""
    t = view.t
    for level, width in _LEVELS.items():
        names = {code: wording.dimension(t, code) if code else t("foerderung.level.none") for code in CHOICES[level]}
        controls.menu(level, label=t(f"foerderung.level.{level}"), options=names, width=width)
    offer_top(view)


def show(view: View) -> None:
    """Show the flow, that it adds up, and what stands behind the chosen part."""
    found, say = asked_flow(view), picture_speech(view)
    words = wording.flow_wording(say, found)
    with st.container(key="narrow_flow"):  # on a phone bars say the same more readably
        sideways.hint(view.t, key="flow_sideways")
        pieces.open_button(view.t("foerderung.as_bars"), "foerderung", key="flow_as_bars", reiter="balken", teil="")
    charts.to_choose(
        lambda start: sankey(found, words, charts.look(view.t), chosen=start),
        key="flow",
        picked=view.query.teil,
        selection="part",
        take_up=choose_part,
    )
    names = {key: f"{label}: {words.texts[key]}" for key, label in words.labels.items()}
    behind(view, wording.reconciliation(view.t, found), names, found.ties_behind(view.query.teil))
    notes(caveats(speech(view), found), wording.rules(view.t, found.levels, found.several))
