"""Periods must not end before they start."""

from __future__ import annotations

from graph.dates import bounds
from graph.issue import Issue
from graph.reading.rows import Rows, Tables


def check_periods(tables: Tables) -> tuple[Tables, list[Issue]]:
    """Leave out ends whose last possible day is before the first possible day of the start."""
    checked, issues = {}, []
    for name, rows in tables.items():
        checked[name], found = _ended(rows) if "end" in rows.columns else (rows, [])
        issues += found
    return checked, issues


def _ended(rows: Rows) -> tuple[Rows, list[Issue]]:
    issues = []
    ends = list(rows.columns["end"])
    for row, start in enumerate(rows.columns["start"]):
        if start and ends[row] and _is_before(ends[row], start):
            issues.append(rows.finding("end-before-start", row, "end", value=ends[row], hint=start))
            ends[row] = ""
    return rows.having({"end": ends}), issues


def _is_before(end: str, start: str) -> bool:
    first, last = bounds(start)[0], bounds(end)[1]
    return first is not None and last is not None and last < first
