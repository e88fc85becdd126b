"""Files as rows of text that know their physical line, before anybody knows where the header is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

Row = tuple[int, list[str]]  # physical line, the first being 1, and cells
PREVIEW = 40  # rows looked at to find a header


@dataclass(frozen=True, slots=True)
class Grid:
    """One table of a file: a CSV file or a worksheet.

    Attributes
    ----------
    file
        Name as the user knows it, for a worksheet followed by the name of the sheet.
    name
        Name of the file without ending, or of the worksheet.
    rows
        Starts reading from the beginning: rows with content only. A large file is read as often as needed, and
        never kept.
    """

    file: str
    name: str
    rows: Callable[[], Iterator[Row]] = field(repr=False)

    def preview(self, count: int = PREVIEW) -> list[Row]:
        """Return the first rows."""
        return list(islice(self.rows(), count))


def grid_of(file: str, name: str, rows: Sequence[Row]) -> Grid:
    """Return a table that is in memory already.

    Parameters
    ----------
    file
        Name of the file.
    name
        Name of the table in its file.
    rows
        Rows, the header first.
    """
    return Grid(file, name, lambda: iter(rows))
