"""Columns of a table where room is short, on paper and on slides: how wide they are, and which ones do without."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import inf
from typing import NamedTuple

from graph.export.table import ExportCell, ExportColumn, ExportTable, ValueKind
from graph.export.widths import ColumnNeed, column_need, weighed_widths
from graph.picture.labels import text_width

_SAMPLE = 60  # rows looked at for the widths of columns
_FEWEST = 2  # columns of a table
_LONGEST = 10.0  # times the size of the type: a longer cell of a column of numbers or dates may be broken


class Columned(NamedTuple):
    """A table with the columns that stand there, their widths, and what is said of the others, ``""`` for none."""

    table: ExportTable
    widths: list[float]
    said: str


class Setting(NamedTuple):
    """How a table is set: the size of its type, the space left and right of a text together, and all in one unit.

    A word wider than ``divided`` may be divided; a number or a date never is. Headers are of the size ``heading``, by
    default that of the cells.
    """

    size: float
    around: float
    divided: float = inf
    heading: float = 0.0


def columned(
    table: ExportTable, words: Mapping[str, str], setting: Setting, room: float, *, fewer: bool = False
) -> Columned:
    """Return a table with columns that can be read, and their widths.

    Where the longest words of all columns need more room than there is, those that say nothing in any row are named
    instead of shown, and then others if there may be fewer: texts before numbers, the last first.

    Parameters
    ----------
    table
        The table.
    words
        Words by their keys, in the language of the file.
    setting
        How it is set.
    room
        Width of all columns together, in the same unit.
    fewer
        Whether columns with something in them may be left out, too.
    """
    needs = column_needs(table, setting)
    empty = {place for place, cells in enumerate(zip(*table.rows, strict=True)) if _says_nothing(cells)}
    if sum(need.least for need in needs) <= room:
        return Columned(table, weighed_widths(needs, room), "")
    said = []
    if empty and len(empty) < len(needs):
        said.append(words["empty_columns"].format(columns=_headers(table, empty)))
        table = _without(table, empty)
    left_out = _without_room(table, column_needs(table, setting), room) if fewer else set()
    if left_out:
        said.append(words["more_columns"].format(columns=_headers(table, left_out)))
        table = _without(table, left_out)
    return Columned(table, weighed_widths(column_needs(table, setting), room), " · ".join(said))


def _headers(table: ExportTable, places: set[int]) -> str:
    return ", ".join(table.columns[place].header for place in sorted(places))


def _without_room(table: ExportTable, needs: Sequence[ColumnNeed], room: float) -> set[int]:
    """Places of columns that a room has none for: of texts first, the last ones first; the first two always stay."""
    later = range(len(needs) - 1, _FEWEST - 1, -1)
    order = sorted(later, key=lambda place: table.columns[place].kind is not ValueKind.TEXT)
    left_out: set[int] = set()
    for place in order:
        if sum(need.least for number, need in enumerate(needs) if number not in left_out) <= room:
            break
        left_out.add(place)
    return left_out


def column_needs(table: ExportTable, setting: Setting) -> list[ColumnNeed]:
    """Return what each column of a table needs; see `columned`."""
    return [
        _need(column, [row[place].text for row in table.rows[:_SAMPLE]], setting)
        for place, column in enumerate(table.columns)
    ]


def _need(column: ExportColumn, texts: Sequence[str], setting: Setting) -> ColumnNeed:
    size, around, divided, heading = setting
    need = column_need(column.header, texts, size, around, divided=divided, heading=heading)
    if column.kind is ValueKind.TEXT:
        return need
    whole = max((text_width(text, size) for text in texts), default=0.0) + around
    return need._replace(least=max(need.least, min(whole, _LONGEST * size)))


def _says_nothing(cells: Sequence[ExportCell]) -> bool:
    """Whether nothing is recorded in any cell of a column; zero is."""
    return len({cell.text for cell in cells}) == 1 and all(cell.value in (None, "") for cell in cells)


def _without(table: ExportTable, places: set[int]) -> ExportTable:
    kept = [place for place in range(len(table.columns)) if place not in places]
    return replace(
        table,
        columns=tuple(table.columns[place] for place in kept),
        rows=tuple(tuple(row[place] for place in kept) for row in table.rows),
    )
