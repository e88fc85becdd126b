"""Tables of the screen as tables that leave: the same texts, and the values behind them for programs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import starmap

from graph.export.table import ExportCell, ExportColumn, ExportTable, Value, ValueKind
from views import table
from views.table import Look, Unit

_YEAR = re.compile(r"[0-9]{4}")
_NUMBERS = {Look.NUMBER, Look.BAR}
KINDS = {
    Unit.NONE: ValueKind.NUMBER,
    Unit.EURO: ValueKind.MONEY,
    Unit.SHARE: ValueKind.SHARE,
    Unit.YEAR: ValueKind.YEAR,
}


def exported(shown: table.Table, *, caption: str = "") -> ExportTable:
    """Return a table of the screen with exactly its rows; another caption where that of the screen speaks of clicks."""
    columns = [*zip(*shown.rows, strict=True)] or [()] * len(shown.columns)
    kinds = [_kind(shown, place) for place in range(len(shown.columns))]
    return ExportTable(
        caption or shown.caption,
        tuple(ExportColumn(column.header, kind) for column, kind in zip(shown.columns, kinds, strict=True)),
        tuple(zip(*starmap(_column, zip(columns, kinds, strict=True)), strict=True)),
        shown.ids,
    )


def _kind(shown: table.Table, place: int) -> ValueKind:
    """Return what a column is to a program: what its cells count, if they have numbers."""
    cells = [row[place] for row in shown.rows]
    units = {cell.unit for cell in cells if isinstance(cell, table.Cell) and cell.datum is not None}
    if len(units) == 1:
        return KINDS[units.pop()]
    if shown.columns[place].look is Look.DATE:
        return ValueKind.DATE
    return ValueKind.NUMBER if units or shown.columns[place].look in _NUMBERS else ValueKind.TEXT


def _column(cells: Sequence[table.Cell | str], kind: ValueKind) -> list[ExportCell]:
    """Write the cells of a column; one that stands in many rows, as the name of a funder does, is written once."""
    written = {id(cell): cell for cell in cells}
    made = {key: _cell(cell, kind) for key, cell in written.items()}
    return [made[id(cell)] for cell in cells]


def _cell(cell: table.Cell | str, kind: ValueKind) -> ExportCell:
    if isinstance(cell, str):
        return ExportCell(cell, None if kind is ValueKind.NUMBER else cell)
    return ExportCell(cell.text, _value(cell, kind), cell.target)


def _value(cell: table.Cell, kind: ValueKind) -> Value:
    """Return the number, day or year of a cell; its text where it says more than these, ``None`` for not recorded."""
    if kind is ValueKind.DATE and cell.day is not None:
        return cell.day
    if cell.datum is not None:
        return cell.datum
    if kind is ValueKind.DATE and _YEAR.fullmatch(cell.text):
        return int(cell.text)
    return None if cell.value is None else cell.text
