"""What wants attention: projects that end soon, and sources that nobody has checked for long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from graph.dataset import Dataset, unpacked
from graph.dates import reach
from graph.ledger.endings import NOT_RUNNING

DAYS, MONTHS = 90, 18


@dataclass(frozen=True, slots=True)
class Unchecked:
    """Sources by when somebody looked whether they still say what is recorded.

    Attributes
    ----------
    long_ago
        Ids of those checked more than `MONTHS` months ago, the longest ago first.
    never
        How many say nothing of when they were checked.
    of
        How many sources there are.
    """

    long_ago: tuple[str, ...]
    never: int
    of: int


def ending_soon(dataset: Dataset, day: date, days: int = DAYS) -> tuple[str, ...]:
    """Return the ids of projects that are not over and end soon, the earliest end first.

    Parameters
    ----------
    dataset
        Checked tables.
    day
        The day it is asked on.
    days
        Within how many days.
    """
    projects = dataset.projects[~dataset.projects["status"].isin(NOT_RUNNING)]
    ends = {key: reach(end)[1] for key, end in unpacked(projects, "id", "end")}
    last = day + timedelta(days=days)
    found = [(end, key) for key, end in ends.items() if end is not None and day <= end <= last]
    return tuple(key for _, key in sorted(found))


def long_unchecked(dataset: Dataset, day: date) -> Unchecked:
    """Return which sources were checked long before a day, and how many say nothing of it."""
    sources = dataset.sources
    if "checked" not in sources:
        return Unchecked((), len(sources), len(sources))
    days = {key: reach(said)[1] for key, said in zip(sources["id"], sources["checked"], strict=True)}
    known = sorted((checked, key) for key, checked in days.items() if checked is not None)
    limit = _months_before(day)
    return Unchecked(tuple(key for checked, key in known if checked < limit), len(days) - len(known), len(days))


def _months_before(day: date) -> date:
    """Return the first day that is not long ago; of a month without such a day its 28th."""
    month = day.year * 12 + day.month - 1 - MONTHS
    return date(month // 12, month % 12 + 1, min(day.day, 28))
