"""Figures on the whole network, beside those of the part that fits the filters."""

from __future__ import annotations

from ui import parts
from ui.answers import speech
from ui.answers.reference import measured
from views.roles import answer, tables
from views.roles import words as wording
from views.view import View


def sentence(view: View) -> str:
    """Say how large and how closely tied the network is."""
    return wording.network(speech(view), answer.summary_of(measured(view)))


def options(_view: View) -> None:
    """Offer nothing; every figure is explained in its row."""


def show(view: View) -> None:
    """Show all figures, filtered and whole."""
    content = tables.figures(view, answer.summary_of(view.part), answer.summary_of(view.whole))
    parts.open_table(view.t, content, key="figures")
