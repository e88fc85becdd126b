"""Feeds that follow the store: who has the token may read one until it is revoked.

The store keeps only a hash of each token, so that who reads the store cannot follow a feed, and a token is shown once.
"""

from __future__ import annotations

import hmac
import json
import secrets
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import Engine

from store.documents import Document, drop_document, get_document, kept_documents, put_document
from store.people import Editor

KIND = "feed"
_TOKEN_BYTES = 24


@dataclass(frozen=True, slots=True)
class GivenFeed:
    """A feed that was given to somebody.

    Attributes
    ----------
    id
        By which it is revoked.
    title
        Own words of who gave it, such as for whom it is.
    view
        Address of the view it follows.
    at, who
        When it was given, and by whom.
    """

    id: str
    title: str
    view: str
    at: datetime
    who: str


def give_feed(engine: Engine, editor: Editor, title: str, view: str) -> str:
    """Give a feed and return its token, which is kept nowhere.

    Parameters
    ----------
    engine
        Connection to the database.
    editor
        Who does it; needs the right to.
    title
        Own words.
    view
        Address of the view the feed follows, ``""`` for all changes.
    """
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    put_document(engine, editor, KIND, title, json.dumps({"hash": _hash(token), "view": view}))
    return token


def feed_of_token(engine: Engine, token: str) -> GivenFeed | None:
    """Return the feed a token belongs to; ``None`` when there is none, or it was revoked."""
    wanted = _hash(token)
    for kept in kept_documents(engine, KIND):
        if hmac.compare_digest(json.loads(kept.content)["hash"], wanted):
            return _feed(kept)
    return None


def given_feeds(engine: Engine) -> tuple[GivenFeed, ...]:
    """Return the feeds that may be read, the last given first."""
    return tuple(map(_feed, kept_documents(engine, KIND)))


def revoke_feed(engine: Engine, editor: Editor, id: str) -> bool:
    """Revoke a feed; whether there was one.

    Parameters
    ----------
    engine
        Connection to the database.
    editor
        Who does it; needs the right to.
    id
        Id of the feed.
    """
    kept = get_document(engine, id)
    if kept is None or kept.kind != KIND:
        return False
    drop_document(engine, editor, id)
    return True


def _feed(kept: Document) -> GivenFeed:
    return GivenFeed(kept.id, kept.title, json.loads(kept.content)["view"], kept.at, kept.who)


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
