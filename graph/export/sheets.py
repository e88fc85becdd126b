"""The tables an exhibit leaves as, in a workbook or as CSV."""

from __future__ import annotations

from typing import Any

from graph.export.exhibit import Exhibit
from graph.export.pictures import Matrix
from graph.export.table import ExportCell, ExportColumn, ExportTable


def tables_of(exhibit: Exhibit) -> tuple[ExportTable, ...]:
    """Tables of an exhibit, its matrix first."""
    if isinstance(exhibit.picture, Matrix):
        return (_of_matrix(exhibit.title, exhibit.picture), *exhibit.tables)
    return exhibit.tables


def _of_matrix(title: str, matrix: Matrix) -> ExportTable:
    columns = (
        ExportColumn(matrix.header or matrix.corner),
        *(ExportColumn(column, matrix.kind) for column in matrix.columns),
    )
    rows = tuple(
        (
            ExportCell(row.header),
            *(ExportCell(text, value) for text, value in zip(row.cells, _values(row.values, row.cells), strict=True)),
        )
        for row in matrix.rows
    )
    return ExportTable(title, columns, rows)


def _values(values: tuple[Any, ...], cells: tuple[str, ...]) -> tuple[Any, ...]:
    return values or (None,) * len(cells)
