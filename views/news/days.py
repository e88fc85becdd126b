"""Ends of projects and fundings, and dates to come, as days of a calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from hashlib import sha256

from graph.dataset import unpacked
from graph.export.feeds.calendar import CalendarDay, calendar
from graph.export.linked.jsonld import WebNames
from graph.history.activity import as_of_day
from graph.history.spans import moment, span
from graph.ledger.endings import NOT_RUNNING, running_funding
from views.exhibit.source import data_title
from views.funding.question import as_of
from views.language.dates import date_words
from views.rows import rows_of
from views.view import View

_UNDATED = date(2000, 1, 1)


def coming_days(view: View, names: WebNames) -> tuple[CalendarDay, ...]:
    """Return what ends or is due on the day of the data or later, the first first.

    A day that is recorded as a month or a year stands on its last day, and the entry says how it is recorded.

    Parameters
    ----------
    view
        The data; filters hold.
    names
        What elements are called.
    """
    found = {day.uid: day for day in (*_ends(view, names), *_fundings(view, names), *_events(view, names))}
    return tuple(sorted(found.values(), key=lambda day: (day.first, day.title, day.uid)))


def _ends(view: View, names: WebNames) -> Iterator[CalendarDay]:
    """Yield the ends of projects that are not over."""
    for row in rows_of(view.part.projects[~view.part.projects["status"].isin(NOT_RUNNING)]):
        last = moment(row.end).latest
        if last is not None and last >= as_of(view):
            yield _end(view, names, ("end", row.id, row.end), last)


def _fundings(view: View, names: WebNames) -> Iterator[CalendarDay]:
    """Yield the ends of fundings that end on another day than their project."""
    ends = dict(unpacked(view.part.projects, "id", "end"))
    for row in rows_of(running_funding(view.part, as_of(view))):
        if row.when.latest is not None and row.end != ends.get(row.project):
            yield _end(view, names, ("funding", row.project, row.end), row.when.latest)


def _end(view: View, names: WebNames, key: tuple[str, str, str], last: date) -> CalendarDay:
    """Return the end of a project or a funding; the key is its kind, the project and the end as recorded."""
    t, (kind, project, end) = view.t, key
    return CalendarDay(
        uid=_uid(*key),
        first=last,
        last=last,
        title=t(f"news.day.{kind}", name=view.names[project]),
        text=t("news.day.recorded", date=date_words(t, end)),
        link=names.page(project),
        category=t(f"news.kind.{kind}"),
    )


def _events(view: View, names: WebNames) -> Iterator[CalendarDay]:
    """Yield dates of projects that lie ahead."""
    t = view.t
    for row in rows_of(view.part.events):
        found = span(row.start, row.end)
        first, last = found.first, found.last
        if first is None or last is None or last < as_of(view) or row.status in NOT_RUNNING:
            continue
        yield CalendarDay(
            uid=_uid("event", row.project_id, row.start, row.end, row.label),
            first=first,
            last=max(first, last),
            title=t("news.day.event", name=view.names[row.project_id], label=row.label or t("news.unnamed")),
            text=t("news.day.recorded", date=row.date_text) if row.date_text else "",
            link=names.page(row.project_id),
            category=t("news.kind.event"),
        )


def _uid(*parts: str) -> str:
    """Name of an entry that stays as long as what it says does."""
    return f"{sha256(chr(0).join(parts).encode()).hexdigest()[:32]}@akteursnetz"


def coming_calendar(view: View, names: WebNames) -> bytes:
    """Write the calendar of a view.

    Parameters
    ----------
    view
        The data; filters hold.
    names
        What elements are called.
    """
    title = view.t("news.calendar", title=data_title(view))
    return calendar(title, coming_days(view, names), as_of_day(view.whole) or _UNDATED)
