"""How much of its tables a section of the page has on paper: what fits about two pages a view, in readable columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from graph.export.columns import Setting, column_needs
from graph.export.exhibit import Exhibit, Portfolio
from graph.export.legend import placed
from graph.export.pictures import Decision, DrawnNetwork, Matrix, Text
from graph.export.svg.paragraph import Style, fitted
from graph.export.svg.printed import WIDTH
from graph.export.table import ExportTable
from graph.export.widths import shared_widths, weighed_widths

LINES = 4  # of a cell on paper; what is longer ends with an ellipsis there
# pt, as `page.css` prints: two pages, a line between the margins, the highest picture, and what is kept free
_PAGES, _LINE, _PICTURE, _SAFE = 2 * 774.0, 527.0, 567.0, 90.0
_WIDER, _WIDER_BOLD = 1.14, 1.22  # of a text as measured, that it needs in the widest face a browser takes
_SETTING = Setting(8.5 * _WIDER, 9.0, 80.0 * _WIDER_BOLD, 8.5 * _WIDER_BOLD)
_CELL_LINE, _AROUND_CELL, _HEAD = 10.7, 4.2, 58.0  # pt of a line in a cell, around it, and of caption, header and rest
_TITLE, _SENTENCE, _SMALL, _POINT = Style(16.0), Style(13.5), Style(9.0), Style(11.0)
_LEADING, _SPACES, _FIGURES, _MATRIX_HEAD, _MATRIX_ROW = 1.45, 96.0, 90.0, 160.0, 18.0
_LEGEND = 0.75  # pt a px of a legend
_PAGE_TITLE, _PAGE_HEAD, _PAGE_FOOT = Style(22.5), 55.0, 140.0  # pt of what stands around all sections
_BEFORE_PICTURE = 80.0  # pt between the texts of a section and its picture
_FEWEST = 3  # rows of a table at least


class PrintedRows(NamedTuple):
    """A table on paper: parts of the line its columns take, how many rows (0: it is left out), and what is cut."""

    parts: list[float]
    rows: int
    cut: frozenset[tuple[int, int]]


def on_paper(
    exhibit: Exhibit,
    tables: Sequence[ExportTable],
    picture: float,
    below: Iterable[str],
    around: tuple[float, float] = (0.0, 0.0),
) -> list[PrintedRows]:
    """Return what paper has of each table; the last of many have no rows there when two pages cannot hold them all.

    Parameters
    ----------
    exhibit
        What the section shows.
    tables
        Its tables with rows.
    picture
        Height of its picture in px at `WIDTH`; 0 without one.
    below
        Lines between picture and tables.
    around
        Height in pt of what stands above and below on its pages, see `around_section`.
    """
    used = _used(exhibit, picture, below) + sum(around) + _wasted(exhibit, picture, around[0])
    room = max(_PAGES - used, _PAGES / 8) - _SAFE
    widths = [weighed_widths(column_needs(table, _SETTING), _LINE) for table in tables]
    lines = [
        [_lines(row, of_table) for row in _texts(table, room)] for table, of_table in zip(tables, widths, strict=True)
    ]
    heights = [[_CELL_LINE * min(max(row), LINES) + _AROUND_CELL for row in of_table] for of_table in lines]
    kept = _kept(heights, room)
    shares = shared_widths([sum(high) + _HEAD for high in heights[:kept]], room) + [0.0] * (len(tables) - kept)
    return [
        PrintedRows(
            [width / _LINE for width in of_table],
            max(_fitting(high, share - _HEAD), _FEWEST) if share else 0,
            frozenset((r, c) for r, row in enumerate(counted) for c, count in enumerate(row) if count > LINES),
        )
        for of_table, high, share, counted in zip(widths, heights, shares, lines, strict=True)
    ]


def around_section(portfolio: Portfolio, place: int) -> tuple[float, float]:
    """Return the height in pt of the head of the page above its first section, and of its foot below the last one.

    Parameters
    ----------
    portfolio
        What the page shows.
    place
        Number of the section, 1 for the first.
    """
    head = _height([portfolio.title], _PAGE_TITLE) + _PAGE_HEAD if place == 1 else 0.0
    return head, _PAGE_FOOT if place == len(portfolio.exhibits) else 0.0


def _wasted(exhibit: Exhibit, picture: float, head: float) -> float:
    """Height in pt that stays white on the first page because the picture has no room there any more."""
    above = head + _height([exhibit.title], _TITLE) + _height([exhibit.sentence, exhibit.annotation], _SENTENCE)
    above += _BEFORE_PICTURE + (_FIGURES if exhibit.figures else 0.0)
    high = min(picture * _LINE / WIDTH, _PICTURE)
    return max(_PAGES / 2 - above, 0.0) if above + high > _PAGES / 2 else 0.0


def _kept(heights: Sequence[Sequence[float]], room: float) -> int:
    """Count the first tables of which two pages hold at least some rows; the first one stands there always."""
    for count, high in enumerate(heights):
        room -= _HEAD + sum(high[:_FEWEST])
        if room < 0:
            return max(count, 1)
    return len(heights)


def _used(exhibit: Exhibit, picture: float, below: Iterable[str]) -> float:
    """Height in pt of all that stands above the tables."""
    shown = exhibit.picture
    used = _SPACES + _height([exhibit.title], _TITLE) + _height([exhibit.sentence, exhibit.annotation], _SENTENCE)
    used += _height(below, _SMALL) + (_FIGURES if exhibit.figures else 0.0)
    used += min(picture * _LINE / WIDTH, _PICTURE)
    if isinstance(shown, DrawnNetwork):
        used += sum(placed([group], WIDTH).height for group in shown.legend) * _LEGEND
        used += _height([shown.note], _SMALL)
    if isinstance(shown, Matrix):
        used += _MATRIX_HEAD + _MATRIX_ROW * len(shown.rows)
    if isinstance(shown, Text):
        used += _height((text for block in shown.blocks for text in (block.heading, *block.points)), _POINT)
        used += 2 * _POINT.size * len(shown.blocks)
    if isinstance(shown, Decision):
        used += _height((shown.proposal, *shown.reasons, *shown.outcomes), _TITLE)
    return used


def _height(texts: Iterable[str], style: Style) -> float:
    wide = Style(style.size * _WIDER)
    return sum(len(fitted(text, wide, _LINE)) for text in texts if text) * style.size * _LEADING


def _texts(table: ExportTable, room: float) -> list[list[str]]:
    """Texts of the rows that could have room."""
    return [[cell.text for cell in row] for row in table.rows[: int(room / (_CELL_LINE + _AROUND_CELL)) + 1]]


def _lines(row: Sequence[str], widths: Sequence[float]) -> list[int]:
    """Lines of each cell of a row, counted up to one more than `LINES`."""
    style = Style(_SETTING.size)
    return [
        len(fitted(text, style, width - _SETTING.around, LINES + 1)) for text, width in zip(row, widths, strict=True)
    ]


def _fitting(heights: Sequence[float], room: float) -> int:
    for count, height in enumerate(heights):
        room -= height
        if room < 0:
            return count
    return len(heights)
