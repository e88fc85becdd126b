"""Tables pasted as one cell a line, their columns lost: recovered by the form of the lines.

The header names the kinds of columns. A line is a term, an amount or a text by its form, and a row begins where a text follows terms.
Where the numbers of items and terms differ, nothing is paired.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.extraction.dates import find_dates
from graph.extraction.money import find_amounts
from graph.extraction.tables.roles import SUM, ColumnRole, role_of
from graph.extraction.tables.table import PaperCell, PaperTable, Row

_BULLET = re.compile(r"[•▪●○◦‣∙·*➢➔–-]\s+|[\uf000-\uf0ff]\s*")
_TERM_WORDS = re.compile(
    r"(?:lfd\b|laufend|fortlaufend|noch offen|offen\b|unter vorbehalt|vorbehaltlich|geplant|urspr|voraussichtlich|mehrere (?:termine|treffen)|weitere termine|jährlich|monatlich|quartals"
    r"|regelmäßig$|ganzjährig|\d+ (?:veranstaltungen|termine|treffen) (?:pro|im)|videokonferenz|auftakt|ab sofort|bis auf weiteres|nach bedarf|tbd|n\. ?n\.|steht noch nicht|dauerhaft|abgeschlossen$|verschoben|abgesagt|entfällt"
    r"|\d{1,3} (?:mte|monate|jahre)|ende \d|anfang \d|mitte \d|q[1-4]\b|[1-4]\. quartal|seit \d|ab \w+ \d{4})",
    re.IGNORECASE,
)
_OWNERS = {ColumnRole.LEAD, ColumnRole.PARTNER, ColumnRole.FUNDER}
_PROSE = 210  # characters from which a line is no cell
_AFTER = re.compile("Beschluss|Anlage|Sichtvermerk")
MOST_LINES = 3_000


def pasted_tables(text: str) -> list[PaperTable]:
    """Find the tables of a copy whose cells stand one a line.

    Parameters
    ----------
    text
        The flattened copy.
    """
    lines = [(found.start(), found.end()) for found in re.finditer(r"[^\n]+", text)]
    known = _PastedLines(text, lines)
    tables, at = [], 0
    while at < len(lines):
        header = _header(text, lines, at)
        if len(header) < 2:
            at += 1
            continue
        end = known.end(at + len(header))
        rows = known.hold_values(at + len(header), end, dict(header)) and _rows(
            text, lines[at + len(header) : end], dict(header)
        )
        if rows:
            owner = any(role in (ColumnRole.LEAD, ColumnRole.PARTNER) for role in dict(header))
            tables.append(PaperTable(lines[at][0], lines[end - 1][1], rows, owner))
            at = end
        else:
            at += 1
    return tables


def _header(text: str, lines: Sequence[tuple[int, int]], at: int) -> list[tuple[ColumnRole, str]]:
    """Return roles and words of the header lines that begin at a line; they hold no tab and no digit."""
    header: list[tuple[ColumnRole, str]] = []
    for start, end in lines[at : at + 8]:
        words = text[start:end]
        role = role_of(words) if "\t" not in words and not re.search(r"\d", words) else None
        if role is None or role in dict(header):
            break
        header.append((role, words))
    roles = dict(header)
    plain = ColumnRole.ITEM in roles or ColumnRole.AREA in roles
    return (
        header
        if plain and (ColumnRole.TERM in roles or ColumnRole.MONEY in roles or ColumnRole.FUNDER in roles)
        else []
    )


@dataclass(frozen=True)
class _PastedLines:
    """What the lines of a text are, found once for all headers in it."""

    text: str
    spans: Sequence[tuple[int, int]]

    def words(self, number: int) -> str:
        return self.text[slice(*self.spans[number])]

    @cached_property
    def ends(self) -> Sequence[int]:
        """Lines that end a table: prose, and what follows the text of a paper."""
        return [n for n, (start, stop) in enumerate(self.spans) if stop - start > _PROSE or _AFTER.match(self.words(n))]

    @cached_property
    def values(self) -> Mapping[ColumnRole, Sequence[int]]:
        """Lines that are an amount or a term, and no sum."""
        plain = [n for n in range(len(self.spans)) if not SUM.match(self.words(n))]
        money = [n for n in plain if is_money(self.words(n))]
        return {ColumnRole.MONEY: money, ColumnRole.TERM: [n for n in plain if is_term(self.words(n))]}

    def end(self, at: int) -> int:
        """Return the line after a table that begins at a line: prose, or the heading before it."""
        last = min(len(self.spans), at + MOST_LINES)
        after = bisect_left(self.ends, at)
        end = self.ends[after] if after < len(self.ends) else last
        if end >= last:
            return last
        before = self.words(end - 1)
        return end - (end - 1 > at and not is_term(before) and not is_money(before))

    def hold_values(self, begin: int, end: int, header: Collection[ColumnRole]) -> bool:
        """Whether any line from one to before another is an amount or a term, as the header says."""
        return any(
            bisect_left(numbers, begin) < bisect_left(numbers, end)
            for role, numbers in self.values.items()
            if role in header
        )


def is_term(words: str) -> bool:
    """Whether a line is a term: a date, or words such as "laufend"."""
    plain = _BULLET.sub("", words, count=1).strip()
    if len(plain) > 120:
        return False
    dates = find_dates(plain)
    dated = len(plain) < 75 and any(date.start < 4 or "-" in date.edtf.partition("/")[0] for date in dates)
    return _TERM_WORDS.match(plain) is not None or dated


def is_money(words: str) -> bool:
    """Whether a line is an amount, with or without its currency."""
    found = find_amounts(words)
    return (bool(found) and found[0].start < 12 and len(words) < 60) or re.fullmatch(
        r"\d{1,3}(?:\.\d{3})+(?:,\d\d)?(?: ?€)?", words.strip()
    ) is not None


def _rows(text: str, lines: Sequence[tuple[int, int]], header: dict[ColumnRole, str]) -> list[Row]:
    rows: list[Row] = []
    texts: list[tuple[int, int]] = []
    rest: list[PaperCell] = []
    for start, end in lines:
        words = text[start:end]
        role = _role(words, header)
        if SUM.match(words):
            texts, rest = _closed(rows, text, texts, rest, header)
            continue
        if role is None:
            if rest:
                rows.append(_row(text, texts, rest, header))
                texts, rest = [], []
            texts.append((start, end))
        else:
            rest.append(PaperCell(start, end, role, words, header.get(role, "")))
    if texts and rest:
        rows.append(_row(text, texts, rest, header))
    return rows


def _closed(
    rows: list[Row],
    text: str,
    texts: Sequence[tuple[int, int]],
    rest: Sequence[PaperCell],
    header: dict[ColumnRole, str],
) -> tuple[list[tuple[int, int]], list[PaperCell]]:
    """End a row before a line of sums."""
    if texts and rest:
        rows.append(_row(text, texts, rest, header))
    return [], []


def _role(words: str, header: dict[ColumnRole, str]) -> ColumnRole | None:
    """Return the role of a line that is no plain text."""
    if ColumnRole.MONEY in header and is_money(words):
        return ColumnRole.MONEY
    return ColumnRole.TERM if ColumnRole.TERM in header and is_term(words) else None


def _row(text: str, texts: Sequence[tuple[int, int]], rest: Sequence[PaperCell], header: dict[ColumnRole, str]) -> Row:
    terms = _joined(text, [cell for cell in rest if cell.role is ColumnRole.TERM])
    others = [cell for cell in rest if cell.role is not ColumnRole.TERM]
    if _OWNERS & set(header):
        items, more = _by_columns(list(_items(text, texts)), header)
        area = next((cell for cell in more if cell.role is ColumnRole.AREA), None)
        others = [*others, *(cell for cell in more if cell.role is not ColumnRole.AREA)]
    else:
        area, items = _split(text, texts, header)
    row = Row(area, items, terms, others)
    named = [term for term in terms if named_part(term)]
    return Row(area, items, terms, others, paired=len(row.leaves) - bool(named) == len(terms) - len(named))


def _by_columns(items: Sequence[PaperCell], header: dict[ColumnRole, str]) -> tuple[list[PaperCell], list[PaperCell]]:
    """Give the lines of a row to the text columns of the header, in their order; the first keeps what is left over."""
    roles = [role for role in header if role not in (ColumnRole.TERM, ColumnRole.MONEY, ColumnRole.STATUS)]
    if len(items) < len(roles) and ColumnRole.AREA in roles:
        roles.remove(ColumnRole.AREA)  # said once for several rows
    if len(items) < len(roles):
        roles = roles[: len(items)]
    extra = len(items) - len(roles)
    at = roles.index(ColumnRole.ITEM) if ColumnRole.ITEM in roles else 0
    filled = [*roles[:at], *[roles[at]] * (extra + 1), *roles[at + 1 :]]
    cells = [
        PaperCell(item.start, item.end, role, item.text, header[role]) for item, role in zip(items, filled, strict=True)
    ]
    return [cell for cell in cells if cell.role is ColumnRole.ITEM], [
        cell for cell in cells if cell.role is not ColumnRole.ITEM
    ]


def _split(
    text: str, texts: Sequence[tuple[int, int]], header: dict[ColumnRole, str]
) -> tuple[PaperCell | None, list[PaperCell]]:
    """Part the text lines of a row into the area, which may take two lines, and the items."""
    count = _area_lines(text, texts) if ColumnRole.AREA in header else 0
    area = None
    if count:
        start, end = texts[0][0], texts[count - 1][1]
        area = PaperCell(start, end, ColumnRole.AREA, " ".join(text[start:end].split()), header[ColumnRole.AREA])
    return area, list(_items(text, texts[count:]))


def _area_lines(text: str, texts: Sequence[tuple[int, int]]) -> int:
    """Return how many lines the area takes: it goes on after a slash, a lone head word, or where the whole name stands elsewhere, too."""
    if len(texts) < 2:
        return len(texts) and 1
    first, second = text[slice(*texts[0])], text[slice(*texts[1])]
    whole = f"{first} {second}"
    lone = " " not in first and first.lower() in (
        "kompetenzfeld",
        "handlungsfeld",
        "themenfeld",
        "bereich",
        "schwerpunkt",
        "branche",
    )
    short = " " not in second and text.count(f" {second}") > 2 and not second.endswith(":")
    goes_on = first.endswith(("/", "-", ",")) or lone or text.count(whole) > 0 or short
    return 2 if goes_on and len(texts) > 1 else 1


def _items(text: str, texts: Sequence[tuple[int, int]]) -> Iterator[PaperCell]:
    for start, end in texts:
        bullet = _BULLET.match(text, start, end)
        begin = bullet.end() if bullet else start
        words = text[begin:end].rstrip(" :")
        if not words.startswith(("http", "www.")) and words:
            yield PaperCell(begin, begin + len(words), ColumnRole.ITEM, words, child=bullet is not None)


def _joined(text: str, terms: Sequence[PaperCell]) -> list[PaperCell]:
    """Join lines of one term: after a colon, "urspr. geplant" with "geplant", lines without a paragraph between them."""
    joined: list[PaperCell] = []
    for term in terms:
        before = joined[-1] if joined else None
        near = before is not None and "\n\n" not in text[before.end : term.start]
        if before and (near or _goes_on(before.text, term.text)):
            joined[-1] = PaperCell(before.start, term.end, ColumnRole.TERM, text[before.start : term.end], term.header)
        else:
            joined.append(term)
    return joined


def _goes_on(before: str, term: str) -> bool:
    """Whether a term is the rest of the one before: after a colon, among several dates, "weitere Termine"."""
    several = re.match(r"(?i)mehrere|videokonferenz", before) is not None
    return (
        re.match(r"(?i)weitere", term) is not None or several or before.rstrip().endswith(":") or _follows(before, term)
    )


def _follows(before: str, term: str) -> bool:
    return bool(re.match(r"(?i)urspr", before)) and bool(re.match(r"(?i)(?:geplant|neu|jetzt|verschoben)", term))


_NAMED = re.compile(
    r"(?P<name>[A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ0-9][\w-]*){0,4})(?: ?/ ?(?P<place>[A-ZÄÖÜ][\w-]+)|, (?P<town>[A-ZÄÖÜ]\w+))? ?(?=\d{1,2}\.)"
)
_NO_NAME = re.compile(
    r"(?i)(?:geplant|urspr|voraussichtlich|auftakt|ab\b|seit\b|bis\b|lfd|ende\b|anfang\b|mitte\b|unter|videokonferenz|weitere|noch|januar|februar|märz|april|mai|juni|juli|august|sept|oktober|november|dezember|mehrere|beginn|start)"
)


def _named(term: str) -> str:
    """Return the name a term line holds itself: "Motek" in "Motek/ Stuttgart 05.-08.10.21"."""
    found = _NAMED.match(term)
    return found["name"] if found and not _NO_NAME.match(found["name"]) else ""


def named_part(cell: PaperCell) -> tuple[int, int] | None:
    """Return where the name stands that a term line holds itself, or ``None``."""
    name = _named(cell.text)
    return (cell.start, cell.start + len(name)) if name else None
