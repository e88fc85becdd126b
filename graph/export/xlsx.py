"""Tables as workbooks: numbers are numbers, dates are dates, text never becomes a formula."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from math import isfinite
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from graph.export.about import about_lines
from graph.export.book import opened
from graph.export.exhibit import Portfolio
from graph.export.plain import clean, one_line
from graph.export.sheets import (
    ABOUT_WIDTHS,
    UNDATED,
    VIEW_TABLES,
    column_widths,
    contents_of,
    lines_of,
    sheet_name,
    sheets_of,
)
from graph.export.table import ExportCell, ExportTable, ValueKind
from graph.giving_up import Buffer
from graph.graphemes import limited

LONGEST = 32_767  # characters a cell of Excel holds
_LINE = 15.0  # pt of a line of text
DIGITS = 15  # of a number that Excel keeps
FIRST_DAY = date(1900, 3, 1)  # Excel counts a day before it that never was
_LIKE_MARKS = re.compile(r"\A<r>.*</r>\Z|_x[0-9A-Fa-f]{4}_x[0-9A-Fa-f]{4}_", re.DOTALL)
_ESCAPES = re.compile(r"(?<=_)(?=x[0-9A-Fa-f]{4}_)")
_FORMATS: Mapping[str, Mapping[str, str]] = {
    "de": {"date": "dd.mm.yyyy", "share": "0.0 %", "year": "0", "euro": '#,##0 "€"', "cents": '#,##0.00 "€"'},
    "en": {"date": "d mmm yyyy", "share": "0.0%", "year": "0", "euro": '"€"#,##0', "cents": '"€"#,##0.00'},
}


def workbook(portfolio: Portfolio) -> bytes:
    """Write a sheet for each exhibit with a table or a matrix, and a last one that says what is in the file.

    Without any row the first sheet says so.
    """
    words = portfolio.words
    written = Buffer()
    with opened(written) as book:
        book.set_properties(_facts(portfolio))
        looks = _looks(book, portfolio.language)
        shown = sheets_of(portfolio)
        if contents := contents_of(portfolio, shown):
            _write_contents(book.add_worksheet(sheet_name(contents.caption)), contents, looks, portfolio)
        for sheet in shown:
            _write(book.add_worksheet(sheet.name), sheet.table, looks, portfolio, sheet.title)
        if not shown:
            write_text(book.add_worksheet(sheet_name(words["sheet_data"])), (0, 0), clean(words["empty"]))
        _write_about(book.add_worksheet(sheet_name(words["sheet_about"])), portfolio, looks)
    return written.getvalue()


def _facts(portfolio: Portfolio) -> dict[str, Any]:
    moment = datetime.combine(portfolio.day or UNDATED, time(12))  # never the clock: the same tables, the same bytes
    return {
        "title": clean(portfolio.title),
        "author": clean(portfolio.author),
        "category": VIEW_TABLES,
        "created": moment,
    }


def number(value: object) -> float | int | None:
    """Return a value as the number a cell can hold without losing a digit, else ``None``."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not exact.is_finite() or len(exact.normalize().as_tuple().digits) > DIGITS:
        return None
    return value if isinstance(value, int | float) else float(value)


def write_text(sheet: Worksheet, at: tuple[int, int], text: str, look: Format | None = None) -> None:
    """Write a text as it stands, cut to what a cell of Excel holds.

    Text that looks like the library's own marks (``<r>…</r>``) or like an escaped character beside another one
    (``_x005F_x0041_``) is written in pieces, because the library would write it as something else.

    Parameters
    ----------
    sheet
        Worksheet that is written.
    at
        Row and column, from 0.
    text
        The text.
    look
        Look of the cell, the usual one by default.
    """
    shown = limited(text, LONGEST)
    if _LIKE_MARKS.search(shown):
        first, *others = _ESCAPES.split(shown)
        sheet.write_rich_string(*at, *first[:2], *filter(None, (first[2:], *others)), *([look] if look else []))
    elif shown:
        sheet.write_string(*at, shown, look)


def _write(sheet: Worksheet, table: ExportTable, looks: Mapping[str, Any], portfolio: Portfolio, title: str) -> None:
    empty = portfolio.words["empty"]
    _set_print(sheet, portfolio, title)
    widths = column_widths(table)
    for place, column in enumerate(table.columns):
        write_text(sheet, (0, place), clean(column.header), looks["head"])
        sheet.set_column(place, place, widths[place])
    if not table.rows:
        write_text(sheet, (1, 0), clean(empty))
        return
    for number_of_row, row in enumerate(table.rows, 1):
        for place, cell in enumerate(row):
            _write_cell(sheet, (number_of_row, place), cell, table.columns[place].kind, looks)
        if (lines := lines_of([cell.text for cell in row], widths)) > 1:
            sheet.set_row(number_of_row, _LINE * lines)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)


def _write_contents(sheet: Worksheet, contents: ExportTable, looks: Mapping[str, Any], portfolio: Portfolio) -> None:
    """Write the list of sheets, whose names lead to them."""
    _write(sheet, contents, looks, portfolio, contents.caption)
    for row, (name, *_) in enumerate(contents.rows, 1):
        sheet.write_url(row, 0, f"internal:{name.target}!A1", string=name.text)


def _set_print(sheet: Worksheet, portfolio: Portfolio, title: str) -> None:
    """Print on A4 across, one page wide, with the header on every page; title above, source and page below."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_margins(left=0.4, right=0.4)
    sheet.set_header(f"&L&10 {_for_print(title)}")  # a digit after the size would be part of it
    page = portfolio.words["page"].replace("{page}", "&P").replace("{pages}", "&N")
    left = " · ".join(part for part in (portfolio.author, portfolio.profile, portfolio.watermark) if part)
    sheet.set_footer(f"&L&8 {_for_print(left)}&R&8 {page}")


def _for_print(text: str) -> str:
    """Return a text for head or foot of a page; ``&`` begins a command there."""
    return limited(one_line(text), 100).replace("&", "&&")


def _write_cell(
    sheet: Worksheet, at: tuple[int, int], cell: ExportCell, kind: ValueKind, looks: Mapping[str, Any]
) -> None:
    value = cell.value
    if kind is ValueKind.TEXT:
        text = cell.text
    elif value is None:
        return  # an empty cell is not recorded, as in the tables that are read
    elif isinstance(value, date) and value >= FIRST_DAY:
        sheet.write_datetime(*at, value, looks["date"])
        return
    elif (plain := number(value) if not isinstance(value, float) else _finite(value)) is not None:
        sheet.write_number(*at, plain, looks[_look(kind, plain)])
        return
    else:
        text = str(value)
    if text:
        write_text(sheet, at, clean(text), looks["wrapped"])


def _finite(value: float) -> float | None:
    """Return what a cell holds of a number of the program's own arithmetic: all of it but what is no number."""
    return value if isfinite(value) else None


def _look(kind: ValueKind, value: float) -> str:
    if kind in (ValueKind.YEAR, ValueKind.DATE):
        return "year"  # of a column of dates, a date of which only the year is known
    if kind is ValueKind.SHARE:
        return "share"
    whole = float(value).is_integer()
    if kind is ValueKind.MONEY:
        return "euro" if whole else "cents"
    return "whole" if whole else "parts"


def _looks(book: xlsxwriter.Workbook, language: str) -> dict[str, Any]:
    formats = _FORMATS.get(language, _FORMATS["en"])
    return {
        "head": book.add_format({"bold": True, "bottom": 1, "num_format": "@", "text_wrap": True, "valign": "top"}),
        "text": book.add_format({"num_format": "@", "valign": "top"}),
        "wrapped": book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"}),
        "whole": book.add_format({"num_format": "#,##0", "valign": "top"}),
        "parts": book.add_format({"num_format": "#,##0.00##", "valign": "top"}),
        **{name: book.add_format({"num_format": form, "valign": "top"}) for name, form in formats.items()},
    }


def _write_about(sheet: Worksheet, portfolio: Portfolio, looks: Mapping[str, Any]) -> None:
    _set_print(sheet, portfolio, portfolio.words["sheet_about"])
    sheet.set_column(0, 0, ABOUT_WIDTHS[0])
    sheet.set_column(1, 1, ABOUT_WIDTHS[1])
    for row, (term, text) in enumerate(about_lines(portfolio)):
        write_text(sheet, (row, 0), clean(term), looks["head"])
        write_text(sheet, (row, 1), clean(text), looks["wrapped"])
        sheet.set_row(row, _LINE * lines_of([text], ABOUT_WIDTHS[1:]))
