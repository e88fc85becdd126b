"""Totals by one dimension or by year as a table, and all fundings one by one."""

from __future__ import annotations

from ui import pieces
from ui.funding import bars
from ui.funding.pieces import notes, reconciled
from views.funding import answer, tables, words
from views.funding.caveats import caveats
from views.speaking import speech
from views.view import View

_HEIGHT = 520  # px of a table

sentence = words.totals_in_brief


def options(view: View) -> None:
    """Offer the same as for the bars; a table has room for every item."""
    bars.options(view, folding=False)


def show(view: View) -> None:
    """Show totals, that they add up, and below every funding."""
    t, found = view.t, answer.asked_totals(view)
    pieces.open_table(t, tables.totals(view, found), key="totals_table", max_height=_HEIGHT)
    reconciled(words.totals_reconciliation(t, found))
    notes(caveats(speech(view), found), words.rules_of_totals(view))
    pieces.section(t("foerderung.all"))
    funds = view.part.ties[view.part.ties["kind"] == "funds"]
    pieces.open_table(t, tables.ties(view, set(funds["id"])), key="all_ties", max_height=_HEIGHT)
