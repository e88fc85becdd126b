"""Everything that is checked, in order: steps that leave out what cannot be used, then rules that only look.

A step takes and returns all tables and never changes what it is given. A new rule is a function and one line here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from graph.issue import Issue
from graph.reading.cells import understand
from graph.reading.check.amounts import check_amounts
from graph.reading.check.facts import check_facts
from graph.reading.check.identity import identify
from graph.reading.check.links import check_links
from graph.reading.check.names import check_names
from graph.reading.check.periods import check_periods
from graph.reading.check.references import resolve
from graph.reading.check.regranting import check_regranting
from graph.reading.check.texts import check_sources, check_texts
from graph.reading.check.years import check_short_years, check_years
from graph.reading.findings import Findings
from graph.reading.rows import Tables

Step = Callable[[Tables], tuple[Tables, list[Issue]]]
Rule = Callable[[Tables], Iterator[Issue]]


def understand_cells(tables: Tables) -> tuple[Tables, list[Issue]]:
    """Turn the texts of every table into values."""
    understood = {name: understand(rows) for name, rows in tables.items()}
    issues = [issue for _, found in understood.values() for issue in found]
    issues += check_short_years(tables)
    return {name: rows for name, (rows, _) in understood.items()}, issues


STEPS: tuple[Step, ...] = (identify, understand_cells, resolve, check_links, check_periods, check_amounts, check_facts)
RULES: tuple[Rule, ...] = (check_names, check_texts, check_sources, check_years, check_regranting)


def every(_issue: Issue) -> bool:
    """Want every finding."""
    return True


def check(tables: Tables, wanted: Callable[[Issue], bool] = every) -> tuple[Tables, list[Issue]]:
    """Return the usable rest of the tables with values instead of texts, and all findings, or those that are wanted."""
    findings = Findings()
    for step in STEPS:
        tables, found = step(tables)
        findings.add(filter(wanted, found))
    for rule in RULES:
        findings.add(filter(wanted, rule(tables)))
    return tables, findings.all()
