"""Decoded CSV to records that know their physical line, however many lines a cell spans."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field

from graph.reading.limits import MAX_RECORD, MAX_REREAD, MAX_VALUE

DELIMITERS = (",", ";", "\t")

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_LINE_ENDS = "\r\n"
_STATED = re.compile(r"\s*sep=([,;\t|])\s*", re.IGNORECASE)  # a line Excel writes above the header


@dataclass(frozen=True, slots=True)
class CsvRecord:
    """One row of a CSV file.

    Attributes
    ----------
    line
        Physical line on which it starts, the first line of the file being 1.
    cells
        Its cells, empty when there is a fault.
    fault
        Code of a finding when the row cannot be read, else ``""``.
    written, meant
        With a fault, the line as it stands in the file, and as it was probably meant if that can be told.
    bare
        Cells with quotation marks that ought to stand in quotation marks themselves; they are read as they stand.
    blanks
        Whether blanks stand between a quotation mark and the end of its cell; they are passed over.
    """

    line: int
    cells: list[str] = field(default_factory=list)
    fault: str = ""
    written: str = ""
    meant: str = ""
    bare: tuple[str, ...] = ()
    blanks: bool = False


class RecordTooLongError(ValueError):
    """A row is longer than any honest one, mostly because a quotation mark is not closed."""


class _PhysicalLines:
    """Physical lines of a text from some place on, without copying the text; knows whether it ran out."""

    def __init__(self, text: str, place: int) -> None:
        self.text = text
        self._found = _LINE.finditer(text, place)
        self.place = self.next_place = place  # where the current record starts, and where its second line would
        self.end = place
        self.ran_out = False

    @property
    def first_line(self) -> str:
        """The first line of the current record."""
        return self.text[self.place : self.next_place].rstrip(_LINE_ENDS)

    @property
    def others(self) -> str:
        """The further lines of the current record that were read so far."""
        return self.text[self.next_place : self.end]

    @property
    def taken(self) -> str:
        """All lines of the current record that were read so far."""
        return self.text[self.place : self.end]

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        found = next(self._found, None)
        if found is None:
            self.ran_out = True
            raise StopIteration
        if self.end == self.place:
            self.next_place = found.end()
        self.end = found.end()
        if self.end - self.place > MAX_RECORD:
            raise RecordTooLongError
        return found[0]

    def start_record(self) -> None:
        """Note that the next line starts a record."""
        self.place = self.end


def records(text: str, matches: Callable[[Sequence[str]], int]) -> Iterator[CsvRecord]:
    """Yield the rows of a CSV text that are not empty, the header first.

    Parameters
    ----------
    text
        Lines may end in any way; a first line ``sep=;`` states the delimiter and is no row.
    matches
        How many of some headers are known; decides between the delimiters.
    """
    place, line = 0, 1
    first = _LINE.match(text)
    if first and (stated := _STATED.fullmatch(first[0])):
        delimiter, place, line = stated[1], first.end(), 2
    else:
        delimiter = _likely_delimiter(text, matches)
    width, reread = _width(_PhysicalLines(text, place), delimiter), 0
    while reread <= MAX_REREAD:
        lines = _PhysicalLines(text, place)
        line = yield from _until_fault(lines, delimiter, line, width)
        if not line:
            return
        place, reread = lines.next_place, reread + lines.end - lines.next_place
    yield CsvRecord(line, fault="rest-not-read")


def _width(lines: _PhysicalLines, delimiter: str) -> int:
    """Return the number of cells of the header."""
    try:
        rows = csv.reader(lines, delimiter=delimiter, skipinitialspace=True)
        return next((len(cells) for cells in rows if any(map(str.strip, cells))), 0)
    except (csv.Error, RecordTooLongError):
        return 0


def _until_fault(lines: _PhysicalLines, delimiter: str, line: int, width: int) -> Generator[CsvRecord, None, int]:
    """Yield records up to one that cannot be read; return the line to go on with, 0 when there is none."""
    reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=True, strict=True)
    first_line = line
    while True:
        start = first_line + reader.line_num
        lines.start_record()
        blanks = False
        try:
            cells = next(reader)
        except StopIteration:
            return 0
        except (csv.Error, RecordTooLongError) as error:
            cells, blanks = _without_outer_blanks(lines, delimiter), True
            if not cells:
                record = _faulty(start, _fault(lines, error), lines, delimiter)
                yield record
                if record.fault == "undoubled-quote" and not _may_be_rows(lines.others, delimiter, width):
                    lines.next_place = lines.end
                    return first_line + reader.line_num
                return start + 1
        if blanks or any(map(str.strip, cells)):
            yield CsvRecord(start, cells, bare=tuple(_bare(cells, lines)), blanks=blanks)


def _may_be_rows(text: str, delimiter: str, width: int) -> bool:
    """Whether one of the further lines of a broken record looks like a row of its own, so that none is passed over."""
    return any(line.count(delimiter) + 1 >= width for line in text.splitlines())


def _fault(lines: _PhysicalLines, error: Exception) -> str:
    """Return why a record cannot be read; only the words of the reader tell its errors apart."""
    if lines.ran_out:
        # the reader only asks for more lines inside a record when a quotation mark is still open
        return "unclosed-quote"
    return "undoubled-quote" if "expected after" in str(error) else "row-too-long"


def _faulty(line: int, fault: str, lines: _PhysicalLines, delimiter: str) -> CsvRecord:
    written = lines.first_line[:MAX_VALUE]
    meant = _doubled(written, delimiter) if fault == "undoubled-quote" and len(written) < MAX_VALUE else ""
    return CsvRecord(line, fault=fault, written=written, meant=meant)


def _doubled(line: str, delimiter: str) -> str:
    """Return a line with the quotation marks doubled that neither open nor close a cell, ``""`` if that is no row."""
    edge = re.escape(delimiter)
    inner = re.compile(rf"""(?<![{edge}"])\\?"(?!["{edge}]|$)|(?<![{edge}"])\\"(?="(?:{edge}|$))""")
    meant = inner.sub('""', line)
    try:
        list(csv.reader([meant], delimiter=delimiter, strict=True))
    except csv.Error:
        return ""
    return meant


def _without_outer_blanks(lines: _PhysicalLines, delimiter: str) -> list[str]:
    """Return the cells of a record that is only refused for blanks after a quotation mark, else an empty list."""
    text = lines.taken
    if '" ' not in text or len(text) > MAX_RECORD:
        return []
    without = re.sub(rf'(?<=") +(?={re.escape(delimiter)}|[\r\n]|$)', "", text)
    try:
        found = list(csv.reader([without], delimiter=delimiter, skipinitialspace=True, strict=True))
    except csv.Error:
        return []
    return found[0] if len(found) == 1 else []


def _bare(cells: Sequence[str], lines: _PhysicalLines) -> Iterator[str]:
    """Yield cells with a quotation mark that are not written in quotation marks."""
    written = ""
    for cell in cells:
        if '"' in cell:
            written = written or lines.taken
            if '"{}"'.format(cell.replace('"', '""')) not in written:
                yield cell


def _likely_delimiter(text: str, matches: Callable[[Sequence[str]], int]) -> str:
    """Return the delimiter under which the header has most known columns, then most columns."""

    def header(delimiter: str) -> list[str]:
        lines = (found[0][:MAX_RECORD] for found in _LINE.finditer(text) if found[0].strip())
        try:
            return next(csv.reader(lines, delimiter=delimiter, skipinitialspace=True), [])
        except csv.Error:
            return []

    headers = {delimiter: header(delimiter) for delimiter in DELIMITERS}
    return max(DELIMITERS, key=lambda delimiter: (matches(headers[delimiter]), len(headers[delimiter])))
