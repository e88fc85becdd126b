"""Totals by one dimension or by year as bars, and how concentrated they are."""

from __future__ import annotations

from functools import partial

from graph.picture.charts import bars, columns
from ui import charts, controls
from ui.funding.pieces import behind, choose_part, notes, offer_top
from views.address.parameters import CHOICES
from views.funding import words as wording
from views.funding.answer import asked_totals
from views.funding.caveats import caveats
from views.funding.question import top
from views.funding.words import rules_of_totals, totals_in_brief
from views.speaking import picture_speech, speech
from views.view import View

sentence = totals_in_brief

_MENU = 215  # px of the list of dimensions


def options(view: View, *, folding: bool = True) -> None:
    """Offer what to break down by, and the rule of years or how many bars."""
    t = view.t
    names = {code: wording.dimension(t, code) for code in CHOICES["nach"]}
    controls.menu("nach", label=t("foerderung.by"), options=names, width=_MENU)
    if view.query.nach == "year":
        controls.choice(t, "jahresregel", label=t("foerderung.years"))
    else:
        if folding:
            offer_top(view)
        controls.choice(t, "mehrfach", label=t("foerderung.several"))


def show(view: View) -> None:
    """Show the bars, that they add up, and what stands behind the chosen one."""
    found, say, t = asked_totals(view), picture_speech(view), view.t
    by_year = found.by == "year"
    shown = found if by_year else found.folded(top(view))
    drawn_bars = wording.year_columns(say, shown) if by_year else wording.total_bars(say, shown)
    words = {"description": wording.totals_sentence(say, found), **wording.chart_titles(t)}
    draw = partial(columns if by_year else bars, drawn_bars, words, charts.look(t))
    charts.to_choose(
        lambda start: draw(chosen=start), key="totals", picked=view.query.teil, selection="bar", take_up=choose_part
    )
    names = {bar.key: f"{bar.label}: {bar.text}" for bar in drawn_bars if bar.amount is not None}
    behind(view, wording.totals_reconciliation(t, found), names, shown.ties_behind(view.query.teil))
    notes(caveats(speech(view), found), rules_of_totals(view))
