"""Cached answers on time and change."""

from graph.dataset import Dataset
from graph.history import change, periods, timeline
from graph.history.change import Diff
from graph.history.periods import Periods
from graph.history.timeline import Timeline
from ui.cache.store import cached


@cached
def timeline_of(dataset: Dataset, by: str, unfolded: frozenset[str] | None) -> Timeline:
    """See `graph.history.timeline.timeline`."""
    return timeline.timeline(dataset, by, unfolded=unfolded)


@cached
def periods_of(dataset: Dataset, *, undated: bool) -> Periods:
    """See `graph.history.periods.periods`."""
    return periods.periods(dataset, undated=undated)


@cached
def changes_between(older: Dataset, newer: Dataset) -> Diff:
    """See `graph.history.change.compare_states`."""
    return change.compare_states(older, newer)
