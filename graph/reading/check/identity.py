"""Rows must be nameable: ids are there, unique and safe to refer to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import chain

from graph.issue import Issue
from graph.reading.rows import Rows, Tables
from graph.schema import CellKind

_KEY_COLUMNS = {"actors": "id", "projects": "id", "sources": "id", "about": "key"}
_ELEMENTS = ("actors", "projects")
# list cells, ids of ties and their numbering use these characters
_UNSAFE = re.compile(r"[;>#\n]")


def fold(text: str) -> str:
    """Return what ids and names are compared by; the original is kept."""
    return unicodedata.normalize("NFKC", text).casefold()


def identify(tables: Tables) -> tuple[Tables, list[Issue]]:
    """Leave out rows without an id or another value they are nothing without, and the second of equal ids.

    A row without a name gets its id as name.
    """
    checked, issues = {}, []
    for name, rows in tables.items():
        dropped, found = _unusable(rows)
        issues += found
        checked[name] = rows.without(dropped)
    for name, key in _KEY_COLUMNS.items():
        dropped, found = _repeated(checked[name], key)
        issues += found
        checked[name] = checked[name].without(dropped)
    dropped, found = _in_two_tables(checked)
    checked["projects"] = checked["projects"].without(dropped)
    for name in _ELEMENTS:
        issues += chain(_clashing(checked[name]), _unsafe(checked[name]), _unnamed(checked[name]))
        checked[name] = _named(checked[name])
    return checked, [*issues, *found]


def _unusable(rows: Rows) -> tuple[list[int], list[Issue]]:
    """Find rows that lack a required value, apart from a name; a column that is missing is reported once."""
    dropped, issues = [], []
    required = [column for column in rows.table.columns if column.required and column.name != "name"]
    for row in range(len(rows)):
        lacking = [column for column in required if not rows.columns[column.name][row]]
        if lacking:
            dropped.append(row)
        for column in lacking:
            if column.name in rows.headers:
                code = "missing-id" if column.cell is CellKind.ID else "missing-value"
                issues.append(rows.finding(code, row, column.name))
    return dropped, issues


def _repeated(rows: Rows, key: str) -> tuple[list[int], list[Issue]]:
    first: dict[str, int] = {}
    dropped, issues = [], []
    for row, name in enumerate(rows.columns[key]):
        if first.setdefault(name, row) != row:
            dropped.append(row)
            issues.append(rows.finding("duplicate-id", row, key, value=name, hint=str(rows.lines[first[name]])))
    return dropped, issues


def _in_two_tables(tables: Tables) -> tuple[list[int], list[Issue]]:
    """Find projects called like an actor: both are elements of one network."""
    actors, projects = tables["actors"], tables["projects"]
    known = set(actors.columns["id"])
    dropped = [row for row, name in enumerate(projects.columns["id"]) if name in known]
    hint = actors.file
    return dropped, [
        projects.finding("id-in-two-tables", row, "id", value=projects.columns["id"][row], hint=hint) for row in dropped
    ]


def _clashing(rows: Rows) -> Iterator[Issue]:
    """Report ids that differ only in case or in the form of a letter."""
    first: dict[str, str] = {}
    for row, name in enumerate(rows.columns["id"]):
        other = first.setdefault(fold(name), name)
        if other != name:
            yield rows.finding("case-clash", row, "id", value=name, hint=other)


def _unsafe(rows: Rows) -> Iterator[Issue]:
    for row, name in enumerate(rows.columns["id"]):
        if _UNSAFE.search(name):
            yield rows.finding("unsafe-id", row, "id", value=name, hint=_UNSAFE.sub("-", name))


def _unnamed(rows: Rows) -> Iterator[Issue]:
    if "name" in rows.headers:
        for row, name in enumerate(rows.columns["name"]):
            if not name:
                yield rows.finding("missing-name", row, "name", hint=rows.columns["id"][row])


def _named(rows: Rows) -> Rows:
    ids: Sequence[str] = rows.columns["id"]
    return rows.having({"name": [name or own for name, own in zip(rows.columns["name"], ids, strict=True)]})
