"""EDTF dates (ISO 8601-2, levels 0 and 1): what is valid, and which days a date may mean.

``2021``, ``2021-10``, ``2021-10-11``; seasons ``2021-21`` (spring) to ``2021-24`` (winter); uncertain ``2021?``,
approximate ``2021~``, both ``2021%``; unspecified digits ``201X``, ``2021-XX``, ``2021-10-XX``; intervals
``2021/2022`` with open ``..`` or unknown (empty) ends. ``..`` alone stands for an open start or end.
Reference: Library of Congress, Extended Date/Time Format Specification, 2019.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

from graph.errors import AkteursnetzError

Bounds = tuple[date | None, date | None]

OPEN = ".."
LONGEST = 60  # characters; longer texts are not dates

# years nobody types by mistake; others are findings, and count as not known wherever time is drawn or added up
FIRST_PLAUSIBLE, LAST_PLAUSIBLE = 1800, 2149

_FIRST_YEAR, _LAST_YEAR = date.min.year, date.max.year
_DATE = re.compile(
    r"(?P<year>-?[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|[0-9]XXX|XXXX|Y-?[0-9]{5,12})"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?[?~%]?"
)
# EDTF leaves the months of a season open; these are the meteorological ones, winter ending in the next year
_SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}


class UnreadableDateError(AkteursnetzError, ValueError):
    """A text is no date, or could mean two."""


def is_edtf(text: str) -> bool:
    """Whether a text is an EDTF date or interval of level 0 or 1."""
    try:
        bounds(text)
    except UnreadableDateError:
        return False
    return bool(text)


@lru_cache(maxsize=8192)
def bounds(text: str) -> Bounds:
    """First and last day a date may mean, both inclusive.

    ``None`` stands for an open or unknown end, and for years outside 1 to 9999. Uncertain and approximate
    dates have the bounds of the date they qualify: how far off they are is not recorded.

    Parameters
    ----------
    text
        EDTF; ``""`` (not recorded) and ``..`` are open at both ends.

    Raises
    ------
    UnreadableDateError
        When the text is not EDTF of level 0 or 1, names a day that does not exist, or ends before it starts.
    """
    if text in ("", OPEN):
        return None, None
    if len(text) > LONGEST:
        raise UnreadableDateError(text)
    first, slash, second = text.partition("/")
    if not slash:
        return _span(text)
    if first in ("", OPEN) and second in ("", OPEN):
        raise UnreadableDateError(text)
    start, end = _end(first)[0], _end(second)[1]
    if start and end and start > end:
        raise UnreadableDateError(text)
    return start, end


def reach(text: str) -> Bounds:
    """First and last day a date may mean as far as they are plausible; else ``None``, as for an open end.

    Every list, chart and sum over time asks this, so that none grows with ``31.12.9999`` or a typing error.
    """
    first, last = bounds(text)
    return _plausible(first), _plausible(last)


def is_plausible(text: str) -> bool:
    """Whether every year that stands in an EDTF text is one somebody may mean; unspecified digits are no year."""
    return all(_is_plausible(part) for part in text.split("/"))


def is_far(text: str) -> bool:
    """Whether a date lies beyond all plausible years, as dates do that only say that there is no end."""
    last = bounds(text)[1] if text else None
    return last is not None and last.year > LAST_PLAUSIBLE and "X" not in text


def _is_plausible(text: str) -> bool:
    if text in ("", OPEN) or "X" in text[:4]:
        return True
    first, last = bounds(text)
    return first is not None and last is not None and _plausible(first) is not None and _plausible(last) is not None


def _plausible(day: date | None) -> date | None:
    return day if day and FIRST_PLAUSIBLE <= day.year <= LAST_PLAUSIBLE else None


def period(start: str, end: str) -> tuple[str, str]:
    """Start and end of two EDTF cells, the one reading of both: a period typed into one cell fills the two.

    ``2021/2027`` with an empty cell beside it means start 2021 and end 2027, in whichever cell it stands and also
    when both cells repeat it. Beside another date, an interval is a start or an end known only that exactly.

    Parameters
    ----------
    start, end
        EDTF; ``""`` when not recorded.

    Returns
    -------
    tuple of str
        EDTF of the start and of the end; ``..`` where the period is open, ``""`` where an end is not known.
    """
    both = start or end
    if "/" in both and (not start or not end or start == end):
        first, _, last = both.partition("/")
        return first, last
    return start, end


def _end(text: str) -> Bounds:
    """Bounds of one end of an interval."""
    return (None, None) if text in ("", OPEN) else _span(text)


def _span(text: str) -> Bounds:
    """Bounds of a single date."""
    found = _DATE.fullmatch(text)
    if found is None:
        raise UnreadableDateError(text)
    year, month, day = found["year"], found["month"], found["day"]
    if "X" in year:
        if month:
            raise UnreadableDateError(text)
        return _year(int(year.replace("X", "0")))[0], _year(int(year.replace("X", "9")))[1]
    number = int(year.removeprefix("Y"))
    if month is None or (month == "XX" and day in (None, "XX")):
        return _year(number)
    return _part_of_year(number, month, day, text)


def _part_of_year(year: int, month: str, day: str | None, text: str) -> Bounds:
    """Bounds of a season, a month or a day."""
    if month.isdigit() and int(month) in _SEASON_STARTS and day is None:
        return _months(year, _SEASON_STARTS[int(month)], 3)
    if not month.isdigit() or not 1 <= int(month) <= 12:
        raise UnreadableDateError(text)
    if day is None or day == "XX":
        return _months(year, int(month), 1)
    # a year with the same calendar tells whether the day exists when the year is outside those of `date`
    if not 1 <= int(day) <= monthrange(year if _FIRST_YEAR <= year <= _LAST_YEAR else 2000 + year % 400, int(month))[1]:
        raise UnreadableDateError(text)
    only = date(year, int(month), int(day)) if _FIRST_YEAR <= year <= _LAST_YEAR else None
    return only, only


def _year(year: int) -> Bounds:
    return _months(year, 1, 12)


def _months(year: int, month: int, count: int) -> Bounds:
    """Bounds of some months in a row."""
    last_year, last_month = divmod(year * 12 + month - 1 + count - 1, 12)
    start = date(year, month, 1) if _FIRST_YEAR <= year <= _LAST_YEAR else None
    if not _FIRST_YEAR <= last_year <= _LAST_YEAR:
        return start, None
    return start, date(last_year, last_month + 1, monthrange(last_year, last_month + 1)[1])


def duration(start: str, end: str) -> tuple[date | None, date | None]:
    """First and last possible day of a duration; ``None`` where it is open or not recorded."""
    first, last = period(start, end)
    return reach(first)[0], reach(last)[1]
