"""Worksheets of a workbook (.xlsx) to raw rows of text; formulas are never evaluated.

What Excel stores as a number or a date becomes the text a person would have typed into a CSV file: ``50000`` without
``.0``, dates in ISO, a cell shown as ``Dez 26`` as ``2026-12``. Of a formula the last stored result counts.
"""

from __future__ import annotations

import math
import re
import warnings
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

from graph.issue import Issue
from graph.reading.archive import RefusedArchiveError, open_archive
from graph.reading.codes import finding
from graph.reading.limits import MAX_CELLS, MAX_PARTS
from graph.reading.sheet import Reading, Sheet, refused
from graph.reading.workbook_scan import scan

HELP_SHEETS = frozenset({"spalten", "columns"})  # explain the columns in our own templates

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")


def is_workbook(data: bytes) -> bool:
    """Whether a zip archive is a workbook, of Excel or another program."""
    return b"xl/workbook" in data or b"application/vnd.oasis" in data


def read_workbook(file: str, data: bytes) -> Reading:
    """Read every worksheet.

    Parameters
    ----------
    file
        Name as the user knows it; sheets are called ``daten.xlsx [Akteure]`` in findings.
    data
        Content; nothing in it raises.
    """
    try:
        with open_archive(data, MAX_PARTS) as archive:
            if not any(name.startswith("xl/workbook") and name.endswith(".xml") for name in archive.namelist()):
                return refused("old-workbook", file)
            formulas = scan(archive)
    except RefusedArchiveError as error:
        return refused(error.code, file, error.value)
    try:
        with warnings.catch_warnings():
            # openpyxl warns of what it does not keep, such as validations and styles; none of it is data
            warnings.simplefilter("ignore")
            return _read(file, data, formulas=formulas)
    # openpyxl documents no errors; on damaged files it raises whatever its insides do
    except Exception as error:
        return refused("workbook-unreadable", file, type(error).__name__)


def _read(file: str, data: bytes, *, formulas: bool) -> Reading:
    sheets: list[Sheet] = []
    issues: list[Issue] = []
    cells = 0
    for title, rows in _worksheets(data, data_only=True):
        if title.casefold().strip() in HELP_SHEETS:
            continue
        name = f"{file} [{title}]"
        texts: list[list[str]] = []
        lines: list[int] = []
        for line, row in enumerate(rows, 1):
            cells += len(row)
            if cells > MAX_CELLS:
                return refused("too-many-rows", file, line=line)
            issues += [finding("formula-error", name, line, value=cell.value) for cell in row if _failed(cell)]
            if any(text := _texts(row)):
                texts.append(text)
                lines.append(line)
        if texts:
            width = len(texts[0])
            padded = [row + [""] * (width - len(row)) for row in texts[1:]]
            sheets.append(Sheet(name, title, tuple(texts[0]), lines[0], padded, lines[1:]))
    if formulas:
        issues += _unvalued_formulas(file, data)
    return Reading(tuple(sheets), tuple(issues))


def _worksheets(data: bytes, *, data_only: bool) -> Iterator[tuple[str, Iterator[tuple[Any, ...]]]]:
    """Yield title and rows of cells of every worksheet."""
    from openpyxl import load_workbook  # noqa: PLC0415 - costs 0.3 s, and few people bring a workbook

    book = load_workbook(BytesIO(data), read_only=True, data_only=data_only, keep_links=False)
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # what a sheet says about its size may be wrong
        yield sheet.title, sheet.iter_rows()
    book.close()


def _unvalued_formulas(file: str, data: bytes) -> Iterator[Issue]:
    """Yield a finding for each formula whose result was never stored, so that its cell reads as empty."""
    values, formulas = (_worksheets(data, data_only=kept) for kept in (True, False))
    for (title, valued), (_, written) in zip(values, formulas, strict=True):
        for line, (row, sources) in enumerate(zip(valued, written, strict=True), 1):
            for cell, source in zip(row, sources, strict=True):
                if source.data_type == "f" and cell.value is None:
                    yield finding("formula-without-value", f"{file} [{title}]", line, value=str(source.value))


def _failed(cell: Any) -> bool:  # noqa: ANN401 - openpyxl has several kinds of cell
    return cell.value is not None and cell.data_type == "e"


def _texts(row: tuple[Any, ...]) -> list[str]:
    """Return the texts of a row without empty cells at its end."""
    texts = ["" if cell.value is None or _failed(cell) else _text(cell) for cell in row]
    while texts and not texts[-1].strip():
        texts.pop()
    return texts


def _text(cell: Any) -> str:  # noqa: ANN401
    value = cell.value
    writer = next((write for kind, write in _WRITERS if isinstance(value, kind)), str)
    return _moment(value, cell.number_format) if isinstance(value, datetime | date) else writer(value)


def _moment(value: datetime | date, shown: str) -> str:
    """Return a date as precise as the format of its cell shows it: day, month or year."""
    parts = re.sub(r"\"[^\"]*\"|\[[^\]]*\]", "", shown.casefold())
    if "d" not in parts and "y" in parts:
        return f"{value:%Y-%m}" if "m" in parts else f"{value:%Y}"
    if isinstance(value, datetime) and value.time() != time():
        return value.isoformat(timespec="minutes")
    return f"{value:%Y-%m-%d}"


def _number(value: float) -> str:
    """Return a number with the 15 digits Excel keeps; three decimals get a fourth, so that none reads as thousands."""
    if not math.isfinite(value):
        return str(value)
    digits = format(Decimal(format(value, ".15g")), "f")
    return f"{digits}0" if _THOUSANDS.fullmatch(digits) else digits


def _unescaped(text: str) -> str:
    """Return a text with Excel's way of writing control characters, ``_x000D_``, undone."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


_WRITERS: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (str, _unescaped),
    (bool, lambda value: "true" if value else "false"),
    (int, str),
    (float, _number),
    (time, lambda value: value.isoformat(timespec="minutes")),
    (timedelta, str),
)
