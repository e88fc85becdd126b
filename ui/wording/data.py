"""Sentences of the page Daten & Methodik."""

from __future__ import annotations

from collections.abc import Sequence

from graph.issue import Issue, Severity
from ui.dates import date_words
from ui.text import Words
from ui.view import View


def sentence(view: View) -> str:
    """Say how much there is and what day it stands for."""
    t, whole = view.t, view.whole
    return t(
        "daten.sentence",
        date=date_words(t, whole.as_of) or t("format.missing.text"),
        actors=t.count("count.actors", len(whole.actors)),
        projects=t.count("count.projects", len(whole.projects)),
        ties=t.count("count.ties", len(whole.ties)),
        sources=t.count("daten.count_sources", len(whole.sources)),
    )


def checked(t: Words, issues: Sequence[Issue]) -> str:
    """Say what a check found and what happens to it."""
    if not issues:
        return t("daten.own.clean")
    errors = sum(issue.severity is Severity.ERROR for issue in issues)
    return t(
        "daten.own.found",
        errors=t.count("daten.own.errors", errors),
        warnings=t.count("daten.own.warnings", len(issues) - errors),
    )
