"""Two rows that are one: suggested pairs, what a merge moves and leaves, and the edits. A person decides."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from graph.reading.cells import parts
from graph.reading.check.identity import fold
from graph.schema import TABLES, CellKind
from store.changes import FieldChange, differing
from store.checking import Located, tables_of
from store.entries import KEYS, Cells, Edit, Entry, Key, Snapshot
from store.errors import StoreError
from store.evidence import LOCATOR, fact, joined_list, joined_places
from store.moving import Joined, moved_rows
from store.naming import values_of
from store.references import ENDS, Reference, existing, references_to

_SUGGESTING = ("near-duplicate-name", "shared-alias")
_MERGEABLE = ("actors", "projects", "sources")
_JOINED = (CellKind.LIST, CellKind.ACTORS, CellKind.REFERENCE)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two rows that may be one.

    Attributes
    ----------
    keep, drop
        Ids of the earlier row and of the later one.
    code
        The finding that says so.
    """

    table: str
    keep: str
    drop: str
    code: str


@dataclass(frozen=True, slots=True)
class Merge:
    """What a merge would do.

    Attributes
    ----------
    fields
        Cells of the kept row that become others.
    differing
        Cells that hold one thing here and another there, the kept row first. A person decides which of both stays.
    taken
        Columns of these in which it is the text of the row that goes.
    moved
        Cells of other rows that will name the kept row.
    joined
        Ties and other rows that would be there twice: they become one, as well supported as both together.
    gone
        The rows that are left out for that, and ties that would join the row with itself.
    edits
        What to save.
    """

    keep: Entry
    drop: Entry
    fields: tuple[FieldChange, ...]
    differing: tuple[FieldChange, ...]
    taken: tuple[str, ...]
    moved: tuple[Reference, ...]
    joined: tuple[Joined, ...]
    gone: tuple[Entry, ...]
    edits: tuple[Edit, ...]


def suggested_pairs(found: Sequence[Located]) -> tuple[Pair, ...]:
    """Return the pairs that findings suggest, each once."""
    pairs = {
        (table, located.issue.hint, id): located.issue.code
        for located in reversed(found)
        if located.issue.code in _SUGGESTING
        for table, id in (located.key,)
    }
    return tuple(Pair(*key, code) for key, code in reversed(pairs.items()))


def merge_of(snapshot: Snapshot, keep: str, drop: str, taken: Collection[str] = ()) -> Merge:
    """Return what it means that everything said of one row is said of another from now on.

    Empty cells of the kept row are filled, lists, sources and places in them are joined, and the other name becomes an
    alias. Ties move; of two that say the same one is left, with the better certainty and the sources of both.

    Parameters
    ----------
    snapshot
        What the store holds.
    keep, drop
        Ids of the row that stays and of the one that goes.
    taken
        Columns in which both hold something else and the text of the row that goes is to stay.

    Raises
    ------
    StoreError
        ``not-found`` when one of them is missing, or when they stand in different tables.
    """
    table = _table_of(snapshot, keep, drop)
    kept, dropped = existing(snapshot, table, keep), existing(snapshot, table, drop)
    contrary = _contrary(snapshot, kept, dropped)
    chosen = tuple(change.column for change in contrary if change.column in taken)
    references = [one for one in references_to(snapshot, table, drop) if one.entry != dropped]
    cells: dict[Key, Cells] = {(table, keep): _joined(kept, dropped, chosen)}
    gone: list[Entry] = []
    joined: list[Joined] = []
    for name in ENDS if table in ("actors", "projects") else ():
        moved = moved_rows(snapshot, name, keep, drop)
        cells |= {(name, id): after for id, after in moved.cells.items()}
        gone, joined = [*gone, *moved.gone], [*joined, *moved.joined]
    for one in references:
        _rename(cells, one, keep, drop)
    edits = [_edit(snapshot, key, after) for key, after in cells.items()]
    edits += [Edit(entry.table, entry.id, entry.version, None) for entry in (dropped, *gone)]
    return Merge(
        *(kept, dropped),
        fields=tuple(field for field in differing(kept.cells, cells[table, keep]) if field.after),
        differing=contrary,
        taken=chosen,
        moved=tuple(one for one in references if one.entry not in (kept, *gone)),
        joined=tuple(joined),
        gone=tuple(gone),
        edits=tuple(edits),
    )


def _table_of(snapshot: Snapshot, keep: str, drop: str) -> str:
    for table in _MERGEABLE:
        if keep != drop and snapshot.find(table, keep) and snapshot.find(table, drop):
            return table
    raise StoreError("not-found", f"{keep}, {drop}")


def _contrary(snapshot: Snapshot, keep: Entry, drop: Entry) -> tuple[FieldChange, ...]:
    """Return the cells that hold one thing here and another there, and of which only one can stay."""
    rows = tables_of(snapshot)[keep.table]
    values = values_of(rows)
    places = {entry.id: row for row, entry in enumerate(snapshot.rows(keep.table))}
    apart = {KEYS[keep.table], LOCATOR, *(c.name for c in TABLES[keep.table].columns if c.cell in _JOINED)}

    def said(entry: Entry, column: str) -> Any:  # noqa: ANN401 - whatever a cell may hold
        return fact(values, column, places[entry.id], entry.cells[column])

    return tuple(
        FieldChange(column, text, drop.cells[column])
        for column, text in keep.cells.items()
        if column in drop.cells and column not in apart and said(keep, column) != said(drop, column)
    )


def _joined(keep: Entry, drop: Entry, taken: Collection[str]) -> dict[str, str]:
    kinds = {column.name: column.cell for column in TABLES[keep.table].columns}
    cells = dict(keep.cells)
    for column, text in drop.cells.items():
        if kinds.get(column) in _JOINED:
            cells[column] = joined_list(cells.get(column, ""), text)
        elif column == LOCATOR and column in cells:
            cells[column] = joined_places(cells[column], text)
        elif column in taken or column not in cells:
            cells[column] = text
    if "aliases" in kinds:
        cells["aliases"] = _aliases(cells, (keep, drop))
    return cells


def _aliases(cells: Cells, rows: Sequence[Entry]) -> str:
    """Return the aliases with the names of both rows, but not those the kept row is called by anyway."""
    own = {fold(cells.get(column, "")) for column in ("name", "short_name")}
    # a list has no place for a name that holds its separator
    names = (row.cells.get(column, "").replace(";", ",") for row in rows for column in ("name", "short_name"))
    joined = (*parts(cells.get("aliases", "")), *names)
    return ";".join(dict.fromkeys(name for name in joined if name and fold(name) not in own))


def _rename(cells: dict[Key, Cells], reference: Reference, keep: str, drop: str) -> None:
    """Let a cell of a list name the row that stays; a row that would name itself does not."""
    entry = reference.entry
    if reference.column in {end.name for end in ENDS.get(entry.table, ())}:
        return  # these rows have moved
    before = cells.get((entry.table, entry.id), entry.cells)
    names = (keep if fold(name) == fold(drop) else name for name in parts(before.get(reference.column, "")))
    itself = (entry.id,) if entry.table == "sources" else ()
    cells[entry.table, entry.id] = {
        **before,
        reference.column: ";".join(name for name in dict.fromkeys(names) if name not in itself),
    }


def _edit(snapshot: Snapshot, key: Key, after: Cells) -> Edit:
    """Return the edit that gives a row these cells."""
    entry = existing(snapshot, *key)
    emptied = dict.fromkeys((column for column in entry.cells if column not in after), "")
    return Edit(entry.table, entry.id, entry.version, {**after, **emptied})
