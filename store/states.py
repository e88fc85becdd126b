"""Named states: a name for a revision, such as the one a meeting decided on."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, delete, insert, select
from sqlalchemy.exc import IntegrityError

from graph.reading.rows import trimmed
from store.changes import current_revision
from store.engine import reading, writing
from store.erasure import last_erasure
from store.errors import StoreError
from store.people import Editor, Role, require
from store.present import Present, State
from store.schema import state


def hold_state(engine: Engine, editor: Editor, name: str) -> State:
    """Give the present data a name.

    Parameters
    ----------
    engine
        Connection to the database.
    editor
        Who does it; needs the right to.
    name
        Name of the state, such as the meeting it is shown at.

    Raises
    ------
    StoreError
        ``name-taken`` when another state is called so.
    """
    require(editor, Role.EDITOR)
    kept_name, now = trimmed(name), datetime.now(UTC)
    try:
        with writing(engine) as connection:
            held = State(secrets.token_hex(4), kept_name, current_revision(connection), now, trimmed(editor.name))
            row = {"id": held.id, "name": held.name, "revision": held.revision, "at": now.isoformat(), "who": held.who}
            connection.execute(insert(state).values(row))
    except StoreError as error:
        if isinstance(error.__cause__, IntegrityError):
            raise StoreError("name-taken", kept_name) from None
        raise
    return held


def held_states(engine: Engine) -> tuple[State, ...]:
    """Return all states, the last first."""
    with reading(engine) as connection:
        return read_states(connection)


def read_states(connection: Connection) -> tuple[State, ...]:
    """Return all states, the last first."""
    rows = connection.execute(select(state).order_by(state.c.revision.desc(), state.c.at.desc()))
    return tuple(State(row.id, row.name, row.revision, datetime.fromisoformat(row.at), row.who) for row in rows)


def drop_state(engine: Engine, editor: Editor, id: str) -> None:
    """Forget the name; the data and their history stay.

    Parameters
    ----------
    engine
        Connection to the database.
    editor
        Who does it; needs the right to.
    id
        Id of the state.
    """
    require(editor, Role.EDITOR)
    with writing(engine) as connection:
        connection.execute(delete(state).where(state.c.id == id))


def read_present(engine: Engine) -> Present:
    """Return how far the data have come and the states that have a name, with one question."""
    with reading(engine) as connection:
        return Present(current_revision(connection), last_erasure(connection), read_states(connection))
