"""A program that reads the PDF or Word file on its standard input and writes its text as JSON on its standard output.

It limits itself before it reads: memory, seconds of the processor, pages, characters. See `graph.extraction.files.guarded`.
"""

from __future__ import annotations

import contextlib
import json
import sys

MOST_MEMORY = 700 * 1024 * 1024  # bytes of addresses; what is really used stays below half of it
MOST_SECONDS = 5
MOST_CHARACTERS = 1_500_000


def main() -> None:
    """Read one file; a known fault is an answer, too."""
    _limit()
    content = sys.stdin.buffer.read()
    try:
        answer = _read(sys.argv[1], content)
    except MemoryError:
        answer = {"code": "too-large"}
    json.dump(answer, sys.stdout)


def _read(kind: str, content: bytes) -> dict[str, object]:
    if kind == "pdf":
        from graph.extraction.files.pdf import pdf_text  # noqa: PLC0415 - only the reader that is needed

        return pdf_text(content, MOST_CHARACTERS)
    from graph.extraction.files.docx import docx_text  # noqa: PLC0415

    return docx_text(content, MOST_CHARACTERS)


def _limit() -> None:
    """Bound memory and seconds where the system can."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on Windows, where the time limit of the caller holds

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))


if __name__ == "__main__":
    main()
