"""Columns of amounts against the total under them; no total is proposed, but it says whether a column was read in full."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from graph.extraction.money import FoundAmount, find_amounts
from graph.extraction.tables.cells import cell_amount
from graph.extraction.tables.roles import SUM, ColumnRole
from graph.extraction.tables.table import PaperTable
from graph.money import Money

BELOW = 300  # characters from the last amount of a table to its total


def checked_sums(text: str, tables: Sequence[PaperTable]) -> Mapping[int, bool]:
    r"""Return where each amount of a column with a total begins, and whether the column adds up to it.

    >>> from graph.extraction.reading import read_paper
    >>> from graph.extraction.tables import tables_of
    >>> text = "Projekt\tKosten\nRadweg Au\t10 €\nRadweg Bo\t20 €\nSumme\t30 €\n"
    >>> checked_sums(text, tables_of(read_paper(text)))
    {25: True, 40: True}
    """
    found: dict[int, bool] = {}
    for table in tables:
        columns = _columns(table)
        totals = _totals(text, columns)
        if len(totals) == len(columns):
            for column, total in zip(columns, totals, strict=True):
                found |= {amount.start: sum(one.euro for one in column) == total for amount in column}
    return found


def _columns(table: PaperTable) -> list[list[FoundAmount]]:
    """Return the amounts under each header, two at the least."""
    columns: dict[str, list[FoundAmount]] = {}
    for row in table.rows:
        for cell in row.others:
            amount = cell_amount(cell, table.unit) if cell.role is ColumnRole.MONEY else None
            if amount is not None:
                columns.setdefault(cell.header, []).append(amount)
    return [column for column in columns.values() if len(column) > 1]


def _totals(text: str, columns: Sequence[Sequence[FoundAmount]]) -> list[Money]:
    """Return the amounts beside or below the word for a sum, one for each column."""
    last = max((amount.end for column in columns for amount in column), default=0)
    for start, end in _lines(text, last):
        if last and SUM.match(text, start, end):
            following = text.find("\n\n", end)
            stop = min(len(text) if following < 0 else following, start + BELOW)
            return [amount.euro for amount in find_amounts(text[start:stop])][: len(columns)]
    return []


def _lines(text: str, start: int) -> Iterator[tuple[int, int]]:
    for line in re.compile(r"[^\n]+").finditer(text, start, start + BELOW):
        yield line.span()
