"""Tables as CSV that Excel opens in columns in its own language, and programs read without asking."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from graph.export.about import about_lines
from graph.export.exhibit import Portfolio
from graph.export.plain import clean
from graph.export.sheets import tables_of
from graph.export.table import ExportCell, ExportTable, Value, ValueKind
from graph.tables import csv_bytes, protected
from graph.view_csv import last_row

DELIMITERS: Mapping[str, str] = {"de": ";", "en": ","}


def table_csv(table: ExportTable, language: str) -> bytes:
    """Write exactly the rows of a table.

    UTF-8 with a byte order mark. German files have ``;`` and a decimal comma, others ``,`` and a decimal point; there
    is no sign for thousands, dates are ISO, and nothing recorded is an empty cell. Text a spreadsheet would take for a
    formula has an apostrophe before it, which `graph.load.load` takes away again. The last row says what this is, see
    `graph.view_csv`.
    """
    kinds = [column.kind for column in table.columns]
    rows = [[_text(cell, kind, language) for cell, kind in zip(row, kinds, strict=True)] for row in table.rows]
    header, delimiter = [column.header for column in table.columns], _delimiter(language)
    last = b"".join(last_row([protected(text) for text in row], delimiter) for row in rows[-1:])
    return codecs.BOM_UTF8 + csv_bytes(header, rows[:-1], delimiter) + last


def csv_files(portfolio: Portfolio) -> dict[str, bytes]:
    """Write a file for each table, and one that says what is in them, as the second sheet of a workbook does.

    Returns
    -------
    dict
        Name of the file -> content.
    """
    tables = [table for exhibit in portfolio.exhibits for table in tables_of(exhibit)]
    data, about = (portfolio.words[name].lower() for name in ("sheet_data", "sheet_about"))
    names = [data] if len(tables) == 1 else [f"{data}_{place}" for place in range(1, len(tables) + 1)]
    files = {f"{name}.csv": table_csv(table, portfolio.language) for name, table in zip(names, tables, strict=True)}
    lines = [[clean(term), clean(text)] for term, text in about_lines(portfolio)]
    header = [portfolio.words["sheet_about"], ""]
    files[f"{about}.csv"] = codecs.BOM_UTF8 + csv_bytes(header, lines, _delimiter(portfolio.language))
    return files


def _delimiter(language: str) -> str:
    return DELIMITERS.get(language, ",")


def _text(cell: ExportCell, kind: ValueKind, language: str) -> str:
    return clean(cell.text) if kind is ValueKind.TEXT else written(cell.value, language)


def written(value: Value, language: str) -> str:
    """Write a value as a program reads it: with the decimal sign of the language, days as ISO; ``""`` for none."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float | Decimal):
        exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
        plain = format(exact.to_integral_value() if exact == exact.to_integral_value() else exact, "f")
        return plain.replace(".", ",") if language == "de" else plain
    return clean(value)
