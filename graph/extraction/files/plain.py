"""Plain text in the encodings of office programs."""

from __future__ import annotations

import codecs
import re

from graph.extraction.clean import unify_line_ends
from graph.extraction.files.document import MOST_CHARACTERS, PaperDocument, UnreadablePaperError

_NO_CHARACTER = re.compile("[\\ud800-\\udfff\\x00-\\x08\\x0e-\\x1f]")  # what no file of tables and no browser takes


def read_text(content: bytes) -> PaperDocument:
    """Read UTF-8, UTF-16 with a byte order mark, or Windows-1252."""
    text = decoded(content)
    if "\0" in text:
        raise UnreadablePaperError("not-text")
    return PaperDocument(readable(text))


def readable(text: str) -> str:
    """Return a text with line ends as one character, and signs that are no characters replaced by one.

    Raises
    ------
    UnreadablePaperError
        ``too-large``
    """
    if len(text) > MOST_CHARACTERS:
        raise UnreadablePaperError("too-large")
    return _NO_CHARACTER.sub("\ufffd", unify_line_ends(text))


def decoded(content: bytes) -> str:
    """Return the characters of a text file."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
