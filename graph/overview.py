"""The region at a glance: how many, how much, and what the figures leave out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from graph.build import participations
from graph.dataset import Dataset, among, unpacked
from graph.ledger.amounts import Amount, Omission, omissions, total
from graph.pairs import cooperations
from graph.vocabulary import Certainty, Mode, Status


@dataclass(frozen=True, slots=True)
class FundingTotal:
    """Sum of the funding ties that count, and what it leaves out.

    Attributes
    ----------
    amount_eur
        Exact sum in euros, ``None`` when no tie counts.
    counted
        Number of ties in the sum.
    left_out
        Number of funding ties not in the sum, by reason.
    """

    amount_eur: Amount | None
    counted: int
    left_out: Mapping[Omission, int]

    @property
    def ties(self) -> int:
        """Number of all funding ties."""
        return self.counted + sum(self.left_out.values())


@dataclass(frozen=True, slots=True)
class FieldCount:
    """Projects and actors of one field of competence."""

    kompetenzfeld: str
    projects: int
    ongoing: int
    actors: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The figures of the landing page."""

    actors: int
    isolates: int  # actors without any cooperation
    projects: int
    ongoing: int
    cooperations: int  # pairs of actors
    uncertain_cooperations: int
    uncertain_ties: int
    funding: FundingTotal
    fields: tuple[FieldCount, ...]
    projects_without_field: int


def overview(dataset: Dataset) -> Overview:
    """Count what the landing page shows."""
    found = cooperations(dataset)
    return Overview(
        actors=len(dataset.actors),
        isolates=sum(partners == 0 for partners in found.partners.values()),
        projects=len(dataset.projects),
        ongoing=int((dataset.projects["status"] == Status.ONGOING).sum()),
        cooperations=len(found),
        uncertain_cooperations=len(found) - found.certainty_counts()[Certainty.CONFIRMED],
        uncertain_ties=int((dataset.ties["certainty"] != Certainty.CONFIRMED).sum()),
        funding=funding_total(dataset),
        fields=field_counts(dataset),
        projects_without_field=sum(not fields for fields in dataset.projects["kompetenzfelder"]),
    )


def funding_total(dataset: Dataset) -> FundingTotal:
    """Sum the funding ties that count (`graph.ledger.amounts.omission`); each tie is added once."""
    ties = dataset.ties[dataset.ties["kind"] == "funds"]
    reasons = omissions(ties, dataset.projects)
    counted = ties[reasons.isna()]
    left_out = Counter(reason for reason in reasons if reason is not None)
    return FundingTotal(total(counted["amount_eur"]), len(counted), dict(sorted(left_out.items())))


def field_counts(dataset: Dataset) -> tuple[FieldCount, ...]:
    """Projects, ongoing projects and actors of each field, most projects first.

    An actor belongs to a field by its own entry or by taking part in a project of the field. A project with two
    fields counts in both, so the counts do not add up to the number of projects.
    """
    projects = _by_field(dataset.projects)
    ongoing = _by_field(dataset.projects[dataset.projects["status"] == Status.ONGOING])
    actors = _by_field(dataset.actors)
    taking_part = participations(dataset)
    for name, ids in projects.items():
        members = taking_part.loc[among(taking_part["to_id"], ids), "from_id"]
        actors[name] = actors.get(name, set()) | set(members)
    counts = (
        FieldCount(name, len(projects.get(name, ())), len(ongoing.get(name, ())), len(actors[name])) for name in actors
    )
    return tuple(sorted(counts, key=lambda count: (-count.projects, -count.actors, count.kompetenzfeld)))


def _by_field(table: pd.DataFrame) -> dict[str, set[str]]:
    by_field: dict[str, set[str]] = {}
    for element, fields in unpacked(table, "id", "kompetenzfelder"):
        for name in fields:
            by_field.setdefault(name, set()).add(element)
    return by_field


def mode_of(dataset: Dataset, element: str) -> Mode | None:
    """Whether an id is an actor or a project; ``None`` when it is neither."""
    if (dataset.actors["id"] == element).any():
        return Mode.ACTOR
    return Mode.PROJECT if (dataset.projects["id"] == element).any() else None
