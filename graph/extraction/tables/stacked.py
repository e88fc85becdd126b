"""Tables copied from council pages as one cell a paragraph: nothing parts the rows, and a cell may take two paragraphs.

What is sure is how many amounts stand together: the header ends with as many titles of amounts, and each row with as many amounts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from graph.extraction.lemma import head
from graph.extraction.lexicon import INSTITUTIONS, PLACE_HEADS
from graph.extraction.tables.pasted import is_money
from graph.extraction.tables.roles import LONGEST_HEADER, PARTIES, SUM, ColumnRole, role_of
from graph.extraction.tables.table import PaperCell, PaperTable, Row

LONGEST_CELL = 160  # characters
LONGEST_VALUE = 40
MOST_TEXTS = 7  # cells of a row or of the header beside its amounts
MOST_ROWS = 500
MOST_TRIES = 200  # titles of amounts at which a table may begin; each may look at as many rows
FEWEST_ROWS = 2
_CELL = re.compile(r"[^\s|](?:[^\n|]*[^\s|])?")
_NUMBER = re.compile(r"\d{1,3}\.?|(?:[Ll]fd\. ?)?Nr\.?")
_SHARE = re.compile(r"\d{1,3}(?:,\d+)? ?%")
_ENDS_PROSE = re.compile(r"[a-zäöüß\d)“\"][.:;!?]$")

Cell = tuple[int, int]
Parts = tuple[list[Cell], list[Cell]]  # texts and amounts of a row


def stacked_tables(text: str) -> list[PaperTable]:
    """Find such tables by the titles of their amounts.

    Parameters
    ----------
    text
        The flattened copy.
    """
    cells = [hit.span() for hit in _CELL.finditer(text)]
    tables: list[PaperTable] = []
    at = done = tries = 0
    while at < len(cells) and tries < MOST_TRIES:
        width = _width(text, cells, at)
        tries += width > 0
        found = _table(text, cells, done, at, width=width) if width else None
        if found:
            tables.append(found[0])
            done = found[1]
        at = found[1] if found else at + (width or 1)
    return tables


def _width(text: str, cells: Sequence[Cell], at: int) -> int:
    """Return how many titles of amounts stand together from a cell on."""
    width = 0
    while width < MOST_TEXTS and at + width < len(cells) and _is_money(text, cells[at + width]):
        width += 1
    return width if width < MOST_TEXTS else 0


def _is_money(text: str, cell: Cell) -> bool:
    return _role(text[slice(*cell)]) is ColumnRole.MONEY


@lru_cache(maxsize=4_096)
def _role(words: str) -> ColumnRole | None:
    """Return the role of a title, which may begin in lower case: "bewilligte Förderung"; what holds a tab or a digit is none."""
    if len(words) > LONGEST_HEADER or "\t" in words or any(map(str.isdigit, words)):
        return None
    return role_of(f"{words[0].upper()}{words[1:]}")


def _table(text: str, cells: Sequence[Cell], done: int, at: int, *, width: int) -> tuple[PaperTable, int] | None:
    """Return the table whose titles of amounts begin at a cell, and the cell behind it; nothing where there is none."""
    begin = at
    while begin > max(done, at - MOST_TEXTS) and _is_text(text, cells[begin - 1]):
        begin -= 1
    titles = _plain(text, cells[begin:at])
    rows, end = _rows(text, cells, at + width, width) if titles else ([], at)
    columns = _columns(text, titles, rows) if len(rows) >= FEWEST_ROWS else []
    if not columns:
        return None
    money = cells[at : at + width]
    found = [_row(text, texts, amounts, columns, money) for texts, amounts in rows]
    return PaperTable(cells[begin][0], cells[end - 1][1], found, has_owner=True), end


def _is_value(text: str, cell: Cell) -> bool:
    words = text[slice(*cell)]
    return len(words) <= LONGEST_VALUE and any(map(str.isdigit, words)) and _is_amount(words)


@lru_cache(maxsize=4_096)  # each row is looked at once for each title above it
def _is_amount(words: str) -> bool:
    return is_money(words)


def _is_text(text: str, cell: Cell) -> bool:
    """Whether a cell is neither prose nor an amount."""
    words = text[slice(*cell)]
    is_prose = len(words) > LONGEST_CELL or (_ENDS_PROSE.search(words) and not _NUMBER.fullmatch(words))
    return not is_prose and not _is_value(text, cell)


def _rows(text: str, cells: Sequence[Cell], at: int, width: int) -> tuple[list[Parts], int]:
    """Return the rows that begin at a cell, up to one that has not as many amounts, and the cell behind them."""
    rows: list[Parts] = []
    while at < len(cells) and len(rows) < MOST_ROWS:
        texts, amounts, end = _next_row(text, cells, at)
        if len(amounts) != width or not texts:
            break
        rows.append((texts, amounts))
        at = end
    return rows, at


def _next_row(text: str, cells: Sequence[Cell], at: int) -> tuple[list[Cell], list[Cell], int]:
    """Return texts and amounts of the row that begins at a cell, and the cell behind it; a row of sums has no texts."""
    texts: list[Cell] = []
    while at < len(cells) and len(texts) <= MOST_TEXTS and _is_text(text, cells[at]) and not _is_sum(text, cells[at]):
        texts.append(cells[at])
        at += 1
    amounts: list[Cell] = []
    while at < len(cells) and len(amounts) <= MOST_TEXTS and _is_value(text, cells[at]):
        amounts.append(cells[at])
        at += 1
    while at < len(cells) and _SHARE.fullmatch(text, *cells[at]):
        at += 1
    return _plain(text, texts), amounts, at


def _is_sum(text: str, cell: Cell) -> bool:
    return SUM.match(text, *cell) is not None


def _plain(text: str, texts: Sequence[Cell]) -> list[Cell]:
    """Leave out numbers of rows, and what goes on behind a slash: "Antragsteller/" with "Museum"."""
    kept = [cell for cell in texts if not _NUMBER.fullmatch(text, *cell)]
    return [cell for at, cell in enumerate(kept) if not at or text[kept[at - 1][1] - 1] != "/"]


def _columns(text: str, titles: Sequence[Cell], rows: Sequence[Parts]) -> list[tuple[ColumnRole, str]]:
    """Return the columns of texts, as many as most rows have; nothing where none is of items or of those who take part."""
    counts = Counter(len(texts) for texts, _ in rows)
    usual = max(counts, key=lambda count: (counts[count], -count))
    words = [text[slice(*cell)] for cell in titles[-usual:]]
    roles = [_role(one) or ColumnRole.OTHER for one in words]
    if ColumnRole.ITEM not in roles and ColumnRole.OTHER in roles and PARTIES & {*roles}:
        roles[roles.index(ColumnRole.OTHER)] = ColumnRole.ITEM
    known = ColumnRole.ITEM in roles or PARTIES & {*roles}
    return list(zip(roles, words, strict=True)) if known and len(words) == usual else []


def _row(
    text: str,
    texts: Sequence[Cell],
    amounts: Sequence[Cell],
    columns: Sequence[tuple[ColumnRole, str]],
    money: Sequence[Cell],
) -> Row:
    cells = list(_assigned(text, texts, columns))
    values = [
        PaperCell(*cell, ColumnRole.MONEY, text[slice(*cell)], text[slice(*title)])
        for cell, title in zip(amounts, money, strict=True)
    ]
    items = [cell for cell in cells if cell.role is ColumnRole.ITEM]
    terms = [cell for cell in cells if cell.role is ColumnRole.TERM]
    others = [cell for cell in cells if cell.role not in (ColumnRole.ITEM, ColumnRole.TERM)]
    return Row(None, items, terms, [*others, *values])


def _assigned(text: str, texts: Sequence[Cell], columns: Sequence[tuple[ColumnRole, str]]) -> Iterator[PaperCell]:
    """Give the texts of a row to its columns; which of them took several paragraphs shows where an organisation begins."""
    columns = columns[-len(texts) :]
    extra = len(texts) - len(columns)
    longer = next((at for at, (role, _) in enumerate(columns) if role is ColumnRole.ITEM), 0)
    if extra and longer + 1 < len(columns) and _is_organisation(text, texts[longer + 1]):
        longer += 1
    at = 0
    for number, (role, header) in enumerate(columns):
        last = at + (extra if number == longer else 0)
        start, end = texts[at][0], texts[last][1]
        yield PaperCell(start, end, role, text[start:end].replace("\n", " ").replace("|", " "), header)
        at = last + 1


def _is_organisation(text: str, cell: Cell) -> bool:
    first = text[slice(*cell)].split(maxsplit=1)[0]
    return bool(head(first, INSTITUTIONS) or head(first, PLACE_HEADS))
