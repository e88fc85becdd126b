"""The recorded funding ties as plain records, and exact sums that say what they leave out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.dataset import Dataset
from graph.ledger.amounts import Amount, Omission, omissions, total


@dataclass(frozen=True, slots=True)
class Funding:
    """One tie of kind ``funds``.

    Attributes
    ----------
    id
        Tie id.
    funder, recipient
        Ids of the giving actor and of the project or actor that receives.
    amount_eur
        Amount in euros, or ``None``.
    omission
        Why the amount is not part of sums, or ``None`` when it is.
    """

    id: str
    funder: str
    recipient: str
    amount_eur: Amount | None
    omission: Omission | None


@dataclass(frozen=True, slots=True)
class Sum:
    """Euros of several fundings.

    Attributes
    ----------
    amount_eur
        Exact sum of the amounts that count; ``None`` when no amount counts, which is not zero.
    counted, left_out
        Sorted tie ids inside and outside the sum.
    """

    amount_eur: Amount | None
    counted: tuple[str, ...]
    left_out: tuple[str, ...]


def fundings_of(dataset: Dataset) -> tuple[Funding, ...]:
    """All funding ties of the dataset, in its order."""
    ties = dataset.ties[dataset.ties["kind"] == "funds"]
    columns = (ties[name] for name in ("id", "from_id", "to_id", "amount_eur"))
    return tuple(Funding(*row) for row in zip(*columns, omissions(ties, dataset.projects), strict=True))


def add_up(fundings: Iterable[Funding]) -> Sum:
    """Sum up fundings, each counted once however often it is given."""
    distinct = {funding.id: funding for funding in fundings}
    counted = {key: funding for key, funding in distinct.items() if funding.omission is None}
    return Sum(
        total(funding.amount_eur for funding in counted.values()),
        tuple(sorted(counted)),
        tuple(sorted(distinct.keys() - counted.keys())),
    )
