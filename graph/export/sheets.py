"""The tables an exhibit leaves as, in a workbook or as CSV, and the sheets they are on."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from graph.export.exhibit import Exhibit, Portfolio
from graph.export.pictures import Matrix
from graph.export.plain import one_line
from graph.export.table import ExportCell, ExportColumn, ExportTable, ValueKind
from graph.export.widths import shared_widths
from graph.graphemes import limited

VIEW_TABLES = "akteursnetz-view-tables"  # what a workbook of these sheets says it is: nothing to read in as data
UNDATED = date(2000, 1, 1)  # when a file says it was made, where the day is not known
_UNFIT_FOR_NAMES = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME = 31
_WIDEST, _NARROWEST = 60, 8  # characters
_ROWS_MEASURED = 200
_PAGE = 170  # characters of a page across, on which type is about two thirds of its size
_FIRST, _MOST_LINES = 34, 8
ABOUT_WIDTHS = (24, 100)  # characters of what the last sheet says


class ExportSheet(NamedTuple):
    """A sheet of a workbook: its name, the title of its view, and its table."""

    name: str
    title: str
    table: ExportTable

    @property
    def widths(self) -> list[int]:
        """See `column_widths`."""
        return column_widths(self.table)


def sheets_of(portfolio: Portfolio) -> tuple[ExportSheet, ...]:
    """Return a sheet for each table of each exhibit, under a name that is allowed and that no other sheet has."""
    shown = [(exhibit, table) for exhibit in portfolio.exhibits for table in tables_of(exhibit)]
    if len(shown) == 1:
        return (ExportSheet(sheet_name(portfolio.words["sheet_data"]), shown[0][0].title, shown[0][1]),)
    made: dict[str, ExportSheet] = {}
    for place, (exhibit, table) in enumerate(shown, 1):
        name = exhibit.sheet or f"{place} {_about(exhibit, table)}"
        name = _free(sheet_name(name), [*made, *(portfolio.words[key] for key in ("contents", "sheet_about"))])
        made[name] = ExportSheet(name, exhibit.title, table)
    return tuple(made.values())


def contents_of(portfolio: Portfolio, sheets: Sequence[ExportSheet]) -> ExportTable | None:
    """Return a table that leads to each sheet, where sheets have short names; ``None`` where titles say enough.

    Parameters
    ----------
    portfolio
        Its words.
    sheets
        What `sheets_of` returns.
    """
    words = portfolio.words
    if len(sheets) < 2 or not any(exhibit.sheet for exhibit in portfolio.exhibits):
        return None
    kinds = {"sheet": ValueKind.TEXT, "table": ValueKind.TEXT, "view": ValueKind.TEXT, "sheet_rows": ValueKind.NUMBER}
    rows = (
        (
            ExportCell(sheet.name, target=f"'{sheet.name}'"),
            ExportCell(sheet.table.caption or sheet.title),
            ExportCell(sheet.title),
            ExportCell(str(len(sheet.table.rows)), len(sheet.table.rows)),
        )
        for sheet in sheets
    )
    return ExportTable(
        words["contents"], tuple(ExportColumn(words[key], kind) for key, kind in kinds.items()), tuple(rows)
    )


def _free(name: str, taken: Collection[str]) -> str:
    """Return a name that no sheet has yet; spreadsheets tell none apart by case."""
    known = {each.casefold() for each in taken}
    counted = (name, *(f"{limited(name, _LONGEST_NAME - 1 - len(str(n)))} {n}" for n in range(2, len(known) + 3)))
    return next(each for each in counted if each.casefold() not in known)


def sheet_name(title: str) -> str:
    """Return a short name a spreadsheet allows for a sheet."""
    return limited(_UNFIT_FOR_NAMES.sub(" ", one_line(title)), _LONGEST_NAME).strip() or "1"


def column_widths(table: ExportTable) -> list[int]:
    """Return how many characters wide each column is shown: long texts share the width of a page, and are wrapped."""
    widths = [_need(table, place) for place in range(len(table.columns))]
    if sum(widths) <= _PAGE:
        return widths
    texts = [place for place, column in enumerate(table.columns) if place and column.kind is ValueKind.TEXT]
    for place in {*range(1, len(widths))}.difference(texts):
        widths[place] = min(widths[place], _number_need(table, place))
    widths[0] = min(widths[0], _FIRST)  # names of rows, the last to be broken into many lines
    room = _PAGE - sum(wide for place, wide in enumerate(widths) if place not in texts)
    shared = shared_widths([widths[place] for place in texts], max(room, _NARROWEST * len(texts)))
    for place, wide in zip(texts, shared, strict=True):
        widths[place] = min(widths[place], max(round(wide), _NARROWEST))
    return widths


def _number_need(table: ExportTable, place: int) -> int:
    """Return what a column of numbers needs when its header is wrapped; a column too narrow for a number shows none."""
    shown = [_written(row[place]) for row in table.rows[:_ROWS_MEASURED]]
    return max(_NARROWEST, *(len(text) for text in (*table.columns[place].header.split(), *shown))) + 2


def lines_of(texts: Sequence[str], widths: Sequence[int]) -> int:
    """Return how many lines the cells of a row need, which are as many characters wide; a few at most."""
    pairs = zip(texts, widths, strict=True)
    return min(max((-(-len(text) // max(wide - 1, 1)) for text, wide in pairs), default=1) or 1, _MOST_LINES)


def _need(table: ExportTable, place: int) -> int:
    texts = [table.columns[place].header, *(_written(row[place]) for row in table.rows[:_ROWS_MEASURED])]
    return min(max(max(len(text) for text in texts) + 2, _NARROWEST), _WIDEST)


def _written(cell: ExportCell) -> str:
    """Text of a cell, or its number in full where that is longer: a column too narrow for a number shows none."""
    value = cell.value
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return cell.text
    return max(cell.text, f"{value:,.2f} €" if isinstance(value, Decimal) else f"{value:,} €", key=len)


def _about(exhibit: Exhibit, table: ExportTable) -> str:
    """Name what is on a sheet: its view, of further tables what they are about."""
    return exhibit.title if table == tables_of(exhibit)[0] else table.caption


def tables_of(exhibit: Exhibit) -> tuple[ExportTable, ...]:
    """Tables of an exhibit, its matrix first."""
    if isinstance(exhibit.picture, Matrix):
        return (_of_matrix(exhibit.title, exhibit.picture), *exhibit.tables)
    return exhibit.tables


def _of_matrix(title: str, matrix: Matrix) -> ExportTable:
    columns = (
        ExportColumn(matrix.header or matrix.corner),
        *(ExportColumn(column, matrix.kind) for column in matrix.columns),
    )
    rows = tuple(
        (
            ExportCell(row.header),
            *(ExportCell(text, value) for text, value in zip(row.cells, _values(row.values, row.cells), strict=True)),
        )
        for row in matrix.rows
    )
    return ExportTable(title, columns, rows)


def _values(values: tuple[Any, ...], cells: tuple[str, ...]) -> tuple[Any, ...]:
    return values or (None,) * len(cells)
