"""Raw rows of one file or worksheet, before anything is understood."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.issue import Issue
from graph.reading.codes import finding


@dataclass(frozen=True, slots=True)
class Sheet:
    """Cells as they stand in the file.

    Attributes
    ----------
    file
        Name of the file as the user knows it, for a worksheet followed by the name of the sheet.
    name
        What may tell which table it is: name of the file without its ending, or of the worksheet.
    header, header_line
        First row that is not empty, and the line on which it starts.
    rows
        The other rows that are not empty; a row may be shorter or longer than the header.
    lines
        Physical line in the file on which each row starts, the first line being 1.
    remarks
        What is to be said about the way rows are written, if the sheet turns out to be a table.
    """

    file: str
    name: str
    header: tuple[str, ...]
    header_line: int
    rows: list[list[str]] = field(repr=False)
    lines: list[int] = field(repr=False)
    remarks: tuple[Issue, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class SheetReading:
    """What reading a file gave: its sheets, and what was found on the way."""

    sheets: tuple[Sheet, ...] = ()
    issues: tuple[Issue, ...] = ()


def refused(code: str, file: str, value: str = "", line: int = 0, *, hint: str = "") -> SheetReading:
    """Return a reading without sheets because the file cannot be used.

    Parameters
    ----------
    code
        Code of what was found.
    file
        Name of the file.
    value
        What is quoted of it.
    line
        Line of the file, from 1.
    hint
        What is allowed instead.
    """
    return SheetReading(issues=(finding(code, file, line, value=value, hint=hint),))


def joined(readings: Iterable[SheetReading]) -> SheetReading:
    """Return all sheets and all findings of several readings."""
    kept = list(readings)
    return SheetReading(
        tuple(sheet for reading in kept for sheet in reading.sheets),
        tuple(issue for reading in kept for issue in reading.issues),
    )
