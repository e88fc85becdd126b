"""The register of persons and their roles, by who vouches for them and how they are called there.

Whoever logs in for the first time is entered as a viewer. Only admins give other roles; the very first one is
named by those who run the server.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Connection, Engine, Row, and_, func, select

from graph.errors import AkteursnetzError
from store.engine import reading, writing
from store.people import Editor, Role, require
from store.schema import person


class LastAdminError(AkteursnetzError):
    """Nobody would be left who may give roles; nothing was changed."""

    def __init__(self, subject: str) -> None:
        super().__init__(f"last-admin: {subject}")


class UnknownPersonError(AkteursnetzError):
    """The person never logged in."""


@dataclass(frozen=True, slots=True)
class Person:
    """One entry of the register; ``since`` is the day of the first login, in UTC."""

    issuer: str
    subject: str
    name: str
    role: Role
    since: str


def arrive(engine: Engine, issuer: str, subject: str, name: str, first_admins: Iterable[str] = ()) -> Editor:
    """Return who logged in with the role of the register; who is new is entered as a viewer.

    Parameters
    ----------
    engine
        Connection to the database.
    issuer
        Address of the provider of the login.
    subject
        Id of the person with the issuer.
    name
        Name as the provider of the login says it.
    first_admins
        Subjects one of whom becomes admin on arrival while the register has none.
    """
    with reading(engine) as connection:
        known = _find(connection, issuer, subject)
        wanted = subject in set(first_admins) and not _admins(connection)
    if known is None or (name and name != known.name) or wanted:
        known = _enter(engine, issuer, subject, name, wanted=wanted)
    return Editor(issuer, subject, known.name, known.role)


def persons(engine: Engine, admin: Editor) -> tuple[Person, ...]:
    """Return everybody in the register, by name."""
    require(admin, Role.ADMIN)
    return everybody(engine)


def everybody(engine: Engine) -> tuple[Person, ...]:
    """Return the register for those who run the server, by name."""
    with reading(engine) as connection:
        rows = connection.execute(select(person).order_by(func.lower(person.c.name), person.c.subject)).all()
    return tuple(_person(row) for row in rows)


def give_role(engine: Engine, admin: Editor, issuer: str, subject: str, role: Role) -> None:
    """Give a person a role.

    Parameters
    ----------
    engine
        Connection to the database.
    admin
        Who asks; needs the role of an administrator.
    issuer
        Address of the provider of the login.
    subject
        Id of the person with the issuer.
    role
        What the person may do.

    Raises
    ------
    NotAllowedError
        When it is no admin who asks.
    UnknownPersonError
        When the person is not in the register.
    LastAdminError
        When the last admin would lose that role.
    """
    require(admin, Role.ADMIN)
    appoint(engine, issuer, subject, role)


def appoint(engine: Engine, issuer: str, subject: str, role: Role) -> None:
    """Give a person a role, as those who run the server may; errors as in `give_role`.

    Parameters
    ----------
    engine
        Connection to the database.
    issuer
        Address of the provider of the login.
    subject
        Id of the person with the issuer.
    role
        What the person may do.
    """
    with writing(engine) as connection:
        known = _find(connection, issuer, subject)
        if known is None:
            raise UnknownPersonError(subject)
        if known.role is Role.ADMIN and role is not Role.ADMIN and _admins(connection) == 1:
            raise LastAdminError(subject)
        connection.execute(person.update().where(_is(issuer, subject)).values(role=str(role)))


def _enter(engine: Engine, issuer: str, subject: str, name: str, *, wanted: bool) -> Person:
    """Enter somebody new, or note a new name; another process may have done so meanwhile."""
    with writing(engine) as connection:
        known = _find(connection, issuer, subject)
        role = Role.ADMIN if wanted and not _admins(connection) else known.role if known else Role.VIEWER
        since = known.since if known else datetime.now(UTC).date().isoformat()
        entry = Person(issuer, subject, name or (known.name if known else subject), role, since)
        if known:
            connection.execute(person.update().where(_is(issuer, subject)).values(name=entry.name, role=str(role)))
        else:
            connection.execute(person.insert().values(asdict(entry) | {"role": str(role)}))
    return entry


def _find(connection: Connection, issuer: str, subject: str) -> Person | None:
    row = connection.execute(select(person).where(_is(issuer, subject))).first()
    return _person(row) if row else None


def _admins(connection: Connection) -> int:
    return connection.execute(select(func.count()).where(person.c.role == str(Role.ADMIN))).scalar_one()


def _is(issuer: str, subject: str) -> ColumnElement[bool]:
    return and_(person.c.issuer == issuer, person.c.subject == subject)


def _person(row: Row[tuple[str, ...]]) -> Person:
    return Person(row.issuer, row.subject, row.name, Role(row.role), row.since)
