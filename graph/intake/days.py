"""One way of writing a column of dates: the order of day and month, decided by all of its cells.

A cell beyond doubt (``12/17/2015``) decides; where nothing does, or cells beyond doubt disagree, it is a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from graph.dates import UnreadableDateError
from graph.intake.columns import is_stated
from graph.reading.date_forms import read_date

_SLASHED = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4}|[0-9]{2})(?:[ T].*)?")
_ISO = re.compile(r"([0-9]{4})[-/.]?([0-9]{2})[-/.]?([0-9]{2})(?:[ T].*)?")
_SERIAL = re.compile(r"([2-7][0-9]{4})(?:\.[0-9]+)?")  # days since 1899-12-30, as a spreadsheet keeps them
_SPREADSHEET_ERA = date(1899, 12, 30)
_SHORT_YEARS = 70  # 69 and below are of this century


@dataclass(frozen=True, slots=True)
class Days:
    """How the dates of a column are written.

    Attributes
    ----------
    order
        ``dmy`` or ``mdy``; ``""`` when no cell needs it.
    open
        Nothing decides whether ``4/1/2015`` is in January or April.
    """

    order: str = ""
    open: bool = False

    def day(self, text: str) -> str | None:
        """Return a date as EDTF, ``""`` when nothing is stated and ``None`` when the text is no date of the column."""
        if not is_stated(text):
            return ""
        if found := _ISO.fullmatch(text):
            return _day(*map(int, found.groups()))
        if found := _SERIAL.fullmatch(text):
            return (_SPREADSHEET_ERA + timedelta(days=int(found[1]))).isoformat()
        if found := _SLASHED.fullmatch(text):
            return self._ordered(found, "dmy" if "." in text else self.order)
        try:
            return read_date(text)
        except UnreadableDateError:
            return None

    @staticmethod
    def _ordered(found: re.Match[str], order: str) -> str | None:
        if not order:
            return None
        first, second = int(found[1]), int(found[2])
        day, month = (first, second) if order == "dmy" else (second, first)
        return _day(_year(found[3]), month, day)


def days_of(texts: Iterable[str], order: str = "") -> Days:
    """Return how the dates of a column are written.

    Parameters
    ----------
    texts
        All cells of the column.
    order
        ``dmy`` or ``mdy`` if a recipe or a person says it.
    """
    if order:
        return Days(order)
    orders: set[str] = set()
    doubtful = False
    for text in set(texts):
        if "." in text or not (found := _SLASHED.fullmatch(text)):
            continue
        first, second = int(found[1]), int(found[2])
        if first == second and first <= 12:
            orders |= set()  # the same day in both orders
        elif first > 12 or second > 12:
            orders.add("dmy" if first > 12 else "mdy")
        else:
            doubtful = True
    if len(orders) == 1:
        return Days(next(iter(orders)))
    return Days("", open=bool(orders) or doubtful)


def _year(text: str) -> int:
    year = int(text)
    return year if len(text) == 4 else year + (2000 if year < _SHORT_YEARS else 1900)


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
