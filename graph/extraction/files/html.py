"""HTML, as it is saved or pasted from a browser; part of the program in `graph.extraction.files.reader`.

Blocks become lines, cells of tables stay cells with tabs between them. A merged cell stands once in its row and again in each row it
reaches down to. A table inside a cell follows its row. What a browser does not show is left out: scripts, styles, hidden elements.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

DEEPEST_TABLE = 20  # tables inside tables beyond it are read as text
_WIDEST, _HIGHEST = 60, 500  # columns and rows that a merged cell may cover
_BLOCKS = frozenset(
    "p div section article header footer main h1 h2 h3 h4 h5 h6 ul ol dl dt dd blockquote pre form fieldset figure aside nav".split()
)
_SILENT = frozenset("script style title template noscript svg".split())
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_END_MAY_MISS = frozenset("p li dt dd td th tr option body html head tbody thead tfoot".split())
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_NO_CHARACTER = re.compile("[\\ud800-\\udfff\\x00-\\x08\\x0e-\\x1f]")


@dataclass
class _PageTable:
    rows: list[str] = field(default_factory=list)
    row: list[str] = field(default_factory=list)
    cell: list[str] | None = None
    size: tuple[int, int] = (1, 1)  # columns and rows of the cell
    above: dict[int, tuple[int, str]] = field(
        default_factory=dict
    )  # column -> rows a cell still reaches down, and its text
    after: list[str] = field(default_factory=list)


class _Text(HTMLParser):
    """Collects what a reader sees."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.tables: list[_PageTable] = []
        self.skipped = ""  # the element that is left out, and how often it was begun inside itself
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._skips(tag, attrs):
            return
        table = self.tables[-1] if self.tables else None
        if tag == "table" and len(self.tables) < DEEPEST_TABLE:
            self.tables.append(_PageTable())
        elif table is not None and tag == "tr":
            _end_row(table)
        elif table is not None and tag in ("td", "th"):
            _begin_cell(table, dict(attrs))
        elif tag == "li":
            self._write("\n• ")
        elif tag == "br":
            self._write("\n")
        elif tag in _BLOCKS:
            self._write("\n\n")

    def handle_endtag(self, tag: str) -> None:
        if self.skipped:
            self.depth -= tag == self.skipped
            self.skipped = self.skipped if self.depth else ""
        elif tag == "table" and self.tables:
            self._end_table()
        elif tag in ("td", "th") and self.tables:
            _end_cell(self.tables[-1])
        elif tag == "tr" and self.tables:
            _end_row(self.tables[-1])
        elif tag in _BLOCKS:
            self._write("\n\n")

    def handle_data(self, data: str) -> None:
        if not self.skipped:
            self._write(re.sub(r"\s+", " ", data))

    def _skips(self, tag: str, attrs: list[tuple[str, str | None]]) -> bool:
        """Whether an element is left out; the body of a page ends whatever its head left open."""
        if tag == "body":
            self.skipped = ""
        elif self.skipped:
            self.depth += tag == self.skipped
        elif tag in _SILENT or (tag not in _VOID | _END_MAY_MISS and _is_hidden(attrs)):
            self.skipped, self.depth = tag, 1
        return bool(self.skipped)

    def _write(self, text: str) -> None:
        cell = self.tables[-1].cell if self.tables else None
        (self.pieces if cell is None else cell).append(text)

    def _end_table(self) -> None:
        table = self.tables.pop()
        _end_row(table)
        if self.tables and self.tables[-1].cell is not None:
            self.tables[-1].after += ["", *table.rows, ""]
        else:
            self.pieces += ["\n", "\n".join(table.rows), "\n\n"]

    def text(self) -> str:
        """Return all lines; tables that were not ended are."""
        while self.tables:
            self._end_table()
        text = _NO_CHARACTER.sub("\ufffd", "".join(self.pieces))
        text = re.sub(r" ?\n ?", "\n", re.sub(r" {2,}", " ", text))
        return re.sub(r"\n{3,}", "\n\n", text).strip("\n")


def _is_hidden(attrs: list[tuple[str, str | None]]) -> bool:
    known = dict(attrs)
    return "hidden" in known or bool(_HIDDEN.search((known.get("style") or "").lower()))


def _begin_cell(table: _PageTable, attributes: dict[str, str | None]) -> None:
    _end_cell(table)
    _reach_down(table)
    table.cell = []
    table.size = (_number(attributes.get("colspan"), _WIDEST), _number(attributes.get("rowspan"), _HIGHEST))


def _number(written: str | None, most: int) -> int:
    return min(max(int(written[:6]), 1), most) if written and written[:6].isdecimal() else 1


def _end_cell(table: _PageTable) -> None:
    if table.cell is None:
        return
    text, (width, height) = " ".join("".join(table.cell).split()), table.size
    for column in range(len(table.row), len(table.row) + width):
        table.above[column] = (height - 1, text if column == len(table.row) else "")
    table.row += [text, *[""] * (width - 1)]
    table.cell = None


def _reach_down(table: _PageTable) -> None:
    """Repeat the cells of rows above that reach down to this place."""
    while (above := table.above.get(len(table.row), (0, "")))[0]:
        table.above[len(table.row)] = (above[0] - 1, above[1])
        table.row.append(above[1])


def _end_row(table: _PageTable) -> None:
    _end_cell(table)
    if table.row:
        _reach_down(table)
        table.rows.append("\t".join(table.row))
    table.rows += table.after
    table.row, table.after = [], []


def html_text(content: bytes, most: int) -> dict[str, object]:
    """Return the visible text of a page, or the code of what is wrong.

    Parameters
    ----------
    content
        The page in UTF-8.
    most
        Characters that are not exceeded.
    """
    page = _Text()
    page.feed(content.decode("utf-8", errors="replace"))
    page.close()
    text = page.text()
    return {"code": "too-large"} if len(text) > most else {"text": text, "title": "", "left_out": 0}
