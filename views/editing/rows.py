"""A whole table in hand: the rows as they were taken up, and the edits that what was typed into them means."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from graph.schema import TABLES, ContractColumn
from graph.vocabulary import VOCABULARIES
from store import Change, Edit, Entry, Snapshot
from views.editing.draft import NEW, EntryDraft, named


@dataclass(frozen=True)
class Typed:
    """What was done to rows: cells by place, new rows, and places of deleted rows."""

    edited: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)
    added: Sequence[Mapping[str, Any]] = ()
    deleted: Collection[int] = ()


def typed_of(state: Mapping[str, Any]) -> Typed:
    """Return what a table on the screen reports."""
    return Typed(
        {int(place): cells for place, cells in state.get("edited_rows", {}).items()},
        [row for row in state.get("added_rows", ()) if any(row.values())],
        list(state.get("deleted_rows", ())),
    )


def edits_of(table: str, rows: Sequence[Entry], typed: Typed, taken: Collection[str]) -> list[Edit]:
    """Return the edits of changed and new rows; new ones get ids from their names.

    Parameters
    ----------
    table
        Name of the table.
    rows
        Rows as they were taken up.
    typed
        What was typed into the rows.
    taken
        Ids that are in use.
    """
    changed = [
        Edit(table, rows[place].id, rows[place].version, differing)
        for place, cells in sorted(typed.edited.items())
        if place not in typed.deleted and (differing := _differing(rows[place], cells))
    ]
    used, new = set(taken), []
    for cells in typed.added:
        draft = named(EntryDraft(table, NEW, cells=_texts(cells)), used)
        used.add(draft.cells.get("id", ""))
        new.append(draft.edit)
    return [*changed, *new]


def together(*groups: Iterable[Edit]) -> list[Edit]:
    """Return edits with one for each row: cells are joined, and a deletion wins."""
    kept: dict[tuple[str, str] | int, Edit] = {}
    for edit in (edit for group in groups for edit in group):
        key: tuple[str, str] | int = (edit.table, edit.id) if edit.id else len(kept)
        before = kept.get(key)
        if before is None or edit.cells is None:
            kept[key] = edit
        elif before.cells is not None:
            kept[key] = Edit(edit.table, edit.id, edit.version, {**before.cells, **edit.cells})
    return list(kept.values())


def changes_of(edits: Iterable[Edit], entries: Mapping[str, Mapping[str, Entry]]) -> list[Change]:
    """Return edits as changes of what is there, to be told before they are saved."""
    changes = []
    for edit in edits:
        now = entries[edit.table].get(edit.id) if edit.version else None
        before = now.cells if now else None
        after = None if edit.cells is None else {**(before or {}), **edit.cells}
        changes.append(Change(edit.table, edit.id, edit.version + 1, before, after))
    return changes


def _differing(entry: Entry, cells: Mapping[str, Any]) -> dict[str, str]:
    return {column: text for column, text in _texts(cells).items() if text.strip() != entry.cells.get(column, "")}


def _texts(cells: Mapping[str, Any]) -> dict[str, str]:
    return {column: "" if value is None else str(value) for column, value in cells.items()}


@dataclass(frozen=True)
class SheetTaken:
    """A table as it was taken up; it stays in hand whatever others do, until it is saved or given back."""

    revision: int
    columns: tuple[str, ...]
    rows: tuple[Entry, ...]


def taken_up(snapshot: Snapshot, table: str) -> SheetTaken:
    """Take up a table with the columns of the contract and those of its own."""
    columns = dict.fromkeys((*TABLES[table].names, *snapshot.headings.get(table, ())))
    return SheetTaken(snapshot.revision, tuple(columns), tuple(snapshot.rows(table)))


def frame_of(taken: SheetTaken) -> pd.DataFrame:
    """Return the table as text, one row an entry, with an empty cell where it says nothing."""
    cells = [[row.cells.get(column, "") for column in taken.columns] for row in taken.rows]
    frame = pd.DataFrame(cells).reindex(columns=range(len(taken.columns)))
    return frame.set_axis(list(taken.columns), axis=1).astype(object)


def codes_of(column: ContractColumn, taken: SheetTaken) -> list[str]:
    """Return what a cell of a coded column may hold: the codes, then the words that the table holds for them."""
    said = (row.cells.get(column.name, "") for row in taken.rows)
    return [code for code in dict.fromkeys((*VOCABULARIES[column.vocabulary].values(), *said)) if code]


def all_edits(
    table: str, taken: SheetTaken, typed: Typed, snapshot: Snapshot, *, deletion: Callable[[str, str], list[Edit]]
) -> list[Edit]:
    """Return the edits of a table in hand, with what hangs on deleted rows.

    Parameters
    ----------
    table
        Name of the table.
    taken
        The table as it was taken up.
    typed
        What was typed into the rows.
    snapshot
        What stands there now.
    deletion
        Gives the edits that delete an entry of a table; see `store.Store.deletion`.
    """
    ids = {id for name in ("actors", "projects", table) for id in snapshot.entries[name]}
    deleted = [taken.rows[place].id for place in typed.deleted if place < len(taken.rows)]
    gone = [deletion(table, id) for id in deleted if snapshot.find(table, id)]
    return together(edits_of(table, taken.rows, typed, ids), *gone)
