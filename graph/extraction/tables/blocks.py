"""Tables pasted as one cell a line whose rows are parted by empty lines; a cell of those who take part may have several lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.extraction.tables.cells import ASIDE
from graph.extraction.tables.pasted import is_money, is_term
from graph.extraction.tables.roles import SUM, ColumnRole, is_given, part_of_cell, role_of
from graph.extraction.tables.table import PaperCell, PaperTable, Row

LONGEST_CELL = 120  # characters
FEWEST_ROWS = 2

Line = tuple[int, int]
Column = tuple[ColumnRole, str]


def block_tables(text: str) -> list[PaperTable]:
    """Find headers that stand as a paragraph of their own, with rows that are paragraphs, too.

    Parameters
    ----------
    text
        The flattened copy.
    """
    blocks = [list(_lines(hit)) for hit in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text)]
    tables, at = [], 0
    while at < len(blocks):
        header = _header(text, blocks[at])
        rows, end = _rows(text, blocks, at + 1, header) if header else ([], at)
        if len(rows) >= FEWEST_ROWS:
            tables.append(PaperTable(blocks[at][0][0], blocks[end - 1][-1][1], rows, has_owner=True))
        at = max(end, at + 1)
    return tables


def _lines(block: re.Match[str]) -> Iterator[Line]:
    for line in re.finditer(r"[^\n]+", block[0]):
        yield block.start() + line.start(), block.start() + line.end()


def _header(text: str, block: Sequence[Line]) -> list[Column]:
    """Return the columns that the lines of a block name, nothing where it is no header."""
    if not 3 <= len(block) <= 9 or "\t" in text[block[0][0] : block[-1][1]]:
        return []
    words = [text[slice(*line)] for line in block]
    columns = [(ColumnRole.GIVEN if is_given(one) else role_of(one) or ColumnRole.OTHER, one) for one in words]
    roles = [role for role, _ in columns]
    known = sum(role is not ColumnRole.OTHER for role in roles) >= len(roles) - 1
    values = {ColumnRole.TERM, ColumnRole.MONEY, ColumnRole.FUNDER} & {*roles}
    return columns if roles[0] is ColumnRole.ITEM and known and values else []


def _rows(text: str, blocks: Sequence[Sequence[Line]], at: int, header: Sequence[Column]) -> tuple[list[Row], int]:
    rows: list[Row] = []
    while at < len(blocks):
        block = blocks[at]
        if SUM.match(text, block[0][0]):
            at += 1
            continue
        if len(block) < 2 or any(end - start > LONGEST_CELL for start, end in block):
            break
        row = _row(text, block, header)
        if row is None:
            break
        rows.append(row)
        at += 1
    return rows, at


def _row(text: str, block: Sequence[Line], header: Sequence[Column]) -> Row | None:
    """Read a row: its first line is the item, others go to columns by their form and order; nothing where no value is."""
    item, *rest = [(start, end, text[start:end]) for start, end in block]
    roles = dict(reversed(header))
    terms = [line for line in rest if ColumnRole.TERM in roles and is_term(line[2])]
    money = [line for line in rest if ColumnRole.MONEY in roles and line not in terms and is_money(_plain(line[2]))]
    plain = [line for line in rest if line not in terms and line not in money]
    if not terms and not money:
        return None
    others = [_cell(line, ColumnRole.MONEY, roles[ColumnRole.MONEY]) for line in money]
    others += [_cell(line, *column) for line, column in _by_order(plain, header)]
    cells = [_cell(line, ColumnRole.TERM, roles[ColumnRole.TERM]) for line in terms]
    return Row(None, [_cell(item, ColumnRole.ITEM, header[0][1])], cells, others, paired=False)


def _plain(words: str) -> str:
    return ASIDE.sub("", words, count=1)


def _cell(line: tuple[int, int, str], role: ColumnRole, header: str) -> PaperCell:
    return PaperCell(line[0], line[1], role, line[2], header)


def _by_order(
    lines: Sequence[tuple[int, int, str]], header: Sequence[Column]
) -> Iterator[tuple[tuple[int, int, str], Column]]:
    """Give the plain lines of a row to its columns in their order; what is left over to that of those who take part."""
    columns = [one for one in header[1:] if one[0] not in (ColumnRole.TERM, ColumnRole.MONEY)]
    if len(lines) < len(columns) and lines and not part_of_cell(lines[0][2]):
        columns = [one for one in columns if one[0] is not ColumnRole.GIVEN]
    columns = columns[: len(lines)]
    extra = len(lines) - len(columns)
    wide = next((at for at, (role, _) in enumerate(columns) if role is ColumnRole.PARTNER), len(columns) - 1)
    filled = [*columns[:wide], *[columns[wide]] * (extra + 1), *columns[wide + 1 :]] if columns else []
    yield from zip(lines, filled, strict=False)
