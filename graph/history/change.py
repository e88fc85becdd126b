"""What changed between two states of the data, field by field, and how to get from one to the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

import pandas as pd

from graph.dataset import Dataset
from graph.dates import bounds
from graph.vocabulary import Status

Row = Mapping[str, Any]

# Tables that are compared; a row of events has no id of its own
COMPARED = ("actors", "projects", "ties", "events", "sources")

_OVER = frozenset({Status.COMPLETED, Status.CANCELLED})
_EVENT_KEY = ("project_id", "label", "start", "end")


class ChangeKind(StrEnum):
    """What happened to a row."""

    NEW = "new"
    CHANGED = "changed"
    ENDED = "ended"  # completed or cancelled since, or its last day has passed
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after; ``""`` where a table has no such column."""

    column: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one row.

    Attributes
    ----------
    kind
        See `ChangeKind`.
    table
        Name in `COMPARED`.
    id
        Id of the row; for an event, project, label and dates.
    elements
        Actors and projects concerned: the row itself, the two ends of a tie, the project of an event.
    fields
        What differs; empty for new and removed rows, and where only time has passed.
    row
        The row as it is now, or as it last was when removed.
    """

    kind: ChangeKind
    table: str
    id: str
    elements: tuple[str, ...]
    fields: tuple[FieldChange, ...]
    row: Row


@dataclass(frozen=True, slots=True)
class Shape:
    """Order of the rows and columns of a table, with the columns' dtypes."""

    keys: tuple[str, ...]
    columns: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Diff:
    """The way from an older state to a newer one.

    Attributes
    ----------
    older, newer
        As-of dates of the two states, EDTF or ``""``.
    changes
        By table in the order of `COMPARED`, then by kind, then in the order of the rows.
    about
        The facts about the newer state.
    about_fields
        What differs in the facts about the dataset.
    shapes
        Shape of each table of the newer state.
    """

    older: str
    newer: str
    changes: tuple[Change, ...]
    about: Mapping[str, str]
    about_fields: tuple[FieldChange, ...]
    shapes: Mapping[str, Shape]

    @property
    def empty(self) -> bool:
        """Whether nothing a reader would call a change happened; another order of rows is none."""
        return not self.changes and not self.about_fields

    def of(self, table: str, kind: ChangeKind) -> tuple[Change, ...]:
        """Pick the changes of one table and kind."""
        return tuple(change for change in self.changes if (change.table, change.kind) == (table, kind))


def compare_states(older: Dataset, newer: Dataset) -> Diff:
    """Find what is new, changed, ended and removed; ids identify rows."""
    period = bounds(older.as_of)[1], bounds(newer.as_of)[1]
    tables = {name: (keyed_rows(older, name), keyed_rows(newer, name)) for name in COMPARED}
    return Diff(
        older=older.as_of,
        newer=newer.as_of,
        changes=tuple(
            change for name, (before, after) in tables.items() for change in _changes(name, before, after, *period)
        ),
        about=dict(newer.about),
        about_fields=_fields(older.about, newer.about),
        shapes={name: _shape(getattr(newer, name), after) for name, (_, after) in tables.items()},
    )


def apply_diff(diff: Diff, older: Dataset) -> Dataset:
    """Give the newer state, when the diff was made from this older one."""
    frames = {name: _applied(diff, name, keyed_rows(older, name)) for name in COMPARED}
    return Dataset(**frames, about=diff.about)


def keyed_rows(dataset: Dataset, table: str) -> dict[str, Row]:
    """Rows of a table by id, in order; an id that occurs again gets a number."""
    rows = getattr(dataset, table).to_dict("records")
    keys = [_key(table, row) for row in rows]
    return dict(zip(_numbered(keys), rows, strict=True))


def _key(table: str, row: Row) -> str:
    return " ".join(str(row[name]) for name in _EVENT_KEY) if table == "events" else str(row["id"])


def _numbered(keys: Iterable[str]) -> list[str]:
    seen: Counter[str] = Counter()
    numbered = []
    for key in keys:
        seen[key] += 1
        numbered.append(key if seen[key] == 1 else f"{key}\x1f{seen[key]}")
    return numbered


def _changes(
    table: str, before: Mapping[str, Row], after: Mapping[str, Row], since: date | None, until: date | None
) -> list[Change]:
    removed = [_change(ChangeKind.REMOVED, table, key, row) for key, row in before.items() if key not in after]
    new = [_change(ChangeKind.NEW, table, key, row) for key, row in after.items() if key not in before]
    kept = []
    for key in (key for key in after if key in before):
        fields = _fields(before[key], after[key])
        ended = _has_ended(before[key], after[key], since, until)
        if fields or ended:
            kind = ChangeKind.ENDED if ended else ChangeKind.CHANGED
            kept.append(_change(kind, table, key, after[key], fields))
    order = list(ChangeKind)
    return sorted((*new, *kept, *removed), key=lambda change: order.index(change.kind))


def _change(kind: ChangeKind, table: str, key: str, row: Row, fields: tuple[FieldChange, ...] = ()) -> Change:
    return Change(kind, table, key, _elements(table, row), fields, row)


def _elements(table: str, row: Row) -> tuple[str, ...]:
    columns = {"ties": ("from_id", "to_id"), "events": ("project_id",), "sources": ()}
    return tuple(row[name] for name in columns.get(table, ("id",)))


def _fields(before: Row, after: Row) -> tuple[FieldChange, ...]:
    columns = dict.fromkeys((*before, *after))
    pairs = ((name, before.get(name, ""), after.get(name, "")) for name in columns)
    return tuple(FieldChange(str(name), old, new) for name, old, new in pairs if old != new)


def _has_ended(before: Row, after: Row, since: date | None, until: date | None) -> bool:
    if after.get("status") in _OVER and before.get("status") not in _OVER:
        return True
    if since is None or until is None or "end" not in after or after.get("status") in _OVER:
        return False
    last = bounds(after["end"])[1]
    return last is not None and since <= last < until


def _shape(table: pd.DataFrame, rows: Mapping[str, Row]) -> Shape:
    return Shape(tuple(rows), tuple((str(name), str(dtype)) for name, dtype in table.dtypes.items()))


def _applied(diff: Diff, table: str, older: Mapping[str, Row]) -> pd.DataFrame:
    changes = {change.id: change for change in diff.changes if change.table == table}
    shape = diff.shapes[table]
    rows = [_row_after(older.get(key), changes.get(key)) for key in shape.keys]
    return pd.DataFrame(
        {name: pd.Series([row.get(name, "") for row in rows], dtype=dtype) for name, dtype in shape.columns}
    )


def _row_after(before: Row | None, change: Change | None) -> Row:
    if before is None:
        return change.row if change else {}
    if change is None:
        return before
    return {**before, **{field.column: field.new for field in change.fields}}
