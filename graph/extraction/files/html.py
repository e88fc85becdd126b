"""HTML, as it is pasted from a browser: blocks become lines, cells of tables stay cells with tabs between them."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from graph.extraction.clean import unify_line_ends
from graph.extraction.files.document import MOST_CHARACTERS, PaperDocument, UnreadablePaperError
from graph.extraction.files.plain import decoded

_BLOCKS = frozenset(
    "p div section article header footer main h1 h2 h3 h4 h5 h6 ul ol dl dt dd blockquote pre table form fieldset figure aside nav".split()
)
_SILENT = frozenset("script style head template noscript svg".split())


class _Text(HTMLParser):
    """Collects what a reader sees."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.silent = 0
        self.cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - of the base class
        if tag in _SILENT:
            self.silent += 1
        elif tag in ("td", "th"):
            self.pieces.append("\t" if self.cells else "")
            self.cells += 1
        elif tag == "tr":
            self.cells = 0
            self.pieces.append("\n")
        elif tag == "li":
            self.pieces.append("\n• ")
        elif tag in _BLOCKS or tag == "br":
            self.pieces.append(" " if self.cells else "\n" if tag == "br" else "\n\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag in ("tr", "table"):
            self.cells = 0
            self.pieces.append("\n")
        elif tag in _BLOCKS and not self.cells:
            self.pieces.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.pieces.append(re.sub(r"\s+", " ", data))


def read_html(content: bytes) -> PaperDocument:
    """Read the visible text of a page or of what was pasted; scripts and styles are left out."""
    parser = _Text()
    parser.feed(unify_line_ends(decoded(content)))
    parser.close()
    text = "".join(parser.pieces)
    text = re.sub(r" ?\n ?", "\n", re.sub(r" {2,}", " ", text))
    text = re.sub(r"\n{3,}", "\n\n", text).strip("\n")
    if len(text) > MOST_CHARACTERS:
        raise UnreadablePaperError("too-large")
    return PaperDocument(text)
