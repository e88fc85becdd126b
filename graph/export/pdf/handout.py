"""A portfolio as a handout: what Typst is told, as data; the layout stands in ``handout.typ``."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from graph.export.exhibit import Exhibit, Portfolio
from graph.export.pdf.legend import legend_of
from graph.export.pdf.room import room
from graph.export.pdf.tables import tables_of
from graph.export.pdf.typesetting import typeset
from graph.export.pictures import DARK_SHADES, SHADES, Decision, DrawnNetwork, Matrix, Text
from graph.export.plain import cleaned, readable
from graph.export.step import Step, no_step
from graph.export.svg.element import document
from graph.export.svg.paragraph import Piece
from graph.export.svg.printed import MOST, WIDTH, printed
from graph.picture.labels import text_width

_NOTHING = Piece((), 0.0)
_CELLS = 118.0  # mm for the columns of a matrix
_SMALLEST_COLUMN = 5.0  # mm


def handout(portfolio: Portfolio, step: Step = no_step) -> bytes:
    """Write a handout: each exhibit on a page of its own, tables on the pages that follow.

    Parameters
    ----------
    portfolio
        What is handed out.
    step
        Called before each exhibit is drawn.

    Returns
    -------
    PDF/A-2a and PDF/UA-1: tags, language, title, bookmarks, alternative texts; Typst checks it. Only where a text
    holds characters that no typeface here has, such as Chinese, the file is tagged but does not claim the standards.
    """
    exhibits = []
    for number, exhibit in enumerate(portfolio.exhibits, 1):
        step(number, len(portfolio.exhibits))
        exhibits.append(_exhibit(portfolio, exhibit))
    day = portfolio.day or datetime.now(UTC).date()
    return typeset("handout.typ", cleaned(_document(portfolio, exhibits)), day)


def _document(portfolio: Portfolio, exhibits: list[dict[str, Any]]) -> dict[str, Any]:
    words = portfolio.words
    profile = words["profile"].format(profile=portfolio.profile) if portfolio.profile else ""
    as_of = words["as_of"].format(date=portfolio.as_of) if portfolio.as_of else ""
    return {
        "title": portfolio.title or words["sheet_data"],
        "subtitle": portfolio.subtitle,
        "author": portfolio.author,
        "description": portfolio.subtitle or portfolio.title,
        "lang": portfolio.language,
        "footer": " · ".join(part for part in (portfolio.author, as_of, profile) if part),
        "watermark": portfolio.watermark,
        "words": dict(words),
        "shades": SHADES,
        "dark": DARK_SHADES,
        "exhibits": exhibits,
    }


def _exhibit(portfolio: Portfolio, exhibit: Exhibit) -> dict[str, Any]:
    words, shown = portfolio.words, exhibit.picture
    network = shown if isinstance(shown, DrawnNetwork) else None
    tables = [table for table in exhibit.tables if table.rows]
    below = [part for part in (*exhibit.remarks, exhibit.source, _filters(portfolio, exhibit)) if part]
    high = room(exhibit, (*below, exhibit.link))
    drawn = _svg(portfolio, exhibit, high, room(exhibit, (*below, exhibit.link), most=MOST))
    return {
        "title": exhibit.title or words["picture"],
        "sentence": exhibit.sentence,
        "annotation": exhibit.annotation,
        "mark": exhibit.mark,
        "figures": [{"label": f.label, "value": f.value, "note": f.note} for f in exhibit.figures],
        "svg": document(WIDTH, drawn.height, drawn.elements) if drawn.elements else "",
        "alt": getattr(shown, "description", "") or exhibit.sentence or exhibit.title or words["picture"],
        "matrix": _matrix(shown) if isinstance(shown, Matrix) else None,
        "decision": _decision(shown) if isinstance(shown, Decision) else None,
        "blocks": [{"heading": b.heading, "points": b.points} for b in shown.blocks] if isinstance(shown, Text) else [],
        "empty": not network.drawing.nodes if network else shown is None and not exhibit.figures and not tables,
        "legend": legend_of(network, (WIDTH, high)) if network else [],
        "note": network.note if network and network.drawing.nodes else "",
        "tables": list(tables_of(tables, words)),
        "apart": network is not None,
        "source": below,
        "address": readable(exhibit.link),
        "link": exhibit.link if exhibit.link.startswith(("https://", "http://")) else "",
    }


def _filters(portfolio: Portfolio, exhibit: Exhibit) -> str:
    words = portfolio.words
    return f"{words['filters']}: {', '.join(exhibit.filters) or words['no_filters']}"


def _svg(portfolio: Portfolio, exhibit: Exhibit, high: float, most: float) -> Piece:
    """Picture with texts as large as print needs; matrices and lists are set as text instead."""
    shown = exhibit.picture
    if isinstance(shown, Matrix | Text | Decision) or (isinstance(shown, DrawnNetwork) and not shown.drawing.nodes):
        return _NOTHING
    return printed(shown, portfolio.words, (WIDTH, high), most=most) or _NOTHING


def _matrix(shown: Matrix) -> dict[str, Any]:
    width = max(min(_CELLS / max(len(shown.columns), 1), 24.0), _SMALLEST_COLUMN)
    longest = max((text_width(word, 8.5) for column in shown.columns for word in column.split()), default=0.0)
    return {
        "corner": shown.corner,
        "columns": shown.columns,
        "width": width,
        "upright": longest * 0.353 + 3 > width,  # mm a point
        "rows": [{"header": row.header, "cells": row.cells, "shades": row.shades} for row in shown.rows],
    }


def _decision(shown: Decision) -> dict[str, Any]:
    return {"proposal": shown.proposal, "reasons": shown.reasons, "outcomes": shown.outcomes}
