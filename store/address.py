"""Where a store is: ``sqlite:///var/region.db`` or ``postgresql://user@host/name``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from graph.lazy import later
from store.errors import StoreError

if TYPE_CHECKING:
    from sqlalchemy import URL

sqlalchemy = later("sqlalchemy")

_DRIVERS = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}
_BEGINNINGS = tuple(f"{name}://" for name in _DRIVERS)


def is_address(text: str) -> bool:
    """Whether a text names a store rather than a folder or file."""
    return text.startswith(_BEGINNINGS)


def url_of(address: str) -> URL:
    """Return an address with the driver that serves it.

    Raises
    ------
    StoreError
        ``unreachable`` when it is no address of a store.
    """
    try:
        url: URL = sqlalchemy.make_url(address)
        return url.set(drivername=_DRIVERS[url.get_backend_name()])
    except (sqlalchemy.exc.ArgumentError, KeyError, ValueError) as error:
        raise StoreError("unreachable", type(error).__name__) from None


def file_of(url: URL) -> Path | None:
    """Return the file of an SQLite store, ``None`` for a server."""
    return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None


def address_of(file: Path) -> str:
    """Return the address of a file."""
    return f"sqlite:///{file}"
