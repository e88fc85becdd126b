"""Taking a change back is a new change; what was touched since is not taken back in silence."""

from __future__ import annotations

from sqlalchemy import Connection, Engine

from store.changes import Change, ChangeSet, read_changeset
from store.engine import reading
from store.entries import Edit
from store.errors import StoreError
from store.known import KnownFindings
from store.people import Editor, Role, require
from store.save import save_edits
from store.writing import Purpose, take_columns_back


def undo_changeset(engine: Engine, editor: Editor, number: int, *, known: KnownFindings) -> ChangeSet:
    """Bring every row of a change back to what it was before it.

    Parameters
    ----------
    engine
        Connection to the database.
    editor
        Who does it; needs the right to.
    number
        Number of the change.
    known
        Findings of earlier revisions.

    Raises
    ------
    ConflictError
        When one of the rows was changed since.
    RefusedError
        When other rows could not be used any more, such as a tie of an actor whose creation is undone.
    StoreError
        ``not-found`` when there is no such change.
    """
    require(editor, Role.EDITOR)
    with reading(engine) as connection:
        undone = read_changeset(connection, number)
    if undone is None:
        raise StoreError("not-found", str(number))
    purpose = Purpose(action="undo", label=undone.label, undoes=number, whole=True)

    def afterwards(connection: Connection, done: ChangeSet) -> None:
        take_columns_back(connection, since=number, until=done.id)

    edits = [_back(change) for change in undone.changes]
    return save_edits(engine, editor, edits, purpose, known=known, strict=False, afterwards=afterwards)


def _back(change: Change) -> Edit:
    return Edit(change.table, change.id, change.version, change.before)
