"""Decoded CSV to records that know their physical line, however many lines a cell spans."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field

from graph.reading.limits import MAX_BROKEN_ROWS, MAX_RECORD

DELIMITERS = (",", ";", "\t")

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_STATED = re.compile(r"\s*sep=([,;\t|])\s*", re.IGNORECASE)  # a line Excel writes above the header


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a CSV file.

    Attributes
    ----------
    line
        Physical line on which it starts, the first line of the file being 1.
    cells
        Its cells, empty when there is a fault.
    fault
        Code of a finding when the row cannot be read, else ``""``.
    """

    line: int
    cells: list[str] = field(default_factory=list)
    fault: str = ""


class RecordTooLongError(ValueError):
    """A row is longer than any honest one, mostly because a quotation mark is not closed."""


class _Lines:
    """Physical lines of a text from some place on, without copying the text; knows whether it ran out."""

    def __init__(self, text: str, place: int) -> None:
        self._found = _LINE.finditer(text, place)
        self.place = self.next_place = place  # where the current record starts, and where its second line would
        self.end = place
        self.ran_out = False

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


def records(text: str, matches: Callable[[Sequence[str]], int]) -> Iterator[Record]:
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
    for _ in range(MAX_BROKEN_ROWS):
        lines = _Lines(text, place)
        line = yield from _until_fault(lines, delimiter, line)
        place = lines.next_place
        if not line:
            return


def _until_fault(lines: _Lines, delimiter: str, line: int) -> Generator[Record, None, int]:
    """Yield records up to one that cannot be read; return the line after it, 0 when there is none."""
    reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=True)
    first_line = line
    while True:
        start = first_line + reader.line_num
        lines.start_record()
        try:
            cells = next(reader)
        except StopIteration:
            return 0
        except (csv.Error, RecordTooLongError):
            yield Record(start, fault="row-too-long")
            return start + 1
        if lines.ran_out:
            # the reader only asks for more lines inside a record when a quotation mark is still open
            yield Record(start, fault="unclosed-quote")
            return start + 1
        if any(map(str.strip, cells)):
            yield Record(start, cells)


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
