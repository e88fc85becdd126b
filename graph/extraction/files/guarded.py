"""What is not plain text is read in a process of its own, with limits of time and memory: it is native code, or slow on hostile files."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from graph.extraction.files.document import PaperDocument, UnreadablePaperError
from graph.extraction.files.plain import decoded, readable

MOST_SECONDS = 4.5  # so that the sentence stands there within five
_ENDED = {  # by the signal that ended it
    -24: "too-slow",  # SIGXCPU: out of seconds
    -6: "too-large",  # SIGABRT: a library got no more memory
}
_PROGRAM = Path(__file__).with_name("reader.py")


def read_pdf(content: bytes) -> PaperDocument:
    """Read the text layer of a PDF; see `graph.extraction.files.reader`."""
    return _read("pdf", content)


def read_docx(content: bytes) -> PaperDocument:
    """Read paragraphs and tables of a Word file in their order; see `graph.extraction.files.word`."""
    return _read("docx", content)


def read_html(content: bytes) -> PaperDocument:
    """Read the visible text of a page or of what was pasted; see `graph.extraction.files.html`."""
    return _read("html", decoded(content).encode("utf-8", errors="replace"))


def _read(kind: str, content: bytes) -> PaperDocument:
    command = [sys.executable, "-P", str(_PROGRAM), kind]  # -P: modules beside it hide none of the library
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=MOST_SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise UnreadablePaperError("too-slow") from error
    try:
        answer = json.loads(done.stdout)
    except ValueError as error:
        raise UnreadablePaperError(_ENDED.get(done.returncode, "damaged")) from error
    if "code" in answer:
        raise UnreadablePaperError(answer["code"])
    return PaperDocument(
        readable(answer["text"]),
        readable(answer["title"]),
        pages_left_out=answer["left_out"],
        pages_of_pictures=answer.get("pictures", 0),
    )
