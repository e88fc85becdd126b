"""Entries of a store: the rows of the data contract, each with the text of its cells and a version."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from graph.reading.rows import trimmed
from graph.schema import TABLES

# column whose text names a row; rows of other tables, and rows whose name is taken, get a name by chance
KEYS: Mapping[str, str] = {"actors": "id", "projects": "id", "sources": "id", "about": "key"}
_BY_CHANCE = re.compile("~[0-9a-f]{16}")

Cells = Mapping[str, str]
Key = tuple[str, str]  # table and id


@dataclass(frozen=True, slots=True)
class Entry:
    """One row as it stands.

    Attributes
    ----------
    table, id
        Table of the contract, and name within it.
    version
        Grows by one with every change, also when the row is deleted and comes back.
    cells
        Column -> text; empty cells are left out.
    """

    table: str
    id: str
    version: int
    cells: Cells


@dataclass(frozen=True, slots=True)
class Edit:
    """What an editor wants of one row.

    Attributes
    ----------
    version
        The version the editor saw, 0 for a new row.
    cells
        Column -> new text, columns left out stay as they are; ``None`` deletes the row.
    id
        May be ``""`` for a new row.
    """

    table: str
    id: str
    version: int
    cells: Cells | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """An edit that met another one.

    Attributes
    ----------
    mine
        The edit that was not done.
    seen
        What the editor saw, ``None`` when there was no such row.
    now
        What stands there now, ``None`` when the row was deleted.
    version
        The version to name when the edit is to be done all the same.
    who, at
        Name of the person who changed it last, and when.
    """

    mine: Edit
    seen: Cells | None
    now: Entry | None
    version: int
    who: str
    at: datetime


@dataclass(frozen=True)
class Snapshot:
    """All entries at one revision.

    Attributes
    ----------
    revision
        Number of the last change that is in it.
    headings
        Table -> columns in their order; a table without is not in the data.
    entries
        Table -> id -> entry, in the order of the rows.
    """

    revision: int
    headings: Mapping[str, tuple[str, ...]] = field(repr=False)
    entries: Mapping[str, Mapping[str, Entry]] = field(repr=False)

    def find(self, table: str, id: str) -> Entry | None:
        """Return an entry, ``None`` when there is none."""
        return self.entries.get(table, {}).get(id)

    def rows(self, table: str) -> Iterable[Entry]:
        """Return the entries of a table."""
        return self.entries.get(table, {}).values()

    @cached_property
    def modes(self) -> Mapping[str, str]:
        """Table of each actor and project by id."""
        return {id: table for table in ("projects", "actors") for id in self.entries.get(table, {})}


def tidy_cells(cells: Cells) -> dict[str, str]:
    """Return cells as the reader of files would see them, whether they were read, kept or typed before.

    An apostrophe before what looks like a formula stays: the reader has taken away the one an export adds, and where
    there is another one, it is text.
    """
    return {trimmed(column): trimmed(text) for column, text in cells.items()}


def filled(cells: Cells) -> dict[str, str]:
    """Return the cells that hold something."""
    return {column: text for column, text in cells.items() if text}


def new_id(table: str, cells: Cells, wanted: str = "") -> str:
    """Return the name of a new row: its own id, else the wanted one, else one by chance.

    Parameters
    ----------
    table
        Name of the table.
    cells
        Texts by column.
    wanted
        Id that is taken when the row has none of its own.
    """
    return cells.get(KEYS.get(table, ""), "") or wanted or id_by_chance()


def id_by_chance() -> str:
    """Return a name no row has."""
    return f"~{secrets.token_hex(8)}"


def is_by_chance(id: str) -> bool:
    """Whether chance gave a row its name."""
    return _BY_CHANCE.fullmatch(id) is not None


def has_own_id(entry: Entry) -> bool:
    """Whether an entry is named by one of its cells."""
    return entry.table in KEYS and not is_by_chance(entry.id)


def ordered_columns(table: str, columns: Iterable[str]) -> tuple[str, ...]:
    """Return columns of the contract in its order, then the others in theirs."""
    given = list(dict.fromkeys(columns))
    names: Sequence[str] = TABLES[table].names
    return (*(name for name in names if name in given), *(name for name in given if name not in names))


def as_text(cells: Cells | None) -> str | None:
    """Return cells as they are kept; text stays readable, so that it can be searched for."""
    return None if cells is None else json.dumps(dict(cells), ensure_ascii=False)


def as_cells(text: str | None) -> dict[str, str] | None:
    """Return kept cells."""
    if text is None:
        return None
    cells: dict[str, str] = json.loads(text)
    return cells
