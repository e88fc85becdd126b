"""What a row is recognised by: its own id, or what it cannot be without, such as the ends and the kind of a tie."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

from graph.reading.cells import understand
from graph.reading.check.identity import fold
from graph.reading.rows import Rows
from graph.schema import CellKind, ContractTable
from store.entries import KEYS

# columns that tell rows of a table apart beside those it cannot be without: a project has several events
_MORE: Mapping[str, tuple[str, ...]] = {"events": ("label",)}

Values = Mapping[str, list[Any]]


def naming(table: ContractTable) -> tuple[str, ...]:
    """Return the columns whose texts name a row."""
    if table.name in KEYS:
        return (KEYS[table.name],)
    more = _MORE.get(table.name, ())
    return tuple(column.name for column in table.columns if column.required or column.name in more)


def values_of(rows: Rows) -> Values:
    """Return the understood values of the columns that are more than text."""
    understood, _ = understand(rows)
    return {column: cells for column, cells in understood.columns.items() if cells is not rows.columns[column]}


def names_of(rows: Rows, values: Values) -> list[Hashable]:
    """Return the name of each row of a table; rows of one name may be the same.

    Ids that differ in case are those of two rows, references to them are not; a kind is the same whatever word says it.
    """
    if rows.table.name in KEYS:
        return [str(text) for text in rows.columns[KEYS[rows.table.name]]]
    codes = {column.name for column in rows.table.columns if column.cell is CellKind.CODE}
    read = []
    for column in naming(rows.table):
        folded = [fold(str(text)) for text in rows.columns[column]]
        known = values[column] if column in codes else folded
        read.append([code or text for code, text in zip(known, folded, strict=True)])
    return list(zip(*read, strict=True))
