"""What a file is that is no table: told by how its content begins and ends, never by its name."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence

_START, _END = 1_000, 100  # bytes looked at

_JSON = re.compile(rb"""\{\s*(?:"|\})|\[\s*(?:[\[{"\]0-9-]|true|false|null)""")
_MARKUP = re.compile(rb"<(?:\?xml\b|!DOCTYPE\b|!--|[A-Za-z_][\w.:-]*(?:[\s/>]))", re.IGNORECASE)
_WEB_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|meta)\b", re.IGNORECASE)
_BLANK = b" \t\r\n"
_DATABASE = b"SQLite format 3\x00"
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# other ways of packing than zip: gzip, 7z, rar, xz, bzip2, zstd
_PACKED = (b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!", b"\xfd7zXZ", b"BZh", b"\x28\xb5\x2f\xfd")


def foreign_kind(data: bytes) -> str:
    """Return the code of the finding for content that is certainly no table, ``""`` for anything else."""
    if data.startswith(_DATABASE):
        return "database-file"
    if data.startswith(_PACKED):
        return "packed-file"
    return _kind_of_text(*_ends(data))


def _kind_of_text(start: bytes, end: bytes) -> str:
    if _JSON.match(start) and end in (b"}", b"]"):
        return "json-file"
    if _MARKUP.match(start) and end == b">":
        return "web-page" if _WEB_PAGE.search(start) and b"<workbook" not in start.lower() else "xml-file"
    return ""


def _ends(data: bytes) -> tuple[bytes, bytes]:
    """Return the first bytes after blanks and the last one before them, with the zeros of UTF-16 taken out."""
    start = next((data[len(bom) :] for bom in _BOMS if data.startswith(bom)), data[:_START])[:_START]
    end = data[-_END:]
    if data.startswith(_BOMS[1:]) or 0 in start[:2]:
        start, end = start.replace(b"\0", b""), end.replace(b"\0", b"")
    return start.lstrip(_BLANK), end.rstrip(_BLANK)[-1:]


def shown(names: Sequence[str], most: int = 5) -> str:
    """Return the first names of a list for a sentence, with a sign that there are more."""
    return ", ".join(names[:most]) + (" …" if len(names) > most else "")
