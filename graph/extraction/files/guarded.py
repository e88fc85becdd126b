"""Native code that reads strangers' files runs in a process of its own, with limits of time and memory."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from graph.extraction.clean import unify_line_ends
from graph.extraction.files.document import PaperDocument, UnreadablePaperError

MOST_SECONDS = 5
_PROGRAM = Path(__file__).with_name("reader.py")


def read_pdf(content: bytes) -> PaperDocument:
    """Read the text layer of a PDF; see `graph.extraction.files.reader`."""
    return _read("pdf", content)


def read_docx(content: bytes) -> PaperDocument:
    """Read paragraphs and tables of a Word file in their order; tracked changes and comments are left out."""
    return _read("docx", content)


def _read(kind: str, content: bytes) -> PaperDocument:
    command = [sys.executable, "-P", str(_PROGRAM), kind]  # -P: modules beside it hide none of the library
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=MOST_SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise UnreadablePaperError("too-slow") from error
    try:
        answer = json.loads(done.stdout)
    except ValueError as error:
        raise UnreadablePaperError("damaged") from error
    if "code" in answer:
        raise UnreadablePaperError(answer["code"])
    return PaperDocument(unify_line_ends(answer["text"]), answer["title"], pages_left_out=answer["left_out"])
