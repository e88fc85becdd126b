"""What a form needs to know of a column: its record, and what the data say in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from graph.reading.cells import parts
from graph.schema import TABLES, CellKind, ContractColumn
from views.address.codec import slug
from views.view import View

_SEVERAL = (CellKind.LIST, CellKind.ACTORS, CellKind.REFERENCE)
_LONG = ("name", "title", "description", "note", "value")


def column_of(table: str, name: str) -> ContractColumn:
    """Return a column of the contract; one beyond it holds text."""
    return next((column for column in TABLES[table].columns if column.name == name), ContractColumn(name))


def contract(table: str) -> tuple[ContractColumn, ...]:
    """Columns of the contract."""
    return TABLES[table].columns


def values_of(view: View, table: str, column: str) -> list[str]:
    """Everything the data say in a column, sorted; both tables of elements share their words.

    Parameters
    ----------
    view
        What is asked, of which data and in which language.
    table
        Name of the table.
    column
        Name of the column.
    """
    frames = {name: getattr(view.whole, name) for name in ("actors", "projects", "sources", "events", "identifiers")}
    asked = (frames["actors"], frames["projects"]) if column in ("kompetenzfelder", "location") else (frames[table],)
    cells = (cell for frame in asked if column in frame for cell in frame[column])
    values = {value for cell in cells for value in (cell if isinstance(cell, tuple) else (cell,))}
    return sorted((value for value in values if value), key=slug)


def joined(values: Iterable[str]) -> str:
    """Return several values as the text of one cell."""
    return ";".join(dict.fromkeys(part for value in values for part in parts(value)))


def told_apart(names: Mapping[str, str]) -> dict[str, str]:
    """Return names by id, with the id after a name that several have: a list knows its entries by what it shows."""
    often = Counter(names.values())
    return {id: name if often[name] == 1 else f"{name} ({id})" for id, name in names.items()}


def is_wide(column: ContractColumn) -> bool:
    """Whether a column holds much: a name, a longer text, or several values."""
    return column.cell in _SEVERAL or column.name in _LONG
