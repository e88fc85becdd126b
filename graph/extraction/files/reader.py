"""A program that reads the PDF or Word file on its standard input and writes its text as JSON on its standard output.

It limits itself before it reads: memory, seconds of the processor, pages, characters. It stands alone, so that nothing of the
app is loaded with it; see `graph.extraction.files.guarded`. Tables with lines are read cell by cell; Word files are read by
`graph.extraction.files.word`.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import json
import sys
import time
import types
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

MOST_MEMORY = 250 * 1024 * 1024  # bytes of data; with the code of the libraries it stays below 300 MB
MOST_SECONDS = 5  # of the processor
MOST_CHARACTERS = 2_000_000
MOST_PAGES = 300
SECONDS_FOR_TABLES = 1.5
_FEWEST_LINES, _MOST_LINES = 8, 3_000  # drawn lines of a page that may hold a table; more are a drawing
_FEWEST_CHARACTERS = 12  # of a page; below it the page is a picture
_MODULES = {"docx": "word", "html": "html"}  # kind of file -> the file beside this one that reads it

Box = tuple[float, float, float, float]


def main() -> None:
    """Read one file; a known fault is an answer, too."""
    _limit()
    content = sys.stdin.buffer.read()
    try:
        read = pdf_text if sys.argv[1] == "pdf" else getattr(_beside(_MODULES[sys.argv[1]]), f"{sys.argv[1]}_text")
        answer = read(content, MOST_CHARACTERS)
    except MemoryError:
        answer = {"code": "too-large"}
    json.dump(answer, sys.stdout)


def _limit() -> None:
    """Bound memory and seconds where the system can."""
    with contextlib.suppress(ImportError):
        import resource  # noqa: PLC0415 - not on Windows, where the time limit of the caller holds

        for limit, most in ((resource.RLIMIT_DATA, MOST_MEMORY), (resource.RLIMIT_CPU, MOST_SECONDS)):
            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(limit, (most, most))


def pdf_text(content: bytes, most: int) -> dict[str, object]:
    """Return text, title and the number of pages left out, or the code of what is wrong.

    Parameters
    ----------
    content
        The file.
    most
        Characters after which reading stops.
    """
    import pypdfium2  # noqa: PLC0415 - only the library that is needed

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        return {"code": "encrypted" if "password" in str(error).lower() else "damaged"}
    count = len(document)
    tables = _Tables(content)
    pages: list[str] = []
    for number in range(min(count, MOST_PAGES)):
        pages.append(_page(document, number, tables))
        if sum(map(len, pages)) > most:
            break
    pictures = sum(len("".join(page.split())) < _FEWEST_CHARACTERS for page in pages)
    if pictures == len(pages):
        return {"code": "no-text"}
    text = "\n\n".join(pages)
    title = str(document.get_metadata_dict().get("Title", ""))[:300]
    return {"text": text[:most], "title": title, "left_out": count - len(pages), "pictures": pictures}


def _page(document: Any, number: int, tables: _Tables) -> str:  # noqa: ANN401 - the library has no types
    try:
        page = document[number]
        textpage = page.get_textpage()
        found = tables.of(number) if _may_hold_tables(page) else []
        if not found:
            return str(textpage.get_text_bounded())
        return "\n".join(_pieces(textpage, page.get_height(), page.get_width(), found))
    except RuntimeError:  # of the library, for a page that is broken
        return ""


def _may_hold_tables(page: Any) -> bool:  # noqa: ANN401
    drawn = 0
    for item in page.get_objects(max_depth=2):
        drawn += item.type in (2, 5)  # path, form
        if drawn > _MOST_LINES:
            return False
    return drawn >= _FEWEST_LINES


def _pieces(
    textpage: Any,  # noqa: ANN401
    height: float,
    width: float,
    found: Sequence[tuple[Box, list[list[str | None]]]],
) -> Iterator[str]:
    """Yield the text between the tables and the rows of the tables, from top to bottom."""
    top = 0.0
    for (_, upper, _, lower), rows in found:
        yield str(textpage.get_text_bounded(left=0, bottom=height - upper, right=width, top=height - top))
        for row in rows:
            yield "\t".join(" ".join((cell or "").split()) for cell in row)
        yield ""
        top = lower
    yield str(textpage.get_text_bounded(left=0, bottom=0, right=width, top=height - top))


class _Tables:
    """Tables of pages by pdfplumber, as long as there is time for them."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.opened: Any = None
        self.spent = 0.0

    def of(self, number: int) -> list[tuple[Box, list[list[str | None]]]]:
        """Return the tables of a page that have at least two rows and columns, from top to bottom."""
        if self.spent > SECONDS_FOR_TABLES:
            return []
        begun = time.monotonic()
        try:
            found = self._find(number)
        except Exception:
            found = []
        self.spent += time.monotonic() - begun
        return found

    def _find(self, number: int) -> list[tuple[Box, list[list[str | None]]]]:
        import pdfplumber  # noqa: PLC0415 - takes time to load, and few papers need it

        if self.opened is None:
            self.opened = pdfplumber.open(io.BytesIO(self.content))
        found = self.opened.pages[number].find_tables()
        large = [(table.bbox, table.extract()) for table in found]
        return sorted((box, rows) for box, rows in large if len(rows) > 1 and len(rows[0]) > 1)


def _beside(name: str) -> types.ModuleType:
    """Load a file beside this one under its name, with packages above it that are empty: nothing of the app is loaded."""
    folder = Path(__file__).parent
    for above in (folder.parent.parent, folder.parent, folder):
        package = types.ModuleType(".".join(above.relative_to(folder.parent.parent.parent).parts))
        package.__path__ = [str(above)]
        sys.modules[package.__name__] = package
    return importlib.import_module(f"{package.__name__}.{name}")


if __name__ == "__main__":
    main()
