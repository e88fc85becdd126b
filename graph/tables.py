"""A dataset to the CSV files of the contract; reading them again gives the same dataset."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from graph.dataset import Dataset
from graph.giving_up import ensure_wanted
from graph.money import write_amount
from graph.schema import TABLES, CellKind, ContractTable

# OWASP ASVS 5, 1.2.10: a spreadsheet takes text that begins like this for a formula; reading takes the apostrophe away
FORMULA_LIKE = re.compile(r"'*[=+\-@＝＋－＠]|[\t\r\0]")
_NEGATIVE = re.compile(r"-[0-9]+(?:[.,][0-9]+)?")

_WRITERS: Mapping[CellKind, Callable[[Any], str]] = {
    CellKind.LIST: ";".join,
    CellKind.ACTORS: ";".join,
    CellKind.MONEY: write_amount,
    CellKind.FLAG: lambda value: "ja" if value else "",
}


def write_tables(dataset: Dataset) -> dict[str, bytes]:
    """Write every table as CSV: UTF-8, comma, LF, columns of the contract first, then the extra ones.

    Every tie stands in links.csv with all it says, also those that projects.csv lists, so that nothing depends on
    what holds by default.

    Returns
    -------
    dict
        ``actors.csv`` and so on -> content; `graph.load.load` reads the mapping back.
    """
    frames = {
        "actors": dataset.actors,
        "projects": dataset.projects,
        "links": dataset.ties.drop(columns="id"),
        "sources": dataset.sources,
        "events": dataset.events,
        "identifiers": dataset.identifiers,
        "about": pd.DataFrame({"key": list(dataset.about), "value": list(dataset.about.values())}, dtype=object),
    }
    return {f"{name}.csv": write_table(TABLES[name], frame) for name, frame in frames.items()}


def write_table(table: ContractTable, frame: pd.DataFrame) -> bytes:
    """Write one table."""
    return csv_bytes([str(column) for column in frame.columns], table_texts(table, frame))


def table_texts(table: ContractTable, frame: pd.DataFrame) -> Iterator[tuple[str, ...]]:
    """Return the rows of a table as text, every cell as its file has it but for the apostrophe before formulas."""
    return zip(*(_texts(table, str(column), frame[column]) for column in frame.columns), strict=True)


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[str]], delimiter: str = ",") -> bytes:
    """Write a header and rows of text; none of it can become a formula.

    Parameters
    ----------
    header
        Names of the columns.
    rows
        Cells of each row.
    delimiter
        Character between two cells.
    """
    written = io.StringIO()
    writer = csv.writer(written, delimiter=delimiter, lineterminator="\n")
    writer.writerow([protected(name) for name in header])
    writer.writerows([protected(text) for text in row] for row in rows)
    return written.getvalue().encode()


def protected(text: str) -> str:
    """Return the text with an apostrophe before it if a spreadsheet would take it for a formula; a number is none."""
    ensure_wanted()
    return f"'{text}" if FORMULA_LIKE.match(text) and not _NEGATIVE.fullmatch(text) else text


def _texts(table: ContractTable, name: str, values: pd.Series) -> list[str]:
    cells = {column.name: column.cell for column in table.columns}
    write = _WRITERS.get(cells.get(name, CellKind.TEXT), str)
    return [write(value) for value in values]
