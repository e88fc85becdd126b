"""What changed between two states of the data, field by field, and how to get from one to the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

import pandas as pd

from graph.dataset import Dataset
from graph.dates import reach
from graph.history.statements import Row, Said, as_recorded, matches, same, statements, subject_words
from graph.vocabulary import Status

# Tables that are compared; a row of events has no id of its own
COMPARED = ("actors", "projects", "ties", "events", "sources", "identifiers")

_OVER = frozenset({Status.COMPLETED, Status.CANCELLED})


class ChangeKind(StrEnum):
    """What happened to a row."""

    NEW = "new"
    CHANGED = "changed"
    ENDED = "ended"  # completed or cancelled since, or its last day has passed
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class ValueChange:
    """One field before and after; ``""`` where a table has no such column."""

    column: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class RowChange:
    """What happened to one row.

    Attributes
    ----------
    kind
        See `ChangeKind`.
    table
        Name in `COMPARED`.
    id
        Id of the row; for an event, project, label and dates; for an identifier, actor, scheme and value.
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
    fields: tuple[ValueChange, ...]
    row: Row


@dataclass(frozen=True, slots=True)
class TableShape:
    """How the newer table is made from the older one.

    Attributes
    ----------
    origins
        For each row of the newer table its place in the older one; ``None`` for a new row.
    rewritten
        Place in the newer table -> the cells that say the same as before in another form or place.
    changes
        Place in the newer table -> what happened to the row.
    columns
        Names and dtypes of the newer table.
    """

    origins: tuple[int | None, ...]
    rewritten: Mapping[int, Mapping[str, Any]]
    changes: Mapping[int, RowChange]
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
        What differs in the facts about the dataset; that a later state has a later date is no change.
    shapes
        Shape of each table of the newer state.
    """

    older: str
    newer: str
    changes: tuple[RowChange, ...]
    about: Mapping[str, str]
    about_fields: tuple[ValueChange, ...]
    shapes: Mapping[str, TableShape]

    @property
    def empty(self) -> bool:
        """Whether nothing a reader would call a change happened; another order or place of a statement is none."""
        return not self.changes and not self.about_fields

    def of(self, table: str, kind: ChangeKind) -> tuple[RowChange, ...]:
        """Pick the changes of one table and kind."""
        return tuple(change for change in self.changes if (change.table, change.kind) == (table, kind))


def compare_states(older: Dataset, newer: Dataset) -> Diff:
    """Find what is new, changed, ended and removed between two states.

    What the rows say is compared, not where and in which order it stands: see `graph.history.statements`.
    """
    period = reach(older.as_of)[1], reach(newer.as_of)[1]
    compared = {name: _compared(older, newer, name, *period) for name in COMPARED}
    return Diff(
        older=older.as_of,
        newer=newer.as_of,
        changes=tuple(change for changes, _ in compared.values() for change in changes),
        about=dict(newer.about),
        about_fields=_fields(older.about, newer.about, without=frozenset({"as_of"})),
        shapes={name: shape for name, (_, shape) in compared.items()},
    )


def apply_diff(diff: Diff, older: Dataset) -> Dataset:
    """Give the newer state, when the diff was made from this older one."""
    frames = {name: _applied(diff.shapes[name], getattr(older, name)) for name in COMPARED}
    return Dataset(**frames, about=diff.about)


def _compared(
    older: Dataset, newer: Dataset, table: str, since: date | None, until: date | None
) -> tuple[list[RowChange], TableShape]:
    written, rewritten = as_recorded(getattr(older, table)), as_recorded(getattr(newer, table))
    before, after = statements(older, table, written), statements(newer, table, rewritten)
    pairs = matches(table, before, after)
    stays = _standing(before, after, since, until)
    found = [
        (new, _change(table, None if old is None else before[old], None if new is None else after[new], since, until))
        for old, new in pairs
        if old is None or new is None or not stays(old, new)
    ]
    changes = [(new, change) for new, change in found if change]
    order = list(ChangeKind)
    origins = tuple(old for old, new in pairs if new is not None)
    found_at = {new: change for new, change in changes if new is not None}
    dtypes = tuple((str(name), str(dtype)) for name, dtype in getattr(newer, table).dtypes.items())
    shape = TableShape(origins, _rewritings(written, rewritten, origins, found_at), found_at, dtypes)
    return sorted((change for _, change in changes), key=lambda change: order.index(change.kind)), shape


def _standing(before: Said, after: Said, since: date | None, until: date | None) -> Callable[[int, int], bool]:
    """Return what tells at once that a row says the same and did not end: nearly all of them, so no row is made."""
    if before.columns.keys() != after.columns.keys():
        return lambda *_: False
    names = [name for name in before.columns if name != "id"]
    old, new = before.rows(names), after.rows(names)
    ends = set(after.columns.get("end", ()))
    passed = {end for end in ends if _has_ended({}, {"end": end}, since, until)}
    last = after.columns.get("end", ("",) * len(after)) if passed else None
    return lambda a, b: old[a] == new[b] and (last is None or last[b] not in passed)


def _change(table: str, old: Row | None, new: Row | None, since: date | None, until: date | None) -> RowChange | None:
    if new is None:
        return _record(ChangeKind.REMOVED, table, old or {})
    if old is None:
        return _record(ChangeKind.NEW, table, new)
    fields = _fields(old, new, without=frozenset({"id"}))
    ended = _has_ended(old, new, since, until)
    if not fields and not ended:
        return None
    return _record(ChangeKind.ENDED if ended else ChangeKind.CHANGED, table, new, fields)


def _record(kind: ChangeKind, table: str, row: Row, fields: tuple[ValueChange, ...] = ()) -> RowChange:
    key = subject_words(table, row)
    return RowChange(kind, table, key, _elements(table, row), fields, row)


def _elements(table: str, row: Row) -> tuple[str, ...]:
    columns = {"ties": ("from_id", "to_id"), "events": ("project_id",), "identifiers": ("actor_id",), "sources": ()}
    return tuple(row[name] for name in columns.get(table, ("id",)))


def _fields(before: Row, after: Row, without: frozenset[str] = frozenset()) -> tuple[ValueChange, ...]:
    if before == after:
        return ()
    columns = dict.fromkeys((*before, *after))
    cells = ((name, before.get(name, ""), after.get(name, "")) for name in columns if name not in without)
    return tuple(ValueChange(str(name), old, new) for name, old, new in cells if not same(name, old, new))


def _has_ended(before: Row, after: Row, since: date | None, until: date | None) -> bool:
    if after.get("status") in _OVER and before.get("status") not in _OVER:
        return True
    if since is None or until is None or "end" not in after or after.get("status") in _OVER:
        return False
    last = reach(after["end"])[1]
    return last is not None and since <= last < until


def _rewritings(
    before: Said, after: Said, origins: Sequence[int | None], changes: Mapping[int, RowChange]
) -> Mapping[int, Mapping[str, Any]]:
    """Find the cells that say the same in another form; a row that stands as it was is not looked at cell by cell."""
    names = [*after.columns]
    alike = before.columns.keys() == after.columns.keys()
    old_rows, new_rows = (before.rows(names), after.rows(names)) if alike else ([], [])
    return {
        place: cells
        for place, old in enumerate(origins)
        if not (alike and old is not None and place not in changes and old_rows[old] == new_rows[place])
        and (cells := _rewritten({} if old is None else before[old], changes.get(place), after[place]))
    }


def _rewritten(before: Row, change: RowChange | None, row: Row) -> dict[str, Any]:
    expected = _row_after(before, change)
    if expected == row:
        return {}
    return {name: value for name, value in row.items() if name not in expected or expected[name] != value}


def _row_after(before: Row, change: RowChange | None) -> Row:
    if change is None:
        return before
    if change.kind is ChangeKind.NEW:
        return change.row
    return {**before, **{field.column: field.new for field in change.fields}}


def _applied(shape: TableShape, older: pd.DataFrame) -> pd.DataFrame:
    before = as_recorded(older)
    rows = [
        {**_row_after({} if old is None else before[old], shape.changes.get(place)), **shape.rewritten.get(place, {})}
        for place, old in enumerate(shape.origins)
    ]
    return pd.DataFrame(
        {name: pd.Series([row.get(name, "") for row in rows], dtype=dtype) for name, dtype in shape.columns}
    )
