"""Facts on the dataset are understood as what they say, like the cells of other tables."""

from __future__ import annotations

from graph.dates import UnreadableDateError
from graph.issue import Issue
from graph.reading.date_forms import read_date, suggest_date
from graph.reading.rows import Tables
from graph.schema import CellKind, fact_of


def check_facts(tables: Tables) -> tuple[Tables, list[Issue]]:
    """Read days as other dates are read; what is no date is reported and not recorded."""
    about = tables["about"]
    values, issues = list(about.columns["value"]), []
    for row, key in enumerate(about.columns["key"]):
        if fact_of(key).cell is CellKind.DATE:
            text = values[row]
            try:
                values[row] = read_date(text)
            except UnreadableDateError:
                issues.append(about.finding("unreadable-date", row, "value", value=text, hint=suggest_date(text)))
                values[row] = ""
    return {**tables, "about": about.having({"value": values})}, issues
