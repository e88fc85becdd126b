"""The funding cliff: what rests on projects whose funding ends soon."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from itertools import combinations

import pandas as pd

from graph.build import participations
from graph.dataset import Dataset, among, unpacked
from graph.dates import period
from graph.history.spans import moment
from graph.ledger.amounts import Amount
from graph.ledger.endings import NOT_RUNNING, Ending, amount, by_horizon, endings, running_funding
from graph.ledger.grants import LeftOut, left_out
from graph.vocabulary import COOPERATING_KINDS


@dataclass(frozen=True, slots=True)
class MonthOfEndings:
    """Endings of one calendar month, ``2026-03``, or of what is known less exactly; all actors concerned, sorted."""

    month: str
    endings: tuple[Ending, ...]
    actors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cooperation:
    """Two actors whose funded projects all end within the horizon.

    Attributes
    ----------
    actors
        The pair, sorted.
    ending
        Their shared funded projects.
    unfunded
        Shared projects that go on without recorded funding.
    """

    actors: tuple[str, str]
    ending: tuple[str, ...]
    unfunded: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cliff:
    """What ends between the as-of date and the horizon.

    Attributes
    ----------
    as_of, until
        First and last day looked at.
    months
        Months with endings, in order.
    partly
        Those of projects that keep another funding, or one of which no end is known.
    possible
        Fundings that may end within the horizon, because the recorded end is not precise.
    open
        Funded projects of whose funding no end is recorded, sorted ids.
    partly_open
        Projects of a part of whose funding no end is recorded, neither of its own nor of the project; sorted ids.
    partly_open_eur
        Sum of that part; ``None`` when no amount counts.
    actors
        Actors in projects with endings, sorted.
    actors_without
        Those of them that have no other funded project beyond the horizon, sorted.
    ties
        Participations in these projects, sorted ids.
    amount_eur
        Euros of the fundings that end, over their whole duration; ``None`` when no amount counts.
    partly_eur
        The part of it in projects that keep other funding.
    left_out
        Funding ties that end and that no sum contains, by reason.
    cooperations
        Pairs left without a funded project.
    """

    as_of: date
    until: date
    months: tuple[MonthOfEndings, ...]
    partly: tuple[Ending, ...]
    possible: tuple[Ending, ...]
    open: tuple[str, ...]
    partly_open: tuple[str, ...]
    partly_open_eur: Amount | None
    actors: tuple[str, ...]
    actors_without: tuple[str, ...]
    ties: tuple[str, ...]
    amount_eur: Amount | None
    partly_eur: Amount | None
    left_out: tuple[LeftOut, ...]
    cooperations: tuple[Cooperation, ...]

    @property
    def endings(self) -> tuple[Ending, ...]:
        """All endings in order."""
        return tuple(each for month in self.months for each in month.endings)

    @property
    def projects(self) -> tuple[str, ...]:
        """Projects of which some funding ends, each once, in order."""
        return tuple(dict.fromkeys(ending.project for ending in self.endings))


def cliff(dataset: Dataset, as_of: date, months: int = 24) -> Cliff:
    """Find what rests on projects whose funding ends within some months.

    Funding counts when it is promised, whether or not its amount is known. Each funding ends when its tie ends or,
    where the tie has no end of its own, when the project does. A project is left without funding when all of it
    ends; a funding of which no end is known goes on. Projects that are completed or cancelled are not looked at.
    Of one that is only applied for, money counts whose tie says itself that it is promised, as in the known funding.

    Parameters
    ----------
    dataset
        Checked tables, usually a selection.
    as_of
        What ended before this day is over.
    months
        Length of the horizon.
    """
    until = later(as_of, months)
    ledger = running_funding(dataset, as_of)
    within, maybe, unknown = by_horizon(ledger, until)
    funded = set(ledger["project"])
    staying = set(ledger.loc[~among(ledger["tie"], within["tie"]), "project"])
    partly = within[among(within["project"], staying)]
    dated = set(ledger.loc[~among(ledger["tie"], unknown["tie"]), "project"])
    taking_part = participations(dataset)
    concerned = taking_part[among(taking_part["to_id"], within["project"])]
    actors = set(concerned["from_id"])
    return Cliff(
        as_of=as_of,
        until=until,
        months=_by_month(endings(taking_part, within)),
        partly=endings(taking_part, partly),
        possible=endings(taking_part, maybe),
        open=tuple(sorted(set(unknown["project"]) - dated)),
        partly_open=tuple(sorted(set(unknown["project"]) & dated)),
        partly_open_eur=amount(unknown[among(unknown["project"], dated)]),
        actors=tuple(sorted(actors)),
        actors_without=tuple(sorted(actors - _members(taking_part, staying))),
        ties=tuple(sorted(concerned["id"])),
        amount_eur=amount(within),
        partly_eur=amount(partly),
        left_out=left_out(within),
        cooperations=_left_behind(taking_part, funded - staying, staying, _going_on(dataset, until)),
    )


def ending_funding(dataset: Dataset, as_of: date, months: int = 24) -> tuple[frozenset[str], Amount | None]:
    """Projects of which some funding ends, and the euros that end, as in `cliff` but nothing else of it.

    Parameters
    ----------
    dataset
        Checked tables.
    as_of
        What ended before this day is over.
    months
        Length of the horizon.
    """
    within, *_ = by_horizon(running_funding(dataset, as_of), later(as_of, months))
    return frozenset(within["project"]), amount(within)


def later(day: date, months: int) -> date:
    """Return the same day some months later, or the last day of that month; no day is after the last there is."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _by_month(found: Sequence[Ending]) -> tuple[MonthOfEndings, ...]:
    groups: dict[str, list[Ending]] = defaultdict(list)
    for ending in found:
        groups[ending.when].append(ending)
    return tuple(
        MonthOfEndings(when, tuple(group), tuple(sorted({actor for each in group for actor in each.actors})))
        for when, group in groups.items()
    )


def _members(taking_part: pd.DataFrame, projects: Collection[str]) -> set[str]:
    return set(taking_part.loc[among(taking_part["to_id"], projects), "from_id"])


def _going_on(dataset: Dataset, until: date) -> set[str]:
    """Projects that are not over and have no recorded end within the horizon."""
    projects = dataset.projects[~dataset.projects["status"].isin(NOT_RUNNING)]
    ends = (period(*row)[1] for row in unpacked(projects, "start", "end"))
    lasting = [(moment(end).latest or date.max) > until for end in ends]
    return set(projects.loc[lasting, "id"])


def _left_behind(
    taking_part: pd.DataFrame, ending: Set[str], staying: Set[str], going_on: Set[str]
) -> tuple[Cooperation, ...]:
    found = []
    for pair, projects in sorted(_shared_projects(taking_part).items()):
        lost = projects & ending
        if lost and not projects & staying:
            found.append(Cooperation(pair, tuple(sorted(lost)), tuple(sorted(projects & going_on - lost))))
    return tuple(found)


def _shared_projects(taking_part: pd.DataFrame) -> Mapping[tuple[str, str], set[str]]:
    ties = taking_part[taking_part["kind"].isin(COOPERATING_KINDS)]
    members: dict[str, set[str]] = defaultdict(set)
    for project, actor in unpacked(ties, "to_id", "from_id"):
        members[project].add(actor)
    shared: dict[tuple[str, str], set[str]] = defaultdict(set)
    for project, actors in members.items():
        for a, b in combinations(sorted(actors), 2):
            shared[a, b].add(project)
    return shared
