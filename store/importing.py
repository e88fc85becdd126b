"""Files into a store: compared with it as it would be after them, and the taking over of all or part."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from graph.issue import Issue
from graph.load import in_order
from graph.reading.codes import CODES, Effect
from graph.reading.limits import Extent
from graph.reading.sources import Source, read_source
from graph.reading.tables import assigned
from store.checking import edited
from store.comparing import ComparedTable, Incoming, compared
from store.contested import Touched, joined, split
from store.entries import Edit, Snapshot
from store.foreseen import foreseen
from store.listing import said_by_lists
from store.scope import Scope


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What files say beside the store.

    Attributes
    ----------
    new, changed
        Rows to take over.
    missing
        Rows the files do not have any more; only of tables that are among the files, and only of what the files speak
        of, see `store.scope`.
    issues
        What the reader finds in the files together with what the store holds already, since one table alone refers to
        rows of the others.
    columns
        Table -> columns of the files; empty when no table was understood.
    contested
        Rows of which the files would take back what a person has changed since they were taken over; they are not
        taken over unless somebody chooses them.
    """

    new: tuple[Incoming, ...]
    changed: tuple[Incoming, ...]
    missing: tuple[Incoming, ...]
    issues: tuple[Issue, ...] = field(repr=False)
    columns: Mapping[str, tuple[str, ...]] = field(repr=False)
    contested: tuple[Incoming, ...] = ()

    @property
    def rows(self) -> tuple[Incoming, ...]:
        """All rows of the lists."""
        return (*self.new, *self.changed, *self.contested, *self.missing)

    @property
    def is_understood(self) -> bool:
        """Whether some table was found in the files; without one, nothing was compared."""
        return bool(self.columns)

    @property
    def unread(self) -> tuple[Issue, ...]:
        """Why files or worksheets were left out as a whole; one that was not handed in is not missed here."""
        left_out = (issue for issue in self.issues if CODES[issue.code].effect is Effect.TABLE)
        return tuple(issue for issue in left_out if issue.code != "missing-file")

    def columns_of(self, chosen: Collection[str] | None) -> Mapping[str, tuple[str, ...]]:
        """Return the columns the store needs for chosen rows, by default all columns of the files."""
        tables = {row.table for row in self.rows if chosen is not None and row.key in chosen}
        return {table: names for table, names in self.columns.items() if chosen is None or table in tables}

    def edits(self, chosen: Collection[str] | None) -> list[Edit]:
        """Return the edits of chosen rows, by default of all that are new or changed."""
        if chosen is None:
            return joined((*self.new, *self.changed))
        return joined(row for row in self.rows if row.key in chosen)

    def beside(self, since: Touched) -> ImportPreview:
        """Return the preview with what persons have changed since in a list of its own."""
        pairs = {
            kind: [split(row, since) for row in rows] for kind, rows in (("new", self.new), ("changed", self.changed))
        }
        free = {kind: tuple(row for row, _ in found if row) for kind, found in pairs.items()}
        contested = tuple(row for found in pairs.values() for _, row in found if row)
        return replace(self, new=free["new"], changed=free["changed"], contested=contested)


def preview_of(snapshot: Snapshot, source: Source, source_id: str = "", extent: Extent | None = None) -> ImportPreview:
    """Return what files would change; a value written in another way is no change.

    Parameters
    ----------
    snapshot
        What the store holds.
    source
        The files, see `graph.load.load`.
    source_id
        The source they are from: only rows that name it can be missing. By default rows can that name one of the
        sources the files name.
    extent
        How much text of a table is read, as for `graph.load.load`.
    """
    reading = read_source(source, extent)
    read, found = assigned(reading)
    scope = Scope(snapshot, read, source_id)
    tables = {name: compared(snapshot, rows, scope) for name, rows in read.items() if rows.headers}
    if "links" in tables:
        needless = said_by_lists(snapshot, _after(snapshot, tables), read["links"])
        tables["links"] = _without(tables["links"], needless)
    rows = [row for table in tables.values() for row in table.rows]
    places = {name: table.places for name, table in tables.items()}
    issues = (*reading.issues, *found, *foreseen(_after(snapshot, tables), read, places))
    return ImportPreview(
        new=tuple(row for row in rows if row.before is None),
        changed=tuple(row for row in rows if row.before is not None and row.after is not None),
        missing=tuple(row for row in rows if row.after is None),
        issues=tuple(in_order([issue for issue in issues if not _is_in_store(snapshot, issue)], read)),
        columns={name: tuple(c for c in read[name].columns if c in read[name].headers) for name in tables},
    )


def _after(snapshot: Snapshot, tables: Mapping[str, ComparedTable]) -> Snapshot:
    """Return the data as they would be when all that is new or changed is taken over."""
    taken = (row for table in tables.values() for row in table.rows if row.after is not None)
    return edited(snapshot, (row.edit for row in taken))


def _without(links: ComparedTable, needless: Collection[int]) -> ComparedTable:
    """Return new rows of links.csv without those that lists say anyway."""
    dropped = {row.id for row in links.rows if row.before is None and links.places[row.id] in needless}
    places = {id: place for id, place in links.places.items() if id not in dropped}
    return ComparedTable(tuple(row for row in links.rows if row.id not in dropped), places)


def _is_in_store(snapshot: Snapshot, issue: Issue) -> bool:
    """Whether a finding says that a table is missing which the store holds."""
    return issue.code == "missing-file" and issue.value in snapshot.headings
