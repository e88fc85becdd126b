"""The calendar years money belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from graph.dataset import Dataset, unpacked
from graph.dates import duration
from graph.history.spans import with_whole
from graph.ledger.breakdown import UNASSIGNED, with_level
from graph.ledger.cents import places, share_up_to


class YearRule(StrEnum):
    """How an amount for a duration is given to calendar years.

    The duration is the tie's own; what it lacks is taken from the funded project.
    """

    AT_START = "at_start"  # all of it in the year of the first possible day
    EVENLY = "evenly"  # equal parts for each month begun; without a known end as `AT_START`


def by_year(dataset: Dataset, ledger: pd.DataFrame, rule: YearRule) -> pd.DataFrame:
    """Give each row of a ledger to calendar years.

    Parameters
    ----------
    dataset
        Tables of the data.
    ledger
        Fundings, one a row.
    rule
        How an amount is spread over years.

    Returns
    -------
    pd.DataFrame
        Columns of the ledger with ``0`` holding the year as text or the key of what has no known start. With
        `YearRule.EVENLY` a tie fills one row per year; their cents add up to the tie's cents.
    """
    frame = ledger.sort_values("tie", ignore_index=True)
    first, last = _months(dataset, frame)
    known = first >= 0
    if rule is YearRule.AT_START:
        last = first
    first_year, last_year = first // 12, last // 12
    years = np.where(known, last_year - first_year + 1, 1)
    spread = frame.loc[frame.index.repeat(years)].reset_index(drop=True)
    year = np.repeat(first_year, years) + places(years)
    spread["cents"] = _due(frame["cents"].to_numpy(), first, last, years, year)
    codes, found = pd.factorize(np.where(np.repeat(known, years), year, -1))
    return with_level(spread, 0, codes, [UNASSIGNED if each < 0 else str(each) for each in found])


def _due(
    cents: NDArray[np.int64],
    first: NDArray[np.int64],
    last: NDArray[np.int64],
    years: NDArray[np.int64],
    year: NDArray[np.int64],
) -> NDArray[np.int64]:
    """Cents of each year: what is due by its last month less what was due before its first."""
    start, of, whole = (np.repeat(values, years) for values in (first, last - first + 1, cents))
    by_end, before = (np.clip(month - start, 0, of) for month in (year * 12 + 12, year * 12))
    return share_up_to(whole, by_end, of) - share_up_to(whole, before, of)


def _months(dataset: Dataset, frame: pd.DataFrame) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """First and last month of each row, counted from year 0; the first is -1 where it is not known."""
    projects = dataset.projects
    own = dict(zip(projects["id"].tolist(), unpacked(projects, "start", "end"), strict=True))
    known: dict[tuple[str, str, str], tuple[int, int]] = {}
    months = []
    for key in zip(frame["project"], frame["start"], frame["end"], strict=True):
        if key not in known:
            known[key] = _month_range(own, *key)
        months.append(known[key])
    array = np.array(months, dtype=np.int64).reshape(-1, 2)
    return array[:, 0], array[:, 1]


def _month_range(own: Mapping[str, tuple[str, str]], target: str, start: str, end: str) -> tuple[int, int]:
    first, last = duration(*with_whole((start, end), own.get(target, ("", ""))))
    if first is None:
        return -1, -1
    return _month(first), _month(last) if last and last >= first else _month(first)


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1
