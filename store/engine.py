"""Connections to a store, and the two kinds of transaction: one that reads one state, one that writes alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, text

from store.address import file_of
from store.faults import faults_named

PATIENCE_SECONDS = 15  # for others to finish writing
_CONNECTIONS, _MORE_CONNECTIONS = 5, 25
_WRITES = "akteursnetz_writes"
_LOCK = 4_711_093  # any number: writers of one PostgreSQL database take this lock in turn

# synchronous: a commit is on the disk when it returns; secure_delete: what is deleted is overwritten
_PRAGMAS = (
    f"busy_timeout = {PATIENCE_SECONDS * 1000}",
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",
)


def engine_of(url: URL) -> Engine:
    """Return an engine for an address; nothing is opened yet."""
    if file_of(url):
        engine = create_engine(
            url,
            connect_args={"timeout": PATIENCE_SECONDS},
            pool_size=_CONNECTIONS,
            max_overflow=_MORE_CONNECTIONS,
        )
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
        return engine
    # a server may have been restarted since a connection was last used
    return create_engine(url, pool_size=_CONNECTIONS, max_overflow=_MORE_CONNECTIONS, pool_pre_ping=True)


def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - a connection of the driver
    # the driver begins transactions late and of the wrong kind; SQLAlchemy's recipe is to do it oneself
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # a transaction that reads first and writes later could not wait for another writer
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that sees one state of all tables, whatever others write meanwhile."""
    with faults_named(), engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        with connection.begin():
            yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Open a transaction without another writer beside it, committed when the block ends; an error undoes all of it."""
    with faults_named(), engine.connect() as connection:
        connection.execution_options(**{_WRITES: True})
        with connection.begin():
            if engine.dialect.name == "postgresql":
                connection.execute(text(f"SET LOCAL lock_timeout = '{PATIENCE_SECONDS}s'"))
                connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
            yield connection
