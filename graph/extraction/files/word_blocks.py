"""Blocks of text from the events of an XML parser that reads a part of a Word file; see `graph.extraction.files.word`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

DEEPEST_TABLE = 20  # tables inside tables beyond it are read as text
_WIDEST_CELL = 60  # columns that a merged cell may cover
_OFF = ("0", "false", "off")
_BLANKS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "-"}
_SILENT = ("del", "moveFrom")


class TooLargeError(Exception):
    """More was unpacked, or more characters stand in it, than is read."""


@dataclass
class _Paragraph:
    pieces: list[str] = field(default_factory=list)
    listed: bool = False
    after: list[str] = field(default_factory=list)


@dataclass
class _WordCell:
    blocks: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    width: int = 1
    continued: bool = False


@dataclass
class _WordTable:
    rows: list[str] = field(default_factory=list)
    cells: list[_WordCell] = field(default_factory=list)
    above: dict[int, str] = field(default_factory=dict)  # text of the cell above, by its column
    deleted: bool = False


class Blocks:
    """Collects blocks of text from the events of the parser."""

    def __init__(
        self, most: int, lists: Collection[str] = (), notes: Mapping[str, Mapping[str, str]] | None = None
    ) -> None:
        self.left, self.lists, self.notes = most, lists, notes or {}
        self.blocks: list[str] = []
        self.kept: dict[str, str] = {}  # texts of notes by their number
        self.number = ""
        self.path: list[str] = []
        self.paragraphs: list[_Paragraph] = []
        self.tables: list[_WordTable] = []
        self.places: list[list[str]] = [
            self.blocks
        ]  # where a finished paragraph goes: the body, a cell, a text box, a note
        self.silent = 0
        self.choices: list[bool] = []
        self.reads = self.hidden = False

    # --- what the parser calls ------------------------------------------------------------------------------------------

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Note that an element begins."""
        tag = name.rpartition(":")[2]
        self.path.append(tag)
        if tag in _SILENT or (tag == "Fallback" and self.choices and self.choices[-1]):
            self.silent += 1
        begin = getattr(self, f"_begin_{tag}", None)
        if begin is not None:
            begin({key.rpartition(":")[2]: value for key, value in attributes.items()})
        elif tag in _BLANKS and self.path[-2:-1] == ["r"]:
            self._write(_BLANKS[tag])

    def end(self, name: str) -> None:
        """Note that an element ends."""
        tag = name.rpartition(":")[2]
        finish = getattr(self, f"_finish_{tag}", None)
        if finish is not None:
            finish()
        if tag in _SILENT or (tag == "Fallback" and self.choices and self.choices[-1]):
            self.silent -= 1
        self.path.pop()

    def data(self, text: str) -> None:
        """Take characters."""
        if self.reads:
            self._write(text)

    # --- runs of text ---------------------------------------------------------------------------------------------------

    def _write(self, text: str) -> None:
        if self.paragraphs and not self.silent and not self.hidden:
            self.paragraphs[-1].pieces.append(text)
            self.left -= len(text)
            if self.left < 0:
                raise TooLargeError

    def _begin_r(self, _: dict[str, str]) -> None:
        self.hidden = False

    def _begin_vanish(self, attributes: dict[str, str]) -> None:
        self.hidden = self.path[-3:-1] == ["r", "rPr"] and attributes.get("val", "") not in _OFF

    def _finish_r(self) -> None:
        self.hidden = False

    def _begin_t(self, _: dict[str, str]) -> None:
        self.reads = True

    def _finish_t(self) -> None:
        self.reads = False

    def _begin_br(self, attributes: dict[str, str]) -> None:
        if attributes.get("type", "textWrapping") == "textWrapping":
            self._write("\n")

    def _begin_AlternateContent(self, _: dict[str, str]) -> None:  # noqa: N802 - as Word writes it
        self.choices.append(False)

    def _begin_Choice(self, _: dict[str, str]) -> None:  # noqa: N802
        self.choices[-1:] = [True]

    def _finish_AlternateContent(self) -> None:  # noqa: N802
        self.choices.pop()

    # --- paragraphs, and what hangs on them -----------------------------------------------------------------------------

    def _begin_p(self, _: dict[str, str]) -> None:
        self.paragraphs.append(_Paragraph())

    def _begin_pStyle(self, attributes: dict[str, str]) -> None:  # noqa: N802
        if self.paragraphs and attributes.get("val") in self.lists:
            self.paragraphs[-1].listed = True

    def _begin_footnoteReference(self, attributes: dict[str, str]) -> None:  # noqa: N802
        self._refer("footnotes", attributes.get("id", ""))

    def _begin_endnoteReference(self, attributes: dict[str, str]) -> None:  # noqa: N802
        self._refer("endnotes", attributes.get("id", ""))

    def _refer(self, part: str, number: str) -> None:
        note = self.notes.get(part, {}).get(number, "")
        if note and self.paragraphs and not self.silent:
            self.paragraphs[-1].after.append(f"{note}\n")
            self.left -= len(note)

    def _begin_txbxContent(self, _: dict[str, str]) -> None:  # noqa: N802
        self.places.append([])

    def _finish_txbxContent(self) -> None:  # noqa: N802
        blocks = self.places.pop()
        if self.paragraphs and not self.silent:
            self.paragraphs[-1].after.extend(blocks)

    def _finish_p(self) -> None:
        one = self.paragraphs.pop()
        text = "".join(one.pieces)
        self._put(f"{'• ' if one.listed and text else ''}{text}\n")
        for block in one.after:
            self._put(block)

    def _put(self, block: str) -> None:
        self.places[-1].append(block)
        self.left -= 1
        if self.left < 0:
            raise TooLargeError

    # --- tables ---------------------------------------------------------------------------------------------------------

    def _begin_tbl(self, _: dict[str, str]) -> None:
        self.tables.append(_WordTable())

    def _begin_tr(self, _: dict[str, str]) -> None:
        if self.tables:
            self.tables[-1].cells, self.tables[-1].deleted = [], False

    def _begin_del(self, _: dict[str, str]) -> None:
        if self.tables and self.path[-2:-1] == ["trPr"]:
            self.tables[-1].deleted = True

    def _begin_tc(self, _: dict[str, str]) -> None:
        if self.tables:
            cell = _WordCell()
            self.tables[-1].cells.append(cell)
            self.places.append(cell.blocks)

    def _begin_gridSpan(self, attributes: dict[str, str]) -> None:  # noqa: N802
        if self.tables and self.tables[-1].cells and attributes.get("val", "").isdecimal():
            self.tables[-1].cells[-1].width = min(max(int(attributes["val"][:4]), 1), _WIDEST_CELL)

    def _begin_vMerge(self, attributes: dict[str, str]) -> None:  # noqa: N802
        if self.tables and self.tables[-1].cells:
            self.tables[-1].cells[-1].continued = attributes.get("val", "continue") == "continue"

    def _finish_tc(self) -> None:
        if self.tables:
            self.places.pop()

    def _finish_tr(self) -> None:
        table = self.tables[-1] if self.tables else _WordTable()
        if table.deleted or self.silent or not table.cells:
            return
        shown: list[str] = []
        for cell in table.cells:
            column = len(shown)
            text = " ".join(" ".join(cell.blocks).split())
            text = table.above.get(column, "") if cell.continued and not text else text
            table.above[column] = text
            shown.extend([text, *[""] * (cell.width - 1)])
        table.rows.append("\t".join(shown))
        for cell in table.cells:
            table.rows.extend(cell.after)

    def _finish_tbl(self) -> None:
        table = self.tables.pop()
        if self.silent:
            return
        if self.tables and self.tables[-1].cells and len(self.tables) < DEEPEST_TABLE:
            self.tables[-1].cells[-1].after.extend(["", *table.rows, ""])
        else:
            for row in [*table.rows, ""]:
                self._put(row)

    # --- notes ----------------------------------------------------------------------------------------------------------

    def _begin_note(self, attributes: dict[str, str]) -> None:
        self.number = attributes.get("id", "")
        self.places.append([])

    def _finish_note(self) -> None:
        self.kept[self.number] = " ".join(" ".join(self.places.pop()).split())

    _begin_footnote = _begin_endnote = _begin_note
    _finish_footnote = _finish_endnote = _finish_note
