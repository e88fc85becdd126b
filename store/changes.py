"""The history: who changed what and when, with what was there before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from store.entries import Cells, as_cells
from store.schema import change, changeset


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One cell before and after, ``""`` when nothing is recorded."""

    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """One row before and after; ``None`` where there is no row."""

    table: str
    id: str
    version: int
    before: Cells | None
    after: Cells | None

    @property
    def fields(self) -> tuple[FieldChange, ...]:
        """The cells that differ."""
        return differing(self.before or {}, self.after or {})


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """What was changed at once, and can be undone at once.

    Attributes
    ----------
    id
        Number of the change and of the revision it made; 0 when there was nothing to change.
    issuer, subject, who
        The person, and the name they had.
    action
        ``save``, ``delete``, ``import``, ``merge``, ``undo``, ``erase``.
    label
        Own words of the person, often ``""``.
    undoes
        The change this one takes back.
    undone_by
        The change that took this one back.
    entries
        How many rows it is about.
    changes
        Those rows; in the history of one row only that.
    """

    id: int
    at: datetime
    issuer: str
    subject: str
    who: str
    action: str
    label: str
    undoes: int | None = None
    undone_by: int | None = None
    entries: int = 0
    changes: tuple[Change, ...] = field(default=(), repr=False)


def differing(before: Cells, after: Cells) -> tuple[FieldChange, ...]:
    """Return the cells that differ, in the order of the columns."""
    columns = dict.fromkeys((*before, *after))
    pairs = ((column, before.get(column, ""), after.get(column, "")) for column in columns)
    return tuple(FieldChange(*pair) for pair in pairs if pair[1] != pair[2])


def current_revision(connection: Connection) -> int:
    """Return the number of the last change, 0 before the first."""
    return int(connection.execute(select(func.coalesce(func.max(changeset.c.id), 0))).scalar_one())


def read_history(
    connection: Connection, table: str | None, id: str | None, before: int | None, limit: int
) -> tuple[ChangeSet, ...]:
    """Return changes, the last first.

    Parameters
    ----------
    connection
        Open connection, within a transaction.
    table, id
        Only those of a table or a row; of each changeset then only what concerns it.
    before
        Only those with a smaller number, to read on where another answer ended.
    limit
        How many changes at most.
    """
    asked = _concerning(table, id)
    numbers = select(changeset.c.id).order_by(changeset.c.id.desc()).limit(limit)
    if before is not None:
        numbers = numbers.where(changeset.c.id < before)
    if table is not None:
        numbers = numbers.where(changeset.c.id.in_(asked.with_only_columns(change.c.changeset_id)))
    return changesets(connection, list(connection.execute(numbers).scalars()), asked)


def read_changeset(connection: Connection, number: int) -> ChangeSet | None:
    """Return one changeset with all its changes."""
    return next(iter(changesets(connection, [number], select(change))), None)


def changesets(connection: Connection, numbers: Sequence[int], asked: Select[Any]) -> tuple[ChangeSet, ...]:
    """Return changesets by their numbers, with those of their changes that are asked for.

    Parameters
    ----------
    connection
        Open connection, within a transaction.
    numbers
        Numbers of the change sets.
    asked
        Selects the changes of rows that are wanted.
    """
    heads = connection.execute(select(changeset).where(changeset.c.id.in_(numbers)).order_by(changeset.c.id.desc()))
    undoing = connection.execute(select(changeset.c.undoes, changeset.c.id).where(changeset.c.undoes.in_(numbers)))
    undone = {undoes: number for undoes, number in undoing}  # noqa: C416 - rows, not pairs
    of_them = change.c.changeset_id.in_(numbers)
    changes = _by_changeset(connection.execute(asked.where(of_them).order_by(change.c.changeset_id)))
    counted = select(change.c.changeset_id, func.count()).where(of_them).group_by(change.c.changeset_id)
    entries = {number: count for number, count in connection.execute(counted)}  # noqa: C416 - rows, not pairs
    return tuple(
        _changeset(head, undone.get(head.id), entries.get(head.id, 0), changes.get(head.id, [])) for head in heads
    )


def _concerning(table: str | None, id: str | None) -> Select[Any]:
    asked: Select[Any] = select(change)
    if table is not None:
        asked = asked.where(change.c.table_name == table)
    if id is not None:
        asked = asked.where(change.c.entry_id == id)
    return asked


def _by_changeset(rows: Iterable[Row[Any]]) -> Mapping[int, list[Change]]:
    changes: dict[int, list[Change]] = {}
    for row in rows:
        kept = Change(row.table_name, row.entry_id, row.version, as_cells(row.before), as_cells(row.after))
        changes.setdefault(row.changeset_id, []).append(kept)
    return changes


def _changeset(head: Row[Any], undone_by: int | None, entries: int, changes: Iterable[Change]) -> ChangeSet:
    return ChangeSet(
        id=head.id,
        at=datetime.fromisoformat(head.at),
        issuer=head.who_issuer,
        subject=head.who_subject,
        who=head.who_name,
        action=head.action,
        label=head.label,
        undoes=head.undoes,
        undone_by=undone_by,
        entries=entries,
        changes=tuple(changes),
    )
