"""Marks on exhibits, and the sources on which most answers hang."""

from __future__ import annotations

from dataclasses import replace

from graph.export import Exhibit
from views.evidence import answer, expected, question, tables, words
from views.exhibit.frame import framed
from views.exhibit.tables import exported
from views.language.words import unmarked
from views.view import View


def checked(page: str, view: View) -> View:
    """Return a view that knows how firmly it stands.

    Parameters
    ----------
    page
        Name of the page it shows.
    view
        What is asked.
    """
    asked = question.asked(page, view)
    return replace(view, marks=answer.marks_of(asked)) if asked else view


def marked(page: str, view: View, exhibit: Exhibit) -> Exhibit:
    """Say on an exhibit how firmly its answer stands.

    Parameters
    ----------
    page
        Name of the page it shows.
    view
        What it was made from; one that was not `checked` is checked here.
    exhibit
        Without the mark.
    """
    marks = view.marks or checked(page, view).marks
    said = words.remark(view, marks.found) if marks else ""
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
