"""A table as somebody sees it who has to say what it means: its first rows, its columns, and what they probably are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from rapidfuzz import fuzz

from graph.intake.columns import is_stated
from graph.intake.grid import Grid, Row
from graph.intake.header import assign, clean, header_forms, squeeze
from graph.intake.shapes.group import wide_columns
from graph.intake.structure import structured
from graph.intake.targets import TARGETS

SHOWN = 10  # rows
MOST_TABLES = 12
MOST_COLUMNS = 60
MOST_WORDS = 24  # different words of a column that are told
_READ = 2_000  # rows by which a column is judged
_LONGEST = 200  # characters of a cell that are shown
_ALIKE = 90  # letters that agree, in percent, of a header that is probably meant
_DEPTH = 15
_BY_FORM = frozenset({"matrix", "answers"})
# fields that say nothing of what a row is
_ANYWHERE = frozenset({"note", "description", "summary", "website", "start", "end", "weight"})
_CURRENCY = re.compile(r"(?:in)?(?:t|tsd|mio|tausend)?(?:€|eur|euro)$")  # "Zuschuss in Euro", in comparable form
_SURE, _CHECK = "sure", "check"
_KINDS: Mapping[str, re.Pattern[str]] = {
    "date": re.compile(r"[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}.*|[0-9]{4}-[0-9]{2}-[0-9]{2}.*"),
    "postcode": re.compile(r"(?:D-)?[0-9]{5}"),
    "url": re.compile(r"(?:https?://|www\.).+", re.IGNORECASE),
    "email": re.compile(r"[^@\s]+@[^@\s]+\.[a-z]+", re.IGNORECASE),
    "amount": re.compile(r"(?:ca\.? |rund )?-?[0-9][0-9.,' ]*(?:,--?)?\s*(?:€|EUR|Euro)?", re.IGNORECASE),
}
_BY_CONTENT: Mapping[str, tuple[str, ...]] = {
    "date": ("start", "end"),
    "postcode": ("postcode",),
    "url": ("website",),
    "amount": ("amount", "amount_eur"),
}


@dataclass(frozen=True, slots=True)
class SeenColumn:
    """A column of a table.

    Attributes
    ----------
    header
        As written.
    form, turn
        What it is compared by, and how many columns of that form stood there so far, this one included.
    kind
        What most of its cells are: ``date``, ``amount``, ``postcode``, ``url``, ``email`` or ``text``.
    words
        Its commonest cells.
    """

    header: str
    form: str = ""
    turn: int = 1
    kind: str = "text"
    words: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Preset:
    """What a column probably means; one that is not sure is to be looked at."""

    column: int
    field: str
    is_sure: bool


@dataclass(frozen=True, slots=True)
class SeenTable:
    """A table before anybody knows what it means.

    Attributes
    ----------
    file, line
        Name of the file, and the line of its header.
    columns, rows
        Its columns, and the cells of its first rows.
    count
        Rows below the header that were looked at.
    shapes
        What a row may be, the likely one first.
    presets
        Shape -> what columns probably mean.
    """

    file: str
    line: int
    columns: tuple[SeenColumn, ...]
    rows: tuple[tuple[str, ...], ...] = field(repr=False)
    count: int
    shapes: tuple[str, ...]
    presets: Mapping[str, tuple[Preset, ...]] = field(repr=False)


def look_at(grid: Grid) -> SeenTable | None:
    """Return a table as somebody sees it; ``None`` when it has no two rows."""
    rows = list(islice(grid.rows(), _READ))
    place = _header_place(rows)
    if place is None:
        return None
    line, cells = rows[place]
    below = [[clean(cell)[:_LONGEST] for cell in row[:MOST_COLUMNS]] for _, row in rows[place + 1 :]]
    columns = tuple(_columns(cells, below))
    presets = {shape: _presets(shape, columns) for shape in TARGETS}
    shown = tuple(tuple([*row, *[""] * (len(columns) - len(row))][: len(columns)]) for row in below[:SHOWN])
    return SeenTable(grid.file, line, columns, shown, len(below), _likely(grid, presets), presets)


def _header_place(rows: Sequence[Row]) -> int | None:
    """Return the row that says what the columns are: most of its cells are known words, else most are filled."""
    if len(rows) < 2:
        return None
    ranks = []
    for place, (_, cells) in enumerate(rows[:_DEPTH]):
        known = max(len(assign(cells, target.words)) for target in TARGETS.values())
        filled = len({text for cell in cells if (text := clean(cell)) and not re.fullmatch(r"[0-9.,]+", text)})
        ranks.append((known if known > 1 else 0, filled, -place))
    return max(range(len(ranks)), key=ranks.__getitem__)


def _columns(cells: Sequence[str], below: Sequence[Sequence[str]]) -> list[SeenColumn]:
    found = []
    for place, (form, _, turn) in enumerate(header_forms(cells)[:MOST_COLUMNS]):
        texts = [row[place] for row in below if place < len(row) and is_stated(row[place])]
        common = Counter(texts).most_common(MOST_WORDS)
        found.append(SeenColumn(clean(cells[place]), form, turn, _kind(texts), tuple(text for text, _ in common)))
    return found


def _kind(texts: Sequence[str]) -> str:
    for kind, pattern in _KINDS.items():
        if texts and sum(bool(pattern.fullmatch(text)) for text in texts) >= 0.8 * len(texts):
            return kind
    return "text"


def _presets(shape: str, columns: Sequence[SeenColumn]) -> tuple[Preset, ...]:
    """Return what columns probably mean: by their words for sure, by nearly their words or their cells perhaps."""
    words = TARGETS[shape].words
    places = assign([column.header for column in columns], words)
    found = {
        place: Preset(place, name, columns[place].form in {squeeze(word) for word in words[name]})
        for name, place in places.items()
    }
    for name in (name for name in words if name not in places):
        near = [place for place in range(len(columns)) if place not in found and _is_near(columns[place], words[name])]
        if near:
            found[near[0]] = Preset(near[0], name, is_sure=False)
    taken = {preset.field for preset in found.values()}
    for place, column in enumerate(columns):
        likely = [name for name in _BY_CONTENT.get(column.kind, ()) if name in words and name not in taken]
        if place not in found and likely:
            found[place] = Preset(place, likely[0], is_sure=False)
            taken.add(likely[0])
    return tuple(found[place] for place in sorted(found))


def _is_near(column: SeenColumn, words: Sequence[str]) -> bool:
    form = _CURRENCY.sub("", column.form) or column.form
    return bool(form) and any(fuzz.ratio(form, squeeze(word)) >= _ALIKE for word in words)


def _likely(grid: Grid, presets: Mapping[str, Sequence[Preset]]) -> tuple[str, ...]:
    """Return the shapes, the likely one first: the form of the table, else the one whose columns are there."""
    formed = structured(grid)

    def rank(shape: str) -> tuple[bool, float, int]:
        known = {preset.field for preset in presets[shape]}
        needed = TARGETS[shape].required
        lacking = sum(not known & set(each.split("|")) for each in needed) / len(needed) if needed else 1.0
        is_form = formed is not None and formed.recipe.shape == shape
        # what a matrix or a survey is shows in its form, hardly in its headers
        lacking += 0.5 if shape in _BY_FORM else 0.0
        return not is_form, lacking - len(known - _ANYWHERE) / 2, list(TARGETS).index(shape)

    return tuple(sorted(TARGETS, key=rank))


def has_wide_members(look: SeenTable) -> bool:
    """Whether the members of a group stand in numbered columns, so that no column need be named."""
    return len(wide_columns(tuple(column.header for column in look.columns))) > 1
