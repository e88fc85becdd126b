"""What is shared by a link: collections of views, scenarios, remembered partners. Their kinds are codes."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Engine, Row, delete, insert, select, update

from graph.reading.rows import trimmed
from store.engine import reading, writing
from store.entries import Conflict, Edit, Entry
from store.errors import ConflictError, StoreError
from store.people import Editor, Role, require
from store.schema import document

_TOKEN_BYTES = 16  # nobody guesses a link
TABLE = "document"  # what conflicts about documents call their table


@dataclass(frozen=True, slots=True)
class Document:
    """Something kept under a link.

    Attributes
    ----------
    id
        Token of its link; who has it may read it.
    kind
        Code of what it is.
    content
        Text only the part that wrote it understands.
    version
        Grows by one with every change.
    """

    id: str
    kind: str
    title: str
    content: str
    version: int
    at: datetime
    who: str


def put_document(
    engine: Engine, editor: Editor, kind: str, title: str, content: str, *, id: str = "", version: int = 0
) -> Document:
    """Keep a new document, or change one in the version the editor saw.

    Parameters
    ----------
    engine
        Connection to the database.
    editor
        Who does it; needs the right to.
    kind
        ``mappe``, ``scenario`` or ``partners``.
    title
        Title.
    content
        What is kept: an address or the text of a file.
    id
        Id of the document that is changed, ``""`` for a new one.
    version
        Version that was seen, 0 for a new one.

    Raises
    ------
    ConflictError
        When somebody else changed it since; title and content stand as cells.
    StoreError
        ``not-found`` when there is none of this id any more.
    """
    require(editor, Role.EDITOR)
    now = datetime.now(UTC).isoformat()
    who = {"who_issuer": editor.issuer, "who_subject": editor.subject, "who_name": trimmed(editor.name)}
    values = {"kind": kind, "title": trimmed(title), "content": content.replace("\0", ""), "at": now, **who}
    with writing(engine) as connection:
        if not id:
            row: dict[str, Any] = {"id": _new_id(), "version": 1, **values}
            connection.execute(insert(document).values(row))
        else:
            kept = connection.execute(select(document).where(document.c.id == id)).first()
            if kept is None:
                raise StoreError("not-found", id)
            row = {"id": id, "version": version + 1, **values}
            if kept.version != version:
                raise ConflictError([_conflict(kept, Edit(TABLE, id, version, {"title": title, "content": content}))])
            connection.execute(update(document).where(document.c.id == id).values(row))
    return Document(
        *(row["id"], kind, row["title"], row["content"], row["version"]),
        at=datetime.fromisoformat(now),
        who=row["who_name"],
    )


def _new_id() -> str:
    """Return an id nobody guesses, which no shell takes for an option."""
    return secrets.token_urlsafe(_TOKEN_BYTES).replace("-", "_")


def get_document(engine: Engine, id: str) -> Document | None:
    """Return a document, ``None`` when there is none under this link."""
    with reading(engine) as connection:
        row = connection.execute(select(document).where(document.c.id == id)).first()
    return None if row is None else _document(row)


def kept_documents(engine: Engine, kind: str) -> tuple[Document, ...]:
    """Return the documents of a kind, the last changed first."""
    with reading(engine) as connection:
        rows = connection.execute(select(document).where(document.c.kind == kind).order_by(document.c.at.desc()))
        return tuple(map(_document, rows))


def drop_document(engine: Engine, editor: Editor, id: str) -> None:
    """Delete a document; its link leads nowhere then.

    Parameters
    ----------
    engine
        Connection to the database.
    editor
        Who does it; needs the right to.
    id
        Id of the document.
    """
    require(editor, Role.EDITOR)
    with writing(engine) as connection:
        connection.execute(delete(document).where(document.c.id == id))


def _document(row: Row[Any]) -> Document:
    at = datetime.fromisoformat(row.at)
    return Document(row.id, row.kind, row.title, row.content, row.version, at, row.who_name)


def _conflict(kept: Row[Any], mine: Edit) -> Conflict:
    cells = {"title": kept.title, "content": kept.content}
    now = Entry(TABLE, mine.id, kept.version, cells)
    return Conflict(mine, None, now, kept.version, kept.who_name, datetime.fromisoformat(kept.at))
