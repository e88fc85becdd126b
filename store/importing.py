"""Files into a store: what is new, what differs cell by cell, what is missing, and the taking over of all or part."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.issue import Issue
from graph.load import load
from graph.reading.cells import parts, understand
from graph.reading.check.identity import fold
from graph.reading.rows import Rows
from graph.reading.sources import Source, read_source
from graph.reading.tables import assigned
from graph.schema import TABLES
from graph.ties import LISTED_KINDS
from graph.vocabulary import VOCABULARIES, Certainty
from store.changes import FieldChange, differing
from store.checking import tables_of
from store.entries import KEYS, Cells, Edit, Entry, Snapshot, filled, id_by_chance
from store.matching import matched

# what a row of links.csv may say that a list of projects.csv says too
_LISTED = frozenset({"from_id", "to_id", "kind", "certainty", "reference"})


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
class ImportPreview:
    """What files say beside the store.

    Attributes
    ----------
    new, changed
        Rows to take over.
    missing
        Rows the files do not have any more; only of tables that are among the files.
    issues
        What the reader found in the files.
    columns
        Table -> columns of the files.
    """

    new: tuple[Incoming, ...]
    changed: tuple[Incoming, ...]
    missing: tuple[Incoming, ...]
    issues: tuple[Issue, ...] = field(repr=False)
    columns: Mapping[str, tuple[str, ...]] = field(repr=False)

    @property
    def rows(self) -> tuple[Incoming, ...]:
        """All rows of the three lists."""
        return (*self.new, *self.changed, *self.missing)

    def columns_of(self, chosen: Collection[str] | None) -> Mapping[str, tuple[str, ...]]:
        """Return the columns the store needs for chosen rows, by default all columns of the files."""
        tables = {row.table for row in self.rows if chosen is not None and row.key in chosen}
        return {table: names for table, names in self.columns.items() if chosen is None or table in tables}

    def edits(self, chosen: Collection[str] | None) -> list[Edit]:
        """Return the edits of chosen rows, by default of all that are new or changed."""
        if chosen is None:
            return [row.edit for row in (*self.new, *self.changed)]
        return [row.edit for row in self.rows if row.key in chosen]


def preview_of(snapshot: Snapshot, source: Source) -> ImportPreview:
    """Return what files would change; a value written in another way is no change."""
    tables, _ = assigned(read_source(source))
    kept = tables_of(snapshot)
    rows: dict[str, list[Incoming]] = {"new": [], "changed": [], "missing": []}
    for name in TABLES:
        if tables[name].headers:
            for incoming in _compared(snapshot, kept[name], tables[name]):
                kind = "new" if incoming.before is None else "missing" if incoming.after is None else "changed"
                rows[kind].append(incoming)
    columns = {name: tuple(rows.headers) for name, rows in tables.items() if rows.headers}
    new = [row for row in rows["new"] if not _says_a_list(snapshot, row)]
    return ImportPreview(
        new=tuple(new),
        changed=tuple(rows["changed"]),
        missing=tuple(rows["missing"]),
        issues=tuple(load(source).issues),
        columns={name: tuple(c for c in tables[name].columns if c in columns[name]) for name in columns},
    )


def _compared(snapshot: Snapshot, kept: Rows, read: Rows) -> Iterator[Incoming]:
    """Yield the rows of a table that differ."""
    entries = tuple(snapshot.rows(read.table.name))
    values, kept_values = _values(read), _values(kept)
    pairs = matched(kept, read)
    taken = {entry.id for entry in entries}
    for row in range(len(read)):
        cells = {column: read.columns[column][row] for column in read.headers}
        place = pairs.get(row)
        if place is None:
            new = _new(read.table.name, filled(cells), taken)
            taken.add(new.id)
            yield new
        else:
            same = {
                column
                for column in cells
                if column in values
                and kept.columns[column][place]
                and values[column][row] == kept_values[column][place]
                and values[column][row] not in ("", (), None)
            }
            after = {column: text for column, text in cells.items() if column not in same}
            yield from _changed(entries[place], after)
    found = set(pairs.values())
    for place, entry in enumerate(entries):
        if place not in found:
            yield Incoming(f"{entry.table}/{entry.id}", entry.table, entry.id, entry.version, entry.cells, None)


def _values(rows: Rows) -> Mapping[str, list[Any]]:
    """Return the understood values of columns that are more than text."""
    understood, _ = understand(rows)
    return {column: cells for column, cells in understood.columns.items() if cells is not rows.columns[column]}


def _new(table: str, cells: Cells, taken: Collection[str]) -> Incoming:
    own = cells.get(KEYS.get(table, ""), "")
    id = own if own and own not in taken else id_by_chance()
    return Incoming(f"{table}/{id}", table, id, 0, None, cells)


def _changed(entry: Entry, cells: Cells) -> Iterator[Incoming]:
    after = filled({**entry.cells, **cells})
    if after != entry.cells:
        # emptied cells are named, so that the edit empties them
        emptied = dict.fromkeys((column for column in entry.cells if column not in after), "")
        yield Incoming(
            f"{entry.table}/{entry.id}", entry.table, entry.id, entry.version, entry.cells, {**after, **emptied}
        )


def _says_a_list(snapshot: Snapshot, row: Incoming) -> bool:
    """Whether a new row of links.csv only says what a project of the store lists, as our own exports write it."""
    cells = row.after or {}
    if row.table != "links" or not _LISTED.issuperset(cells):
        return False
    project = snapshot.find("projects", cells.get("to_id", ""))
    kind = VOCABULARIES["tie_kind"].get(cells.get("kind", "").casefold(), "")
    column = next((column for column, listed in LISTED_KINDS.items() if listed == kind), "")
    if project is None or not column:
        return False
    return (
        fold(cells.get("from_id", "")) in map(fold, parts(project.cells.get(column, "")))
        and cells.get("reference", "") in ("", project.cells.get("reference", ""))
        and cells.get("certainty", "") in ("", Certainty.CONFIRMED.value)
    )
