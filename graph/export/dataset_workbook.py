"""The whole dataset as one workbook, a sheet for each table; reading it gives the same dataset."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Any

import pandas as pd
from xlsxwriter.worksheet import Worksheet

from graph.dataset import Dataset, unpacked
from graph.export.book import opened
from graph.export.plain import clean
from graph.export.xlsx import FIRST_DAY, number, write_text
from graph.giving_up import Buffer
from graph.history.activity import as_of_day
from graph.schema import TABLES, CellKind, ContractTable
from graph.tables import protected, table_texts

_UNDATED = date(2000, 1, 1)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def dataset_workbook(dataset: Dataset) -> bytes:
    """Write every table: full dates as dates, amounts as numbers, all else as text.

    A partial date (``2021-10``, ``2021~``) stays text, since a spreadsheet would make a day of it. Texts longer than a
    cell of Excel (32,767 characters) are cut; CSV has no such limit.
    """
    written = Buffer()
    about = pd.DataFrame({"key": list(dataset.about), "value": list(dataset.about.values())}, dtype=object)
    frames = {
        "actors": dataset.actors,
        "projects": dataset.projects,
        "links": dataset.ties.drop(columns="id"),
        "sources": dataset.sources,
        "events": dataset.events,
        "identifiers": dataset.identifiers,
        "about": about,
    }
    with opened(written) as book:
        # dated by the data and not by the clock, so that the same data are the same bytes
        book.set_properties({"created": datetime.combine(as_of_day(dataset) or _UNDATED, time(12))})
        looks = {
            "head": book.add_format({"bold": True, "bottom": 1, "num_format": "@"}),
            "text": book.add_format({"num_format": "@"}),
            "date": book.add_format({"num_format": "yyyy-mm-dd"}),
        }
        for name, frame in frames.items():
            _write(book.add_worksheet(name), TABLES[name], frame, looks)
    return written.getvalue()


def _write(sheet: Worksheet, table: ContractTable, frame: pd.DataFrame, looks: dict[str, Any]) -> None:
    names = [str(name) for name in frame.columns]
    cells = {column.name: column.cell for column in table.columns}
    for place, name in enumerate(names):
        write_text(sheet, (0, place), _kept(clean(name)), looks["head"])
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, max(len(names) - 1, 0), 22)
    values = unpacked(frame, *names)
    for row, (texts, raw) in enumerate(zip(table_texts(table, frame), values, strict=True), 1):
        for place, (name, text, value) in enumerate(zip(names, texts, raw, strict=True)):
            _write_cell(sheet, (row, place), cells.get(name, CellKind.TEXT), (text, value), looks)


def _write_cell(
    sheet: Worksheet, at: tuple[int, int], cell: CellKind, content: tuple[str, object], looks: dict[str, Any]
) -> None:
    text, value = content
    if not text:
        return
    if cell is CellKind.DATE and _DAY.fullmatch(text) and (day := date.fromisoformat(text)) >= FIRST_DAY:
        sheet.write_datetime(*at, day, looks["date"])
    elif cell is CellKind.MONEY and (plain := number(value)) is not None:
        sheet.write_number(*at, plain)
    else:
        write_text(sheet, at, _kept(clean(text)), looks["text"])


def _kept(text: str) -> str:
    """Return the text with another apostrophe if reading would take away the one it begins with."""
    return protected(text) if text.startswith("'") else text
