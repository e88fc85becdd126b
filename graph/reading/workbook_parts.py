"""The parts of a workbook, streamed one by one within limits; nothing is built of what is not needed.

Document types (entity bombs, external entities) are refused, and so are masses of elements and deep nesting, in every
part that is XML: a workbook may keep a sheet in a part of any name.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from typing import Self
from xml.parsers import expat

from graph.reading.archive import RefusedArchiveError
from graph.reading.limits import MAX_DEPTH, MAX_ELEMENTS, MAX_SETTINGS

_BEFORE_XML = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"  # byte order marks, half characters of UTF-16, blanks
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def is_xml(content: bytes) -> bool:
    """Whether a part is XML, in any encoding a parser would follow."""
    return content.lstrip(_BEFORE_XML)[:1] == b"<"


def unescaped(text: str) -> str:
    """Return a text with Excel's way of writing control characters, ``_x000D_``, undone, once and from the left."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


class Counts:
    """Elements of all parts of a workbook together."""

    def __init__(self) -> None:
        self.elements = 0
        self.settings = 0


class WorkbookPart:
    """A part that is looked through and of which nothing is kept; what is to be kept is for its subclasses."""

    def __init__(self, counts: Counts) -> None:
        self.counts = counts
        self.depth = 0

    def read(self, content: bytes) -> Self:
        """Stream the part.

        Raises
        ------
        RefusedArchiveError
            When it breaks a limit, declares a document type, is not well-formed, or is in an encoding nobody reads.
        """
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self.text
        parser.StartDoctypeDeclHandler = _refuse_document_type
        try:
            parser.Parse(content, True)
        except RefusedArchiveError:
            raise
        # an encoding Python does not know is a LookupError, one of several bytes a character a ValueError
        except (expat.ExpatError, LookupError, ValueError) as error:
            raise RefusedArchiveError("workbook-unreadable", type(error).__name__) from error
        return self

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        counts = self.counts
        counts.elements += 1
        self.depth += 1
        if counts.elements > MAX_ELEMENTS or self.depth > MAX_DEPTH:
            raise RefusedArchiveError("workbook-too-large")
        if not self.opened(name.rpartition(":")[2], attributes):
            counts.settings += 1
            if counts.settings > MAX_SETTINGS:
                raise RefusedArchiveError("workbook-too-large")

    def _end(self, name: str) -> None:
        self.closed(name.rpartition(":")[2])
        self.depth -= 1

    def opened(self, _local: str, _attributes: Mapping[str, str]) -> bool:
        """Take in the start of an element; whether it is content, of which there may be more than of settings."""
        return False

    def closed(self, _local: str) -> None:
        """Take in the end of an element."""

    def text(self, _text: str) -> None:
        """Take in text."""


class Texts(WorkbookPart):
    """The table of texts that cells share, each without what is only to be spoken."""

    _CONTENT = frozenset({"si", "t", "r", "sst"})

    def __init__(self, counts: Counts) -> None:
        super().__init__(counts)
        self.texts: list[str] = []
        self._said: list[str] = []
        self._pieces: list[str] = []
        self._in_text = False
        self._spoken = 0  # depth of the reading aid we are in, 0 outside

    def opened(self, local: str, _attributes: Mapping[str, str]) -> bool:
        """See `WorkbookPart.opened`."""
        if local == "rPh":
            self._spoken = self._spoken or self.depth
        self._in_text = local == "t" and not self._spoken
        return local in self._CONTENT

    def closed(self, local: str) -> None:
        """See `WorkbookPart.closed`."""
        if self._in_text:
            # of each piece by itself, since what stands in two pieces is no escaped character
            self._said.append(unescaped("".join(self._pieces)))
            self._pieces, self._in_text = [], False
        if self.depth == self._spoken:
            self._spoken = 0
        if local == "si":
            self.texts.append("".join(self._said))
            self._said = []

    def text(self, text: str) -> None:
        """See `WorkbookPart.text`."""
        if self._in_text:
            self._pieces.append(text)


class Styles(WorkbookPart):
    """How numbers are shown, by the number of a style."""

    def __init__(self, counts: Counts) -> None:
        super().__init__(counts)
        self._forms = dict(_BUILT_IN)
        self._styles: list[int] = []
        self._in_styles = False

    def opened(self, local: str, attributes: Mapping[str, str]) -> bool:
        """See `WorkbookPart.opened`."""
        if local == "numFmt":
            self._forms[int(attributes.get("numFmtId", 0))] = attributes.get("formatCode", "")
        elif local == "cellXfs":
            self._in_styles = True
        elif local == "xf" and self._in_styles:
            self._styles.append(int(attributes.get("numFmtId", 0)))
        return False

    def closed(self, local: str) -> None:
        """See `WorkbookPart.closed`."""
        if local == "cellXfs":
            self._in_styles = False

    @property
    def forms(self) -> list[str]:
        """Format of each style, ``""`` for a general one."""
        return [self._forms.get(number, "") for number in self._styles]


class Relations(WorkbookPart):
    """Where the parts are that another part refers to."""

    def __init__(self, counts: Counts) -> None:
        super().__init__(counts)
        self.targets: dict[str, str] = {}  # id -> name of the part
        self.kinds: dict[str, str] = {}  # last word of the kind -> name of the part

    def opened(self, local: str, attributes: Mapping[str, str]) -> bool:
        """See `WorkbookPart.opened`."""
        if local == "Relationship":
            part = posixpath.normpath(posixpath.join("/xl", attributes.get("Target", ""))).lstrip("/")
            self.targets[attributes.get("Id", "")] = part
            self.kinds[attributes.get("Type", "").rpartition("/")[2]] = part
        return False


class Contents(WorkbookPart):
    """The sheets of a workbook in their order."""

    def __init__(self, counts: Counts) -> None:
        super().__init__(counts)
        self.sheets: list[tuple[str, str]] = []  # title, id of its relation
        self.since_1904 = False

    def opened(self, local: str, attributes: Mapping[str, str]) -> bool:
        """See `WorkbookPart.opened`."""
        if local == "sheet":
            relation = next((text for name, text in attributes.items() if name.rpartition(":")[2] == "id"), "")
            self.sheets.append((attributes.get("name", ""), relation))
        elif local == "workbookPr":
            self.since_1904 = attributes.get("date1904", "") in ("1", "true")
        return False


def _refuse_document_type(*_: object) -> None:
    raise RefusedArchiveError("workbook-document-type")


# ECMA-376 part 1, 18.8.30: formats a file need not describe, those of dates and times
_BUILT_IN: Mapping[int, str] = {
    14: "mm-dd-yy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "m/d/yy h:mm",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mmss.0",
}
