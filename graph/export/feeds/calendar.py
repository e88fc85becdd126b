"""A calendar of days (RFC 5545). The same days are the same bytes: nothing is taken from the clock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from graph.export.plain import clean

MIME = "text/calendar"
_OCTETS = 75  # of a line, the line end aside
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """An entry of a calendar that lasts whole days.

    Attributes
    ----------
    uid
        Never changes and is never used for anything else.
    first, last
        First and last day.
    title, text
        What is on, and more about it.
    link
        Where more is said; ``""`` for nowhere.
    category
        In words; ``""`` for none.
    """

    uid: str
    first: date
    last: date
    title: str
    text: str = ""
    link: str = ""
    category: str = ""


def calendar(name: str, days: tuple[CalendarDay, ...], stamp: date) -> bytes:
    """Write a calendar.

    Parameters
    ----------
    name
        Shown as the name of the calendar.
    days
        Its entries.
    stamp
        Day the data stand for: when the entries were made.
    """
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Akteursnetz//DE", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines = [*head, f"X-WR-CALNAME:{_text(name)}"]
    for day in days:
        lines += _event(day, stamp)
    return "".join(f"{folded}\r\n" for line in [*lines, "END:VCALENDAR"] for folded in _folded(line)).encode()


def _event(day: CalendarDay, stamp: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(day.uid)}"
    yield f"DTSTAMP:{stamp:%Y%m%d}T120000Z"
    yield f"DTSTART;VALUE=DATE:{day.first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day.last + timedelta(days=1):%Y%m%d}"  # the first day after it
    yield f"SUMMARY:{_text(day.title)}"
    if day.text:
        yield f"DESCRIPTION:{_text(day.text)}"
    if day.category:
        yield f"CATEGORIES:{_text(day.category)}"
    if day.link:
        yield f"URL:{''.join(clean(day.link).split())}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(said: str) -> str:
    return clean(said).translate(_ESCAPED)


def _folded(line: str) -> Iterator[str]:
    """Cut a line where it has 75 octets, between characters; what goes on begins with a space."""
    part = ""
    for sign in line:
        if len(f"{part}{sign}".encode()) > _OCTETS:
            yield part
            part = " "
        part += sign
    yield part
