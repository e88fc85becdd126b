"""Fundings that end: when each one does, and of which project."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from graph.dataset import Dataset, among, unpacked
from graph.history.spans import Moment, moment, with_whole
from graph.ledger.amounts import NOT_PROMISED, Amount, promises
from graph.ledger.cents import to_euros
from graph.ledger.grants import counted_grants, grants
from graph.vocabulary import Status

OVER = frozenset({Status.COMPLETED, Status.CANCELLED})
NOT_RUNNING = NOT_PROMISED | OVER

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Ending:
    """Fundings of a project that end together.

    Attributes
    ----------
    project
        Id.
    end
        When they end.
    when
        The same as EDTF, exact to the month at most: ``2026-03``, ``2026`` where only the year is recorded.
    actors
        Actors that take part in the project, sorted.
    ties
        Ids of their participations, sorted.
    grants
        Ids of the funding ties that end, sorted.
    amount_eur
        Sum of those that count, over their whole duration; ``None`` when none counts.
    """

    project: str
    end: Moment
    when: str
    actors: tuple[str, ...]
    ties: tuple[str, ...]
    grants: tuple[str, ...]
    amount_eur: Amount | None


def running_funding(dataset: Dataset, as_of: date) -> pd.DataFrame:
    """Rows of the ledger that are promised to projects which are not over, and have not ended themselves.

    Returns
    -------
    pd.DataFrame
        Columns of `graph.ledger.grants.grants`; ``end`` is the tie's own or else that of the project, and ``when``
        the `Moment` it means.
    """
    ledger = grants(dataset)
    projects, ties = dataset.projects, dataset.ties
    running = projects.loc[~projects["status"].isin(OVER), "id"]
    dropped = ties["id"][[status in NOT_PROMISED for status in promises(ties, projects)]]
    ledger = ledger[among(ledger["project"], running) & ~among(ledger["tie"], dropped)]
    whole = dict(zip(projects["id"].tolist(), unpacked(projects, "start", "end"), strict=True))
    columns = (ledger["project"], ledger["start"], ledger["end"])
    ends = [with_whole((start, end), whole[project])[1] for project, start, end in zip(*columns, strict=True)]
    moments = pd.Series([moment(end) for end in ends], index=ledger.index, dtype=object)
    ledger = ledger.assign(end=ends, when=moments)
    return _where(ledger, [_latest(end) >= as_of for end in moments])


def by_horizon(ledger: pd.DataFrame, until: date) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Rows that end up to a day, that may end up to it, and of which no end is known."""
    ends: list[Moment] = list(ledger["when"])
    within = [end.latest is not None and end.latest <= until for end in ends]
    maybe = [end.earliest is not None and end.earliest <= until for end in ends]
    return (
        _where(ledger, within),
        _where(ledger, [may and not does for may, does in zip(maybe, within, strict=True)]),
        _where(ledger, [not end.known for end in ends]),
    )


def _where(ledger: pd.DataFrame, chosen: list[bool]) -> pd.DataFrame:
    return ledger[np.array(chosen, dtype=bool)]


def endings(taking_part: pd.DataFrame, ledger: pd.DataFrame) -> tuple[Ending, ...]:
    """Rows of the ledger by project and end, the earliest end first."""
    rows: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, (project, end) in enumerate(zip(ledger["project"], ledger["end"], strict=True)):
        rows[project, _when(end)].append(place)
    found = (_ending(taking_part, ledger.iloc[own], *key) for key, own in rows.items())
    return tuple(sorted(found, key=lambda each: (_latest(each.end), each.when, each.project)))


def _ending(taking_part: pd.DataFrame, own: pd.DataFrame, project: str, when: str) -> Ending:
    ties = taking_part[taking_part["to_id"] == project]
    return Ending(
        project=project,
        end=max(own["when"], key=_latest),
        when=when,
        actors=tuple(sorted(set(ties["from_id"]))),
        ties=tuple(sorted(ties["id"])),
        grants=tuple(sorted(own["tie"])),
        amount_eur=amount(own),
    )


def _latest(end: Moment) -> date:
    return end.latest or date.max


def _when(end: str) -> str:
    """EDTF of an end as exact as it is recorded, to the month at most; how sure it is is left out."""
    exact = end.rstrip("?~%").replace("-XX", "")
    return exact[:7] if _DAY.fullmatch(exact) else exact


def amount(ledger: pd.DataFrame) -> Amount | None:
    """Sum of the rows that count, ``None`` when none does."""
    counted = counted_grants(ledger)
    return to_euros(sum(counted["cents"])) if len(counted) else None
