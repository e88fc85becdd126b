"""A save: checked before others have to wait, then written if nothing that matters has changed meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from sqlalchemy import Connection, Engine, or_, select

from graph.issue import Issue
from graph.reading.codes import finding
from graph.reading.persons import is_personal, persons_allowed
from graph.schema import TABLES
from store.changes import ChangeSet, current_revision
from store.checking import Located, edited, findings, refusals
from store.engine import reading, writing
from store.entries import KEYS, Edit, Snapshot, has_own_id, is_by_chance, new_id, tidy_cells
from store.errors import RefusedError
from store.known import KnownFindings
from store.people import Editor, Role, require
from store.schema import change
from store.snapshots import read_snapshot
from store.writing import Purpose, raise_conflicts, write

_TRIES = 3  # before others have to wait for the check too

Afterwards = Callable[[Connection, ChangeSet], None]


def nothing_more(_connection: Connection, _done: ChangeSet) -> None:
    """Do nothing after a change."""


def save_edits(
    engine: Engine,
    editor: Editor,
    edits: Sequence[Edit],
    purpose: Purpose,
    *,
    known: KnownFindings,
    strict: bool = True,
    afterwards: Afterwards = nothing_more,
) -> ChangeSet:
    """Check and write edits; when this returns, they are on the disk.

    Parameters
    ----------
    engine
        Connection to the database.
    editor
        Who saves.
    edits
        What is to be saved, all or nothing.
    purpose
        What the change is for, in the log.
    known
        What the reader finds in the data, so that it need not be found twice.
    strict
        See `store.checking.refusals`.
    afterwards
        What else belongs in the same transaction.

    Raises
    ------
    NotAllowedError, RefusedError, ConflictError, StoreError
        Nothing was changed.
    """
    require(editor, Role.EDITOR)
    edits = with_ids(edits)
    for attempt in range(1, _TRIES + 1):
        with reading(engine) as connection:
            snapshot = read_snapshot(connection)
            # what is out of date is said to be so, not to be wrong
            raise_conflicts(connection, edits)
        found = checked(snapshot, edits, known, strict=strict)
        with writing(engine) as connection:
            revision = current_revision(connection)
            if attempt == _TRIES:
                raise_conflicts(connection, edits)
                found = checked(read_snapshot(connection), edits, known, strict=strict)
            elif revision != snapshot.revision and _matters(connection, snapshot.revision, edits):
                continue
            done = write(connection, editor, edits, purpose)
            if done.id:
                afterwards(connection, done)
        if done.id and (attempt == _TRIES or revision == snapshot.revision):
            known.remember(done.id, found)
        return done
    raise AssertionError("the last attempt returns or raises")


def with_ids(edits: Sequence[Edit]) -> list[Edit]:
    """Return edits with clean cells, new rows with their ids.

    Raises
    ------
    ValueError
        When a row is edited twice, or in a table that does not exist; no form does that.
    """
    tidied = [_tidied(edit) for edit in edits]
    if len({(edit.table, edit.id) for edit in tidied}) < len(tidied) or not TABLES.keys() >= {e.table for e in edits}:
        # ids are data, and what is raised here ends in the log
        raise ValueError("a row is edited twice, or in a table that does not exist")
    return tidied


def _tidied(edit: Edit) -> Edit:
    if edit.cells is None:
        return edit
    cells = tidy_cells(edit.cells)
    # a new row is called what its own cell says, unless the name is taken and chance gave it one
    id = edit.id if edit.version or is_by_chance(edit.id) else new_id(edit.table, cells, edit.id)
    return replace(edit, id=id, cells=cells)


def checked(snapshot: Snapshot, edits: Sequence[Edit], known: KnownFindings, *, strict: bool) -> tuple[Located, ...]:
    """Return what the reader finds in the data as they would be.

    Parameters
    ----------
    snapshot
        Rows of the store at one revision.
    edits
        What is to be saved, all or nothing.
    known
        Findings of earlier revisions.
    strict
        Whether the rules for what people type hold, too.

    Raises
    ------
    RefusedError
        When the reader could not use what the edits make, with every reason.
    """
    if strict and (issues := forbidden(snapshot, edits)):
        raise RefusedError(issues)
    after = edited(snapshot, edits)
    found = findings(after)
    if issues := refusals(known.of(snapshot), found, after, edits, strict=strict):
        raise RefusedError(issues)
    return found


def forbidden(snapshot: Snapshot, edits: Sequence[Edit]) -> list[Issue]:
    """Return what an editor may not do, however well the reader could use it."""
    return [*_ids_changed(snapshot, edits), *_personal(snapshot, edits)]


def _ids_changed(snapshot: Snapshot, edits: Sequence[Edit]) -> list[Issue]:
    """Find edits that rename a row others may refer to."""
    issues = []
    for place, edit in enumerate(edits, 1):
        key = KEYS.get(edit.table, "")
        now = snapshot.find(edit.table, edit.id)
        if now and has_own_id(now) and edit.cells is not None and edit.cells.get(key, now.id) != now.id:
            issues.append(finding("fixed-id", f"{edit.table}.csv", place, key, value=edit.cells[key], hint=now.id))
    return issues


def _personal(snapshot: Snapshot, edits: Sequence[Edit]) -> list[Issue]:
    """Find edits that would record something about persons where that is switched off."""
    if persons_allowed():
        return []
    issues = []
    for place, edit in enumerate(edits, 1):
        now = snapshot.find(edit.table, edit.id)
        issues += [
            finding("personal-column", f"{edit.table}.csv", place, column, value=column)
            for column, text in (edit.cells or {}).items()
            if text and is_personal(column) and (now is None or now.cells.get(column, "") != text)
        ]
    return issues


def _matters(connection: Connection, since: int, edits: Sequence[Edit]) -> bool:
    """Whether a check made at a revision may be out of date: rows came or went, or something deleted is in use now."""
    later = select(change.c.version).where(change.c.changeset_id > since).limit(1)
    # other cells of other rows say nothing about these edits
    if all(edit.cells is not None for edit in edits):
        came_or_went = or_(change.c.before.is_(None), change.c.after.is_(None))
        later = later.where(or_(came_or_went, change.c.table_name == TABLES["links"].name))
    return connection.execute(later).first() is not None
