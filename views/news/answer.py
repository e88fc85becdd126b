"""What wants attention on the day the data stand for; asked once for the sentence and the table of a page."""

from __future__ import annotations

from datetime import date

from graph.dataset import Dataset
from graph.history import soon
from graph.history.soon import Unchecked
from views.keeping import cached


@cached
def ending_soon(dataset: Dataset, day: date, days: int = soon.DAYS) -> tuple[str, ...]:
    """See `graph.history.soon.ending_soon`.

    Parameters
    ----------
    dataset
        Tables of the data.
    day
        The day it is asked on.
    days
        Within how many days.
    """
    return soon.ending_soon(dataset, day, days)


@cached
def long_unchecked(dataset: Dataset, day: date) -> Unchecked:
    """See `graph.history.soon.long_unchecked`."""
    return soon.long_unchecked(dataset, day)
