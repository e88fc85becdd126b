"""Tables as records: what screen and downloads show alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

import numpy as np

from graph.dates import period
from graph.history.spans import span
from graph.vocabulary import LIFE
from views.language.dates import duration_words
from views.language.words import Words

_PAGE_OF_ROWS = 100
MOST_ROWS = 2_000  # that a browser is given; a file has them all
_WORDED = date.max.toordinal() + 1
_FURTHER = 10_000_000  # more than any count of days: the last day decides only between equal first days
_STATUSES = tuple(str(status) for status in LIFE)


class Look(StrEnum):
    """How a column is shown."""

    TEXT = "text"
    LINK = "link"  # opens a page of the app
    OUTSIDE = "outside"  # opens another site in a new tab
    NUMBER = "number"  # right-aligned
    BAR = "bar"  # number with a proportional bar
    DATE = "date"  # day, month, year or duration


class Unit(StrEnum):
    """What the number of a cell counts."""

    NONE = ""
    EURO = "euro"
    SHARE = "share"  # of 1, read as percentage
    YEAR = "year"


Datum = int | float | Decimal | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its header and how its cells look."""

    header: str
    look: Look = Look.TEXT


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: what is read, and for links and sorting what stands behind it.

    Attributes
    ----------
    text
        What is read.
    value
        Number to sort by and to draw the bar with: of a date its day, counted; of a word its place in the order of
        its vocabulary. Where a column has values, ``None`` sorts last.
    target
        Address a link opens, as made by `views.address.codec.address`.
    day
        The day, where the cell is one exact day.
    datum, unit
        The number that is read, as it was computed: what files and programs get. ``None`` where a text says more than
        a number, or nothing is recorded.
    """

    text: str
    value: float | None = None
    target: str = ""
    day: date | None = None
    datum: Datum = None
    unit: Unit = Unit.NONE


def packed(cell: Cell | str) -> list[object]:
    """Pack a cell as ``[text, value, target]`` without empty parts at the end."""
    if isinstance(cell, str):
        return [cell]
    if cell.target:
        return [cell.text, cell.value, cell.target]
    return [cell.text] if cell.value is None else [cell.text, cell.value]


def number_cell(t: Words, value: int | float | None, digits: int = 0) -> Cell:
    """Cell with a number, ``–`` when there is none.

    Parameters
    ----------
    t
        Words of the language.
    value
        The value; ``None`` where there is none.
    digits
        Digits behind the comma.
    """
    if value is None:
        return Cell(t("format.missing.none"))
    return Cell(t.number(value, digits), float(value), datum=plain_number(value))


def plain_number(value: Datum) -> Datum:
    """Return a number that NumPy has computed as one of Python, others as they are."""
    return value.item() if isinstance(value, np.generic) else value


def share_cell(t: Words, share: float | None, digits: int = 0) -> Cell:
    """Cell with a share of 1 as percentage, ``–`` when there is none.

    Parameters
    ----------
    t
        Words of the language.
    share
        Share, 0 to 1.
    digits
        Digits behind the comma.
    """
    if share is None:
        return Cell(t("format.missing.none"))
    return Cell(t.percent(share, digits), share, datum=plain_number(share), unit=Unit.SHARE)


def year_cell(year: int) -> Cell:
    """Cell with a year."""
    return Cell(str(year), float(year), datum=year, unit=Unit.YEAR)


def date_cell(t: Words, edtf: str, instead: str = "") -> Cell:
    """Cell with a date in words, sorted by its first day; ``instead`` or ``k. A.`` when there is none.

    Parameters
    ----------
    t
        Words of the language.
    edtf
        Date in EDTF, such as ``2021-05`` or ``2021/2024``.
    instead
        Words of the source where no date can be read.
    """
    return duration_cell(t, edtf, edtf, instead)


def duration_cell(t: Words, start: str, end: str, instead: str = "") -> Cell:
    """Cell with a start and an end in words, sorted by the first day and then by the last.

    Parameters
    ----------
    t
        Words of the visitor's language.
    start, end
        EDTF; ``""`` when not recorded.
    instead
        What is read when neither is: the date as the source words it.
    """
    known = span(start, end)
    first, last = known.first, known.last
    key = None if first is None or last is None else first.toordinal() + last.toordinal() / _FURTHER
    if key is None and instead not in ("", t("format.missing.none"), t("format.missing.text")):
        key = float(_WORDED)  # what the source words comes after all days, and before what is not recorded
    # "from", "until", "about" and an end nobody believes are words: a day alone would say something else in a file
    said = set(period(start, end))
    exact = first if first is not None and said == {first.isoformat()} else None
    return Cell(duration_words(t, start, end) or instead or t("format.missing.text"), key, day=exact)


def status_cell(t: Words, status: str) -> Cell:
    """Cell with a status, sorted in the order of a project's life."""
    return Cell(t.term("status", status), float(_STATUSES.index(status)) if status in _STATUSES else None)


def money_cell(t: Words, amount: int | Decimal | None) -> Cell:
    """Cell with an amount, ``k. A.`` when it is not recorded."""
    return Cell(t.money(amount), None if amount is None else float(amount), datum=amount, unit=Unit.EURO)


@dataclass(frozen=True, slots=True)
class Table:
    """What a table holds; screen and downloads show the same record.

    Attributes
    ----------
    caption
        What the table is about; read out first.
    columns, rows
        Headers and cells, row by row.
    ids
        Ids of the rows, needed for choosing.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell | str, ...], ...]
    ids: tuple[str, ...] = ()


def message(t: Words, table: Table, chosen: Sequence[str] | None = None, max_height: int = 0) -> dict[str, object]:
    """Return what the browser is sent of a table.

    Parameters
    ----------
    t
        Words of the language.
    table
        Content.
    chosen
        Ids of the chosen rows; ``None`` when rows cannot be chosen. Of a table without a choice, only the first
        `MOST_ROWS` are sent, and it says so.
    max_height
        Height in px after which the table scrolls; 0 for no limit.
    """
    shown = MOST_ROWS if chosen is None else len(table.rows)
    return {
        "caption": table.caption,
        "columns": [asdict(column) for column in table.columns],
        "rows": [[packed(cell) for cell in row] for row in table.rows[:shown]],
        "ids": list(table.ids[:shown]),
        "cut": t("table.cut", n=t.number(shown), all=t.number(len(table.rows))) if len(table.rows) > shown else "",
        "chosen": None if chosen is None else list(chosen),
        "lang": t.language,
        "pageOfRows": _PAGE_OF_ROWS,
        "maxHeight": max_height,
        "words": {
            "more": t.count("table.more", max(0, min(shown, len(table.rows)) - _PAGE_OF_ROWS)),
            **{name: t(f"table.{name}") for name in ("sort", "choose", "empty", "sideways")},
        },
    }
