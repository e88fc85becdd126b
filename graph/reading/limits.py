"""How large a file may be; larger ones are refused before anything in them is parsed."""

from __future__ import annotations

from dataclasses import dataclass

MAX_FILE_BYTES = 25_000_000  # one file as handed in; a table of 50,000 ordinary rows has about 15 MB
MAX_UNPACKED_BYTES = 50_000_000  # all members of an archive or workbook together
MAX_RATIO = 100  # unpacked to packed size; office files reach 20
RATIO_FROM_BYTES = 1_000_000  # small members may pack better than `MAX_RATIO` without harm
MAX_MEMBERS = 50  # of an archive
MAX_PARTS = 300  # of a workbook, which keeps every sheet, picture and setting in a part of its own
MAX_ELEMENTS = 2_500_000  # XML elements of a workbook
MAX_SETTINGS = 60_000  # XML elements of a workbook outside its sheets and texts
MAX_TEXT = 50_000_000  # characters of all cells of a workbook, which may show one text in many
MAX_DEPTH = 50  # XML elements inside each other

MAX_ROWS = 50_000  # below the header
MAX_LINES = 500_000  # physical ones, as cells may span several
MAX_COLUMNS = 100
MAX_CELLS = 1_500_000
MAX_RECORD = 1_000_000  # characters of one row
MAX_BROKEN_ROWS = 100_000  # rows whose quotation marks do not fit; each costs as much as twenty others
MAX_REREAD = 20_000_000  # characters read again after rows that could not be, before the rest of a file is given up

MAX_FINDINGS = 1_000  # of one kind in one file
MAX_VALUE = 200  # characters of a value quoted in a finding


def megabytes(size: int) -> str:
    """Return a limit in bytes as findings name it: ``25 MB``."""
    return f"{size // 1_000_000} MB"


@dataclass(frozen=True, slots=True)
class Extent:
    """How much text of one table is read.

    Attributes
    ----------
    file_bytes
        Of the file.
    rows, lines, cells
        Below the header; a cell may span several lines.
    """

    file_bytes: int
    rows: int
    lines: int
    cells: int


# what a visitor hands in, and what the owner of a server keeps in a folder or a store
VISITOR = Extent(MAX_FILE_BYTES, MAX_ROWS, MAX_LINES, MAX_CELLS)
OWNER = Extent(300_000_000, 2_000_000, 10_000_000, 40_000_000)
