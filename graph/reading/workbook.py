"""Worksheets of a workbook (.xlsx, .ods) to raw rows of text; formulas are never evaluated.

Every part is streamed once, within limits, and nothing is built but the texts of cells: a few kilobytes may ask for
thousands of sheets, for a formula repeated in every cell, or for one long text everywhere. Of a formula the last
stored result counts.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from typing import TypeVar

from graph.issue import Issue
from graph.reading.archive import RefusedArchiveError, open_archive, unpack
from graph.reading.limits import MAX_PARTS
from graph.reading.open_sheet import OpenSheets, OpenStyles
from graph.reading.open_values import Moments
from graph.reading.sheet import Sheet, SheetReading, refused
from graph.reading.workbook_parts import Contents, Counts, Relations, Styles, Texts, WorkbookPart, is_xml
from graph.reading.workbook_sheet import Book, SheetRows

P = TypeVar("P", bound=WorkbookPart)

HELP_SHEETS = frozenset({"spalten", "columns"})  # explain the columns in our own templates
_OPEN_CONTENT, _OPEN_STYLES, _OPEN_MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
_FIRST_NAME = slice(30, 38)  # where a zip archive names its first member; OpenDocument demands ``mimetype`` there
_START = 300  # bytes that hold the type of the file


def is_workbook(data: bytes) -> bool:
    """Whether a zip archive is a workbook, of Excel or another program."""
    return b"xl/workbook" in data or _is_open_document(data)


def _is_open_document(data: bytes) -> bool:
    """Whether an archive is an OpenDocument file, and does not only hold one."""
    is_typed = b"application/vnd.oasis" in data[:_START] or _OPEN_MANIFEST.encode() in data
    return data[_FIRST_NAME] == b"mimetype" and is_typed


def read_workbook(file: str, data: bytes) -> SheetReading:
    """Read every worksheet.

    Parameters
    ----------
    file
        Name as the user knows it; sheets are called ``daten.xlsx [Akteure]`` in findings.
    data
        Content; nothing in it raises.
    """
    try:
        with open_archive(data, MAX_PARTS) as archive:
            if _OPEN_CONTENT in archive.namelist():
                return _read_open(file, archive)
            contents = _contents_part(archive)
            return _Workbook(file, archive, contents).read() if contents else refused("old-workbook", file)
    except RefusedArchiveError as error:
        return refused(error.code, file, error.value)


def _read_open(file: str, archive: zipfile.ZipFile) -> SheetReading:
    """Read an OpenDocument spreadsheet, of which nothing but content and styles is looked at."""
    names, counts, moments = archive.namelist(), Counts(), Moments()
    # with a password the members are encrypted and the archive is not; the manifest says so
    if _OPEN_MANIFEST in names and b":encryption-data" in unpack(archive, _OPEN_MANIFEST):
        return refused("old-workbook", file)
    if _OPEN_STYLES in names:
        OpenStyles(counts, moments).read(unpack(archive, _OPEN_STYLES))
    content = OpenSheets(counts, file, moments).read(unpack(archive, _OPEN_CONTENT))
    if not content.is_spreadsheet:
        return refused("old-workbook", file)
    tables = [table for table in content.tables if not _explains(table.title)]
    sheets = [
        sheet for table in tables for sheet in _sheets(f"{file} [{table.title}]", table.title, table.rows, table.lines)
    ]
    issues = [issue for table in tables for issue in table.findings.all()]
    return SheetReading(tuple(sheets), tuple(issues)) if sheets or issues else refused("empty-file", file)


def _explains(title: str) -> bool:
    return title.casefold().strip() in HELP_SHEETS


def _contents_part(archive: zipfile.ZipFile) -> str:
    """Return the name of the part that lists the sheets, ``""`` when there is none."""
    names = archive.namelist()
    return next((name for name in names if name.startswith("xl/workbook") and name.endswith(".xml")), "")


class _Workbook:
    """A workbook while it is read: what is in which part, and what was found."""

    def __init__(self, file: str, archive: zipfile.ZipFile, contents: str) -> None:
        self._file, self._archive, self._contents = file, archive, contents
        self._names = frozenset(archive.namelist())
        self._counts = Counts()
        self._looked_at: set[str] = set()

    def read(self) -> SheetReading:
        """Read the sheets, and look through all other parts."""
        contents = self._part(self._contents, Contents(self._counts))
        relations = self._part(f"xl/_rels/{self._contents.removeprefix('xl/')}.rels", Relations(self._counts))
        texts = self._part(relations.kinds.get("sharedStrings", ""), Texts(self._counts)).texts
        forms = self._part(relations.kinds.get("styles", ""), Styles(self._counts)).forms
        book = Book(texts, forms, contents.since_1904)
        parts = [(title, relations.targets.get(relation, "")) for title, relation in contents.sheets]
        sheets: list[Sheet] = []
        issues: list[Issue] = []
        for title, part in parts:
            found, said = self._sheet(title, part, book)
            sheets += found
            issues += said
        for name in sorted(self._names - self._looked_at):
            # as strictly as a sheet: whatever opens the file after us may take the part for one
            self._part(name, SheetRows(self._counts, name, book))
        if not parts:
            return refused("workbook-unreadable", self._file)
        return SheetReading(tuple(sheets), tuple(issues)) if sheets or issues else refused("empty-file", self._file)

    def _part(self, name: str, part: P) -> P:
        """Return a part that was read, as it is when the file has no such one."""
        if name not in self._names:
            return part
        self._looked_at.add(name)
        content = unpack(self._archive, name)
        return part.read(content) if is_xml(content) else part

    def _sheet(self, title: str, part: str, book: Book) -> tuple[list[Sheet], list[Issue]]:
        """Return a sheet with content, and what was found in it."""
        # a file of 12 kB may show one part as 2,000 sheets; no spreadsheet program writes such
        if part in self._looked_at:
            raise RefusedArchiveError("workbook-unreadable", title)
        name = f"{self._file} [{title}]"
        rows = self._part(part, SheetRows(self._counts, name, book))
        if _explains(title):
            return [], []
        return list(_sheets(name, title, rows.rows, rows.lines)), rows.issues()


def _sheets(name: str, title: str, rows: Sequence[list[str]], lines: list[int]) -> Iterator[Sheet]:
    """Yield the sheet when there is any row, the rows below its header at least as wide as it is."""
    if rows:
        header = rows[0]
        padded = [row + [""] * (len(header) - len(row)) for row in rows[1:]]
        yield Sheet(name, title, tuple(header), lines[0], padded, lines[1:])
