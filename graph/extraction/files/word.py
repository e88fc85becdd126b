"""Paragraphs and tables of a Word file in their order, read as a stream; part of the program in `graph.extraction.files.reader`.

It reads what somebody sees who accepts all tracked changes: what was put in is text, what was deleted is none. Text boxes and
footnotes follow the paragraph they hang on, a table inside a cell follows its row. Comments, headers and footers, hidden text and the
commands of fields are left out. Nothing is opened but the parts of the file; a part that declares a document type is refused, so that no
entity grows or fetches anything.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from xml.parsers import expat

from graph.extraction.files.word_blocks import Blocks, TooLargeError

MOST_UNPACKED = 60 * 1024 * 1024  # bytes of a part
_MAIN = "word/document.xml"
_PIECE = 1 << 16


class _Relations:
    """Finds the main part of the file."""

    def __init__(self) -> None:
        self.main = _MAIN

    def start(self, _: str, attributes: dict[str, str]) -> None:
        if attributes.get("Type", "").endswith("/officeDocument"):
            self.main = attributes.get("Target", _MAIN).lstrip("/")


class _Styles:
    """Finds the styles of lists, by their names, which are English in every language of Word."""

    def __init__(self) -> None:
        self.style, self.lists = "", set[str]()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        if tag == "style":
            self.style = attributes.get("w:styleId", "")
        elif tag == "name" and "list" in attributes.get("w:val", "").lower():
            self.lists.add(self.style)


class _Title:
    """Finds the title among the properties of the file."""

    def __init__(self) -> None:
        self.inside, self.title = False, ""

    def start(self, name: str, _: dict[str, str]) -> None:
        self.inside = name.rpartition(":")[2] == "title"

    def end(self, _: str) -> None:
        self.inside = False

    def data(self, text: str) -> None:
        self.title += text if self.inside else ""


def docx_text(content: bytes, most: int) -> dict[str, object]:
    """Return text and title, or the code of what is wrong.

    Parameters
    ----------
    content
        The file.
    most
        Characters that are not exceeded.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if any(part.flag_bits & 1 for part in archive.infolist()):
                return {"code": "encrypted"}
            return _read(archive, most)
    except TooLargeError:
        return {"code": "too-large"}
    except (
        zipfile.BadZipFile,
        zlib.error,
        expat.ExpatError,
        KeyError,
        ValueError,
        NotImplementedError,
        EOFError,
        OSError,
    ):
        encrypted = content[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word packs protected files like this
        return {"code": "encrypted" if encrypted else "damaged"}


def _read(archive: zipfile.ZipFile, most: int) -> dict[str, object]:
    known, relations, styles, title = set(archive.namelist()), _Relations(), _Styles(), _Title()
    for part, reader in (("_rels/.rels", relations), ("docProps/core.xml", title)):
        if part in known:
            _parse(archive, part, reader)
    folder = relations.main.rpartition("/")[0]
    if f"{folder}/styles.xml" in known:
        _parse(archive, f"{folder}/styles.xml", styles)
    notes = {}
    for part in ("footnotes", "endnotes"):
        if f"{folder}/{part}.xml" in known:
            noted = Blocks(most)
            _parse(archive, f"{folder}/{part}.xml", noted)
            notes[part] = noted.kept
    body = Blocks(most, styles.lists, notes)
    _parse(archive, relations.main, body)
    return {"text": "\n".join(body.blocks), "title": title.title[:300], "left_out": 0}


def _parse(archive: zipfile.ZipFile, part: str, reader: object) -> None:
    """Feed a part to a reader, piece by piece, until it ends."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = getattr(reader, "start", None)
    parser.EndElementHandler = getattr(reader, "end", None)
    parser.CharacterDataHandler = getattr(reader, "data", None)
    size = 0
    with archive.open(part) as member:
        while piece := member.read(_PIECE):
            size += len(piece)
            if size > MOST_UNPACKED:
                raise TooLargeError
            parser.Parse(piece, False)
        parser.Parse(b"", True)


def _refuse(*_: object) -> None:
    raise ValueError("a document type is declared")
