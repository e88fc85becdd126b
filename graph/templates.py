"""Empty files to fill in: one CSV per table, or one workbook with a sheet per table and a sheet that explains."""

from __future__ import annotations

import codecs
import io
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from graph.schema import TABLES, ContractColumn, ContractTable
from graph.tables import csv_bytes
from graph.vocabulary import VOCABULARIES

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

NO_WORDS: Mapping[str, str] = MappingProxyType({})

HELP_SHEET = "columns"  # reading passes over a sheet of that name, see `graph.reading.workbook.HELP_SHEETS`
_HELP_HEADER = ("table", "column", "headers", "cell", "required")
_ROWS = 2_000  # for which a cell offers the words of its vocabulary
_WIDTH = 22  # characters
_LONGEST_LIST = 255  # characters Excel allows for the words a cell offers


def csv_templates(delimiter: str = ";") -> dict[str, bytes]:
    """Return a CSV file per table that has its header only.

    German Excel opens such a file in columns with ``;``, and as UTF-8 because of its byte order mark.

    Returns
    -------
    dict
        ``actors.csv`` and so on -> content.
    """
    return {f"{name}.csv": codecs.BOM_UTF8 + csv_bytes(table.names, (), delimiter) for name, table in TABLES.items()}


def workbook_template(words: Mapping[str, str] = NO_WORDS) -> bytes:
    """Return a workbook with a sheet per table: headers with comments, text cells, words to choose from.

    Parameters
    ----------
    words
        Words for people, code -> words; what is missing is taken from the contract itself. ``sheet.actors``,
        ``header.actors.id`` and ``word.status.idea`` must be among those `graph.schema` and `graph.vocabulary` know.
        ``cell.date`` explains a kind of cell, ``{words}`` standing for the words it may hold. ``sheet.help``
        (``Spalten`` or ``Columns``) and ``help.table`` are name and headers of the sheet that explains.
    """
    import xlsxwriter  # noqa: PLC0415 - see `graph.export.formats`

    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True, "strings_to_formulas": False}) as book:
        # cells of text keep 007 and 2021-10 as they are typed
        text = book.add_format({"num_format": "@"})
        head = book.add_format({"bold": True, "bottom": 1, "num_format": "@"})
        for table in TABLES.values():
            sheet = book.add_worksheet(words.get(f"sheet.{table.name}", table.name))
            sheet.freeze_panes(1, 0)
            sheet.set_column(0, len(table.columns) - 1, _WIDTH, text)
            for place, column in enumerate(table.columns):
                sheet.write_string(0, place, header(table, column, words), head)
                sheet.write_comment(0, place, explanation(column, words), {"x_scale": 2})
                _offer(sheet, place, choices(column, words))
        _write_help(book.add_worksheet(words.get("sheet.help", HELP_SHEET)), words, head)
    return written.getvalue()


def header(table: ContractTable, column: ContractColumn, words: Mapping[str, str] = NO_WORDS) -> str:
    """Return what a column is called.

    Parameters
    ----------
    table
        Table of the contract.
    column
        Column of the contract.
    words
        Words of the template, by their keys.
    """
    return words.get(f"header.{table.name}.{column.name}", column.name)


def explanation(column: ContractColumn, words: Mapping[str, str] = NO_WORDS) -> str:
    """Return what goes into the cells of a column, and its other headers."""
    content = words.get(f"cell.{column.cell}", f"{column.cell} {{words}}")
    content = content.replace("{words}", ", ".join(choices(column, words))).strip()
    return "\n".join((content, ", ".join(column.headers))).strip()


def choices(column: ContractColumn, words: Mapping[str, str] = NO_WORDS) -> list[str]:
    """Return the words a cell may hold, one for each code of its vocabulary."""
    codes = dict.fromkeys(VOCABULARIES.get(column.vocabulary, {}).values())
    return [words.get(f"word.{column.vocabulary}.{code}", code) for code in codes]


def _offer(sheet: Worksheet, place: int, offered: list[str]) -> None:
    if offered and len(",".join(offered)) <= _LONGEST_LIST:
        # a proposal only: another word for the same code may be typed instead
        rule = {"validate": "list", "source": offered, "show_error": False}
        sheet.data_validation(1, place, _ROWS, place, rule)


def _write_help(sheet: Worksheet, words: Mapping[str, str], head: object) -> None:
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(_HELP_HEADER) - 1, 2 * _WIDTH)
    for place, name in enumerate(_HELP_HEADER):
        sheet.write_string(0, place, words.get(f"help.{name}", name), head)
    columns = [(table, column) for table in TABLES.values() for column in table.columns]
    for row, (table, column) in enumerate(columns, 1):
        content, _, others = explanation(column, words).partition("\n")
        texts = (
            words.get(f"sheet.{table.name}", table.name),
            header(table, column, words),
            others,
            content,
            "x" if column.required else "",
        )
        for place, text in enumerate(texts):
            sheet.write_string(row, place, text)
