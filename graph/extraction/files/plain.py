"""Plain text in the encodings of office programs."""

from __future__ import annotations

import codecs
import re

from graph.extraction.clean import unify_line_ends
from graph.extraction.files.document import MOST_CHARACTERS, PaperDocument, UnreadablePaperError

_NO_CHARACTER = re.compile("[\\ud800-\\udfff\\x00-\\x08\\x0e-\\x1f]")  # what no file of tables and no browser takes

_LONGEST_TITLE = 120
_TITLE = re.compile(
    r"^(?!top\b|ihr |zu ).{0,60}(?:vorlage|drucksache|antrag|anfrage|bericht|niederschrift|protokoll|mitteilung|information|newsletter|report)\b.{0,60}\d",
    re.IGNORECASE,
)


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


def title_of(text: str) -> str:
    """Return the line near the beginning that says what kind of paper it is and its number; empty when none does."""
    for line in text[:4000].splitlines()[:40]:
        words = " ".join(line.split())
        if len(words) <= _LONGEST_TITLE and _TITLE.search(words) and not words.endswith((",", ";")):
            return words
    return ""


def decoded(content: bytes) -> str:
    """Return the characters of a text file."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
