"""All entries at a revision: the present one, or an earlier one put together from the history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, and_, func, or_, select

from graph.schema import TABLES
from graph.tables import csv_bytes
from store.changes import current_revision
from store.entries import Entry, Snapshot, as_cells, ordered_columns
from store.schema import change, entry, heading


def read_snapshot(connection: Connection, revision: int | None = None) -> Snapshot:
    """Return all entries at a revision, by default the present one."""
    now = current_revision(connection)
    if revision is None or revision >= now:
        rows = connection.execute(
            select(entry.c.table_name, entry.c.id, entry.c.version, entry.c.cells)
            .where(entry.c.cells.is_not(None))
            .order_by(entry.c.position)
        )
        return Snapshot(now, _headings(connection, now), _entries(rows))
    return Snapshot(revision, _headings(connection, revision), _entries(_earlier_rows(connection, revision)))


def read_entry(connection: Connection, table: str, id: str) -> Entry | None:
    """Return one entry as it is now, ``None`` when there is none.

    Parameters
    ----------
    connection
        Open connection, within a transaction.
    table
        Name of the table.
    id
        Id of the entry.
    """
    row = connection.execute(select(entry).where(entry.c.table_name == table, entry.c.id == id)).first()
    cells = as_cells(row.cells) if row else None
    return Entry(table, id, row.version, cells) if row and cells else None


def _earlier_rows(connection: Connection, revision: int) -> Iterable[Any]:
    """Return the last state of each entry that a revision knows."""
    last = (
        select(change.c.table_name, change.c.entry_id, func.max(change.c.version).label("version"))
        .where(change.c.changeset_id <= revision)
        .group_by(change.c.table_name, change.c.entry_id)
        .subquery()
    )
    return connection.execute(
        select(change.c.table_name, change.c.entry_id.label("id"), change.c.version, change.c.after.label("cells"))
        .join(
            last,
            and_(
                change.c.table_name == last.c.table_name,
                change.c.entry_id == last.c.entry_id,
                change.c.version == last.c.version,
            ),
        )
        .join(entry, and_(entry.c.table_name == change.c.table_name, entry.c.id == change.c.entry_id))
        .where(change.c.after.is_not(None))
        .order_by(entry.c.position)
    )


def _entries(rows: Iterable[Any]) -> Mapping[str, Mapping[str, Entry]]:
    entries: dict[str, dict[str, Entry]] = {name: {} for name in TABLES}
    for row in rows:
        # an erased entry of an earlier revision has nothing left to show
        if cells := as_cells(row.cells):
            entries[row.table_name][row.id] = Entry(row.table_name, row.id, row.version, cells)
    return entries


def _headings(connection: Connection, revision: int) -> Mapping[str, tuple[str, ...]]:
    known = or_(heading.c.until.is_(None), heading.c.until > revision)
    rows = connection.execute(
        select(heading.c.table_name, heading.c.name)
        .where(heading.c.since <= revision, known)
        .order_by(heading.c.table_name, heading.c.position, heading.c.since)
    )
    names: dict[str, list[str]] = {}
    for table, name in rows:
        names.setdefault(table, []).append(name)
    return {table: ordered_columns(table, columns) for table, columns in names.items()}


def contract_files(snapshot: Snapshot) -> dict[str, bytes]:
    """Return the tables as the CSV files of the contract; `graph.load.load` reads them."""
    columns = {
        name: snapshot.headings.get(name, table.names if table.required else ()) for name, table in TABLES.items()
    }
    return {
        f"{name}.csv": csv_bytes(
            header, ([entry.cells.get(column, "") for column in header] for entry in snapshot.rows(name))
        )
        for name, header in columns.items()
        if header
    }
