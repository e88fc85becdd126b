"""OParl: a paper or file of a council's information system, saved as JSON. No address in it is ever opened."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from graph.dates import is_edtf
from graph.extraction.files.document import PaperDocument, UnreadablePaperError
from graph.extraction.files.plain import decoded, readable


def read_oparl(content: bytes) -> PaperDocument:
    """Read the text of the main and auxiliary files of a Paper, or of a File.

    Raises
    ------
    UnreadablePaperError
        ``not-oparl``, or ``oparl-without-text`` when the text has to be fetched elsewhere, which a person must do.
    """
    try:
        record = json.loads(decoded(content).lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise UnreadablePaperError("not-oparl") from error
    if not isinstance(record, dict) or not (
        "mainFile" in record or "text" in record or "oparl" in str(record.get("type", "")).lower()
    ):
        raise UnreadablePaperError("not-oparl")
    text = "\n\n".join(_texts(record))
    if not text.strip():
        raise UnreadablePaperError("oparl-without-text")
    text = readable(text)
    number, name = _word(record.get("reference")), _word(record.get("name"))
    day = _word(record.get("date"))[:10]
    title = " ".join(part for part in (number, name) if part)
    return PaperDocument(text, title, day if is_edtf(day) else "", _word(record.get("web")))


def _texts(record: dict[str, Any]) -> Iterator[str]:
    files = [record, record.get("mainFile"), *_listed(record.get("auxiliaryFile"))]
    for file in files:
        if isinstance(file, dict) and isinstance(file.get("text"), str):
            yield file["text"]


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _word(value: object) -> str:
    return readable(" ".join(value.split())[:300]) if isinstance(value, str) else ""
