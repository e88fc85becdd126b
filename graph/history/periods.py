"""The cooperation network year by year: what is new, what is kept, what has ended."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from graph.dataset import Dataset
from graph.history.activity import Activity, Pair, Years, as_of_year, cooperation_years, project_years
from graph.kernels.arrays import Counts
from graph.kernels.connection import components
from graph.kernels.csr import from_ties


@dataclass(frozen=True, slots=True)
class YearFigures:
    """Figures of the network of one year.

    Attributes
    ----------
    actors
        Actors with at least one tie.
    ties
        Cooperating pairs.
    projects
        Active projects.
    components, largest
        Connected parts, and the number of actors of the largest.
    density
        Ties divided by possible ties among the actors; ``None`` with fewer than two.
    mean_partners
        Mean number of partners of an actor; ``None`` without actors.
    """

    actors: int
    ties: int
    projects: int
    components: int
    largest: int
    density: float | None
    mean_partners: float | None


@dataclass(frozen=True, slots=True)
class Period:
    """The network of one year against that of the year before; pairs are sorted.

    Attributes
    ----------
    year
        Calendar year.
    new, kept, ended
        Pairs that cooperate now but did not before, that did and do, and that did but no longer do.
    undated
        Pairs shown although no date is known of them; they are never new, kept or ended.
    figures
        Of the pairs that cooperate, undated ones included when shown.
    """

    year: int
    new: tuple[Pair, ...]
    kept: tuple[Pair, ...]
    ended: tuple[Pair, ...]
    undated: tuple[Pair, ...]
    figures: YearFigures

    @property
    def ties(self) -> tuple[Pair, ...]:
        """All pairs of the year's network."""
        return tuple(sorted((*self.new, *self.kept, *self.undated)))


@dataclass(frozen=True, slots=True)
class Periods:
    """Years in order, and how much has no date.

    Attributes
    ----------
    periods
        One per year, without gaps.
    undated_ties
        Pairs without any date, whether shown or not; sorted.
    undated_projects
        Ids of projects without any date; sorted.
    """

    periods: tuple[Period, ...]
    undated_ties: tuple[Pair, ...]
    undated_projects: tuple[str, ...]


def periods(dataset: Dataset, first: int | None = None, last: int | None = None, *, undated: bool = False) -> Periods:
    """Follow the cooperation network through the years.

    Parameters
    ----------
    dataset
        Checked tables, usually a selection.
    first, last
        First and last year; by default those of the data, not beyond the as-of date.
    undated
        Show pairs of whom no date is known in every year.
    """
    activity = cooperation_years(dataset)
    projects = project_years(dataset)
    course = _course(activity, activity.undated if undated else ())
    found = [_period(year, course, projects.values()) for year in _range(dataset, activity, first, last)]
    return Periods(
        periods=tuple(found),
        undated_ties=activity.undated,
        undated_projects=tuple(sorted(set(dataset.projects["id"].tolist()) - projects.keys())),
    )


def _range(dataset: Dataset, activity: Activity, first: int | None, last: int | None) -> range:
    spans = [years for own in activity.dated.values() for years in own]
    if not spans:
        return range(first, last + 1) if first is not None and last is not None else range(0)
    start = min(years[0] for years in spans) if first is None else first
    end = max(years[1] for years in spans)
    today = as_of_year(dataset)
    return range(start, (min(end, today) if today >= start else end) + 1) if last is None else range(start, last + 1)


@dataclass(frozen=True, slots=True)
class _Course:
    """Pairs with a date in their order, and when each cooperates.

    Attributes
    ----------
    pairs, undated
        Pairs with a date, and those shown without one.
    ends
        Numbers of both actors of each, first those with a date; shape (pairs, 2).
    of, first, last
        Position of the pair in ``pairs``, first and last year of each span.
    """

    pairs: tuple[Pair, ...]
    undated: tuple[Pair, ...]
    ends: NDArray[np.int32]
    of: Counts
    first: Counts
    last: Counts

    def at(self, year: int) -> NDArray[np.bool_]:
        """Tell which of the pairs cooperate in a year."""
        now = np.zeros(len(self.pairs), dtype=np.bool_)
        now[self.of[(self.first <= year) & (year <= self.last)]] = True
        return now

    def only(self, chosen: NDArray[np.bool_]) -> tuple[Pair, ...]:
        """Return some of the pairs, in their order."""
        return tuple(compress(self.pairs, chosen.tolist()))


def _course(activity: Activity, undated: Sequence[Pair]) -> _Course:
    pairs = tuple(activity.dated)
    places: dict[str, int] = {}
    ends = [places.setdefault(actor, len(places)) for pair in (*pairs, *undated) for actor in pair]
    spans = [(place, *years) for place, own in enumerate(activity.dated.values()) for years in own]
    of, first, last = np.array(spans, dtype=np.int64).reshape(-1, 3).T
    return _Course(pairs, tuple(undated), np.array(ends, np.int32).reshape(-1, 2), of, first, last)


def _period(year: int, course: _Course, projects: Collection[Years]) -> Period:
    before, now = course.at(year - 1), course.at(year)
    running = sum(first <= year <= last for first, last in projects)
    shown = np.append(now, np.ones(len(course.undated), dtype=np.bool_))
    return Period(
        year=year,
        new=course.only(now & ~before),
        kept=course.only(now & before),
        ended=course.only(before & ~now),
        undated=course.undated,
        figures=_figures(course.ends[shown], running),
    )


def _figures(ends: NDArray[np.int32], projects: int) -> YearFigures:
    parts = _sizes(ends)
    actors, ties = sum(parts), len(ends)
    return YearFigures(
        actors=actors,
        ties=ties,
        projects=projects,
        components=len(parts),
        largest=max(parts, default=0),
        density=2 * ties / (actors * (actors - 1)) if actors > 1 else None,
        mean_partners=2 * ties / actors if actors else None,
    )


def _sizes(ends: NDArray[np.int32]) -> list[int]:
    """Return how many actors each connected part has."""
    actors, places = np.unique(ends, return_inverse=True)
    start, end = places.astype(np.int32).reshape(-1, 2).T
    network = from_ties(tuple(actors.tolist()), (start, end, np.ones(len(ends))), directed=False, labels={})
    return [int(size) for size in np.bincount(components(network.ties))]
