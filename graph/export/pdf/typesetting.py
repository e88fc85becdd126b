"""Data and a layout to a PDF that reads well aloud and lasts."""

from __future__ import annotations

import json
import subprocess
import unicodedata
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, Literal

import typst

from graph.export.pdf.typesetter import REFUSED, pdf, reason
from graph.export.plain import cleaned
from graph.export.program import answer

Standard = Literal["a-2a", "ua-1"]

STANDARDS: list[Standard] = ["a-2a", "ua-1"]  # for archives, and for assistive technology

# what Typst says of a character no typeface has, and of one that cannot be copied as text
_UNWRITABLE = ("could not be displayed", "missing codepoints", "private use", "Unicode Private Use", "private area")
_FOLDER = Path(__file__).parent
_PROGRAM = _FOLDER / "typesetter.py"
_AT_ONCE = 200_000  # characters of a document that is set in a few tenths of a second


class UnsettableError(Exception):
    """Typst cannot set a document; its words say why."""


def typeset(layout: str, document: dict[str, Any], day: date) -> bytes:
    """Set a document; where the standards refuse a character, try its plain form, then do without them.

    They refuse characters that no typeface here has, private ones, and marks without a letter.

    Parameters
    ----------
    layout
        File of this folder that says where everything stands.
    document
        All that it shows, as plain data.
    day
        Day of the file.

    Returns
    -------
    PDF/A-2a and PDF/UA-1, which Typst checks; without the standards it is tagged all the same.
    """
    plain = cleaned(document, lambda text: unicodedata.normalize("NFKC", text))
    for content in (document, plain):
        try:
            return _compiled(layout, content, day, STANDARDS)
        except UnsettableError as error:
            if not any(words in str(error) for words in _UNWRITABLE):
                raise
    try:
        return _compiled(layout, document, day, [])
    except UnsettableError:
        return _compiled(layout, cleaned(document, _written), day, [])


def _written(text: str) -> str:
    """Return a text in which a mark has something to stand on and nothing is private."""
    shown = "".join("\ufffd" if unicodedata.category(sign) in ("Co", "Cn") else sign for sign in text)
    return f"\N{NO-BREAK SPACE}{shown}" if shown and unicodedata.category(shown[0]).startswith("M") else shown


def _compiled(layout: str, document: dict[str, Any], day: date, standards: list[Standard]) -> bytes:
    """Set a document; a long one in a process of its own, which ends when nobody waits."""
    data = json.dumps(document)
    options = {
        "layout": str(_FOLDER / layout),
        "fonts": str(_FOLDER.parent / "fonts"),
        "standards": standards,
        "moment": datetime.combine(day, time(12), UTC).isoformat(),
    }
    try:
        return pdf(data, options) if len(data) < _AT_ONCE else answer(_PROGRAM, options, data.encode())
    except typst.TypstError as error:
        raise UnsettableError(reason(error)) from error
    except subprocess.CalledProcessError as error:
        if error.returncode != REFUSED:
            raise
        raise UnsettableError(error.stderr.decode()) from error
