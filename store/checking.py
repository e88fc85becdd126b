"""What the reader of files would say of the data, entry by entry, without writing a file first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graph.issue import Issue, Severity
from graph.reading.check import check
from graph.reading.codes import finding
from graph.reading.limits import MAX_COLUMNS, MAX_RECORD, OWNER, megabytes
from graph.reading.rows import Rows, Tables
from graph.schema import TABLES
from store.entries import Edit, Entry, Key, Snapshot, filled, ordered_columns, tidy_cells

# what a table of a store may hold: as much as is read from it again
MAX_FILE_BYTES, MAX_ROWS, MAX_LINES, MAX_CELLS = OWNER.file_bytes, OWNER.rows, OWNER.lines, OWNER.cells


@dataclass(frozen=True, slots=True)
class Located:
    """A finding and the entry it is about."""

    key: Key
    issue: Issue


def tables_of(snapshot: Snapshot) -> Tables:
    """Return the rows as the reader has them before it checks; the line of a row is its place, the first being 1."""
    return {name: _rows(snapshot, name) for name in TABLES}


def _rows(snapshot: Snapshot, name: str) -> Rows:
    table = TABLES[name]
    header = snapshot.headings.get(name, table.names)
    entries = tuple(snapshot.rows(name))
    columns = {
        column: [entry.cells.get(column, "") for entry in entries] for column in dict.fromkeys((*table.names, *header))
    }
    return Rows(table, f"{name}.csv", columns, {column: column for column in header}, range(1, len(entries) + 1))


def findings(snapshot: Snapshot) -> tuple[Located, ...]:
    """Return everything the reader finds that is about an entry."""
    ids = {f"{name}.csv": tuple(entry.id for entry in snapshot.rows(name)) for name in TABLES}
    _, issues = check(tables_of(snapshot))
    return tuple(
        Located((issue.file.removesuffix(".csv"), ids[issue.file][issue.line - 1]), issue)
        for issue in issues
        if issue.line
    )


def edited(snapshot: Snapshot, edits: Iterable[Edit]) -> Snapshot:
    """Return the data as they would be; rows keep their places, new ones come last."""
    entries = {name: dict(rows) for name, rows in snapshot.entries.items()}
    columns = dict(snapshot.headings)
    for edit in edits:
        if edit.cells is None:
            entries[edit.table].pop(edit.id, None)
            continue
        now = entries[edit.table].get(edit.id)
        cells = filled({**(now.cells if now else {}), **tidy_cells(edit.cells)})
        entries[edit.table][edit.id] = Entry(edit.table, edit.id, edit.version, cells)
        columns[edit.table] = with_columns(edit.table, columns.get(edit.table), cells)
    return replace(snapshot, entries=entries, headings=columns)


def with_columns(table: str, columns: Sequence[str] | None, more: Iterable[str]) -> tuple[str, ...]:
    """Return columns of a table and further ones; a new table has all columns of the contract.

    Parameters
    ----------
    table
        Name of the table.
    columns
        Columns in their order; ``None`` for those of the contract.
    more
        Columns beyond the contract.
    """
    return ordered_columns(table, (*(columns or TABLES[table].names), *more))


def findings_on(snapshot: Snapshot, edits: Sequence[Edit]) -> list[Issue]:
    """Return what the reader would find in edited rows; ``line`` is the place of the edit, the first being 1."""
    places = {(edit.table, edit.id): place for place, edit in enumerate(edits, 1)}
    found = [
        replace(located.issue, line=places[located.key])
        for located in findings(edited(snapshot, edits))
        if located.key in places
    ]
    return sorted([*found, *_beyond_limits(edits)], key=lambda issue: issue.line)


def refusals(
    before: Sequence[Located], found: Sequence[Located], after: Snapshot, edits: Sequence[Edit], *, strict: bool = True
) -> list[Issue]:
    """Return the errors for which edits are refused.

    Every error on an edited row, since the reader would leave out what the editor believes saved, and every error
    that other rows did not have before, such as a reference to what is deleted.

    Parameters
    ----------
    before, found
        Findings on the data as they are, and as they would be.
    after
        The data as they would be.
    edits
        What is to be saved, all or nothing.
    strict
        Whether edited rows must be free of errors; an import or an undo may bring them back.
    """
    places = {(edit.table, edit.id): place for place, edit in enumerate(edits, 1)}
    known = Counter(map(_what, before))
    errors = [located for located in found if located.issue.severity is Severity.ERROR]
    on_others = Counter(_what(located) for located in errors) - known
    refused = []
    for located in errors:
        if located.key in places:
            refused += [replace(located.issue, line=places[located.key])] if strict else []
        elif on_others[_what(located)] > 0:
            refused.append(replace(located.issue, line=0))
    return [*refused, *_beyond_limits(edits), *_too_large(after, sorted({edit.table for edit in edits}))]


def _what(located: Located) -> tuple[Key, str, str, str]:
    return located.key, located.issue.code, located.issue.column, located.issue.value


def _beyond_limits(edits: Sequence[Edit]) -> list[Issue]:
    """Find rows so long that the reader would not take them."""
    return [
        finding("row-too-long", f"{edit.table}.csv", place)
        for place, edit in enumerate(edits, 1)
        if edit.cells and sum(map(len, edit.cells.values())) > MAX_RECORD // 2
    ]


def _too_large(snapshot: Snapshot, tables: Iterable[str]) -> list[Issue]:
    """Find tables that the reader would refuse as a whole, before they become so."""
    issues = []
    for name in tables:
        columns = snapshot.headings.get(name, ())
        rows = snapshot.entries[name].values()
        texts = [text for entry in rows for text in entry.cells.values()]
        size = sum(len(text.encode()) for text in texts) + len(rows) * 2 * len(columns)
        lines = len(rows) + sum(text.count("\n") for text in texts)
        if len(columns) > MAX_COLUMNS:
            issues.append(finding("too-many-columns", f"{name}.csv"))
        if len(rows) > MAX_ROWS or len(rows) * len(columns) > MAX_CELLS or lines > MAX_LINES:
            issues.append(finding("too-many-rows", f"{name}.csv"))
        if size > MAX_FILE_BYTES:
            issues.append(finding("too-large", f"{name}.csv", value=str(size), hint=megabytes(MAX_FILE_BYTES)))
    return issues
