"""The funding cliff: what rests on projects whose funding ends soon."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from itertools import combinations, groupby

import pandas as pd

from graph.build import participations
from graph.dataset import Dataset
from graph.history.spans import Moment, moment
from graph.ledger.amounts import NOT_PROMISED, Amount
from graph.ledger.cents import to_euros
from graph.ledger.grants import LeftOut, counted_grants, grants, left_out
from graph.vocabulary import COOPERATING_KINDS, Status

_OVER = frozenset({Status.COMPLETED, Status.CANCELLED})
_NOT_RUNNING = _OVER | NOT_PROMISED


@dataclass(frozen=True, slots=True)
class Ending:
    """A project whose funding ends.

    Attributes
    ----------
    project
        Id.
    end
        The latest recorded end of its funding; see `cliff`.
    actors
        Actors that take part in it, sorted.
    ties
        Ids of their participations, sorted.
    grants
        Ids of its funding ties, sorted.
    amount_eur
        Sum of those that count, over their whole duration; ``None`` when none counts.
    """

    project: str
    end: Moment
    actors: tuple[str, ...]
    ties: tuple[str, ...]
    grants: tuple[str, ...]
    amount_eur: Amount | None


@dataclass(frozen=True, slots=True)
class MonthOfEndings:
    """Endings of one calendar month, ``2026-03``, and all actors concerned, sorted."""

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
    possible
        Projects whose funding may end within the horizon, because the recorded end is not precise.
    open
        Funded projects of whose funding no end is recorded, sorted ids.
    actors
        Actors in ending projects, sorted.
    actors_without
        Those of them that have no other funded project beyond the horizon, sorted.
    ties
        Participations in ending projects, sorted ids.
    amount_eur
        Euros granted to ending projects, over their whole duration; ``None`` when no amount counts.
    left_out
        Their funding ties that no sum contains, by reason.
    cooperations
        Pairs left without a funded project.
    """

    as_of: date
    until: date
    months: tuple[MonthOfEndings, ...]
    possible: tuple[Ending, ...]
    open: tuple[str, ...]
    actors: tuple[str, ...]
    actors_without: tuple[str, ...]
    ties: tuple[str, ...]
    amount_eur: Amount | None
    left_out: tuple[LeftOut, ...]
    cooperations: tuple[Cooperation, ...]

    @property
    def endings(self) -> tuple[Ending, ...]:
        """All endings in order."""
        return tuple(ending for month in self.months for ending in month.endings)


def cliff(dataset: Dataset, as_of: date, months: int = 24) -> Cliff:
    """Find what rests on projects whose funding ends within some months.

    Funding counts when it is promised, whether or not its amount is known. It ends when the funding tie ends or,
    where the tie has no end of its own, when the project does; of several fundings of a project the last one
    decides. Projects that are completed, cancelled or only applied for are not looked at.

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
    ledger = _promised(dataset)
    ends = _ends(dataset, ledger)
    running = {key: end for key, end in ends.items() if end is None or (end.latest or date.max) >= as_of}
    taking_part = participations(dataset)
    endings, possible = (
        [_ending(taking_part, ledger, key, end) for key, end in sorted(running.items()) if chosen(end, until)]
        for chosen in (_within, _maybe)
    )
    ending = {each.project for each in endings}
    actors = {actor for each in endings for actor in each.actors}
    ours = ledger[ledger["target"].isin(ending)]
    return Cliff(
        as_of=as_of,
        until=until,
        months=_by_month(endings),
        possible=tuple(possible),
        open=tuple(sorted(key for key, end in running.items() if end is None)),
        actors=tuple(sorted(actors)),
        actors_without=tuple(sorted(actors - _members(taking_part, running.keys() - ending))),
        ties=tuple(sorted(tie for each in endings for tie in each.ties)),
        amount_eur=_amount(ours),
        left_out=left_out(ours),
        cooperations=_left_behind(taking_part, ending, running.keys() - ending, _going_on(dataset, until)),
    )


def later(day: date, months: int) -> date:
    """Return the same day some months later, or the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _promised(dataset: Dataset) -> pd.DataFrame:
    """Rows of the ledger that are promised to projects which are not over."""
    ledger = grants(dataset)
    projects, ties = dataset.projects, dataset.ties
    running = projects.loc[~projects["status"].isin(_NOT_RUNNING), "id"]
    dropped = ties.loc[ties["status"].isin(NOT_PROMISED), "id"]
    return ledger[ledger["target"].isin(running) & ~ledger["tie"].isin(dropped)]


def _ends(dataset: Dataset, ledger: pd.DataFrame) -> dict[str, Moment | None]:
    """Last end of the funding of each funded project; ``None`` where no end is recorded."""
    own = dict(zip(dataset.projects["id"], dataset.projects["end"], strict=True))
    ends: dict[str, list[Moment]] = {}
    for project, end in zip(ledger["target"], ledger["end"], strict=True):
        when = moment(end or own[project])
        ends.setdefault(project, []).extend([when] if when.known else [])
    return {
        project: max(known, key=lambda when: when.latest or date.max) if known else None
        for project, known in ends.items()
    }


def _within(end: Moment | None, until: date) -> bool:
    return end is not None and end.latest is not None and end.latest <= until


def _maybe(end: Moment | None, until: date) -> bool:
    return end is not None and not _within(end, until) and end.earliest is not None and end.earliest <= until


def _ending(taking_part: pd.DataFrame, ledger: pd.DataFrame, project: str, end: Moment | None) -> Ending:
    ties = taking_part[taking_part["to_id"] == project]
    own = ledger[ledger["target"] == project]
    return Ending(
        project=project,
        end=end or Moment(),
        actors=tuple(sorted(set(ties["from_id"]))),
        ties=tuple(sorted(ties["id"])),
        grants=tuple(sorted(own["tie"])),
        amount_eur=_amount(own),
    )


def _amount(ledger: pd.DataFrame) -> Amount | None:
    counted = counted_grants(ledger)
    return to_euros(sum(counted["cents"])) if len(counted) else None


def _by_month(endings: Sequence[Ending]) -> tuple[MonthOfEndings, ...]:
    def month(ending: Ending) -> str:
        return f"{ending.end.latest:%Y-%m}"

    ordered = sorted(endings, key=lambda ending: (month(ending), ending.project))
    groups = ((key, tuple(group)) for key, group in groupby(ordered, key=month))
    return tuple(
        MonthOfEndings(key, group, tuple(sorted({actor for each in group for actor in each.actors})))
        for key, group in groups
    )


def _members(taking_part: pd.DataFrame, projects: Collection[str]) -> set[str]:
    return set(taking_part.loc[taking_part["to_id"].isin(projects), "from_id"])


def _going_on(dataset: Dataset, until: date) -> set[str]:
    """Projects that are not over and have no recorded end within the horizon."""
    projects = dataset.projects[~dataset.projects["status"].isin(_NOT_RUNNING)]
    lasting = [(moment(end).latest or date.max) > until for end in projects["end"]]
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
    for project, actor in zip(ties["to_id"], ties["from_id"], strict=True):
        members[project].add(actor)
    shared: dict[tuple[str, str], set[str]] = defaultdict(set)
    for project, actors in members.items():
        for a, b in combinations(sorted(actors), 2):
            shared[a, b].add(project)
    return shared
