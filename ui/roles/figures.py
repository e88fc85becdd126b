"""Figures on the whole network, beside those of the part that fits the filters."""

from __future__ import annotations

from ui import pieces
from ui.tab import nothing_to_choose
from views.roles import answer, tables
from views.roles.words import figures_in_brief
from views.view import View

sentence = figures_in_brief
options = nothing_to_choose


def show(view: View) -> None:
    """Show all figures, filtered and whole."""
    content = tables.figures(view, answer.summary_of(view.part), answer.summary_of(view.whole))
    pieces.open_table(view.t, content, key="figures")
