"""Dates as people type them in German or English, turned into EDTF.

Read are ``31.12.2026``, ``31. Dezember 2026``, ``12/2026``, ``Dezember 2026``, ``2026``, ``Herbst 2021``,
``Winter 2021/22``, ``2. Quartal 2026``, ``1. Halbjahr 2026``, ``ca. 2021``, ``2021 (?)``, ``seit 2019``,
``bis 2026``, ``unbefristet``, ``05/2021-04/2024``, ``01.–03.05.2026``, ``Mai bis Juni 2026``, ``Okt 21`` as Excel
shows the first of October 2021, and EDTF itself. Not read, because they can mean two things, are days with a year of
two digits and day/month/year with slashes; `suggest_date` proposes what they probably mean.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice

from graph.dates import LONGEST, OPEN, UnreadableDateError, is_edtf

_MONTHS = (
    "januar|jänner|jaenner|january|jan",
    "februar|feber|february|feb",
    "märz|maerz|march|mrz|mär|mar",
    "april|apr",
    "mai|may",
    "juni|june|jun",
    "juli|july|jul",
    "august|aug",
    "september|sept|sep",
    "oktober|october|okt|oct",
    "november|nov",
    "dezember|december|dez|dec",
)
_SEASONS = ("frühling|frühjahr|fruehling|fruehjahr|spring", "sommer|summer", "herbst|autumn|fall", "winter")
_NUMBER_OF = {
    word: number
    for names, first in ((_MONTHS, 1), (_SEASONS, 21))
    for number, words in enumerate(names, first)
    for word in words.split("|")
}
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})\.?"
_SEASON = rf"(?P<month>{'|'.join(_SEASONS)})"
_YEAR = r"(?P<year>[0-9]{4})"
_ANY_YEAR = re.compile(r"[0-9]{2}")
_SEPARATORS = 3  # places at which a period may be split; a text with more words like "bis" is no period
_DAY = r"(?P<day>[0-9]{1,2})"


def _date(found: re.Match[str]) -> str:
    """Year, month or season, and day, as far as the form has them."""
    parts = found.groupdict()
    month = parts.get("month")
    numbers = (_NUMBER_OF.get(month, month) if month else None, parts.get("day"))
    return "-".join([parts["year"], *(f"{int(number):02d}" for number in numbers if number is not None)])


def _month_of_excel(found: re.Match[str]) -> str:
    return f"20{found['short']}-{_NUMBER_OF[found['month']]:02d}"


def _winter(found: re.Match[str]) -> str:
    return f"{found['year']}-24" if _follows(found) else ""


def _two_years(found: re.Match[str]) -> str:
    return f"{found['year']}/{int(found['year']) + 1}" if _follows(found) else ""


def _follows(found: re.Match[str]) -> bool:
    """Whether the second year, in two digits or four, is the one after the first."""
    return str(int(found["year"]) + 1).endswith(found["following"])


def _part_of_year(length: int) -> Callable[[re.Match[str]], str]:
    """Months of a quarter or half of a year, as an interval."""

    def months(found: re.Match[str]) -> str:
        last = int(found["part"] or found["short"]) * length
        return f"{found['year']}-{last - length + 1:02d}/{found['year']}-{last:02d}"

    return months


# pattern over the lower-case text -> what it means in EDTF
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = tuple(
    (re.compile(pattern), meaning)
    for pattern, meaning in (
        (_YEAR, _date),
        (rf"{_DAY}\. ?(?P<month>[0-9]{{1,2}})\. ?{_YEAR}", _date),
        (rf"{_YEAR}-(?P<month>[0-9]{{1,2}})(?:-{_DAY})?", _date),
        (rf"(?P<month>[0-9]{{1,2}}) ?[/.] ?{_YEAR}", _date),
        (rf"(?:{_DAY}(?:\.|st|nd|rd|th)? )?{_MONTH} {_YEAR}", _date),
        (rf"{_MONTH} {_DAY}(?:st|nd|rd|th)?, ?{_YEAR}", _date),
        (rf"{_MONTH}[ -]'?(?P<short>[0-6][0-9])", _month_of_excel),
        (rf"{_SEASON} {_YEAR}", _date),
        (rf"winter {_YEAR} ?[/–-] ?(?P<following>[0-9]{{2}}|[0-9]{{4}})", _winter),
        (rf"(?:(?P<part>[1-4])\. ?quartal|q(?P<short>[1-4])) ?/?{_YEAR}", _part_of_year(3)),
        (rf"(?:(?P<part>[12])\. ?halbjahr|h(?P<short>[12])) ?/?{_YEAR}", _part_of_year(6)),
        (rf"{_YEAR} ?[/–] ?(?P<following>[0-9]{{2}})", _two_years),
    )
)
_DOUBTS = (
    (re.compile(r"(?:ca\.?|circa|etwa|um|about|around|approx\.?) ?(.+)"), "~"),
    (re.compile(r"(?:vermutlich|wahrscheinlich|voraussichtlich|vsl\.?|probably) (.+)"), "?"),
    (re.compile(r"(.+?) ?(?:\?|\(\?\))"), "?"),
)
_SINCE = re.compile(
    r"(?:seit|ab|since|from) (.+)|(.+?) ?(?:-|–|bis|to|until) ?(?:heute|offen|laufend|today|open|ongoing)"
)
_WITHOUT_END = frozenset({"unbefristet", "fortlaufend", "dauerhaft", "ohne ende", "bis auf weiteres", "open-ended"})
_UNTIL = re.compile(r"(?:bis|until|till) (.+)")
_FROM = re.compile(r"(?:vom|von|from|between|zwischen) ")
_BETWEEN = re.compile(
    r" (?:bis|to|until|und|and|-) (?:zum )?| ?[–—] ?|(?<=[0-9.])-(?=[0-9]{1,2}\.)"
    r"|(?<=[0-9]{4})-(?=(?:[0-9]{1,2}/)?[0-9]{4}$)"
)
_TAIL = re.compile(r"[ .]")
_CLOCK = re.compile(r"(?:t| |, ?)[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:z|[+-][0-9]{2}:?[0-9]{2}| ?uhr)?$")
_SHORT_YEARS = re.compile(r"(?P<century>[0-9]{2})(?P<first>[0-9]{2}) ?[-–—/] ?(?P<last>[0-9]{2})")
# pattern -> what was probably meant; such dates are not read, only proposed
_GUESSES = (
    (re.compile(rf"{_DAY}\.(?P<month>[0-9]{{1,2}})\.(?P<short>[0-9]{{2}})"), "20{short}-{month:0>2}-{day:0>2}"),
    (re.compile(rf"(?P<month>[0-9]{{1,2}})/(?P<day>1[3-9]|2[0-9]|3[01])/{_YEAR}"), "{year}-{month:0>2}-{day}"),
    (re.compile(rf"(?P<day>1[3-9]|2[0-9]|3[01])/(?P<month>[0-9]{{1,2}})/{_YEAR}"), "{year}-{month:0>2}-{day}"),
    (re.compile(rf"(?:anfang|mitte|ende|early|mid|late) {_YEAR}"), "{year}~"),
)


def read_date(text: str) -> str:
    """Read a date or period.

    A time of day is left out: the data are about days.

    Returns
    -------
    EDTF of level 0 or 1; ``""`` for an empty text, ``..`` for ``..`` (open).

    Raises
    ------
    UnreadableDateError
        When the text is no date, or could mean two.
    """
    plain = _CLOCK.sub("", " ".join(text.split()).casefold())
    if plain in ("", OPEN):
        return plain
    if plain in _WITHOUT_END:
        return OPEN
    if len(plain) <= LONGEST:
        for reading in (plain.upper(), _single(plain), *_periods(plain)):
            if is_edtf(reading):
                return reading
    raise UnreadableDateError(text)


def years_meant(text: str) -> str:
    """Return the period that a year and two digits mean if both are years: ``2021-23`` is 2021 to 2023, else ``""``."""
    found = _SHORT_YEARS.fullmatch(" ".join(text.split()))
    if found is None or found["last"] <= found["first"]:
        return ""
    return f"{found['century']}{found['first']}/{found['century']}{found['last']}"


def suggest_date(text: str) -> str:
    """Propose what a text that `read_date` refuses probably means, ``""`` when there is no good guess."""
    plain = " ".join(text.split()).casefold()
    if years := years_meant(plain):
        return years
    for pattern, meaning in _GUESSES:
        if (found := pattern.fullmatch(plain)) and is_edtf(guess := meaning.format(**found.groupdict())):
            return guess
    return ""


def _single(text: str) -> str:
    """EDTF of one date or season, or of a quarter or half of a year; ``""`` when there is none."""
    if not _ANY_YEAR.search(text):
        return ""
    for pattern, sign in _DOUBTS:
        if (doubtful := pattern.fullmatch(text)) and (certain := _single(doubtful[1])) and "/" not in certain:
            return f"{certain}{sign}"
    for pattern, meaning in _FORMS:
        if (found := pattern.fullmatch(text)) and is_edtf(reading := meaning(found)):
            return reading
    return ""


def _periods(text: str) -> Iterator[str]:
    """Yield readings as a period; an end without a date makes an invalid one."""
    if found := _SINCE.fullmatch(text):
        yield f"{_single(found[1] or found[2])}/{OPEN}"
    if found := _UNTIL.fullmatch(text):
        yield f"{OPEN}/{_single(found[1])}"
    text = _FROM.sub("", text, count=1)
    for separator in islice(_BETWEEN.finditer(text), _SEPARATORS):
        first, second = text[: separator.start()], text[separator.end() :]
        if (end := _single(second)) and "/" not in end:
            yield from (f"{start}/{end}" for start in _completed(first, second) if "/" not in start)


def _completed(first: str, second: str) -> Iterator[str]:
    """Yield readings of the start of a period, which may leave out what its end says: ``1.–3. Mai 2021``."""
    tails = ("", *(second[place.start() :] for place in _TAIL.finditer(second)))
    for tail in tails:
        if start := _single(first + tail) or _single(first.removesuffix(".") + tail):
            yield start
