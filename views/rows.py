"""Rows of the data, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd


def rows_of(table: pd.DataFrame) -> Iterator[Any]:
    """Rows of a table of `graph.dataset.Dataset`: ``row.name`` is the cell of the column ``name``."""
    return iter(table.itertuples())
