"""Which days of a project are drawn solid and which pale, and the days a timeline reaches over."""

from __future__ import annotations

from datetime import date, timedelta

from graph.history.timeline import Timeline, TimelineBar
from graph.vocabulary import Status

Days = tuple[date, date]


def extent(timeline: Timeline, today: date | None) -> Days:
    """First and last day of the picture, with some room for the arrows of open ends."""
    days = [day for group in timeline.groups for bar in group.bars for day in (bar.first, bar.last)]
    days += [today] if today else []
    if not days:
        return date(2000, 1, 1), date(2001, 1, 1)
    room = timedelta(days=max((max(days) - min(days)).days // 20, 30))
    return shifted(min(days), -room), shifted(max(days), room)


def shifted(day: date, by: timedelta) -> date:
    """Return a day moved by some time; it stays where it is at the ends of the calendar."""
    try:
        return day + by
    except OverflowError:
        return day


def drawn_days(bar: TimelineBar, first: date, last: date, today: date | None) -> tuple[list[Days], list[Days]]:
    """Days drawn solid and days drawn pale.

    Sure are the days from the last on which it may begin to the first on which it may end; an ongoing project
    without a recorded end surely lasts to today. Pale are those on which it may have begun or ended, out to the
    edge of the picture where nothing is known of one end.

    Parameters
    ----------
    bar
        A project on the line of time.
    first
        First day shown.
    last
        Last day shown.
    today
        The day that is marked; ``None`` for none.
    """
    start, end = bar.span.start, bar.span.end
    if not bar.span.dated:
        return [], []
    stop = end.earliest
    if not end.known:
        stop = last if end.open else today if bar.status == Status.ONGOING else start.latest
    begin = start.earliest or (None if start.known else first)
    finish = end.latest or (None if end.known or end.open else last)
    latest_begin = start.latest or end.earliest or end.latest
    edges = [(begin, latest_begin), (stop or latest_begin, finish)]
    sure = [(start.latest, stop)] if start.latest and stop and start.latest <= stop else []
    return sure, [(a, b) for a, b in edges if a and b and a < b]
