"""Tables of the screen as tables that leave: the same texts, and values for programs."""

from __future__ import annotations

from graph.export.table import Cell, Column, Kind, Table
from views import table

_NUMBERS = {table.Look.NUMBER, table.Look.BAR}


def exported(shown: table.Table, *, caption: str = "") -> Table:
    """Return a table of the screen with exactly its rows; another caption where that of the screen speaks of clicks."""
    kinds = [Kind.NUMBER if column.look in _NUMBERS else Kind.TEXT for column in shown.columns]
    return Table(
        caption or shown.caption,
        tuple(Column(column.header, kind) for column, kind in zip(shown.columns, kinds, strict=True)),
        tuple(tuple(_cell(cell) for cell in row) for row in shown.rows),
        shown.ids,
    )


def _cell(cell: table.Cell | str) -> Cell:
    if isinstance(cell, str):
        return Cell(cell)
    whole = cell.value is not None and cell.value.is_integer()
    return Cell(cell.text, int(cell.value) if whole and cell.value is not None else cell.value)
