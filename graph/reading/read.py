"""Bytes to raw rows, each with its physical line; refuses what is too large or no table.

The content decides what a file is, never its ending: a workbook called ``.csv`` is read as a workbook.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import PurePosixPath

from graph.issue import Issue
from graph.reading.archive import RefusedArchiveError, is_zip, open_archive, unpack
from graph.reading.codes import finding
from graph.reading.content import foreign_kind, shown
from graph.reading.decode import UndecodableError, decode, misread_words
from graph.reading.findings import Findings
from graph.reading.header import TABLE_NAMES, key, matches
from graph.reading.limits import (
    MAX_BROKEN_ROWS,
    MAX_COLUMNS,
    MAX_FINDINGS,
    MAX_MEMBERS,
    MAX_RECORD,
    VISITOR,
    Extent,
    megabytes,
)
from graph.reading.records import DELIMITERS, CsvRecord, records
from graph.reading.sheet import Sheet, SheetReading, joined, refused
from graph.reading.workbook import is_workbook, read_workbook
from graph.view_csv import is_of_view

_OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .xls, and .xlsx with a password
_EMPTY_CELLS = "".join(DELIMITERS) + " \r\n"
_ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods")


def read_file(file: str, data: bytes, extent: Extent = VISITOR) -> SheetReading:
    """Read every table of a file: CSV, a workbook, or an archive of CSV files.

    Parameters
    ----------
    file
        Name as the user knows it, used in findings.
    data
        Content; nothing in it raises.
    extent
        How much of it is read if it is text.
    """
    if len(data) > extent.file_bytes:
        return refused("too-large", file, str(len(data)), hint=megabytes(extent.file_bytes))
    if data.startswith(_OLE_SIGNATURE):
        return refused("old-workbook", file)
    if is_of_view(data):
        return refused("tables-of-views", file)
    if not is_zip(data):
        foreign = foreign_kind(data)
        return refused(foreign, file) if foreign else read_csv(file, data, extent)
    return read_workbook(file, data) if is_workbook(data) else read_archive(file, data)


def read_archive(file: str, data: bytes) -> SheetReading:
    """Read the CSV files of one folder of a zip archive; archives and workbooks inside it are refused.

    It is the folder with most tables, the outermost of several: an archive of a repository holds older states too.
    """
    readings: list[SheetReading] = []
    try:
        archive = open_archive(data, MAX_MEMBERS)
        paths = [member.filename for member in archive.infolist() if not member.is_dir()]
        if not any(map(_may_be_opened, paths)):
            return refused("archive-without-tables", file, shown([PurePosixPath(path).name for path in paths]))
        for path in _of_one_folder(paths):
            content = unpack(archive, path)
            if is_zip(content):
                readings.append(refused("nested-archive", file, path))
            elif is_data_file(path):
                readings.append(read_file(path, content))
    except RefusedArchiveError as error:
        readings.append(refused(error.code, file, error.value))
    return joined(readings)


def _of_one_folder(paths: Sequence[str]) -> list[str]:
    folders = Counter(str(PurePosixPath(path).parent) for path in paths if is_data_file(path))
    if not folders:
        return list(paths)
    tables = Counter(str(PurePosixPath(path).parent) for path in paths if key(bare_name(path)) in TABLE_NAMES)
    chosen = min(folders, key=lambda folder: (-tables[folder], len(PurePosixPath(folder).parts), folder))
    return [path for path in paths if str(PurePosixPath(path).parent) == chosen]


def is_data_file(path: str) -> bool:
    """Whether a file of a folder or archive may be a table, rather than a note, a picture or a trace of Office."""
    name = PurePosixPath(path.replace("\\", "/")).name
    return name.casefold().endswith(_ENDINGS) and not path.startswith("__MACOSX/") and not name.startswith((".", "~$"))


def _may_be_opened(path: str) -> bool:
    """Whether a member of an archive is a table, or an archive whose refusal says more than that there is none."""
    return is_data_file(path) or path.casefold().endswith(".zip")


def read_csv(file: str, data: bytes, extent: Extent = VISITOR) -> SheetReading:
    """Read CSV in any of the encodings and delimiters Excel writes.

    Parameters
    ----------
    file
        Name of the file.
    data
        Bytes of the file.
    extent
        How much of it is read at most.
    """
    try:
        decoded = decode(data)
    except UndecodableError:
        return refused("undecodable", file)
    issues: list[Issue] = []
    if decoded.encoding == "cp1252":
        issues.append(finding("encoding-guessed", file, value="Windows-1252"))
        issues += (
            finding("garbled-text", file, line, value=word, hint=meant)
            for line, word, meant in islice(misread_words(decoded.text), MAX_FINDINGS)
        )
    reading = read_text(file, decoded.text, extent)
    return SheetReading(reading.sheets, (*issues, *reading.issues))


def read_text(file: str, text: str, extent: Extent = VISITOR) -> SheetReading:
    """Read decoded CSV; a row that cannot be read is reported and left out.

    Parameters
    ----------
    file
        Name of the file.
    text
        The text.
    extent
        How much of it is read at most.
    """
    header: tuple[str, ...] = ()
    header_line = 1
    rows: list[list[str]] = []
    lines: list[int] = []
    faults, remarks = Findings(), Findings()
    cells = broken = 0
    text = _without_empty_rows(text)
    if max(map(text.count, "\n\r")) > extent.lines:
        return refused("too-many-rows", file)
    for record in records(text, matches):
        if record.fault and not header:
            return refused("too-many-columns" if _is_wide(text) else record.fault, file, line=record.line)
        remarks.add(_said_of(file, record))
        if record.fault:
            broken += 1
            faults.add([finding(record.fault, file, record.line, value=record.written, hint=record.meant)])
        elif not any(map(str.strip, record.cells)):
            continue  # an empty row is only said to be refused by others
        elif not header:
            header, header_line = tuple(record.cells), record.line
        else:
            rows.append(record.cells)
            lines.append(record.line)
            cells += len(record.cells)
        if len(header) > MAX_COLUMNS:
            return refused("too-many-columns", file, line=record.line)
        if len(rows) > extent.rows or broken > MAX_BROKEN_ROWS or cells > extent.cells:
            return refused("too-many-rows", file, line=record.line)
    if not header:
        return refused("empty-file", file)
    return SheetReading(
        (Sheet(file, bare_name(file), header, header_line, rows, lines, tuple(remarks.all())),), tuple(faults.all())
    )


def _said_of(file: str, record: CsvRecord) -> Iterator[Issue]:
    """Yield what other programs may say of the quotation marks of a row that was read."""
    if record.blanks:
        yield finding("blank-after-quote", file, record.line)
    for cell in record.bare:
        yield finding("bare-quote", file, record.line, value=cell, hint='"{}"'.format(cell.replace('"', '""')))


def _without_empty_rows(text: str) -> str:
    """Return the text without the rows of delimiters that spreadsheets write for cells that are only formatted.

    Such rows hold one sign; of several one parts cells and another is the text of a cell.
    """
    content = text.rstrip(_EMPTY_CELLS)
    empty = text[len(content) :]
    line_end = min((place for sign in "\r\n" if (place := empty.find(sign)) >= 0), default=-1)
    one_sign = sum(sign in empty for sign in DELIMITERS) == 1
    return text[: len(content) + line_end + 1] if line_end >= 0 and one_sign else text


def _is_wide(text: str) -> bool:
    """Whether the start of a text has more columns than any table, too many to parse it as a row."""
    start = text[:MAX_RECORD]
    return any(start.count(delimiter) > MAX_COLUMNS for delimiter in DELIMITERS)


def bare_name(path: str) -> str:
    """Return the name of a file without folders and ending, whichever system wrote the path."""
    return PurePosixPath(path.replace("\\", "/")).stem
