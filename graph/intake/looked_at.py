"""Files that this program wrote to be looked at: tables of views, with names as shown and without ids.

Workbooks and CSV say so of themselves. What a spreadsheet saved again has lost that, and is told by its header: that of
a view, in the same order. ``lexicon/view_headers.txt`` lists the headers that other lists hardly have, in both
languages and in comparable form; ``*`` stands for names.
"""

from __future__ import annotations

import zipfile
from functools import cache
from itertools import dropwhile
from pathlib import Path

from graph.export.sheets import VIEW_TABLES
from graph.intake.grid import Grid
from graph.intake.header import squeeze
from graph.reading.archive import DAMAGED, RefusedArchiveError, open_archive
from graph.reading.limits import MAX_PARTS

# where workbooks of Excel and of LibreOffice say what they are
_PROPERTIES = frozenset({"docProps/core.xml", "meta.xml"})
_MOST_BYTES = 100_000
_DEPTH = 5  # rows with content among which the header is looked for: somebody may have put a title above


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


def has_header_of_view(grid: Grid) -> bool:
    """Whether a table has the header of a view, as it was written: all of its columns, in their order."""
    return any(_is_of_view(cells) for _, cells in grid.preview(_DEPTH))


def _is_of_view(cells: list[str]) -> bool:
    forms = [squeeze(cell) for cell in cells]
    forms = list(dropwhile(lambda form: not form, reversed(forms)))[::-1]
    return ";".join(forms) in _headers() or (len(forms) > 1 and f"{forms[0]};*" in _headers())


@cache
def _headers() -> frozenset[str]:
    return frozenset((Path(__file__).parent / "lexicon" / "view_headers.txt").read_text("utf-8").split())
