"""Data and a layout to a PDF that reads well aloud and lasts."""

from __future__ import annotations

import json
import unicodedata
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

from graph.export.plain import cleaned

Standard = Literal["a-2a", "ua-1"]

STANDARDS: list[Standard] = ["a-2a", "ua-1"]  # for archives, and for assistive technology

# what Typst says of a character no typeface has, and of one that cannot be copied as text
_UNWRITABLE = ("could not be displayed", "missing codepoints", "private use", "Unicode Private Use")
_FOLDER = Path(__file__).parent


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
        except typst.TypstError as error:
            if not any(reason in str(error) for reason in _UNWRITABLE):
                raise
    try:
        return _compiled(layout, document, day, [])
    except typst.TypstError:
        return _compiled(layout, cleaned(document, _written), day, [])


def _written(text: str) -> str:
    """Return a text in which a mark has something to stand on and nothing is private."""
    shown = "".join("\ufffd" if unicodedata.category(sign) in ("Co", "Cn") else sign for sign in text)
    return f"\N{NO-BREAK SPACE}{shown}" if shown and unicodedata.category(shown[0]).startswith("M") else shown


def _compiled(layout: str, document: dict[str, Any], day: date, standards: list[Standard]) -> bytes:
    return typst.compile(
        (_FOLDER / layout).read_bytes(),
        font_paths=_fonts(),
        sys_inputs={"data": json.dumps(document)},
        format="pdf",
        pdf_standards=[*standards],
        timestamp=datetime.combine(day, time(12), UTC),
    )


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(_FOLDER.parent / "fonts")]
    )
