"""Text that is not what it looks like: formulas, letters of another script, and letters read in the wrong encoding."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from graph.issue import Issue
from graph.reading.codes import finding
from graph.reading.rows import Rows, Tables
from graph.schema import CellKind

_TEXTS = frozenset({CellKind.ID, CellKind.TEXT, CellKind.LIST, CellKind.REFERENCE})

# A spreadsheet takes text for a formula by its first sign; "+49 7361" and "- a point of a list" are none
_FORMULA = re.compile(r"[=＝@＠]\S|[+\-＋－]\s*[^\s(|!]*[(|!]")

# letters of Cyrillic and Greek that look like a Latin one
_LOOKALIKES = str.maketrans(
    "АВЕКМНОРСТУХаеорсухіјѕ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
    "ABEKMHOPCTYXaeopcyxijs" + "ABEZHIKMNOPTYXo",
)
_LOOKALIKE = re.compile(f"[{''.join(map(chr, _LOOKALIKES))}]")
_WORD = re.compile(r"\w+")
_LATIN = re.compile("[A-Za-zÀ-ɏ]")

# UTF-8 read as cp1252: an umlaut becomes two characters, a dash three; and the character for what could not be read
_GARBLED = re.compile("Ã[\x80-¿ŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]|â€.|Â[ -¿]|�")


def check_texts(tables: Tables) -> Iterator[Issue]:
    """Report suspicious text, each with the text that was probably meant or that is safe."""
    for rows in tables.values():
        for code, look in _LOOKS.items():
            yield from _suspicious(rows, code, look)


def check_sources(tables: Tables) -> Iterator[Issue]:
    """Report rows without a source; a file without the column is reported once."""
    for rows in tables.values():
        if "reference" not in rows.columns or not len(rows):
            continue
        if "reference" not in rows.headers:
            yield finding("no-source", rows.file, column="reference")
            continue
        for row, reference in enumerate(rows.columns["reference"]):
            if not reference:
                yield rows.finding("no-source", row, "reference")


def _suspicious(rows: Rows, code: str, look: Callable[[str], str | None]) -> Iterator[Issue]:
    """Yield a finding for each text for which there is a hint; the hint may be empty, ``None`` is for sound text."""
    for column in _text_columns(rows):
        cells = [cell if isinstance(cell, tuple) else (cell,) for cell in rows.columns[column]]
        hints = {text: hint for text in {text for cell in cells for text in cell} if (hint := look(text)) is not None}
        for row, cell in enumerate(cells if hints else ()):
            for text in cell:
                if text in hints:
                    yield rows.finding(code, row, column, value=text, hint=hints[text])


def _text_columns(rows: Rows) -> list[str]:
    """Return the columns that hold words, the extra ones too."""
    others = {column.name for column in rows.table.columns if column.cell not in _TEXTS}
    return [column for column in rows.columns if column not in others]


def _as_text(text: str) -> str | None:
    return f"'{text}" if _FORMULA.match(text) else None


def _in_latin(text: str) -> str | None:
    if text.isascii() or not _LOOKALIKE.search(text):
        return None
    latin = _WORD.sub(lambda word: word[0].translate(_LOOKALIKES) if _LATIN.search(word[0]) else word[0], text)
    return latin if latin != text else None


def _repaired(text: str) -> str | None:
    if text.isascii() or not _GARBLED.search(text):
        return None
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return ""


_LOOKS: Mapping[str, Callable[[str], str | None]] = {
    "formula-like-text": _as_text,
    "mixed-scripts": _in_latin,
    "garbled-text": _repaired,
}
