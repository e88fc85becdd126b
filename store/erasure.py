"""Erasing for good: out of the data, the history, documents, states and names, and out of the pages of the database."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, delete, func, insert, select, text, update
from sqlalchemy.exc import IntegrityError

from store import schema
from store.address import file_of
from store.engine import writing
from store.entries import Edit, as_cells, as_text
from store.errors import StoreError
from store.faults import faults_named
from store.pattern import Pattern
from store.people import Editor, Role, require
from store.references import references_to
from store.register import LastAdminError
from store.snapshots import read_snapshot
from store.writing import Purpose, write

_ACTION = "erase"
# tables beside the data and their history whose rows stay without the text; of persons the whole row goes
_REDACTED = (schema.changeset, schema.state, schema.document, schema.heading)
_READ_AT_ONCE = 1 << 20


@dataclass(frozen=True, slots=True)
class Erasure:
    """What was erased.

    Attributes
    ----------
    entries, changes, others
        How many rows of the data, of their history, and elsewhere held it.
    rewritten
        Whether the database was rewritten, so that no free page of it holds the text; others at work can be in the
        way, then erasing once more does it.
    left
        Files beside the store that hold it still, such as copies made before a migration.
    """

    entries: int
    changes: int
    others: int
    rewritten: bool = True
    left: tuple[str, ...] = ()


def erase_text(engine: Engine, admin: Editor, wanted: str) -> Erasure:
    """Take a text out of everything that is kept; a mark stands where it was. There is no undo.

    Parameters
    ----------
    engine
        Connection to the database.
    admin
        Who asks; needs the role of an administrator.
    wanted
        The text, in any case.

    Raises
    ------
    NotAllowedError
        When it is no admin who asks.
    LastAdminError
        When the account of the last admin would go.
    StoreError
        ``too-short`` for a text that stands nearly everywhere; ``name-taken`` when two ids would become one: merge
        these rows first.
    """
    require(admin, Role.ADMIN)
    pattern = Pattern(wanted)
    try:
        with writing(engine) as connection:
            changes = _out_of_history(connection, pattern)
            entries = _out_of_entries(connection, pattern, admin)
            others = sum(_out_of(connection, table, pattern) for table in _REDACTED) + _persons(connection, pattern)
    except StoreError as error:
        if isinstance(error.__cause__, IntegrityError):
            raise StoreError("name-taken", "two ids would become one") from None
        raise
    return Erasure(entries, changes, others, rewritten=_rewritten(engine), left=_left(engine, wanted))


def erase_entry(engine: Engine, admin: Editor, table: str, id: str) -> Erasure:
    """Delete a row and empty its history. What hangs on it has to be deleted before; there is no undo.

    Parameters
    ----------
    engine
        Connection to the database.
    admin
        Who asks; needs the role of an administrator.
    table
        Name of the table.
    id
        Id of the entry.

    Raises
    ------
    StoreError
        ``not-found`` when there is and was no such row; ``in-use`` when other rows still name it.
    """
    require(admin, Role.ADMIN)
    change, entry = schema.change, schema.entry
    with writing(engine) as connection:
        row = connection.execute(select(entry).where(entry.c.table_name == table, entry.c.id == id)).first()
        if row is None:
            raise StoreError("not-found", f"{table}/{id}")
        edits = []
        if row.cells is not None:
            if references_to(read_snapshot(connection), table, id):
                raise StoreError("in-use", f"{table}/{id}")
            edits = [Edit(table, id, row.version, None)]
        write(connection, admin, edits, Purpose(_ACTION, force=True))
        of_entry = (change.c.table_name == table, change.c.entry_id == id)
        emptied = sum(
            connection.execute(update(change).where(*of_entry, column.is_not(None)).values({column: "{}"})).rowcount
            for column in (change.c.before, change.c.after)
        )
    return Erasure(1, emptied, 0, rewritten=_rewritten(engine))


def last_erasure(connection: Connection) -> int:
    """Return the number of the last change that erased something, 0 when there is none."""
    head = schema.changeset
    numbers = select(func.coalesce(func.max(head.c.id), 0)).where(head.c.action == _ACTION)
    return int(connection.execute(numbers).scalar_one())


def compact(engine: Engine) -> None:
    """Rewrite the database without what was deleted, journal included.

    Raises
    ------
    StoreError
        ``locked`` while others read what is to go.
    """
    with faults_named(), engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            free = connection.execution_options(isolation_level="AUTOCOMMIT")
            for table in schema.metadata.sorted_tables:
                free.execute(text(f"VACUUM FULL {table.name}"))
            return
        driver: Any = connection.connection.driver_connection
        # what is in the journal first, then again what the rewriting put there
        for command in ("PRAGMA wal_checkpoint(TRUNCATE)", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
            answer = driver.execute(command).fetchall()
        if any(busy for busy, *_ in answer):
            raise StoreError("locked", "others read the journal")


def _rewritten(engine: Engine) -> bool:
    """Rewrite the database, after what was erased is gone from its tables: no fault may say that nothing was."""
    try:
        compact(engine)
    except StoreError:
        return False
    return True


def _out_of_history(connection: Connection, pattern: Pattern) -> int:
    change = schema.change
    count = 0
    for row in connection.execute(select(change)).all():
        after = {
            "before": _redacted(row.table_name, row.before, pattern),
            "after": _redacted(row.table_name, row.after, pattern),
        }
        if after != {"before": row.before, "after": row.after}:
            count += 1
            connection.execute(
                update(change)
                .where(
                    change.c.table_name == row.table_name,
                    change.c.entry_id == row.entry_id,
                    change.c.version == row.version,
                )
                .values(after)
            )
    return count


def _out_of_entries(connection: Connection, pattern: Pattern, admin: Editor) -> int:
    """Redact entries as a new version each, so that everybody who looks gets the new data."""
    entry = schema.entry
    rows = [
        row
        for row in connection.execute(select(entry)).all()
        if pattern.found_in(row.id) or pattern.found_in_cells(as_cells(row.cells))
    ]
    edits = []
    for row in rows:
        redacted = _redacted(row.table_name, row.cells, pattern)
        if redacted != row.cells:
            # what stood there must not come back as the state before this change
            _set(connection, row.table_name, row.id, {"cells": redacted})
            edits.append(Edit(row.table_name, row.id, row.version, {}))
    write(connection, admin, edits, Purpose(_ACTION, force=True))
    for row in rows:
        if pattern.found_in(row.id):
            _renamed(connection, row.table_name, row.id, pattern.out_of(row.id))
    return sum(row.cells is not None for row in rows)


def _renamed(connection: Connection, table: str, old: str, new: str) -> None:
    entry, change = schema.entry, schema.change
    row = connection.execute(select(entry).where(entry.c.table_name == table, entry.c.id == old)).mappings().one()
    connection.execute(insert(entry).values({**row, "id": new}))
    moved = update(change).where(change.c.table_name == table, change.c.entry_id == old)
    connection.execute(moved.values(entry_id=new))
    connection.execute(delete(entry).where(entry.c.table_name == table, entry.c.id == old))


def _set(connection: Connection, table: str, id: str, values: dict[str, Any]) -> None:
    entry = schema.entry
    connection.execute(update(entry).where(entry.c.table_name == table, entry.c.id == id).values(values))


def _redacted(table: str, kept: str | None, pattern: Pattern) -> str | None:
    cells = as_cells(kept)
    return as_text(pattern.out_of_cells(table, cells)) if pattern.found_in_cells(cells) and cells else kept


def _out_of(connection: Connection, table: Table, pattern: Pattern) -> int:
    count = 0
    keys = list(table.primary_key.columns)
    for row in connection.execute(select(table)).mappings().all():
        held = {name: row[name] for name in schema.MAY_NAME[table] if pattern.found_in(row[name])}
        if held:
            count += 1
            values = {name: pattern.out_of(kept) for name, kept in held.items()}
            connection.execute(update(table).where(*(key == row[key.name] for key in keys)).values(values))
    return count


def _persons(connection: Connection, pattern: Pattern) -> int:
    person = schema.person
    rows = connection.execute(select(person)).all()
    found = [row for row in rows if pattern.found_in(*(getattr(row, name) for name in schema.MAY_NAME[person]))]
    admins = [row for row in rows if row.role == Role.ADMIN]
    if admins and all(row in found for row in admins):
        raise LastAdminError(admins[0].subject)
    for row in found:
        connection.execute(delete(person).where(person.c.issuer == row.issuer, person.c.subject == row.subject))
    return len(found)


def _left(engine: Engine, wanted: str) -> tuple[str, ...]:
    """Return the files beside an SQLite store that hold the text, other stores' and copies' too."""
    file = file_of(engine.url)
    if file is None:
        return ()
    others = (path for path in sorted(file.parent.iterdir()) if path.is_file())
    return tuple(path.name for path in others if _holds(path, wanted.encode()))


def _holds(path: Path, wanted: bytes) -> bool:
    with path.open("rb") as opened:
        rest = b""
        for block in iter(lambda: opened.read(_READ_AT_ONCE), b""):
            if wanted in rest + block:
                return True
            rest = block[-len(wanted) :]
    return False
