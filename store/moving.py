"""What rows become that name a row which goes: they name the other one, and of two that say the same one is left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field

from graph.reading.check.identity import fold
from graph.reading.rows import Rows
from graph.vocabulary import TIE_KINDS
from store.changes import FieldChange, differing
from store.checking import tables_of
from store.entries import Cells, Entry, Snapshot
from store.evidence import CERTAINTY, REFERENCE, RowStatement, pairs_of, statement, supported
from store.listing import listed_in
from store.naming import names_of, naming, values_of
from store.references import ENDS


@dataclass(frozen=True, slots=True)
class Joined:
    """Two rows that become one, because they say the same once they name the same.

    Attributes
    ----------
    staying
        The row that is left.
    going
        The row that is not needed any more; ``None`` when it was a list that said it.
    fields
        Cells of the row that is left which become others.
    differing
        Cells in which both differ, the one that stays first.
    """

    staying: Entry
    going: Entry | None
    fields: tuple[FieldChange, ...]
    differing: tuple[FieldChange, ...]


@dataclass(slots=True)
class Moved:
    """What becomes of the rows of a table.

    Attributes
    ----------
    cells
        Id of a row -> all its cells afterwards.
    gone
        Rows that are not needed any more: joined with another one, or about a row and itself.
    joined
        See `Joined`.
    """

    cells: dict[str, Cells] = field(default_factory=dict)
    gone: list[Entry] = field(default_factory=list)
    joined: list[Joined] = field(default_factory=list)


@dataclass(slots=True)
class _StatementGroup:
    """Statements of one name, of the row that stays and of the one that goes."""

    kept: list[RowStatement] = field(default_factory=list)
    moved: list[RowStatement] = field(default_factory=list)


def moved_rows(snapshot: Snapshot, table: str, keep: str, drop: str) -> Moved:
    """Return what becomes of the rows of a table without ids when they name another row.

    Parameters
    ----------
    snapshot
        Rows of the store at one revision.
    table
        Name of the table.
    keep
        Id of the row that stays.
    drop
        Id of the row that goes.
    """
    before = tables_of(snapshot)[table]
    ends = [column.name for column in ENDS[table]]
    after = before.having({end: [_renamed(text, keep, drop) for text in before.columns[end]] for end in ends})
    entries = tuple(snapshot.rows(table))
    touched = {
        row for row in range(len(entries)) if any(before.columns[end][row] != after.columns[end][row] for end in ends)
    }
    done = Moved(cells={entries[row].id: _cells(after, row) for row in touched})
    about_itself = {row for row in touched if _is_about_itself(after, row)}
    for row in about_itself:
        _leave_out(done, entries[row])
    for group in _groups(snapshot, after, touched - about_itself, (keep, drop)):
        for one, other in pairs_of(group.kept, group.moved):
            _join(done, after, entries, one, other)
    done.gone.sort(key=entries.index)
    return done


def _renamed(text: str, keep: str, drop: str) -> str:
    return keep if fold(text) == fold(drop) else text


def _cells(rows: Rows, row: int) -> dict[str, str]:
    return {column: texts[row] for column, texts in rows.columns.items() if texts[row]}


def _is_about_itself(rows: Rows, row: int) -> bool:
    ends = [fold(rows.columns[column.name][row]) for column in ENDS[rows.table.name] if column.required]
    return len(ends) > 1 and len(set(ends)) == 1


def _groups(snapshot: Snapshot, rows: Rows, touched: set[int], ids: tuple[str, str]) -> Iterable[_StatementGroup]:
    """Return what is said of the row that stays and of the one that goes, by what it is about afterwards."""
    values = values_of(rows)
    names = list(map(_undirected, names_of(rows, values)))
    listed = list(_listed(snapshot, *ids)) if rows.table.name == "links" else []
    wanted = {*(names[row] for row in touched), *(name for name, _, is_moved in listed if is_moved)}
    groups: dict[Hashable, _StatementGroup] = defaultdict(_StatementGroup)
    for row, name in enumerate(names):
        if name in wanted:
            side = groups[name].moved if row in touched else groups[name].kept
            side.append(statement(rows, values, row))
    for name, tie, is_moved in listed:
        if name in wanted:
            # a row counts before the list that says the same
            side = groups[name].moved if is_moved else groups[name].kept
            side += [] if side else [tie]
    return [group for group in groups.values() if group.kept and group.moved]


def _undirected(name: Hashable) -> Hashable:
    """Return the name of a tie that means the same the other way round by the order of its ends."""
    if isinstance(name, tuple) and name[-1] in TIE_KINDS and not TIE_KINDS[name[-1]].directed:
        return (*sorted(name[:-1]), name[-1])
    return name


def _listed(snapshot: Snapshot, keep: str, drop: str) -> Iterator[tuple[Hashable, RowStatement, bool]]:
    """Yield the ties that lists state, by the names they have afterwards, and whether that is another one."""
    for name, tie in listed_in(snapshot).items():
        renamed = tuple(_renamed(part, fold(keep), drop) for part in name) if isinstance(name, tuple) else name
        cells = {column: str(tie[column]) for column in (CERTAINTY, REFERENCE) if tie[column]}
        yield renamed, RowStatement(cells, {}), renamed != name


def _join(done: Moved, rows: Rows, entries: tuple[Entry, ...], one: RowStatement, other: RowStatement) -> None:
    """Let one row say what two statements say; which one it is follows from which of them has a row."""
    staying, going = (one, other) if one.row is not None else (other, None)
    if staying.row is None:
        return
    entry = entries[staying.row]
    gone = entries[going.row] if going and going.row is not None else None
    cells = supported(rows, one.cells, other.cells)
    if cells != entry.cells:
        done.cells[entry.id] = cells
    if gone:
        _leave_out(done, gone)
    named = naming(rows.table)
    beside = tuple(change for change in differing(one.cells, other.cells) if change.column not in named)
    changed = tuple(change for change in differing(staying.cells, cells) if change.column not in named)
    done.joined.append(Joined(entry, gone, changed, beside))


def _leave_out(done: Moved, entry: Entry) -> None:
    done.gone.append(entry)
    done.cells.pop(entry.id, None)
