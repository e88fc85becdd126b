"""Everything a store holds about somebody or something, for who asks what is kept about them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Table, select

from store import schema
from store.engine import reading
from store.entries import Key, as_cells
from store.pattern import Pattern
from store.people import Editor, Role, require

# tables beside the data and their history
_OTHERS = (schema.state, schema.document, schema.person)


@dataclass(frozen=True, slots=True)
class Holding:
    """Where a text is found.

    Attributes
    ----------
    entries
        Rows as they stand.
    changes
        Rows before and after each change, deleted ones too.
    changesets
        Changes with their labels and the people who made them.
    others
        States, documents and persons, by table.
    """

    entries: tuple[dict[str, Any], ...]
    changes: tuple[dict[str, Any], ...]
    changesets: tuple[dict[str, Any], ...]
    others: dict[str, tuple[dict[str, Any], ...]]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found."""
        return not (self.entries or self.changes or self.changesets or any(self.others.values()))

    def as_json(self) -> str:
        """Return all of it as a text a person can read and a program too."""
        found = {
            "entries": self.entries,
            "changes": self.changes,
            "changesets": self.changesets,
            **self.others,
        }
        return json.dumps(found, ensure_ascii=False, indent=2)


def held_about(engine: Engine, admin: Editor, text: str) -> Holding:
    """Return everything that holds a text, in any case.

    Parameters
    ----------
    engine
        Connection to the database.
    admin
        Who asks; needs the role of an administrator.
    text
        What is looked for, such as the name of a person.

    Raises
    ------
    NotAllowedError
        When it is no admin who asks.
    StoreError
        ``too-short`` for a text that stands nearly everywhere.
    """
    require(admin, Role.ADMIN)
    pattern = Pattern(text)
    with reading(engine) as connection:
        named = set(_named(connection, pattern))
        return Holding(
            entries=_entries(connection, pattern, named),
            changes=_changes(connection, pattern, named),
            changesets=_rows(connection, schema.changeset, pattern),
            others={table.name: _rows(connection, table, pattern) for table in _OTHERS},
        )


def _named(connection: Connection, pattern: Pattern) -> list[Key]:
    """Return the entries of which a state as it stands or stood holds the text: all of their history is about it."""
    rows = connection.execute(select(schema.change)).all()
    return [
        (row.table_name, row.entry_id)
        for row in rows
        if pattern.found_in(row.entry_id)
        or pattern.found_in_cells(as_cells(row.before))
        or pattern.found_in_cells(as_cells(row.after))
    ]


def _entries(connection: Connection, pattern: Pattern, named: set[Key]) -> tuple[dict[str, Any], ...]:
    rows = connection.execute(select(schema.entry).order_by(schema.entry.c.position)).all()
    found = []
    for row in rows:
        cells = as_cells(row.cells)
        if cells and ((row.table_name, row.id) in named or pattern.found_in_cells(cells)):
            found.append({"table": row.table_name, "id": row.id, "cells": cells})
    return tuple(found)


def _changes(connection: Connection, pattern: Pattern, named: set[Key]) -> tuple[dict[str, Any], ...]:
    change = schema.change
    rows = connection.execute(select(change).order_by(change.c.changeset_id, change.c.entry_id)).all()
    return tuple(
        {
            "changeset": row.changeset_id,
            "table": row.table_name,
            "id": row.entry_id,
            "before": as_cells(row.before),
            "after": as_cells(row.after),
        }
        for row in rows
        if (row.table_name, row.entry_id) in named or pattern.found_in(row.entry_id)
    )


def _rows(connection: Connection, table: Table, pattern: Pattern) -> tuple[dict[str, Any], ...]:
    rows = connection.execute(select(table)).mappings()
    return tuple(dict(row) for row in rows if pattern.found_in(*(row[name] for name in schema.MAY_NAME[table])))
