"""The cooperation network year by year: what is new, what is kept, what has ended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from graph.dataset import Dataset
from graph.history.activity import Activity, Pair, Years, as_of_year, cooperation_years, project_years
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
    shown = activity.undated if undated else ()
    years = _range(dataset, activity, first, last)
    active = _active(activity, years)
    found = [_period(year, active, shown, projects.values()) for year in years]
    return Periods(
        periods=tuple(found),
        undated_ties=activity.undated,
        undated_projects=tuple(sorted(set(dataset.projects["id"]) - projects.keys())),
    )


def _range(dataset: Dataset, activity: Activity, first: int | None, last: int | None) -> range:
    spans = [years for own in activity.dated.values() for years in own]
    if not spans:
        return range(first, last + 1) if first is not None and last is not None else range(0)
    start = min(years[0] for years in spans) if first is None else first
    end = max(years[1] for years in spans)
    today = as_of_year(dataset)
    return range(start, (min(end, today) if today >= start else end) + 1) if last is None else range(start, last + 1)


def _active(activity: Activity, years: range) -> Mapping[int, Mapping[Pair, None]]:
    """Return the pairs that cooperate in each year and in the one before the first, sorted."""
    active: dict[int, dict[Pair, None]] = defaultdict(dict)
    for pair, own in activity.dated.items():  # in the order of the pairs, so that no year has to be sorted
        for first, last in own:
            for year in range(max(first, years.start - 1), min(last + 1, years.stop)):
                active[year][pair] = None
    return active


def _period(
    year: int, active: Mapping[int, Mapping[Pair, None]], undated: Sequence[Pair], projects: Collection[Years]
) -> Period:
    before, now = active.get(year - 1, {}), active.get(year, {})
    running = sum(first <= year <= last for first, last in projects)
    return Period(
        year=year,
        new=tuple(pair for pair in now if pair not in before),
        kept=tuple(pair for pair in now if pair in before),
        ended=tuple(pair for pair in before if pair not in now),
        undated=tuple(undated),
        figures=_figures({**now, **dict.fromkeys(undated)}, running),
    )


def _figures(pairs: Collection[Pair], projects: int) -> YearFigures:
    parts = _sizes(pairs)
    actors, ties = sum(parts), len(pairs)
    return YearFigures(
        actors=actors,
        ties=ties,
        projects=projects,
        components=len(parts),
        largest=max(parts, default=0),
        density=2 * ties / (actors * (actors - 1)) if actors > 1 else None,
        mean_partners=2 * ties / actors if actors else None,
    )


def _sizes(pairs: Iterable[Pair]) -> list[int]:
    """Return how many actors each connected part has."""
    places: dict[str, int] = {}
    ends = np.array([places.setdefault(actor, len(places)) for pair in pairs for actor in pair], np.int32).reshape(
        -1, 2
    )
    network = from_ties(tuple(places), (ends[:, 0], ends[:, 1], np.ones(len(ends))), directed=False, labels={})
    return [int(size) for size in np.bincount(components(network.ties))]
