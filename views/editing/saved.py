"""Saving something for everybody under a title, without overwriting what somebody else wrote."""

from __future__ import annotations

from store import ConflictError, Document, Editor, Store


def laid(store: Store, editor: Editor, kind: str, *, title: str, content: str, before: tuple[str, int]) -> Document:
    """Save a text in place of what is there under the same title; what somebody else wrote stays, beside it.

    Parameters
    ----------
    store, editor
        Where it is saved, and who saves it.
    kind
        ``mappe``, ``scenario`` or ``partners``.
    title, content
        What it is called, and its text.
    before
        Id and version of what this editor saved or opened last, ``("", 0)`` for nothing.
    """
    id, version = before
    known = store.get_document(id) if id else None
    if known is None or known.title != title:
        return store.put_document(editor, kind, title, content)
    try:
        return store.put_document(editor, kind, title, content, id=id, version=version)
    except ConflictError:
        return store.put_document(editor, kind, title, content)
