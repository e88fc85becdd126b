"""Edits become entries and history, inside one transaction of the only writer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy import Connection, func, insert, select, tuple_, update

from graph.reading.rows import trimmed
from graph.schema import TABLES
from store.changes import Change, ChangeSet
from store.entries import Cells, Conflict, Edit, Entry, Key, as_cells, as_text, filled, ordered_columns, tidy_cells
from store.errors import ConflictError, StoreError
from store.people import Editor
from store.schema import change, changeset, entry, heading

_AT_ONCE = 400  # rows asked for in one statement; databases bound the number of parameters


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a change is for.

    Attributes
    ----------
    columns
        Table -> columns the data have from now on, whether a row uses them or not.
    whole
        Whether an edit gives the whole row, so that columns it leaves out are emptied.
    force
        Whether the change is logged, and rows get a new version, even if no cell is another one.
    """

    action: str = "save"
    label: str = ""
    undoes: int | None = None
    columns: Mapping[str, Sequence[str]] = field(default_factory=dict)
    whole: bool = False
    force: bool = False


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is kept of an entry, with its tombstone."""

    version: int
    cells: Cells | None


_NEVER = _Kept(0, None)


def write(connection: Connection, editor: Editor, edits: Sequence[Edit], purpose: Purpose) -> ChangeSet:
    """Do all edits or none.

    Parameters
    ----------
    connection
        Open connection, within a transaction.
    editor
        Who does it; needs the right to.
    edits
        What is to be saved, all or nothing.
    purpose
        What the change is for, in the log.

    Raises
    ------
    ConflictError
        When an entry is not in the version its edit names, even if it says what the edit says: two who count up the
        same number have counted twice.
    """
    raise_conflicts(connection, edits)
    kept = _kept(connection, [(edit.table, edit.id) for edit in edits])
    changes = []
    for edit in edits:
        now = kept.get((edit.table, edit.id), _NEVER)
        after = _after(edit, now, whole=purpose.whole)
        if after != now.cells or purpose.force:
            changes.append(Change(edit.table, edit.id, now.version + 1, now.cells, after))
    new_columns = _new_columns(connection, changes, purpose.columns)
    if not changes and not new_columns and not purpose.force:
        return ChangeSet(0, datetime.now(UTC), editor.issuer, editor.subject, editor.name, purpose.action, "")
    done = _head(connection, editor, purpose)
    _add_columns(connection, new_columns, done.id)
    _put(connection, changes)
    _log(connection, done.id, changes)
    return ChangeSet(
        *(done.id, done.at, done.issuer, done.subject, done.who, done.action, done.label, done.undoes),
        entries=len(changes),
        changes=tuple(changes),
    )


def raise_conflicts(connection: Connection, edits: Sequence[Edit]) -> None:
    """Let pass edits that name the versions that stand there.

    Raises
    ------
    ConflictError
        With every edit that does not, and what was done meanwhile.
    """
    kept = _kept(connection, [(edit.table, edit.id) for edit in edits])
    late = [edit for edit in edits if not _is_of(edit, kept.get((edit.table, edit.id), _NEVER))]
    if late:
        raise ConflictError([_conflict(connection, edit, kept) for edit in late])


def _is_of(edit: Edit, now: _Kept) -> bool:
    return edit.version == now.version or (edit.version == 0 and now.cells is None)


def _after(edit: Edit, now: _Kept, *, whole: bool) -> dict[str, str] | None:
    if edit.cells is None:
        return None
    return filled({**({} if whole else now.cells or {}), **tidy_cells(edit.cells)})


def _kept(connection: Connection, keys: Sequence[Key]) -> dict[Key, _Kept]:
    kept: dict[Key, _Kept] = {}
    for start in range(0, len(keys), _AT_ONCE):
        rows = connection.execute(
            select(entry).where(tuple_(entry.c.table_name, entry.c.id).in_(keys[start : start + _AT_ONCE]))
        )
        kept |= {(row.table_name, row.id): _Kept(row.version, as_cells(row.cells)) for row in rows}
    return kept


def _conflict(connection: Connection, edit: Edit, kept: Mapping[Key, _Kept]) -> Conflict:
    now = kept.get((edit.table, edit.id), _NEVER)
    of_entry = (change.c.table_name == edit.table, change.c.entry_id == edit.id)
    last = connection.execute(
        select(changeset.c.who_name, changeset.c.at)
        .join(change, change.c.changeset_id == changeset.c.id)
        .where(*of_entry, change.c.version == now.version)
    ).first()
    seen = connection.execute(select(change.c.after).where(*of_entry, change.c.version == edit.version)).scalar()
    return Conflict(
        mine=edit,
        seen=as_cells(seen),
        now=None if now.cells is None else Entry(edit.table, edit.id, now.version, now.cells),
        version=now.version,
        who=last.who_name if last else "",
        at=datetime.fromisoformat(last.at) if last else datetime.now(UTC),
    )


def _head(connection: Connection, editor: Editor, purpose: Purpose) -> ChangeSet:
    now = datetime.now(UTC)
    label, name = trimmed(purpose.label), trimmed(editor.name)
    number = connection.execute(
        insert(changeset)
        .values(
            at=now.isoformat(),
            who_issuer=editor.issuer,
            who_subject=editor.subject,
            who_name=name,
            action=purpose.action,
            label=label,
            undoes=purpose.undoes,
        )
        .returning(changeset.c.id)
    ).scalar_one()
    return ChangeSet(number, now, editor.issuer, editor.subject, name, purpose.action, label, purpose.undoes)


def _put(connection: Connection, changes: Iterable[Change]) -> None:
    new = [one for one in changes if one.version == 1]
    for one in changes:
        if one.version > 1:
            of_version = (entry.c.table_name == one.table, entry.c.id == one.id, entry.c.version == one.version - 1)
            values = {"version": one.version, "cells": as_text(one.after)}
            # there is one writer at a time, so that this cannot fail; if it ever does, nothing is overwritten
            if connection.execute(update(entry).where(*of_version).values(values)).rowcount != 1:
                raise StoreError("locked", f"{one.table}/{one.id}")
    if new:
        last = connection.execute(select(func.coalesce(func.max(entry.c.position), 0))).scalar_one()
        rows = [
            {"table_name": one.table, "id": one.id, "version": 1, "position": last + place, "cells": as_text(one.after)}
            for place, one in enumerate(new, 1)
        ]
        connection.execute(insert(entry), rows)


def _log(connection: Connection, number: int, changes: Iterable[Change]) -> None:
    rows = [
        {
            "changeset_id": number,
            "table_name": one.table,
            "entry_id": one.id,
            "version": one.version,
            "before": as_text(one.before),
            "after": as_text(one.after),
        }
        for one in changes
    ]
    if rows:
        connection.execute(insert(change), rows)


def _new_columns(
    connection: Connection, changes: Iterable[Change], stated: Mapping[str, Sequence[str]]
) -> list[tuple[str, str, int]]:
    """Return table, name and place of each column the data do not have yet."""
    wanted: dict[str, dict[str, None]] = {table: dict.fromkeys(columns) for table, columns in stated.items()}
    used: dict[str, dict[str, None]] = {}
    for one in changes:
        used.setdefault(one.table, {}).update(dict.fromkeys(one.after or ()))
    new = []
    for table in dict.fromkeys((*wanted, *used)):
        known = _columns(connection, table)
        contract = () if known or table in wanted else TABLES[table].names
        columns = ordered_columns(table, (*wanted.get(table, ()), *contract, *used.get(table, ())))
        fresh = [name for name in columns if name not in known]
        new += [(table, name, len(known) + place) for place, name in enumerate(fresh)]
    return new


def _columns(connection: Connection, table: str) -> set[str]:
    now = select(heading.c.name).where(heading.c.table_name == table, heading.c.until.is_(None))
    return set(connection.execute(now).scalars())


def _add_columns(connection: Connection, columns: Iterable[tuple[str, str, int]], since: int) -> None:
    rows = [{"table_name": table, "name": name, "position": place, "since": since} for table, name, place in columns]
    if rows:
        connection.execute(insert(heading), rows)


def take_columns_back(connection: Connection, since: int, until: int) -> None:
    """End the columns a change brought, where no row uses them any more.

    Parameters
    ----------
    connection
        Open connection, within a transaction.
    since
        Revision from which on.
    until
        Revision up to which.
    """
    rows = connection.execute(
        select(heading.c.table_name, heading.c.name).where(heading.c.since == since, heading.c.until.is_(None))
    ).all()
    for table, name in rows:
        in_use = connection.execute(
            select(entry.c.cells).where(entry.c.table_name == table, entry.c.cells.is_not(None))
        ).scalars()
        if not any(name in (as_cells(text) or {}) for text in in_use):
            ended = (heading.c.table_name == table, heading.c.name == name, heading.c.since == since)
            connection.execute(update(heading).where(*ended).values(until=until))
