"""Which recorded amounts may be added up, and why the others may not."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

import pandas as pd

from graph.dataset import unpacked
from graph.vocabulary import SUMMABLE, Status

Amount = int | Decimal

# Money that nobody has promised: an application is not a grant.
NOT_PROMISED = frozenset({Status.IDEA, Status.APPLIED, Status.TENTATIVE, Status.CANCELLED})

_SILENT = frozenset({"", Status.UNKNOWN})  # a tie that says nothing of how far the funding has come


class Omission(StrEnum):
    """Why a funding tie is not part of a sum."""

    UNKNOWN = "unknown"  # no amount recorded
    NOT_PROMISED = "not_promised"  # idea, application, tentative or cancelled, of the tie or else of its project
    PER_YEAR = "per_year"
    CEILING = "ceiling"
    OVERLAP = "overlap"


def omission(amount: Amount | None, basis: str, status: str) -> Omission | None:
    """Reason for leaving a funding tie out of a sum; ``None`` when it counts.

    Parameters
    ----------
    amount
        Amount of the tie, ``None`` where none is recorded.
    basis
        What the amount is: granted, estimated, the volume ...
    status
        Status of the tie or of its project.
    """
    if amount is None:
        return Omission.UNKNOWN
    if basis not in SUMMABLE:
        return Omission(basis)
    return Omission.NOT_PROMISED if status in NOT_PROMISED else None


def omissions(ties: pd.DataFrame, projects: pd.DataFrame | None = None) -> pd.Series:
    """Reason of each funding tie for being left out of a sum; ``None`` when it counts.

    A tie without a status of its own is as far as the project it funds: money of a project that is only applied for
    or was cancelled is not granted.

    Parameters
    ----------
    ties
        Rows of ``Dataset.ties``.
    projects
        ``Dataset.projects``; without them, and for ties to what is no project, only the tie's own status counts.

    Returns
    -------
    pd.Series
        `Omission` or ``None``, with the index of ``ties``.
    """
    statuses = ties["status"].tolist() if projects is None else promises(ties, projects)
    columns = (ties["amount_eur"].tolist(), ties["amount_basis"].tolist(), statuses)
    return pd.Series([omission(*row) for row in zip(*columns, strict=True)], index=ties.index, dtype=object)


def promises(ties: pd.DataFrame, projects: pd.DataFrame) -> list[str]:
    """Status that decides whether a funding is promised: of each tie itself, else of the project it funds."""
    of_project = dict(unpacked(projects, "id", "status"))
    return [
        of_project.get(within or target, "") if status in _SILENT else status
        for target, within, status in unpacked(ties, "to_id", "within", "status")
    ]


def total(amounts: Iterable[Amount | None]) -> Amount | None:
    """Exact sum of the known amounts in euros; ``None`` when none is known."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None
