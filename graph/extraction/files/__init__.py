"""Papers from files: plain text, HTML, OParl JSON, PDF and Word; the last two in a process of its own with limits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from graph.extraction.files.document import PaperDocument, UnreadablePaperError
from graph.extraction.files.guarded import read_docx, read_html, read_pdf
from graph.extraction.files.oparl import read_oparl
from graph.extraction.files.plain import read_text, readable, title_of

__all__ = ["MOST_BYTES", "SUFFIXES", "PaperDocument", "UnreadablePaperError", "read_bytes", "read_file", "read_pasted"]

MOST_BYTES = 25 * 1024 * 1024

_READERS: Mapping[str, Callable[[bytes], PaperDocument]] = {
    ".txt": read_text,
    ".md": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".json": read_oparl,
    ".pdf": read_pdf,
    ".docx": read_docx,
}
SUFFIXES = tuple(_READERS)


def read_file(path: Path) -> PaperDocument:
    """Read a paper from a file; see `read_bytes`."""
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise UnreadablePaperError("too-large", path.name)
        return read_bytes(path.name, path.read_bytes())
    except OSError as error:
        raise UnreadablePaperError("no-file", path.name) from error


def read_bytes(name: str, content: bytes) -> PaperDocument:
    """Read a paper from the content of a file.

    Parameters
    ----------
    name
        Name of the file; its end says what it is, unless the content begins as a PDF does.
    content
        The bytes.

    Raises
    ------
    UnreadablePaperError
        When there is no text to read; its code says why.
    """
    if len(content) > MOST_BYTES:
        raise UnreadablePaperError("too-large", name)
    suffix = ".pdf" if content[:5] == b"%PDF-" else Path(name).suffix.lower()
    reader = _READERS.get(suffix)
    if reader is None:
        raise UnreadablePaperError("unknown-kind", name)
    try:
        document = reader(content)
    except UnreadablePaperError as error:
        raise UnreadablePaperError(error.code, name) from error
    if not document.text.strip():
        raise UnreadablePaperError("empty", name)
    return _titled(document)


def read_pasted(text: str) -> PaperDocument | None:
    """Read what was pasted, ``None`` where there is nothing; tables pasted as HTML keep their cells.

    Raises
    ------
    UnreadablePaperError
        ``too-large`` or ``too-slow``; its name is empty.
    """
    lowered = text.lower()
    page = read_html(text.encode("utf-8", errors="replace")) if "<table" in lowered and "</" in lowered else None
    if page is not None and page.text.strip():
        return _titled(page)
    return _titled(PaperDocument(readable(text))) if text.strip() else None


def _titled(document: PaperDocument) -> PaperDocument:
    """Give a paper whose file does not say it the title its text has."""
    return document if document.title.strip() else replace(document, title=title_of(document.text))
