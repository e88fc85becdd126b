"""Where the money goes: the flow, its reconciliation, and the fundings behind a part of it."""

from __future__ import annotations

from graph.ledger.flow import Flow
from graph.picture.charts import sankey
from ui import charts, controls
from ui.answers import speech
from ui.ledger import behind, choose_part, drawn, notes, offer_top, several, top
from views.address.parameters import CHOICES
from views.funding import answer as funding_answer
from views.funding import words as wording
from views.view import View

_LEVELS = {"geldvon": 180, "geldmitte": 195, "geldnach": 225}  # px of each list: together as wide as a beamer


def sentence(view: View) -> str:
    """Say how much is known, and for how many projects it is not."""
    say = speech(view)
    return f"{wording.sentence(say, answer(view))} {wording.coverage(say, funding_answer.coverage_of(view.part))}"


def options(view: View) -> None:
    """Offer the levels of the flow and how many items each has."""
    t = view.t
    for level, width in _LEVELS.items():
        names = {code: wording.dimension(t, code) if code else t("foerderung.level.none") for code in CHOICES[level]}
        controls.menu(level, label=t(f"foerderung.level.{level}"), options=names, width=width)
    offer_top(view)


def show(view: View) -> None:
    """Show the flow, that it adds up, and what stands behind the chosen part."""
    found, say = answer(view), drawn(view)
    words = wording.flow_wording(say, found)
    charts.to_choose(
        lambda start: sankey(found, words, charts.look(view.t), chosen=start),
        key="flow",
        picked=view.query.teil,
        selection="part",
        take_up=choose_part,
    )
    names = {key: f"{label}: {words.texts[key]}" for key, label in words.labels.items()}
    behind(view, wording.reconciliation(view.t, found), names, found.ties_behind(view.query.teil))
    notes(wording.left_out(view.t, found.left_out), wording.rules(view.t, found.levels, found.several))


def answer(view: View) -> Flow:
    """Flow the visitor asks for."""
    levels = tuple(code for level in _LEVELS if (code := getattr(view.query, level)))
    return funding_answer.flow_of(view.part, levels, top(view), several(view))
