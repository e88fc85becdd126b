"""From files to a report: the usable dataset, and everything found on the way. Content never raises."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from graph.dataset import Dataset
from graph.issue import Issue, Report
from graph.reading.check import check
from graph.reading.codes import finding
from graph.reading.findings import Findings
from graph.reading.limits import Extent
from graph.reading.rows import Tables, no_rows
from graph.reading.sources import Source, read_source
from graph.reading.tables import assigned
from graph.schema import TABLES, CellKind, fact_of
from graph.ties import tie_columns

_OBJECTS = frozenset({CellKind.LIST, CellKind.ACTORS, CellKind.MONEY, CellKind.FLAG})
_OBJECT_COLUMNS = frozenset(
    column.name for table in TABLES.values() for column in table.columns if column.cell in _OBJECTS
)


def load(source: Source, extent: Extent | None = None) -> Report:
    """Read, check and merge the tables of a dataset.

    Parameters
    ----------
    source
        Path of a folder, an archive (.zip), a workbook (.xlsx, .ods) or a CSV file, or uploaded files by name:
        ``{"actors.csv": ..., "daten.xlsx": ...}``. Which table a file is follows from its name, else its headers.
    extent
        How much text of a table is read, by default what `graph.reading.limits` says for folders, and less of single
        and uploaded files.

    Returns
    -------
    The dataset of all valid rows, and all findings in the order of files and lines. Nothing is raised: what cannot
    be read is a finding, and its table is empty.
    """
    reading = read_source(source, extent)
    tables, issues = assigned(reading)
    checked, found = check(tables)
    findings = Findings()
    findings.add((*reading.issues, *issues, *found))
    found_tables = tuple(name for name, rows in tables.items() if rows.headers)
    return Report(_dataset(checked), in_order(findings.all(), checked), found_tables)


def refusal(code: str, file: str) -> Report:
    """Return the report on files of which nothing can be read."""
    checked, _ = check({name: no_rows(table) for name, table in TABLES.items()})
    return Report(_dataset(checked), [finding(code, file)])


def _dataset(tables: Tables) -> Dataset:
    frames = {name: frame(tables[name].columns) for name in ("actors", "projects", "sources", "events", "identifiers")}
    ties = frame(tie_columns(tables["links"].columns, tables["projects"].columns))
    keys, values = tables["about"].columns["key"], tables["about"].columns["value"]
    about = {fact_of(key).name: value for key, value in zip(keys, values, strict=True)}
    return Dataset(**frames, ties=ties, about=about)


def frame(columns: Mapping[str, Sequence[Any]]) -> pd.DataFrame:
    """Return columns as a frame: text as ``str``, lists, amounts and flags as objects."""
    return pd.DataFrame(
        {
            name: pd.Series(list(cells), dtype=object if name in _OBJECT_COLUMNS else "str")
            for name, cells in columns.items()
        }
    )


def in_order(issues: Sequence[Issue], tables: Tables) -> list[Issue]:
    """Sort findings by file, in the order of the tables, then by line."""
    files = {rows.file: place for place, rows in enumerate(tables.values())}
    return sorted(issues, key=lambda issue: (files.get(issue.file, -1), issue.line))
