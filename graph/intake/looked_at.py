"""Workbooks that this program wrote to be looked at: tables of views, with names as shown and without ids."""

from __future__ import annotations

import io
import zipfile
import zlib

from graph.export.sheets import VIEW_TABLES

# where workbooks of Excel and of LibreOffice say what they are
_PROPERTIES = ("docProps/core.xml", "meta.xml")
_MOST_BYTES = 100_000


def holds_view_tables(data: bytes) -> bool:
    """Whether a workbook says of itself that it holds tables of views; what cannot be read says nothing."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return any(_start(archive, name).find(VIEW_TABLES.encode()) >= 0 for name in _PROPERTIES)
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, RuntimeError, NotImplementedError, zlib.error):
        return False


def _start(archive: zipfile.ZipFile, name: str) -> bytes:
    if name not in archive.NameToInfo:
        return b""
    with archive.open(name) as stream:
        return stream.read(_MOST_BYTES)
