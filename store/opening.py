"""A store is opened: made when there is none, brought to the present form when it is older, else left untouched."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from store import schema
from store.address import file_of, url_of
from store.engine import PATIENCE_SECONDS, engine_of, reading, writing
from store.errors import StoreError
from store.faults import faults_named

MIGRATIONS = Path(__file__).parent / "migrations"
_KNOWN = ("0001", "0002", "0003")
_VERSION_TABLE = "alembic_version"


def opened_engine(address: str) -> Engine:
    """Return an engine for a store in its present form.

    Raises
    ------
    StoreError
        ``newer-schema``, ``damaged``, ``not-a-store``: what is there stays as it is. ``unreachable``, ``locked``,
        ``read-only``, ``disk-full``: try again.
    """
    url = url_of(address)
    file = file_of(url)
    if file is not None:
        look_into(file)
    try:
        engine = engine_of(url)
    except ModuleNotFoundError as error:
        # the driver of PostgreSQL is an optional package
        raise StoreError("unreachable", str(error)) from None
    try:
        if _version(engine) != schema.VERSION:
            if file is not None and _version(engine):
                back_up_file(file, _copy_name(file, _version(engine)))
            with writing(engine) as connection:
                migrate(connection)
    except BaseException:
        engine.dispose()
        raise
    return engine


def migrate(connection: Connection, to: str = schema.VERSION) -> None:
    """Bring the tables to a form, within the transaction of the connection."""
    # Alembic takes a tenth of a second to load, which a store in the present form need not wait for
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def back_up_file(file: Path, target: Path) -> None:
    """Copy an SQLite store with all that is committed, while others work."""
    with (
        faults_named(),
        closing(sqlite3.connect(file, timeout=PATIENCE_SECONDS)) as source,
        closing(sqlite3.connect(target)) as copy,
    ):
        source.backup(copy)


def look_into(file: Path) -> None:
    """Let pass a file that does not exist yet or is a sound store; nothing in it is touched.

    Raises
    ------
    StoreError
        ``damaged``, ``not-a-store`` or ``newer-schema``; ``read-only`` or ``unreachable`` when it cannot be read.
    """
    if not file.exists():
        with _named_by_system():
            file.parent.mkdir(parents=True, exist_ok=True)
        return
    if not file.is_file():
        raise StoreError("not-a-store", file.name)
    with faults_named(), closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as looker:
        looker.execute(f"PRAGMA busy_timeout = {PATIENCE_SECONDS * 1000}")
        if (found := looker.execute("PRAGMA quick_check(1)").fetchone()[0]) != "ok":
            raise StoreError("damaged", found)
        tables = {name for (name,) in looker.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        versions = looker.execute(f"SELECT version_num FROM {_VERSION_TABLE}") if _VERSION_TABLE in tables else ()
        _judge(tables, [version for (version,) in versions])


@contextmanager
def _named_by_system() -> Iterator[None]:
    try:
        yield
    except PermissionError as error:
        raise StoreError("read-only", str(error)) from error
    except OSError as error:
        raise StoreError("unreachable", str(error)) from error


def _version(engine: Engine) -> str:
    """Return the form of the tables, ``""`` when there are none."""
    with reading(engine) as connection:
        tables = set(inspect(connection).get_table_names())
        versions = (
            list(connection.execute(text(f"SELECT version_num FROM {_VERSION_TABLE}")).scalars())
            if _VERSION_TABLE in tables
            else []
        )
    _judge(tables, versions)
    return versions[0] if versions else ""


def _judge(tables: set[str], versions: list[str]) -> None:
    """Refuse tables that are not ours, or of a form this code does not know."""
    if not versions:
        if tables:
            raise StoreError("not-a-store", ", ".join(sorted(tables)[:5]))
    elif versions[0] not in _KNOWN:
        ours = "entry" in tables and "changeset" in tables
        raise StoreError("newer-schema" if ours else "not-a-store", versions[0])


def _copy_name(file: Path, version: str) -> Path:
    now = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    return file.with_name(f"{file.stem}.form-{version}.{now}{file.suffix}")
