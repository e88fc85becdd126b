"""What a cell of a workbook stores, as the text a person would have typed into a CSV file.

``50000`` without ``.0``, dates in ISO, a date shown as ``Dez 26`` as ``2026-12``.
"""

from __future__ import annotations

import math
import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache

_MARKED = re.compile(r"\"[^\"]*\"|\[(?!hh?\]|mm?\]|ss?\])[^\]]*\]", re.IGNORECASE)  # words, colours, conditions
_OF_TIME = re.compile(r"(?<![_\\])[dmhys]", re.IGNORECASE)
_DURATION = re.compile(r"\[(?:hh?|mm?|ss?)\]", re.IGNORECASE)
_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_SHOWN_LETTERS = re.compile(r"\"[^\"]*\"|\[[^\]]*\]")
_LONGEST = 400  # characters of a number
_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
_LEAP = 60  # Excel counts a 29 February 1900 that never was
_DAY = 86_400_000  # milliseconds


class OutOfCalendarError(ValueError):
    """A number is shown as a date and is none."""


def number_text(stored: str, form: str, *, since_1904: bool) -> str:
    """Return a stored number as text, as precise as its format shows it when that is a date.

    Parameters
    ----------
    stored
        As the file has it; what is no number is text.
    form
        Format of the cell, ``""`` for a general one.
    since_1904
        Whether days are counted from 1904, as old Macintosh files do.

    Raises
    ------
    OutOfCalendarError
        When the number is shown as a date before 1900 or after 9999.
    """
    try:
        number = float(stored)
    except ValueError:
        return stored
    if form and is_moment(form):
        return _moment(number, form, _EPOCH_1904 if since_1904 else _EPOCH)
    whole = stored.strip()
    return whole if whole.lstrip("+-").isdigit() and len(whole) < _LONGEST else _plain(number)


@lru_cache(maxsize=512)
def is_moment(form: str) -> bool:
    """Whether a format shows a date, a time or a duration."""
    return _OF_TIME.search(_MARKED.sub("", form.partition(";")[0])) is not None


def moment_text(value: datetime | date, form: str) -> str:
    """Return a date as precise as the format of its cell shows it: day, month or year."""
    letters = _SHOWN_LETTERS.sub("", form.casefold())
    if "d" not in letters and "y" in letters:
        return f"{value.year:04d}-{value.month:02d}" if "m" in letters else f"{value.year:04d}"
    if isinstance(value, datetime) and value.time() != time():
        return value.isoformat(timespec="minutes")
    return f"{value.year:04d}-{value.month:02d}-{value.day:02d}"


def iso_text(stored: str, form: str) -> str:
    """Return a date that is stored in ISO form."""
    try:
        return moment_text(datetime.fromisoformat(stored), form or "yyyy-mm-dd")
    except ValueError:
        return stored


def _moment(number: float, form: str, epoch: datetime) -> str:
    try:
        days, rest = divmod(number, 1)
        part = timedelta(milliseconds=round(rest * _DAY))
        if _DURATION.search(form.partition(";")[0]):
            return str(timedelta(days=days) + timedelta(seconds=round(part.total_seconds())))
        if not days and part < timedelta(days=1):
            return (datetime.min + part).time().isoformat(timespec="minutes")
        if days < 0:
            raise OutOfCalendarError(str(number))
        if 0 < number < _LEAP and epoch == _EPOCH:
            days += 1
        return moment_text(epoch + timedelta(days=days) + part, form)
    except (OverflowError, ValueError) as error:
        raise OutOfCalendarError(str(number)) from error


def _plain(number: float) -> str:
    """Return a number with the 15 digits Excel keeps; three decimals get a fourth, so that none reads as thousands."""
    if not math.isfinite(number):
        return str(number)
    digits = format(Decimal(format(number, ".15g")), "f")
    return f"{digits}0" if _THOUSANDS.fullmatch(digits) else digits
