"""Sheets become tables: which is which, and what is missing."""

from __future__ import annotations

from graph.issue import Issue
from graph.reading.codes import CODES, Effect, finding
from graph.reading.content import shown
from graph.reading.header import table_of
from graph.reading.read import bare_name
from graph.reading.rows import Rows, Tables, arrange, no_rows
from graph.reading.sheet import SheetReading
from graph.schema import TABLES


def assigned(reading: SheetReading) -> tuple[Tables, list[Issue]]:
    """Assign sheets to tables; the first of two sheets for one table counts.

    A sheet is a table when its name says so or at least half of its headers are known, see `table_of`. Any other one
    is a warning, and that a table is missing is only said where some other table was found: a file that is something
    else was never meant to be one of two.
    """
    tables: dict[str, Rows] = {}
    issues: list[Issue] = []
    for sheet in reading.sheets:
        table = table_of(sheet.name, sheet.header)
        if table is None:
            issues.append(finding("unknown-table", sheet.file, value=shown(sheet.header), hint=", ".join(TABLES)))
        elif table.name in tables:
            first = tables[table.name].file
            issues.append(finding("duplicate-table", sheet.file, value=table.name, hint=first))
        else:
            tables[table.name], found = arrange(sheet, table)
            issues += found
    refused = [issue.file for issue in reading.issues if CODES[issue.code].effect is Effect.TABLE]
    # a file that was there and refused is not missing too, and nothing is missing from what was never a dataset
    handed_in = bool(refused or reading.sheets)
    excused = set(TABLES) if handed_in and not tables else set(map(_table_name, refused))
    issues += [
        finding("missing-file", f"{table.name}.csv", value=table.name)
        for table in TABLES.values()
        if table.required and table.name not in {*tables, *excused}
    ]
    return {name: tables[name] if name in tables else no_rows(table) for name, table in TABLES.items()}, issues


def _table_name(file: str) -> str:
    table = table_of(bare_name(file), ())
    return table.name if table else ""
