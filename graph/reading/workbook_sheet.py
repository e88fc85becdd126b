"""The rows of one worksheet, with content only: a cell that is merely formatted is no cell, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graph.issue import Issue
from graph.reading.archive import RefusedArchiveError
from graph.reading.codes import finding
from graph.reading.findings import Findings
from graph.reading.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_TEXT, MAX_VALUE
from graph.reading.workbook_parts import Counts, WorkbookPart, unescaped
from graph.reading.workbook_values import OutOfCalendarError, iso_text, number_text

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_NOT_A_DATE = "#VALUE!"


@dataclass(slots=True)
class Book:
    """What the sheets of a workbook share, and how much they hold together."""

    texts: Sequence[str]
    forms: Sequence[str]
    since_1904: bool
    cells: int = 0
    characters: int = 0


@dataclass(slots=True)
class _Cell:
    """A cell while it is read."""

    column: int
    reference: str
    kind: str
    style: str
    value: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    formula: list[str] | None = None
    shared: str = ""  # number of the formula it shares


class SheetRows(WorkbookPart):
    """Texts of the cells of a sheet, row by row.

    Attributes
    ----------
    rows, lines
        Texts of each row with content, without empty cells at its end, and its number.
    """

    def __init__(self, counts: Counts, file: str, book: Book) -> None:
        super().__init__(counts)
        self.rows: list[list[str]] = []
        self.lines: list[int] = []
        self._file, self._book = file, book
        self._findings = Findings()
        self._formulas: dict[str, str] = {}
        self._row = self._column = self._row_depth = 0
        self._texts: list[str] = []
        self._cell: _Cell | None = None
        self._into: list[str] | None = None  # where text goes
        self._spoken = 0

    def issues(self) -> list[Issue]:
        """Return what was found in the cells."""
        return self._findings.all()

    def opened(self, local: str, attributes: Mapping[str, str]) -> bool:
        """See `WorkbookPart.opened`."""
        if not self._row_depth:
            if local != "row":
                return local == "sheetData"
            number = attributes.get("r", "")
            self._row, self._column, self._texts = (_whole(number) if number else self._row + 1), 0, []
            self._row_depth = self.depth
        elif self._cell is None:
            if local == "c":
                self._open_cell(attributes)
        else:
            self._inside(self._cell, local, attributes)
        return True

    def _open_cell(self, attributes: Mapping[str, str]) -> None:
        reference = attributes.get("r", "")
        self._column = self._column + 1 if not reference else _column(reference)
        self._cell = _Cell(self._column, reference, attributes.get("t", "n"), attributes.get("s", ""))

    def _inside(self, cell: _Cell, local: str, attributes: Mapping[str, str]) -> None:
        if local == "v":
            self._into = cell.value
        elif local == "f":
            cell.formula, cell.shared = [], attributes.get("si", "")
            self._into = cell.formula
        elif local == "rPh":
            self._spoken = self._spoken or self.depth
        elif local == "t" and not self._spoken:
            self._into = []

    def text(self, text: str) -> None:
        """See `WorkbookPart.text`."""
        if self._into is not None:
            # of a formula only as much is kept as a finding quotes; a sheet may repeat it in every cell
            if self._cell is not None and self._into is self._cell.formula and sum(map(len, self._into)) > MAX_VALUE:
                return
            self._into.append(text)

    def closed(self, local: str) -> None:
        """See `WorkbookPart.closed`."""
        if local == "t" and self._into is not None and self._cell is not None:
            self._cell.inline.append(unescaped("".join(self._into)))
        self._into = None
        if self.depth == self._spoken:
            self._spoken = 0
        if local == "c" and self._cell is not None:
            cell, self._cell = self._cell, None
            self._close_cell(cell)
        elif self.depth == self._row_depth:
            self._close_row()

    def _close_cell(self, cell: _Cell) -> None:
        stored = "".join(cell.inline if cell.kind == "inlineStr" else cell.value)
        if not stored and cell.formula is None:
            return
        self._check_place(cell)
        if cell.formula is not None:
            # a stored empty text says of what kind it is; without any result there is no kind
            self._note_formula(cell, has_value=bool(stored) or cell.kind == "str")
        text = self._text(cell, stored) if stored else ""
        if text.strip():
            self._texts += [""] * (cell.column - len(self._texts))
            self._texts[cell.column - 1] = text
            self._book.characters += len(text)
            if self._book.characters > MAX_TEXT:
                raise RefusedArchiveError("workbook-too-large")

    def _check_place(self, cell: _Cell) -> None:
        """Refuse content beyond every table; formats may reach as far as they like."""
        if self._row > MAX_ROWS + 1:
            raise RefusedArchiveError("too-many-rows", str(self._row))
        if not 1 <= cell.column <= MAX_COLUMNS or (cell.reference and _row(cell.reference) > MAX_ROWS + 1):
            raise RefusedArchiveError("cell-out-of-range", cell.reference)

    def _note_formula(self, cell: _Cell, *, has_value: bool) -> None:
        """Keep the first text of a shared formula, and report a formula whose result was never stored."""
        written = "".join(cell.formula or ())[:MAX_VALUE]
        if cell.shared:
            written = self._formulas.setdefault(cell.shared, written) or written
        if not has_value:
            self._find("formula-without-value", f"={written}")

    def _text(self, cell: _Cell, stored: str) -> str:
        if cell.kind == "s":
            return self._book.texts[int(stored)]
        if cell.kind in ("str", "inlineStr"):
            return stored if cell.inline else unescaped(stored)
        if cell.kind == "b":
            return "true" if stored.strip() not in ("0", "false") else "false"
        if cell.kind == "e":
            self._find("formula-error", stored)
            return ""
        form = self._form(cell.style)
        return iso_text(stored, form) if cell.kind == "d" else self._number(stored, form)

    def _number(self, stored: str, form: str) -> str:
        try:
            return number_text(stored, form, since_1904=self._book.since_1904)
        except OutOfCalendarError:
            self._find("formula-error", _NOT_A_DATE)
            return ""

    def _form(self, style: str) -> str:
        place = int(style or 0)
        return self._book.forms[place] if 0 <= place < len(self._book.forms) else ""

    def _find(self, code: str, value: str) -> None:
        self._findings.add([finding(code, self._file, self._row, value=value)])

    def _close_row(self) -> None:
        self._row_depth = 0
        if self._texts:
            # rows are filled up to the width of the header, so that is what they take
            width = max(len(self._texts), len(self.rows[0]) if self.rows else 0)
            self._book.cells += width
            if self._book.cells > MAX_CELLS:
                raise RefusedArchiveError("too-many-rows", str(self._row))
            self.rows.append(self._texts)
            self.lines.append(self._row)


def _whole(number: str) -> int:
    try:
        return int(float(number))
    except (ValueError, OverflowError) as error:
        raise RefusedArchiveError("workbook-unreadable", number) from error


def _column(reference: str) -> int:
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        raise RefusedArchiveError("workbook-unreadable", reference)
    number = 0
    for letter in found[1]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _row(reference: str) -> int:
    found = _REFERENCE.fullmatch(reference)
    return int(found[2]) if found else 0
