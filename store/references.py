"""What hangs on a row: the rows that name it, and what becomes of them when it goes or gets another name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.reading.cells import parts
from graph.reading.check.identity import fold
from graph.schema import TABLES, CellKind, ContractColumn
from graph.ties import LISTED_KINDS
from store.entries import KEYS, Edit, Entry, Snapshot, has_own_id
from store.errors import StoreError

_ELEMENTS = ("actors", "projects")
# table -> columns that name one element; where it is required, a row is nothing without it
ENDS: Mapping[str, tuple[ContractColumn, ...]] = {
    table.name: tuple(column for column in table.columns if column.cell is CellKind.ID)
    for table in TABLES.values()
    if table.name not in KEYS
}


@dataclass(frozen=True, slots=True)
class Reference:
    """A cell that names a row.

    Attributes
    ----------
    whole
        Whether the row that names it cannot be without it, as a tie without one of its ends.
    """

    entry: Entry
    column: str
    whole: bool


def references_to(snapshot: Snapshot, table: str, id: str) -> tuple[Reference, ...]:
    """Return every cell that names a row, in the order of tables and rows.

    Parameters
    ----------
    snapshot
        Rows of the store at one revision.
    table
        Name of the table.
    id
        Id of the entry.
    """
    return tuple(_references(snapshot, table, fold(id)))


def deletion(snapshot: Snapshot, table: str, id: str) -> list[Edit]:
    """Return the edits that delete a row, the ties and events that hang on it, and its mentions in lists.

    Parameters
    ----------
    snapshot
        Rows of the store at one revision.
    table
        Name of the table.
    id
        Id of the entry.

    Raises
    ------
    StoreError
        ``not-found`` when there is no such row.
    """
    entry = existing(snapshot, table, id)
    found = references_to(snapshot, table, id) if has_own_id(entry) else ()
    gone = {(reference.entry.table, reference.entry.id): reference.entry for reference in found if reference.whole}
    left = [one for one in found if (one.entry.table, one.entry.id) not in {*gone, (table, id)}]
    return [
        Edit(table, id, entry.version, None),
        *(Edit(one.table, one.id, one.version, None) for one in gone.values()),
        *with_lists(left, lambda name: () if fold(name) == fold(id) else (name,)),
    ]


def with_lists(references: Iterable[Reference], rule: Callable[[str], Iterable[str]]) -> list[Edit]:
    """Return edits that put other names into list cells, one edit a row.

    Parameters
    ----------
    rule
        Name -> the names that stand there instead.
    """
    cells: dict[tuple[str, str, int], dict[str, str]] = {}
    for reference in references:
        entry = reference.entry
        names = (new for name in parts(entry.cells[reference.column]) for new in rule(name))
        cells.setdefault((entry.table, entry.id, entry.version), {})[reference.column] = ";".join(dict.fromkeys(names))
    return [Edit(*key, changed) for key, changed in cells.items()]


def existing(snapshot: Snapshot, table: str, id: str) -> Entry:
    """Return an entry.

    Parameters
    ----------
    snapshot
        Rows of the store at one revision.
    table
        Name of the table.
    id
        Id of the entry.

    Raises
    ------
    StoreError
        ``not-found`` when there is none.
    """
    entry = snapshot.find(table, id)
    if entry is None:
        raise StoreError("not-found", f"{table}/{id}")
    return entry


def _references(snapshot: Snapshot, table: str, folded: str) -> Iterator[Reference]:
    if table in _ELEMENTS:
        for name, ends in ENDS.items():
            for entry in snapshot.rows(name):
                for end in ends:
                    if fold(entry.cells.get(end.name, "")) == folded:
                        yield Reference(entry, end.name, whole=end.required)
    if table == "actors":
        yield from _in_lists(snapshot, "projects", tuple(LISTED_KINDS), folded)
    if table == "sources":
        for name, described in TABLES.items():
            columns = tuple(column.name for column in described.columns if column.cell is CellKind.REFERENCE)
            yield from _in_lists(snapshot, name, columns, folded)


def _in_lists(snapshot: Snapshot, table: str, columns: tuple[str, ...], folded: str) -> Iterator[Reference]:
    for entry in snapshot.rows(table):
        for column in columns:
            if any(fold(name) == folded for name in parts(entry.cells.get(column, ""))):
                yield Reference(entry, column, whole=False)
