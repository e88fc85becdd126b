"""Marks on exhibits, and the sources on which most answers hang."""

from __future__ import annotations

from dataclasses import replace

from graph.export import Exhibit
from views.evidence import answer, expected, question, tables, words
from views.exhibit.frame import framed
from views.exhibit.tables import exported
from views.language.words import unmarked
from views.view import View


def marked(page: str, view: View, exhibit: Exhibit) -> Exhibit:
    """Say on an exhibit how firmly its answer stands.

    Parameters
    ----------
    page
        Name of the page it shows.
    view
        What it was made from.
    exhibit
        Without the mark.
    """
    asked = question.asked(page, view)
    if asked is None:
        return exhibit
    said = words.remark(view, answer.firmness_of(asked.dataset, asked.statement))
    return replace(exhibit, remarks=(unmarked(said), *exhibit.remarks)) if said else exhibit


def seldom_together(view: View) -> Exhibit:
    """Return the pairs that work together less often than the sizes of both would give by chance."""
    return framed(
        view,
        view.t("evidence.seldom.title"),
        expected.seldom_in_brief(view),
        tables=[exported(expected.seldom(view))],
        remarks=[view.t("evidence.expected.explained")],
    )


def carrying(view: View) -> Exhibit:
    """Return the sources on which most of the main answers hang: what to check first."""
    found = answer.hanging(view.part)
    return framed(
        view,
        view.t("evidence.carrying.title"),
        words.carrying_sentence(view, found),
        tables=[exported(tables.carrying(view, found))],
        remarks=[view.t("evidence.carrying.note")],
    )
