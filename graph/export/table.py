"""Tables that leave: what a person reads and what a program reads, cell by cell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

Value = str | int | float | Decimal | date | None


class ValueKind(StrEnum):
    """What the cells of a column are to a program."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"  # euro
    SHARE = "share"  # of 1
    YEAR = "year"
    DATE = "date"  # a day; a month or a period is text in such a column


@dataclass(frozen=True, slots=True)
class ExportColumn:
    """Header of a column and what its cells are."""

    header: str
    kind: ValueKind = ValueKind.TEXT


@dataclass(frozen=True, slots=True)
class ExportCell:
    """One cell.

    Attributes
    ----------
    text
        What a person reads, in the formats of the language.
    value
        What a program reads; ``None`` when nothing is recorded. Text columns use ``text``.
    target
        Address of a view or of another site that a page may lead to; ``""`` for none.
    """

    text: str
    value: Value = None
    target: str = ""


@dataclass(frozen=True, slots=True)
class ExportTable:
    """A table; ``caption`` says what it is about, ``ids`` which element of the picture each row is."""

    caption: str
    columns: tuple[ExportColumn, ...]
    rows: tuple[tuple[ExportCell, ...], ...]
    ids: tuple[str, ...] = ()
