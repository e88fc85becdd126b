"""Sessions of people who logged in: how long they last, and which were ended before that.

A login leaves a signed cookie in the browser that nobody can call back, and a copy of it works as well as the
original. So the store remembers, until they would have ended anyway, the sessions that were ended by logging out.
Only a hash of each is kept: it does not say whose session it was, and nobody can log in with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from sqlalchemy import Engine, delete, select

from store.engine import reading, writing
from store.schema import ended_session

LENGTH = timedelta(hours=8)


# claims that differ from login to login, the best first; a nonce is asked for by Streamlit itself
_MARKS = ("nonce", "jti", "sid", "at_hash")


@dataclass(frozen=True, slots=True)
class Session:
    """One login.

    Attributes
    ----------
    issuer, subject, name
        Who logged in, as the provider says.
    began
        When the provider vouched for the person.
    mark
        Something random that the provider or the login put into this login and no other.
    """

    issuer: str
    subject: str
    name: str
    began: datetime
    mark: str

    @property
    def ends(self) -> datetime:
        """When the session is over, whatever the person does."""
        return self.began + LENGTH

    @property
    def hash(self) -> str:
        """What the store keeps of a session that was ended."""
        parts = (self.issuer, self.subject, self.began.isoformat(), self.mark)
        return sha256("\0".join(parts).encode()).hexdigest()

    def is_over(self, now: datetime) -> bool:
        """Whether its time is up; a session that begins in the future was not made by a provider with a clock."""
        return not self.began - timedelta(minutes=5) <= now < self.ends


def session_of(claims: Mapping[str, object]) -> Session | None:
    """Return the login that claims of a provider tell of; nothing when they lack what tells logins apart.

    Parameters
    ----------
    claims
        Those of the ID token: ``iss``, ``sub``, ``iat`` and one that differs from login to login are needed.
    """
    began, mark = claims.get("iat"), next((claims[name] for name in _MARKS if claims.get(name)), None)
    if not (claims.get("iss") and claims.get("sub") and mark and isinstance(began, int | float)):
        return None
    return Session(
        issuer=str(claims["iss"]),
        subject=str(claims["sub"]),
        name=_name(claims),
        began=datetime.fromtimestamp(began, UTC),
        mark=str(mark),
    )


def _name(claims: Mapping[str, object]) -> str:
    names = (claims.get(name) for name in ("name", "preferred_username", "email"))
    return next((str(name).strip() for name in names if name), "")


def end(engine: Engine, session: Session, now: datetime | None = None) -> None:
    """End a session for every copy of its cookie, and forget those that are over anyway.

    Parameters
    ----------
    engine
        Connection to the database.
    session
        The login.
    now
        The present moment; the clock by default.
    """
    now = now or datetime.now(UTC)
    row = {"session_hash": session.hash, "ended_at": _text(now), "expires_at": _text(session.ends)}
    with writing(engine) as connection:
        connection.execute(delete(ended_session).where(ended_session.c.expires_at < _text(now)))
        connection.execute(delete(ended_session).where(ended_session.c.session_hash == session.hash))
        connection.execute(ended_session.insert().values(row))


def is_ended(engine: Engine, session: Session) -> bool:
    """Whether somebody logged out of this session."""
    wanted = select(ended_session.c.session_hash).where(ended_session.c.session_hash == session.hash)
    with reading(engine) as connection:
        return connection.execute(wanted).first() is not None


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")
