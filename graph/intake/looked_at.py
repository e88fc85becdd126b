"""Workbooks that this program wrote to be looked at: tables of views, with names as shown and without ids."""

from __future__ import annotations

import zipfile

from graph.export.sheets import VIEW_TABLES
from graph.reading.archive import DAMAGED, RefusedArchiveError, open_archive
from graph.reading.limits import MAX_PARTS

# where workbooks of Excel and of LibreOffice say what they are
_PROPERTIES = frozenset({"docProps/core.xml", "meta.xml"})
_MOST_BYTES = 100_000


def holds_view_tables(data: bytes) -> bool:
    """Whether a workbook says of itself that it holds tables of views; what cannot be read says nothing."""
    try:
        with open_archive(data, MAX_PARTS) as archive:
            return any(VIEW_TABLES.encode() in _start(archive, name) for name in _PROPERTIES & {*archive.namelist()})
    except (RefusedArchiveError, *DAMAGED):
        return False


def _start(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        return part.read(_MOST_BYTES)
