"""Tables as records: what screen and downloads show alike."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from views.language.words import Words


class Look(StrEnum):
    """How a column is shown."""

    TEXT = "text"
    LINK = "link"  # opens a page of the app
    OUTSIDE = "outside"  # opens another site in a new tab
    NUMBER = "number"  # right-aligned
    BAR = "bar"  # number with a proportional bar


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
        Number to sort by and to draw the bar with; ``None`` sorts last.
    target
        Address a link opens, as made by `views.address.codec.address`.
    """

    text: str
    value: float | None = None
    target: str = ""


def number_cell(t: Words, value: int | float | None, digits: int = 0) -> Cell:
    """Cell with a number, ``–`` when there is none."""
    return Cell(t("format.missing.none")) if value is None else Cell(t.number(value, digits), float(value))


def money_cell(t: Words, amount: int | Decimal | None) -> Cell:
    """Cell with an amount, ``k. A.`` when it is not recorded."""
    return Cell(t.money(amount), None if amount is None else float(amount))


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
