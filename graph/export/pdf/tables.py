"""Tables of a handout: as many rows as fit, in columns as wide as they need to be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph.export.svg.paragraph import Style, cut
from graph.export.table import ExportTable, ValueKind
from graph.export.widths import header_width, shared_widths
from graph.export.words import rows_left
from graph.picture.labels import text_width

_LOWEST_TABLE, _HEAD = 110.0, 48.0  # pt below which a further table is not begun, and of caption and header
_CELL_LINES = 3  # lines of a cell; what is longer ends with an ellipsis
_TABLE = 480.0  # pt for the cells of a table
_LINE, _AROUND = 10.6, 1.6  # pt of a line in a cell, and of the space around them
_SAMPLE = 60  # rows looked at for the widths of columns
_TABLE_STYLE = Style(8.5)  # pt


def tables_of(tables: Sequence[ExportTable], words: Mapping[str, str], room: float) -> Iterator[dict[str, Any]]:
    """Yield tables as long as they fit two pages; each leaves the next what it does not need.

    Parameters
    ----------
    tables
        Those with rows.
    words
        Words by their keys, in the language of the file.
    room
        Height in pt there is.
    """
    for place, table in enumerate(tables):
        if place and room < _LOWEST_TABLE:
            return
        widths = column_widths(table)
        rows = list(_rows(table, widths, room))
        room -= sum(height for height, _ in rows) + _HEAD
        yield _table(table, words, widths, [cells for _, cells in rows])


def _table(table: ExportTable, words: Mapping[str, str], widths: list[float], rows: list[list[str]]) -> dict[str, Any]:
    rest = len(table.rows) - len(rows)
    return {
        "caption": table.caption,
        "columns": [column.header for column in table.columns],
        "numbers": [column.kind is not ValueKind.TEXT for column in table.columns],
        "widths": widths,
        "rows": rows,
        "rest": rows_left(words, rest) if rest else "",
    }


def column_widths(table: ExportTable) -> list[float]:
    """Widths in pt: what narrow columns need, and the rest for wide ones."""
    needs = []
    for place, column in enumerate(table.columns):
        texts = [text_width(row[place].text, _TABLE_STYLE.size) for row in table.rows[:_SAMPLE]]
        needs.append(max([header_width(column.header, _TABLE_STYLE.size), *texts]) + 8)
    return shared_widths(needs, _TABLE)


def _rows(table: ExportTable, widths: list[float], room: float) -> Iterator[tuple[float, list[str]]]:
    """Yield the rows that fit a height, each with its own in pt; long cells are cut."""
    for row in table.rows:
        cells = [cut(cell.text, _TABLE_STYLE, widths[i] - 8, _CELL_LINES) for i, cell in enumerate(row)]
        height = max([1, *(lines for _, lines in cells)]) * _LINE + _AROUND
        room -= height
        if room < 0:
            return
        yield height, [text for text, _ in cells]
