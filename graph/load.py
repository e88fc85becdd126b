"""From a folder of CSV files to a report: the dataset and everything found on the way."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pandas as pd

from graph.dataset import Dataset
from graph.issue import Report
from graph.money import read_amount
from graph.schema import TABLES, Cell, Table
from graph.ties import tie_columns

_OBJECTS = frozenset({Cell.LIST, Cell.ACTORS, Cell.MONEY, Cell.FLAG})


def load(source: str | Path) -> Report:
    """Read a folder of CSV files into a dataset."""
    columns = {table.name: _read(Path(source) / f"{table.name}.csv", table) for table in TABLES.values()}
    ties = tie_columns(columns["links"], columns["projects"])
    about = dict(zip(columns["about"]["key"], columns["about"]["value"], strict=True))
    frames = {name: _frame(columns[name]) for name in ("actors", "projects", "sources", "events")}
    return Report(Dataset(**frames, ties=_frame(ties), about=about))


def _read(path: Path, table: Table) -> dict[str, list[Any]]:
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig")))) if path.exists() else []
    columns: dict[str, list[Any]] = {}
    for column in table.columns:
        columns[column.name] = [_value(row.get(column.name) or "", column.cell) for row in rows]
    return columns


def _value(text: str, cell: Cell) -> Any:  # noqa: ANN401
    if cell in {Cell.LIST, Cell.ACTORS}:
        return tuple(part.strip() for part in text.split(";") if part.strip())
    if cell is Cell.MONEY:
        return read_amount(text)
    if cell is Cell.FLAG:
        return text in {"yes", "true", "ja"}
    return text.strip()


def _frame(columns: dict[str, list[Any]]) -> pd.DataFrame:
    objects = {c.name for table in TABLES.values() for c in table.columns if c.cell in _OBJECTS}
    return pd.DataFrame(
        {name: pd.Series(values, dtype=object if name in objects else "str") for name, values in columns.items()}
    )
