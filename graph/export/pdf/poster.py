"""Exhibits as posters, one page each: what Typst is told, as data; the layout stands in ``poster.typ``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from graph.export.exhibit import Exhibit, Portfolio
from graph.export.pdf.legend import legend_of
from graph.export.pdf.typesetting import typeset
from graph.export.pictures import DrawnNetwork
from graph.export.plain import cleaned
from graph.export.step import Step, no_step
from graph.export.svg.element import document
from graph.export.svg.page import footer_parts
from graph.export.svg.paragraph import Piece
from graph.export.svg.printed import LEAST, POINTS, printed

_MARGIN, _LEGEND, _WORDS = 14.0, 58.0, 52.0  # mm on A3: edge of the page, column of the legend, lines above and below
_ENTRIES, _TITLE = 24, 1.5  # entries of a column, and how many of them the title of a group is as high as
_LEAST = 1.25 * LEAST  # px: a poster is read from further away than a page
_MM = POINTS * 25.4 / 72  # of a px on A3


Groups = list[dict[str, Any]]  # of a legend


@dataclass(frozen=True, slots=True)
class PosterSheet:
    """A sheet of paper, lying.

    Attributes
    ----------
    width, height
        mm.
    scale
        How many times larger than on A3 everything stands on it: A0 is four times as far away from its reader, but
        carries twice as much in each direction.
    """

    width: float
    height: float
    scale: float


SHEETS = {"a3": PosterSheet(420, 297, 1.0), "a0": PosterSheet(1189, 841, 2.0)}


def poster(portfolio: Portfolio, sheet: PosterSheet, step: Step = no_step) -> bytes:
    """Write a poster of every exhibit that has a picture or figures; the others have no page unless none has one.

    Parameters
    ----------
    portfolio
        What is shown.
    sheet
        The paper.
    step
        Called before each exhibit is drawn.

    Returns
    -------
    PDF/A-2a and PDF/UA-1 as `graph.export.pdf.handout` makes them; pictures are vectors.
    """
    seen = [exhibit for exhibit in portfolio.exhibits if exhibit.picture or exhibit.figures] or portfolio.exhibits
    pages = []
    for number, exhibit in enumerate(seen, 1):
        step(number, len(seen))
        pages.append(_page(portfolio, exhibit, sheet))
    day = portfolio.day or datetime.now(UTC).date()
    return typeset("poster.typ", cleaned(_document(portfolio, sheet, pages)), day)


def _document(portfolio: Portfolio, sheet: PosterSheet, pages: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "title": portfolio.title or portfolio.words["sheet_data"],
        "author": portfolio.author,
        "description": portfolio.subtitle or portfolio.title,
        "lang": portfolio.language,
        "watermark": portfolio.watermark,
        "words": dict(portfolio.words),
        "width": sheet.width,
        "height": sheet.height,
        "margin": _MARGIN,
        "legend": _LEGEND,
        "scale": sheet.scale,
        "pages": pages,
    }


def _page(portfolio: Portfolio, exhibit: Exhibit, sheet: PosterSheet) -> dict[str, Any]:
    words, shown = portfolio.words, exhibit.picture
    network = shown if isinstance(shown, DrawnNetwork) and shown.drawing.nodes else None
    entries = sum(len(group.entries) for group in network.legend) if network else 0
    room = _room(sheet, columns := min(-(-entries // _ENTRIES), 2))
    drawn = printed(shown, words, room, most=room[1], least=_LEAST) or Piece((), 0.0)
    return {
        "title": exhibit.title or words["picture"],
        "sentence": exhibit.sentence,
        "annotation": exhibit.annotation,
        "mark": exhibit.mark,
        "figures": [{"label": each.label, "value": each.value, "note": each.note} for each in exhibit.figures],
        "svg": document(room[0], drawn.height, drawn.elements) if drawn.elements else "",
        "alt": getattr(shown, "description", "") or exhibit.sentence or exhibit.title or words["picture"],
        "legend": _columns(legend_of(network, room, _LEAST), columns) if network else [],
        "note": network.note if network else "",
        "footer": " · ".join(footer_parts(portfolio, exhibit)),
    }


def _columns(groups: Groups, count: int) -> list[Groups]:
    """Set the groups of a legend in columns of about the same height."""
    if count < 2:
        return [groups]
    high = [len(group["entries"]) + _TITLE for group in groups]
    cut = min(range(1, len(groups) + 1), key=lambda place: max(sum(high[:place]), sum(high[place:])))
    return [groups[:cut], groups[cut:]]


def _room(sheet: PosterSheet, columns: int) -> tuple[float, float]:
    """Width and height in px of a picture beside so many columns of a legend."""
    across = sheet.width - (2 * _MARGIN + columns * _LEGEND) * sheet.scale
    high = sheet.height - (2 * _MARGIN + _WORDS) * sheet.scale
    return across / (_MM * sheet.scale), high / (_MM * sheet.scale)
