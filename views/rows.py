"""Rows of the data, one after the other."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Iterator
from typing import Any

import pandas as pd

from graph.dataset import unpacked


def rows_of(table: pd.DataFrame) -> Iterator[Any]:
    """Rows of a table of `graph.dataset.Dataset`: ``row.name`` is the cell of the column ``name``.

    Columns are unpacked as wholes: a column of texts is read cell by cell ten times as slowly.
    """
    named: Any = namedtuple  # typed for names that are written down; here the columns vary
    row = named("Row", [*map(str, table.columns)], rename=True)
    return map(row._make, unpacked(table, *table.columns))
