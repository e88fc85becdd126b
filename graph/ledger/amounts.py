"""Which recorded amounts may be added up, and why the others may not."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

import pandas as pd

from graph.vocabulary import SUMMABLE, Status

Amount = int | Decimal

# Money that nobody has promised: an application is not a grant.
NOT_PROMISED = frozenset({Status.IDEA, Status.APPLIED, Status.TENTATIVE, Status.CANCELLED})


class Omission(StrEnum):
    """Why a funding tie is not part of a sum."""

    UNKNOWN = "unknown"  # no amount recorded
    NOT_PROMISED = "not_promised"  # idea, application, tentative or cancelled
    PER_YEAR = "per_year"
    CEILING = "ceiling"
    OVERLAP = "overlap"


def omission(amount: Amount | None, basis: str, status: str) -> Omission | None:
    """Reason for leaving a funding tie out of a sum; ``None`` when it counts."""
    if amount is None:
        return Omission.UNKNOWN
    if basis not in SUMMABLE:
        return Omission(basis)
    return Omission.NOT_PROMISED if status in NOT_PROMISED else None


def omissions(ties: pd.DataFrame) -> pd.Series:
    """`omission` for each row of ``ties``, with its index."""
    columns = (ties["amount_eur"], ties["amount_basis"], ties["status"])
    return pd.Series([omission(*row) for row in zip(*columns, strict=True)], index=ties.index, dtype=object)


def total(amounts: Iterable[Amount | None]) -> Amount | None:
    """Exact sum of the known amounts in euros; ``None`` when none is known."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None
