"""Delimited text as a grid: which sign separates the cells, and rows read one by one.

A file of this machine is read in pieces, so that 400 MB take no more memory than 4 MB.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from graph.intake.grid import Grid, Row
from graph.reading.decode import UndecodableError, decode
from graph.reading.limits import MAX_RECORD

DELIMITERS = (";", ",", "\t", "|")
SAMPLE = 262_144  # bytes looked at to tell encoding and delimiter
_LINES = 25  # of the sample
_FORMULA = re.compile(r'(^|[;,\t|])="', re.MULTILINE)
_STATED = re.compile(r"\s*sep=([,;\t|])\s*", re.IGNORECASE)
_LONGEST_LINE = 4 * MAX_RECORD
_OPEN_QUOTE = 200  # physical lines a cell may span; more is a quotation mark that is not closed


def text_grid(file: str, data: bytes) -> Grid:
    """Return the grid of a delimited text in memory.

    Raises
    ------
    UndecodableError
        When the bytes are no text.
    """
    text = decode(data).text
    delimiter = likely_delimiter(text[:SAMPLE])
    return Grid(file, Path(file).stem, lambda: read_rows(io.StringIO(text, newline=""), delimiter))


def path_grid(path: Path) -> Grid:
    """Return the grid of a delimited text on this machine, which is read anew whenever it is needed.

    Raises
    ------
    UndecodableError
        When the file is no text.
    """
    with path.open("rb") as stream:
        sample = stream.read(SAMPLE)
    encoding = _encoding(path, sample)
    delimiter = likely_delimiter(sample.decode(encoding, "replace"))

    # only portals that protect zeros, and quotation marks without a twin, need each line to be looked at
    read = read_rows if b'="' in sample else _read_plain

    def rows() -> Iterator[Row]:
        with path.open(encoding=encoding, newline="", errors="replace") as stream:
            yield from read(stream, delimiter)

    return Grid(path.name, path.stem, rows)


def _read_plain(stream: io.TextIOWrapper, delimiter: str) -> Iterator[Row]:
    """Yield rows as `read_rows` does, three times as fast, for files whose quotation marks are in order."""
    reader = csv.reader(stream, delimiter=delimiter)
    start = 1
    try:
        for cells in reader:
            if cells:
                yield start, cells
            start = reader.line_num + 1
    except csv.Error:
        # a cell without end: from here on line by line
        yield from ((start + line - 1, cells) for line, cells in read_rows(stream, delimiter))


def _encoding(path: Path, sample: bytes) -> str:
    """Return the encoding of a file: that of its start, unless UTF-8 breaks further down."""
    start = sample[: sample.rfind(b"\n") + 1] or sample
    encoding = decode(start).encoding
    if encoding != "utf-8":
        return "utf-16" if encoding.startswith("utf-16") else encoding
    return "utf-8-sig" if _is_utf8(path) else "cp1252"


def _is_utf8(path: Path) -> bool:
    reader = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as stream:
            while piece := stream.read(SAMPLE):
                reader.decode(piece)
        reader.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def likely_delimiter(sample: str) -> str:
    """Return the sign that gives most rows the same number of cells, and that number highest."""
    lines = [line for line in sample.splitlines() if line.strip()][: _LINES + 1]
    if lines and (stated := _STATED.fullmatch(lines[0])):
        return stated[1]
    text = "\n".join(lines[:_LINES])

    def agreement(delimiter: str) -> tuple[float, int]:
        widths = Counter(len(cells) for _, cells in islice(read_rows(io.StringIO(text), delimiter), _LINES))
        width, count = max(widths.items(), key=lambda pair: (pair[0] > 1, pair[1], pair[0]), default=(0, 0))
        return (count * min(width - 1, 6), width)

    return max(DELIMITERS, key=agreement)


def read_rows(stream: io.TextIOBase | io.TextIOWrapper, delimiter: str) -> Iterator[Row]:
    """Yield rows with content and the line on which each starts.

    Cells written ``="..."``, as some portals do to keep zeros, are text in quotation marks.
    """
    lines = _Lines(stream)
    reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=True)
    while True:
        start = lines.first = lines.number + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except (csv.Error, _BrokenRowError):
            # a quotation mark without its twin: the line is taken as it stands, and the next one starts anew
            cells = [cell.strip().strip('"') for cell in lines.resume().rstrip("\r\n").split(delimiter)]
            reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=True)
        if any(cell and not cell.isspace() for cell in cells) and not (start == 1 and _is_statement(cells)):
            yield start, cells


def _is_statement(cells: list[str]) -> bool:
    return len(cells) <= 2 and cells[0].casefold().startswith("sep=")


class _BrokenRowError(ValueError):
    """A quotation mark is not closed, or a row is longer than any honest one."""


class _Lines:
    """Physical lines of a stream; goes back to the second line of a row that cannot be read."""

    def __init__(self, stream: io.TextIOBase | io.TextIOWrapper) -> None:
        self._stream = stream
        self._again: list[str] = []
        self._seen: list[str] = []
        self.number = self.first = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.pop() if self._again else self._physical()
        if self.number < self.first:
            self._seen.clear()
        if not line:
            if self.number >= self.first and self._seen:
                raise _BrokenRowError
            raise StopIteration
        self.number += 1
        self._seen.append(line)
        if self.number - self.first > _OPEN_QUOTE or len(line) >= MAX_RECORD:
            raise _BrokenRowError
        return _FORMULA.sub(r'\1"', line) if '="' in line else line

    def _physical(self) -> str:
        """Return the next line, a very long one too, so that what follows its long cell is read; its end is dropped."""
        line = self._stream.readline(MAX_RECORD)
        if len(line) < MAX_RECORD or line[-1] in "\r\n":
            return line
        pieces = [line]
        while pieces[-1] and pieces[-1][-1] not in "\r\n":
            piece = self._stream.readline(MAX_RECORD)
            if len(pieces) < _LONGEST_LINE // MAX_RECORD or not piece:
                pieces.append(piece)
            else:
                pieces[-1] = pieces[-1][:-1] + (piece[-1] if piece[-1] in "\r\n" else " ")
        return "".join(pieces)

    def resume(self) -> str:
        """Return the first line of the broken row, and read on after it."""
        first, *rest = self._seen
        self._again += reversed(rest)
        self.number = self.first
        self._seen.clear()
        return first


__all__ = ["DELIMITERS", "UndecodableError", "likely_delimiter", "path_grid", "read_rows", "text_grid"]
