"""What is known of when something begins and ends: an interval for each, and what is not known said so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from graph.dates import OPEN, bounds, is_far, period, reach
from graph.memory import remembered

_DOUBTFUL = frozenset("?~%X")
_MOST_SPANS = 20_000  # different pairs of dates that are remembered: a register repeats few of them very often


Days = tuple[date | None, date | None]  # first and last day; ``None`` where open or not recorded


@dataclass(frozen=True, slots=True)
class Moment:
    """A beginning or an end.

    Attributes
    ----------
    earliest, latest
        First and last day it may be; ``None`` when open or not recorded.
    doubtful
        The data call it uncertain or approximate.
    open
        The data say that there is none: ``..``.
    """

    earliest: date | None = None
    latest: date | None = None
    doubtful: bool = False
    open: bool = False

    @property
    def known(self) -> bool:
        """Whether at least one bound is recorded."""
        return self.earliest is not None or self.latest is not None


@dataclass(frozen=True, slots=True)
class Span:
    """A duration from one moment to another; either may be unknown."""

    start: Moment
    end: Moment

    @property
    def dated(self) -> bool:
        """Whether anything is known of it."""
        return self.start.known or self.end.known

    @property
    def first(self) -> date | None:
        """First day it may have begun or, if only the end is known, the first day it may have ended."""
        return self.start.earliest or self.end.earliest or self.end.latest

    @property
    def last(self) -> date | None:
        """Last day it may have ended or, if only the start is known, the last day it may have begun."""
        return self.end.latest or self.start.latest or self.start.earliest


def moment(text: str) -> Moment:
    """Moment of one EDTF date."""
    earliest, latest = bounds(text)
    return Moment(earliest, latest, doubtful=not _DOUBTFUL.isdisjoint(text), open=text == OPEN)


@remembered(_MOST_SPANS)
def span(start: str, end: str) -> Span:
    """Span of two EDTF cells, read as `graph.dates.period` reads them."""
    first, last = period(start, end)
    return Span(_plausible(first), _plausible(last))


def _plausible(text: str) -> Moment:
    """Moment that no list or chart grows with: what lies in an implausible year is not known, or open if far ahead."""
    earliest, latest = reach(text)
    return replace(moment(text), earliest=earliest, latest=latest, open=text == OPEN or is_far(text))


def with_whole(own: tuple[str, str], whole: tuple[str, str]) -> tuple[str, str]:
    """Start and end of a part; what it does not say itself is that of the whole it belongs to."""
    start, end = period(*own)
    start_of_whole, end_of_whole = period(*whole)
    return start or start_of_whole, end or end_of_whole


def possible_days(own: Span, events: Sequence[Span], *, running: date | None) -> Days | None:
    """First and last day on which a project may run.

    Parameters
    ----------
    own
        Its own dates.
    events
        Its dated events; where it has no dates of its own, it runs from the first to the last of them.
    running
        A day on which it is known to run, or ``None``. A running project without a recorded end has none.

    Returns
    -------
    ``None`` for a day that is open or not recorded, and instead of both when no date is known at all.
    """
    firsts = [day for each in events if (day := each.first)]
    lasts = [day for each in events if (day := each.last)]
    if own.dated or own.start.open or own.end.open:
        first, last = own.start.earliest, own.end.latest
        return first and min([first, *firsts]), last and max([last, *lasts])
    if not firsts:
        return (running, None) if running else None
    return min(firsts), None if running else max(lasts)
