"""The sheets of an OpenDocument spreadsheet (.ods), streamed: all of them stand in one part, a table each.

Cells and rows say how often they are repeated, so one element may ask for a million rows. What is empty is counted and
never built; what has content is checked against the limits before it is repeated.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.reading.archive import RefusedArchiveError
from graph.reading.codes import finding
from graph.reading.findings import Findings
from graph.reading.limits import MAX_CELLS, MAX_COLUMNS, MAX_PARTS, MAX_ROWS, MAX_TEXT, MAX_VALUE
from graph.reading.open_values import Moments, value_text
from graph.reading.workbook_parts import Counts, WorkbookPart

_WRAPPED = re.compile(r"[ \t]*[\r\n][ \t\r\n]*")  # of the file and not of the text; LibreOffice keeps all other blanks
_BREAK = "\0"  # a line break of the text, until those of the file are gone; XML cannot hold it
_CACHED = re.compile(r"'[a-z]+:.*'#", re.IGNORECASE | re.DOTALL)  # name of a copy of a sheet of another file
_PARAGRAPHS = frozenset({"p", "h"})
_CELLS = frozenset({"table-cell", "covered-table-cell"})
_FURTHER = "calcext:"  # LibreOffice's own attributes, some called like those of the standard
_LETTERS = 26
_MOST = 10_000_000  # more often than any program repeats anything


@dataclass(slots=True)
class OpenTable:
    """Texts of the cells of a sheet.

    Attributes
    ----------
    title
        Name of the sheet.
    rows, lines
        Texts of each row with content, without empty cells at its end, and its number.
    findings
        What was found in the cells.
    """

    title: str
    rows: list[list[str]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    findings: Findings = field(default_factory=Findings)


@dataclass(slots=True)
class _OpenCell:
    """A cell while it is read."""

    depth: int
    said: Mapping[str, str]  # its attributes without their prefixes
    is_error: bool
    style: str
    repeated: int
    paragraphs: list[str] = field(default_factory=list)


class OpenStyles(WorkbookPart):
    """The styles cells may have, in a part of their own; LibreOffice keeps the usual forms of dates there."""

    def __init__(self, counts: Counts, moments: Moments) -> None:
        super().__init__(counts)
        self._moments = moments

    def opened(self, local: str, attributes: Mapping[str, str]) -> bool:
        """See `WorkbookPart.opened`."""
        self._moments.opened(local, attributes)
        return False

    def closed(self, local: str) -> None:
        """See `WorkbookPart.closed`."""
        self._moments.closed(local)


class OpenSheets(WorkbookPart):
    """All tables of the content of a spreadsheet; ``is_spreadsheet`` is false for a text or a drawing."""

    def __init__(self, counts: Counts, file: str, moments: Moments) -> None:
        super().__init__(counts)
        self.tables: list[OpenTable] = []
        self.is_spreadsheet = False
        self._file, self._moments = file, moments
        self._cells = self._characters = 0
        self._body = self._table_depth = self._row_depth = self._paragraph = 0  # depths, 0 outside
        self._aside = 0  # depth of a comment or drawing in a cell
        self._styles: list[str] = []  # of the columns, for cells without one
        self._row = self._column = self._row_repeated = 0
        self._texts: list[str] = []
        self._cell: _OpenCell | None = None
        self._pieces: list[str] = []

    def opened(self, local: str, attributes: Mapping[str, str]) -> bool:
        """See `WorkbookPart.opened`."""
        if self._cell is not None:
            self._inside(self._cell, local, attributes)
        elif self._row_depth:
            if local in _CELLS:
                self._open_cell(attributes)
        elif self._table_depth:
            self._in_table(local, attributes)
        elif local == "spreadsheet":
            self.is_spreadsheet, self._body = True, self.depth
        elif local == "table" and self._body and self.depth == self._body + 1:
            self._open_table(attributes.get("table:name", ""))
        else:
            self._moments.opened(local, attributes)
            return False
        return True

    def _open_table(self, title: str) -> None:
        if len(self.tables) == MAX_PARTS:
            raise RefusedArchiveError("workbook-too-large")
        self._table_depth, self._row, self._styles = self.depth, 0, []
        self.tables.append(OpenTable(title))

    def _in_table(self, local: str, attributes: Mapping[str, str]) -> None:
        said = _plainly(attributes)
        if local == "table-row":
            self._row_depth, self._column, self._texts = self.depth, 0, []
            self._row_repeated = _repeated(said, "number-rows-repeated")
        elif local == "table-column":
            repeated = min(_repeated(said, "number-columns-repeated"), MAX_COLUMNS - len(self._styles))
            self._styles += [said.get("default-cell-style-name", "")] * repeated

    def _open_cell(self, attributes: Mapping[str, str]) -> None:
        said = _plainly(attributes)
        style = said.get("style-name") or (self._styles[self._column] if self._column < len(self._styles) else "")
        is_error = attributes.get(f"{_FURTHER}value-type") == "error"
        self._cell = _OpenCell(self.depth, said, is_error, style, _repeated(said, "number-columns-repeated"))

    def _inside(self, cell: _OpenCell, local: str, attributes: Mapping[str, str]) -> None:
        if self._aside:
            return
        if not self._paragraph:
            if local in _PARAGRAPHS and self.depth == cell.depth + 1:
                self._paragraph, self._pieces = self.depth, []
        elif local == "s":
            count = _repeated(_plainly(attributes), "c")
            self._count_characters(count)
            self._pieces.append(" " * count)
        elif local in ("tab", "line-break"):
            self._pieces.append(" " if local == "tab" else _BREAK)
        elif local in ("annotation", "ruby-text", "frame"):
            self._aside = self.depth

    def text(self, text: str) -> None:
        """See `WorkbookPart.text`."""
        if self._paragraph and not self._aside:
            self._pieces.append(text)

    def closed(self, local: str) -> None:
        """See `WorkbookPart.closed`."""
        if self.depth == self._aside:
            self._aside = 0
        elif self._cell is not None and self.depth == self._paragraph:
            self._cell.paragraphs.append(_unwrapped(self._pieces))
            self._paragraph = 0
        elif self._cell is not None and self.depth == self._cell.depth:
            cell, self._cell = self._cell, None
            self._close_cell(cell)
        elif self._row_depth and self.depth == self._row_depth:
            self._close_row()
        elif self._table_depth and self.depth == self._table_depth:
            self._close_table()
        else:
            self._moments.closed(local)

    def _close_cell(self, cell: _OpenCell) -> None:
        text = self._text(cell, "\n".join(cell.paragraphs))
        before, self._column = self._column, self._column + cell.repeated
        if not text.strip():
            return
        if self._row + self._row_repeated > MAX_ROWS + 1:
            raise RefusedArchiveError("too-many-rows", str(self._row + self._row_repeated))
        if self._column > MAX_COLUMNS:
            raise RefusedArchiveError("cell-out-of-range", f"{_letters(max(before, MAX_COLUMNS) + 1)}{self._row + 1}")
        self._count_characters(len(text) * cell.repeated * self._row_repeated)
        self._texts += [""] * (before - len(self._texts)) + [text] * cell.repeated

    def _text(self, cell: _OpenCell, shown: str) -> str:
        """Return what a cell holds; errors and formulas without a result are found."""
        if cell.is_error:
            self._find("formula-error", shown)
            return ""
        text = value_text(cell.said, shown, self._moments.form(cell.style))
        if "formula" in cell.said and not text and cell.said.get("value-type") != "string":
            self._find("formula-without-value", "=" + cell.said["formula"].partition("=")[2])
        return text

    def _close_row(self) -> None:
        table, repeated = self.tables[-1], self._row_repeated
        if self._texts:
            # rows are filled up to the width of the header, so that is what they take
            self._cells += repeated * max(len(self._texts), len(table.rows[0]) if table.rows else 0)
            if self._cells > MAX_CELLS:
                raise RefusedArchiveError("too-many-rows", str(self._row + repeated))
            table.rows += [list(self._texts) for _ in range(repeated)]
            table.lines += range(self._row + 1, self._row + repeated + 1)
        self._row += repeated
        self._row_depth = 0

    def _close_table(self) -> None:
        self._table_depth = 0
        if _CACHED.match(self.tables[-1].title):
            self.tables.pop()

    def _count_characters(self, count: int) -> None:
        self._characters += count
        if self._characters > MAX_TEXT:
            raise RefusedArchiveError("workbook-too-large")

    def _find(self, code: str, value: str) -> None:
        table = self.tables[-1]
        name = f"{self._file} [{table.title}]"
        table.findings.add([finding(code, name, self._row + 1, value=value[:MAX_VALUE])])


def _plainly(attributes: Mapping[str, str]) -> dict[str, str]:
    """Return the attributes of the standard without prefixes, which a file may choose."""
    return {name.rpartition(":")[2]: text for name, text in attributes.items() if not name.startswith(_FURTHER)}


def _repeated(said: Mapping[str, str], name: str) -> int:
    """Return how often something stands there, at least once."""
    try:
        return min(max(int(said.get(name, "1")), 1), _MOST)
    except ValueError as error:
        raise RefusedArchiveError("workbook-unreadable", said[name][:MAX_VALUE]) from error


def _unwrapped(pieces: list[str]) -> str:
    """Return a paragraph without the line breaks and indents of a file that is laid out for people."""
    text = "".join(pieces)
    if "\n" in text or "\r" in text:
        text = _WRAPPED.sub(" ", text).strip(" ")
    return text.replace(_BREAK, "\n")


def _letters(number: int) -> str:
    """Name of a column, from 1: A to Z, then AA."""
    before, last = divmod(number - 1, _LETTERS)
    return (_letters(before) if before else "") + chr(ord("A") + last)
