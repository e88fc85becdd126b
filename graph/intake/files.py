"""A translation as files: a table of the contract each, and the report."""

from __future__ import annotations

import json

from graph.intake.convert import Translation
from graph.reading.header import table_of
from graph.tables import csv_bytes

REPORT = "report.json"


def files_of(translation: Translation) -> dict[str, bytes]:
    """Return ``actors.csv`` and so on, and ``report.json``."""
    return {**tables_of(translation), REPORT: report_of(translation)}


def tables_of(translation: Translation) -> dict[str, bytes]:
    """Return the tables as CSV; `graph.load.load` reads them."""
    tables = {}
    for sheet in translation.reading.sheets:
        table = table_of(sheet.name, sheet.header)
        name = table.name if table else sheet.name
        tables[f"{name}.csv"] = csv_bytes(sheet.header, sheet.rows)
    return tables


def report_of(translation: Translation) -> bytes:
    """Return the report as JSON."""
    return (json.dumps(translation.report.as_json(), ensure_ascii=False, indent=2) + "\n").encode()
