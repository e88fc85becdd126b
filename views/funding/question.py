"""What is asked about money: which part, as of when, by what rule."""

from __future__ import annotations

from datetime import date

from graph.dates import UnreadableDateError, bounds
from graph.history.activity import as_of_day
from graph.ledger.dimensions import Several
from graph.reading.date_forms import read_date
from views.address.parameters import is_allowed
from views.view import View


def top(view: View) -> int | None:
    """Items shown before the others stand together; ``None`` for all."""
    return int(view.query.anzahl) if view.query.anzahl.isdigit() else None


def several(view: View) -> Several:
    """Rule for what belongs to several categories."""
    return Several(view.query.mehrfach)


_YEARS = 3  # ends of years offered before and after the day of the data


def as_of(view: View) -> date:
    """Day asked for, else that of the data, else today."""
    if view.query.stichtag:
        return date.fromisoformat(view.query.stichtag)
    return as_of_day(view.whole) or date.today()


def offered_days(view: View) -> list[date]:
    """Offer the day of the data and the ends of the years around it; any other day can be typed."""
    own = as_of(view)
    ends = [date(own.year + step, 12, 31) for step in range(-_YEARS, _YEARS + 1)]
    return sorted({own, *ends, as_of_day(view.whole) or own})


def day_of(typed: str) -> date | None:
    """Day as people write it; of a month or a year its last day. ``None`` when it is no day."""
    try:
        day = bounds(read_date(typed))[1]
    except UnreadableDateError:
        return None
    return day if day and is_allowed("stichtag", day.isoformat()) else None
