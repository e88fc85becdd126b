"""The years in which projects and cooperations are active, by a rule that guesses nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from operator import itemgetter

from graph.build import participations
from graph.dataset import Dataset, unpacked
from graph.dates import reach
from graph.history.spans import Span, span
from graph.history.timeline import project_bars
from graph.vocabulary import COOPERATING_KINDS, Status

Years = tuple[int, int]  # first and last, both inclusive
Pair = tuple[str, str]

_LASTING = frozenset({Status.ONGOING, Status.APPROVED})


@dataclass(frozen=True, slots=True)
class Activity:
    """When pairs of actors cooperate.

    Attributes
    ----------
    dated
        Pair -> periods of years, one for each shared project or declared cooperation with a date.
    undated
        Pairs that cooperate, but of whom no date is known; sorted.
    shared
        Pair -> its shared projects, each with its years or ``None``; ``""`` stands for a declared cooperation.
    """

    dated: dict[Pair, list[Years]]
    undated: tuple[Pair, ...]
    shared: dict[Pair, list[tuple[str, Years | None]]]

    def projects(self, pair: Pair, year: int) -> tuple[str, ...]:
        """Projects a pair shares in a year, sorted; all of them for a pair without any date."""
        own = self.shared.get(pair, ())
        dated = pair in self.dated
        active = {key for key, years in own if (years and years[0] <= year <= years[1]) or not dated}
        return tuple(sorted(active - {""}))


def project_years(dataset: Dataset) -> dict[str, Years]:
    """First and last year of every dated project.

    Starts and ends are taken at their widest, single events included. A project without a recorded end is
    active in the year of its start only, and to the year of the data's as-of date while its status is ongoing or
    approved; one without a recorded start, in the year of its end. Read-only, as the data are.
    """
    return dataset.once(_project_years)


def _project_years(dataset: Dataset) -> dict[str, Years]:
    today = as_of_year(dataset)
    years = {}
    for bar in project_bars(dataset):
        last = bar.last.year
        if not bar.span.end.known and bar.span.start.known and (bar.status in _LASTING or bar.span.end.open):
            last = max(last, today)
        years[bar.project] = (bar.first.year, last)
    return years


def as_of_year(dataset: Dataset) -> int:
    """Year of the as-of date; 0 when there is none, so that nothing is prolonged."""
    day = as_of_day(dataset)
    return day.year if day else 0


def as_of_day(dataset: Dataset) -> date | None:
    """Last day of the as-of date, or ``None``."""
    return reach(dataset.as_of)[1]


def cooperation_years(dataset: Dataset) -> Activity:
    """Years in which two actors lead or are partners of the same project, or are recorded as cooperating.

    The own dates of a participation come before those of the project. Read-only, as the data are.
    """
    return dataset.once(_cooperation_years)


def _cooperation_years(dataset: Dataset) -> Activity:
    dated: dict[Pair, list[Years]] = defaultdict(list)
    undated: set[Pair] = set()
    shared: dict[Pair, list[tuple[str, Years | None]]] = defaultdict(list)
    for pair, project, years in _shared_years(dataset):
        shared[pair].append((project, years))
        if years is None:
            undated.add(pair)
        elif years[0] <= years[1]:
            dated[pair].append(years)
    spans = {pair: sorted(own) if len(own) > 1 else own for pair, own in sorted(dated.items(), key=itemgetter(0))}
    return Activity(spans, tuple(sorted(undated - dated.keys())), dict(shared))


def _shared_years(dataset: Dataset) -> Iterable[tuple[Pair, str, Years | None]]:
    for project, members in _members(dataset).items():
        for a, b in combinations(sorted(members), 2):
            mine, theirs = members[a], members[b]
            yield (a, b), project, mine if mine is theirs else _both(mine, theirs)
    ties, actors = dataset.ties, set(dataset.actors["id"])
    declared = ties[ties["kind"] == "cooperates_with"]
    for start, end, since, until in unpacked(declared, "from_id", "to_id", "start", "end"):
        if {start, end} <= actors and start != end:
            yield (min(start, end), max(start, end)), "", _years(span(since, until), as_of_year(dataset))


def _members(dataset: Dataset) -> dict[str, dict[str, Years | None]]:
    """Project -> cooperating actor -> years of its participation."""
    known, today = project_years(dataset), as_of_year(dataset)
    members: dict[str, dict[str, Years | None]] = defaultdict(dict)
    ties = participations(dataset)
    ties = ties[ties["kind"].isin(COOPERATING_KINDS)]
    for actor, project, start, end in unpacked(ties, "from_id", "to_id", "start", "end"):
        own = _participation_years(known.get(project), span(start, end), today)
        members[project][actor] = _either(members[project].get(actor), own) if actor in members[project] else own
    return members


def _participation_years(project: Years | None, own: Span, today: int) -> Years | None:
    """Years of a participation: its own dates, and those of the project for what it lacks."""
    if project is None:
        return _years(own, today)
    first = own.start.earliest.year if own.start.earliest else project[0]
    last = own.end.latest.year if own.end.latest else project[1]
    years = first, max(first, last)
    return project if years == project else years  # one object, so that pairs need not compare them


def _years(when: Span, today: int) -> Years | None:
    """Years of a span by itself; a tie without a recorded end is taken to last to the as-of year."""
    if not when.first or not when.last:
        return None
    last = when.last.year if when.end.known else max(when.last.year, today)
    return when.first.year, last


def _both(a: Years | None, b: Years | None) -> Years | None:
    if a is None or b is None or a == b:
        return a or b  # of a million pairs nearly all have the years of their project: one object for them
    return max(a[0], b[0]), min(a[1], b[1])


def _either(a: Years | None, b: Years | None) -> Years | None:
    if a is None or b is None:
        return a or b
    return min(a[0], b[0]), max(a[1], b[1])
