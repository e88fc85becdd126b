"""Bytes to text, or a reason why not: what cannot be decoded safely is refused, never read as garbage."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SAMPLE = 4096  # bytes looked at for the pattern of zeros that UTF-16 makes of Latin letters

# Control characters that no text file holds; vertical tab, form feed and unit separators do come from Office
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1b]")
# What UTF-8 with a broken byte looks like when read as cp1252; no European language writes these pairs
_DAMAGED_UTF8 = re.compile(rb"\xc3(?:[\x80-\xbf]|\Z)|\xc2[\xa0-\xbf]|\xe2[\x80-\x82][\x80-\xbf]")
# What umlauts of MS-DOS (cp850) and old Macintosh files look like when read as cp1252: a sign inside a word
_SIGN_IN_WORD = re.compile("[A-Za-z][„”“†‡ˆ‰‹›•™ŸŠŽ¡¢£¥§©¬®¶¸¼½¾¿¤¦][a-z]")
# An umlaut that begins a word, in the same encodings; "Žižka" and "…und" are words, so a consonant must follow
_INITIAL_SIGNS = {"cp850": "šŽ™", "mac_roman": "†€"}
_INITIAL_UMLAUT = re.compile(r"(?<![^\W_])[šŽ™†€][b-df-hj-np-tv-z][a-zäöüß]+")
_GERMAN = re.compile("[äöüßÄÖÜéèáàçñ]")

_BLANKS = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\x0b\x0c\x1c-\x1f]")
_LINES = re.compile("\x85|\u2028|\u2029")
# control characters, zero-width and direction marks, soft hyphens, and code points that are no characters
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
# marks on a letter beyond which Unicode's stream-safe text format ends (UAX 15); sorting a run of a million of them,
# as normalising must, would take hours
_MOST_MARKS = 30
_MANY_MARKS = re.compile(rf"[^\w\s]{{{_MOST_MARKS + 1},}}")


class UndecodableError(ValueError):
    """The bytes are not text in an encoding that can be told for certain."""


@dataclass(frozen=True, slots=True)
class DecodedText:
    """Decoded text and the encoding it was in, a Python codec name."""

    text: str
    encoding: str


def decode(data: bytes) -> DecodedText:
    """Decode bytes: byte order mark, strict UTF-8, UTF-16 without mark, then cp1252 if plausible.

    Raises
    ------
    UndecodableError
        When none of these gives text. Latin-1 is never tried, because it never fails.
    """
    for encoding, mark in _candidates(data):
        try:
            text = str(memoryview(data)[len(mark) :], encoding)
        except UnicodeDecodeError:
            continue
        if _BINARY.search(text) or (encoding == "cp1252" and not _plausible(data, text)):
            break
        return DecodedText(text, encoding)
    raise UndecodableError


def misread_words(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield line, word and the word that was probably meant, for umlauts read as cp1252 from another encoding.

    Parameters
    ----------
    text
        Decoded as cp1252, in which such a word is possible; within a word the encoding is refused altogether.
    """
    for found in _INITIAL_UMLAUT.finditer(text):
        encoding = next(name for name, signs in _INITIAL_SIGNS.items() if found[0][0] in signs)
        meant = found[0][0].encode("cp1252").decode(encoding) + found[0][1:]
        yield text.count("\n", 0, found.start()) + 1, found[0], meant


def _candidates(data: bytes) -> tuple[tuple[str, bytes], ...]:
    """Return the encodings to try, each with the byte order mark to skip."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return ((encoding, mark),)
    sample = data[:_SAMPLE]
    if 0 not in sample:
        return (("utf-8", b""), ("cp1252", b""))
    # Latin letters in UTF-16 have a zero in every other byte; zeros in other places are no text at all
    first, second = sample[::2].count(0), sample[1::2].count(0)
    if max(first, second) < len(sample) // 4 or min(first, second) > len(sample) // 50:
        return ()
    return (("utf-16-le" if second > first else "utf-16-be", b""),)


def _plausible(data: bytes, text: str) -> bool:
    """Whether bytes read as cp1252 look like words rather than like another encoding."""
    if _DAMAGED_UTF8.search(data):
        return False
    odd = sum(1 for _ in _SIGN_IN_WORD.finditer(text))
    return odd == 0 or odd < sum(1 for _ in _GERMAN.finditer(text))


def tidy(text: str) -> str:
    """Return the text in Unicode NFC, with plain blanks and without characters nobody sees.

    Non-breaking and other blanks become plain ones; zero-width, direction and control characters are dropped, and of
    accents on one letter those after the thirtieth.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _INVISIBLE.sub("", _LINES.sub("\n", _BLANKS.sub(" ", text)))
    text = _MANY_MARKS.sub(_with_fewer_marks, text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _with_fewer_marks(found: re.Match[str]) -> str:
    kept, marks = [], 0
    for sign in found[0]:
        marks = marks + 1 if unicodedata.combining(sign) else 0
        if marks <= _MOST_MARKS:
            kept.append(sign)
    return "".join(kept)
