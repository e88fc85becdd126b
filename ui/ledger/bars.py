"""Totals by one dimension or by year as bars, and how concentrated they are."""

from __future__ import annotations

from functools import partial

from graph.ledger.totals import Totals
from graph.ledger.years import YearRule
from graph.picture.charts import bars, columns
from ui import charts, controls
from ui.answers import speech
from ui.ledger import behind, choose_part, drawn, notes, offer_top, several, top
from views.address.parameters import CHOICES
from views.funding import answer
from views.funding import words as wording
from views.view import View

_MENU = 215  # px of the list of dimensions


def sentence(view: View) -> str:
    """Name the largest item, and say how concentrated the money is."""
    say, found = speech(view), totals(view)
    return " ".join((wording.totals_sentence(say, found), *wording.concentration(say, found.by, found.concentration)))


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
    found, say, t = totals(view), drawn(view), view.t
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
    notes(wording.left_out(t, found.left_out), rules(view))


def rules(view: View) -> list[str]:
    """Name the rules by which the totals came about."""
    asked = view.query
    if asked.nach == "year":
        return wording.rules(view.t, (), None, YearRule(asked.jahresregel))
    return wording.rules(view.t, (asked.nach,), several(view))


def totals(view: View) -> Totals:
    """Totals the visitor asks for."""
    asked = view.query
    if asked.nach == "year":
        return answer.totals_by_year_of(view.part, YearRule(asked.jahresregel))
    return answer.totals_of(view.part, asked.nach, several(view))
