"""The rows of a table in a file beside those of the store: what is new, what differs cell by cell, what is missing."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from graph.reading.rows import Rows
from store.changes import FieldChange, differing
from store.checking import tables_of
from store.entries import KEYS, Cells, Edit, Entry, Snapshot, filled, id_by_chance
from store.matching import Beside
from store.scope import Scope

_WHERE = frozenset({"locator"})


@dataclass(frozen=True, slots=True)
class Incoming:
    """One row that an import would change.

    Attributes
    ----------
    key
        Names it in the preview: ``actors/wiro``.
    version
        Version of the row in the store, 0 when it is new.
    before, after
        Cells in the store and as they would be; ``None`` where there is no row.
    """

    key: str
    table: str
    id: str
    version: int
    before: Cells | None
    after: Cells | None

    @property
    def fields(self) -> tuple[FieldChange, ...]:
        """The cells that differ."""
        return differing(self.before or {}, self.after or {})

    @property
    def edit(self) -> Edit:
        """What taking it over means."""
        return Edit(self.table, self.id, self.version, self.after)


@dataclass(frozen=True, slots=True)
class ComparedTable:
    """A table of a file beside that of the store.

    Attributes
    ----------
    rows
        What would change.
    places
        Id of a row in the store, as it is or would be -> row of the file that says it.
    """

    rows: tuple[Incoming, ...]
    places: Mapping[str, int]


def compared(snapshot: Snapshot, read: Rows, scope: Scope) -> ComparedTable:
    """Return what a table of a file would change; a value written in another way is no change.

    Parameters
    ----------
    snapshot
        Rows of the store at one revision.
    read
        Rows of the file.
    scope
        Tells whether the files speak of a row.
    """
    table = read.table.name
    entries = tuple(snapshot.rows(table))
    beside = Beside(tables_of(snapshot)[table], read)
    taken = {entry.id for entry in entries}
    rows: list[Incoming] = []
    places: dict[str, int] = {}
    for row in range(len(read)):
        cells = {column: read.columns[column][row] for column in read.headers}
        if (place := beside.pairs.get(row)) is None:
            rows.append(_new(table, filled(cells), taken))
            taken.add(rows[-1].id)
            places[rows[-1].id] = row
        else:
            said = beside.agreeing(row, place)
            told = {column: text for column, text in cells.items() if column not in said}
            # next year's register has the same row on another line
            rows += [] if scope.is_register and told.keys() <= _WHERE else _changed(entries[place], told)
            places[entries[place].id] = row
    return ComparedTable(
        (*rows, *(_missing(entry) for entry in entries if entry.id not in places and scope(entry))), places
    )


def _new(table: str, cells: Cells, taken: Collection[str]) -> Incoming:
    own = cells.get(KEYS.get(table, ""), "")
    id = own if own and own not in taken else id_by_chance()
    return Incoming(f"{table}/{id}", table, id, 0, None, cells)


def _missing(entry: Entry) -> Incoming:
    return Incoming(f"{entry.table}/{entry.id}", entry.table, entry.id, entry.version, entry.cells, None)


def _changed(entry: Entry, cells: Cells) -> list[Incoming]:
    after = filled({**entry.cells, **cells})
    if after == entry.cells:
        return []
    # emptied cells are named, so that the edit empties them
    emptied = dict.fromkeys((column for column in entry.cells if column not in after), "")
    cells = {**after, **emptied}
    return [Incoming(f"{entry.table}/{entry.id}", entry.table, entry.id, entry.version, entry.cells, cells)]
