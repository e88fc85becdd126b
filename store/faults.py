"""What a database says when it fails, as codes of `store.errors.FAULTS`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from store.errors import StoreError

# beginnings of the names of SQLite's results
_SQLITE: Mapping[str, str] = {
    "SQLITE_BUSY": "locked",
    "SQLITE_LOCKED": "locked",
    "SQLITE_FULL": "disk-full",
    "SQLITE_IOERR_SHMSIZE": "disk-full",
    "SQLITE_IOERR_CORRUPTFS": "damaged",
    "SQLITE_CORRUPT": "damaged",
    "SQLITE_NOTADB": "not-a-store",
    "SQLITE_CANTOPEN": "unreachable",
    "SQLITE_READONLY": "read-only",
    "SQLITE_PERM": "read-only",
    "SQLITE_IOERR": "write-failed",
    "SQLITE_ERROR": "damaged",  # a table that should be there is not
}
# beginnings of PostgreSQL's states
_POSTGRES: Mapping[str, str] = {
    "08": "unreachable",
    "57": "unreachable",
    "28": "unreachable",
    "3D": "unreachable",
    "53100": "disk-full",
    "53": "unreachable",
    "55P03": "locked",
    "40": "locked",
    "25006": "read-only",
    "42501": "read-only",
    "42": "damaged",
    "XX": "damaged",
    "58": "write-failed",
}


@contextmanager
def faults_named() -> Iterator[None]:
    """Turn what a database raises into a `StoreError` with a code."""
    try:
        yield
    except DBAPIError as error:
        raise StoreError(fault_of(error.orig), str(error.orig)) from error
    except sqlite3.Error as error:
        raise StoreError(fault_of(error), str(error)) from error
    except UnicodeDecodeError as error:
        # text of a damaged file need not be text any more
        raise StoreError("damaged", type(error).__name__) from error
    except PoolTimeoutError as error:
        raise StoreError("locked", str(error)) from error


def fault_of(error: BaseException | None) -> str:
    """Return the code for what a driver raised."""
    if isinstance(error, sqlite3.Error):
        return _longest(_SQLITE, getattr(error, "sqlite_errorname", "")) or "damaged"
    # a connection that could not be made, or broke, has no state
    return _longest(_POSTGRES, getattr(error, "sqlstate", None) or "") or "unreachable"


def _longest(codes: Mapping[str, str], name: str) -> str:
    return max(
        ((beginning, code) for beginning, code in codes.items() if name.startswith(beginning)), default=("", "")
    )[1]
