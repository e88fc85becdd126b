"""A column beside the rows of a table that a source tips, and only where there is such a row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from graph.evidence.firmness import UNCONFIRMED
from graph.evidence.rows import Row
from views.address.filters import source_title
from views.table import Cell, Column, Table
from views.view import View

_LONGEST = 40  # characters of the title of a source in a cell


def with_row_marks(view: View, table: Table, rows: Iterable[Row]) -> Table:
    """Say beside each row without which source its rank or membership would be another one.

    Parameters
    ----------
    view
        What is asked; without marks, or where they tip no row, the table stays as it is.
    table
        Without the column.
    rows
        What each row of the table is to `graph.evidence.rows.ROWS`.
    """
    marks = view.marks.rows if view.marks else {}
    tipping = [marks.get(row, ()) for row in rows]
    if not any(tipping):
        return table
    cells = [Cell(row_mark(view, sources), float(len(sources)) if sources else None) for sources in tipping]
    return replace(
        table,
        columns=(*table.columns, Column(view.t("evidence.row.header"))),
        rows=tuple((*row, cell) for row, cell in zip(table.rows, cells, strict=True)),
    )


def row_mark(view: View, sources: tuple[str, ...]) -> str:
    """Name the one thing without which a row would be another one, else count them; ``""`` for none."""
    t, named = view.t, [source for source in sources if source != UNCONFIRMED]
    if not named:
        return t("evidence.row.unconfirmed") if sources else ""
    return t.count("evidence.row.tips", len(named), source=source_title(view, named[0], _LONGEST))
