"""A look through the parts of a workbook before openpyxl parses any of them.

The scan streams the XML and builds nothing. It refuses document types (entity bombs, external entities), cells
beyond the limits (a reference to XFD1048576 in a file of 4 kB would cost gigabytes), and masses of elements.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from xml.parsers import expat

from graph.reading.archive import RefusedArchiveError, unpack
from graph.reading.limits import MAX_COLUMNS, MAX_DEPTH, MAX_ELEMENTS, MAX_ROW_ELEMENTS, MAX_ROWS, MAX_SETTINGS

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_BEFORE_XML = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"  # byte order marks, half characters of UTF-16, blanks
_TEXTS = frozenset({"si", "t", "r", "sst"})  # elements of the table of shared texts; as many as cells


def scan(archive: zipfile.ZipFile) -> bool:
    """Check every part of a workbook that is XML.

    Returns
    -------
    Whether some cell has a formula.

    Raises
    ------
    RefusedArchiveError
        When a part breaks a limit, declares a document type, or is not well-formed.
    """
    look = _Scan()
    for member in archive.infolist():
        content = unpack(archive, member)
        # by content, since a workbook may keep a sheet in a part of any name
        if content.lstrip(_BEFORE_XML)[:1] == b"<":
            look.at(content)
    return look.formulas


class _Scan:
    """Running counts over all parts."""

    def __init__(self) -> None:
        self.elements = 0
        self.settings = 0
        self.formulas = False
        self._start_part()

    def _start_part(self) -> None:
        self.depth = 0
        self.row = 0
        self.column = 0
        self.row_depth = 0  # depth of the row we are in, 0 outside of rows
        self.row_elements = 0

    def at(self, content: bytes) -> None:
        """Scan one part."""
        self._start_part()
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = _refuse_document_type
        try:
            parser.Parse(content, True)
        except expat.ExpatError as error:
            raise RefusedArchiveError("workbook-unreadable") from error

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        self.elements += 1
        self.depth += 1
        if self.elements > MAX_ELEMENTS or self.depth > MAX_DEPTH:
            raise RefusedArchiveError("workbook-too-large")
        local = name.rpartition(":")[2]
        if local == "row":
            self._start_row(attributes.get("r", ""))
        elif self.row_depth:
            self._inside_row(local, attributes)
        elif local not in _TEXTS:
            self.settings += 1
            if self.settings > MAX_SETTINGS:
                raise RefusedArchiveError("workbook-too-large")

    def _start_row(self, number: str) -> None:
        self.row = _whole(number) if number else self.row + 1
        self.column = self.row_elements = 0
        self.row_depth = self.depth
        if self.row > MAX_ROWS + 1:
            raise RefusedArchiveError("too-many-rows", str(self.row))

    def _inside_row(self, local: str, attributes: Mapping[str, str]) -> None:
        self.row_elements += 1
        if self.row_elements > MAX_ROW_ELEMENTS:
            raise RefusedArchiveError("workbook-too-large")
        if self.depth == self.row_depth + 1:
            self._start_cell(attributes.get("r", ""))
        self.formulas = self.formulas or local == "f"

    def _start_cell(self, reference: str) -> None:
        self.column += 1
        if reference:
            found = _REFERENCE.fullmatch(reference)
            if found is None:
                raise RefusedArchiveError("workbook-unreadable", reference)
            self.column = _column_number(found[1])
            if int(found[2]) > MAX_ROWS + 1:
                raise RefusedArchiveError("cell-out-of-range", reference)
        if self.column > MAX_COLUMNS:
            raise RefusedArchiveError("cell-out-of-range", reference)

    def _end(self, _name: str) -> None:
        if self.depth == self.row_depth:
            self.row_depth = 0
        self.depth -= 1


def _refuse_document_type(*_: object) -> None:
    raise RefusedArchiveError("workbook-document-type")


def _whole(number: str) -> int:
    try:
        return int(float(number))
    except (ValueError, OverflowError) as error:
        raise RefusedArchiveError("workbook-unreadable", number) from error


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
