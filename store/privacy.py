"""What a store holds about persons is shown only where the body may keep it; where it may not, it stays unseen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from graph.reading.persons import is_personal, persons_allowed
from store.changes import Change, ChangeSet
from store.entries import Cells, Entry, Snapshot


def discreet_snapshot(snapshot: Snapshot) -> Snapshot:
    """Return the entries without columns about persons, unless these are allowed."""
    if persons_allowed() or not any(map(is_personal, _columns(snapshot.headings))):
        return snapshot
    return replace(
        snapshot,
        headings={
            table: tuple(c for c in columns if not is_personal(c)) for table, columns in snapshot.headings.items()
        },
        entries={
            table: {id: replace(entry, cells=_without(entry.cells)) for id, entry in rows.items()}
            for table, rows in snapshot.entries.items()
        },
    )


def discreet_entry(entry: Entry | None) -> Entry | None:
    """Return an entry without columns about persons, unless these are allowed."""
    return entry if entry is None or persons_allowed() else replace(entry, cells=_without(entry.cells))


def discreet_changes(changesets: Iterable[ChangeSet]) -> tuple[ChangeSet, ...]:
    """Return changes without columns about persons, unless these are allowed."""
    if persons_allowed():
        return tuple(changesets)
    return tuple(replace(done, changes=tuple(map(_discreet_change, done.changes))) for done in changesets)


def _discreet_change(change: Change) -> Change:
    before, after = (None if cells is None else _without(cells) for cells in (change.before, change.after))
    return replace(change, before=before, after=after)


def _without(cells: Cells) -> dict[str, str]:
    return {column: text for column, text in cells.items() if not is_personal(column)}


def _columns(headings: Mapping[str, tuple[str, ...]]) -> Iterable[str]:
    return (column for columns in headings.values() for column in columns)
