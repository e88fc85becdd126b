"""What an import would change of what a person has said since: it is shown, and taken over only when chosen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, select

from store.comparing import Incoming
from store.entries import Cells, Edit, Key, as_cells
from store.schema import change, changeset

IMPORT, UNDO = "import", "undo"
SUFFIX = "?"  # ends the key of a row of which only contested cells are meant
_AT_ONCE = 500  # entries of one question to the database

_Version = tuple[str, Cells | None]  # what was done, and what stood there then


@dataclass(frozen=True, slots=True)
class Touched:
    """What persons have changed since files were taken over.

    Attributes
    ----------
    cells
        Entry -> column -> text that the last import wrote, where a person has written another one.
    deleted
        Entries that a person has deleted, and nobody has brought back.
    """

    cells: Mapping[Key, Mapping[str, str]] = field(default_factory=dict)
    deleted: Collection[Key] = frozenset()


def touched(connection: Connection, keys: Iterable[Key]) -> Touched:
    """Return what persons have changed of some entries since the last import of each.

    Parameters
    ----------
    connection
        Open connection, within a transaction.
    keys
        Table and id of the entries.
    """
    wanted = set(keys)
    by_table: dict[str, list[str]] = defaultdict(list)
    for table, id in sorted(wanted & _changed_by_persons(connection)):
        by_table[table].append(id)
    cells: dict[Key, Mapping[str, str]] = {}
    deleted: set[Key] = set()
    for key, history in _histories(connection, by_table):
        versions = _in_force(history)
        if not versions:
            continue
        action, last = versions[-1]
        if last is None and action != IMPORT:
            deleted.add(key)
        imported = next((after for action, after in reversed(versions) if action == IMPORT), None)
        if imported is not None and last is not None:
            cells[key] = {
                column: imported.get(column, "")
                for column in dict.fromkeys((*imported, *last))
                if imported.get(column, "") != last.get(column, "")
            }
    return Touched(cells, frozenset(deleted))


def _in_force(history: Sequence[_Version]) -> list[_Version]:
    """Return the changes of an entry without those that were undone."""
    kept: list[_Version] = []
    for action, after in history:
        if action == UNDO:
            del kept[-1:]
        else:
            kept.append((action, after))
    return kept


def _changed_by_persons(connection: Connection) -> set[Key]:
    rows = connection.execute(
        select(change.c.table_name, change.c.entry_id)
        .join(changeset, changeset.c.id == change.c.changeset_id)
        .where(changeset.c.action.not_in((IMPORT, UNDO)))
        .distinct()
    )
    return {(row.table_name, row.entry_id) for row in rows}


def _histories(connection: Connection, by_table: Mapping[str, list[str]]) -> Iterator[tuple[Key, list[_Version]]]:
    """Yield entries with the action and outcome of each of their changes, in their order."""
    for table, ids in by_table.items():
        for place in range(0, len(ids), _AT_ONCE):
            found: dict[str, list[_Version]] = defaultdict(list)
            rows = connection.execute(
                select(change.c.entry_id, change.c.after, changeset.c.action)
                .join(changeset, changeset.c.id == change.c.changeset_id)
                .where(change.c.table_name == table, change.c.entry_id.in_(ids[place : place + _AT_ONCE]))
                .order_by(change.c.version)
            )
            for row in rows:
                found[row.entry_id].append((row.action, as_cells(row.after)))
            yield from (((table, id), versions) for id, versions in found.items())


def split(row: Incoming, since: Touched) -> tuple[Incoming | None, Incoming | None]:
    """Return what of a row can be taken over, and what a person has changed since; ``None`` where that is nothing."""
    key = (row.table, row.id)
    if row.before is None:
        return (None, row) if key in since.deleted else (row, None)
    theirs = since.cells.get(key, {})
    contested = {each.column: each.after for each in row.fields if each.column in theirs}
    others = {each.column: each.after for each in row.fields if each.column not in theirs}
    free = replace(row, after={**row.before, **others}) if others else None
    return free, replace(row, key=f"{row.key}{SUFFIX}", after={**row.before, **contested}) if contested else None


def joined(rows: Iterable[Incoming]) -> list[Edit]:
    """Return the edits of rows, one for each entry."""
    edits: dict[Key, Edit] = {}
    for row in rows:
        known = edits.get((row.table, row.id))
        if known is None or known.cells is None or row.after is None:
            edits[row.table, row.id] = row.edit
        else:
            said = {each.column: each.after for each in row.fields}
            edits[row.table, row.id] = replace(known, cells={**known.cells, **said})
    return list(edits.values())
