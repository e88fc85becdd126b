"""Money that may be in a sum twice, because who was granted it passes some of it on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import pandas as pd

from graph.dataset import among
from graph.ledger.amounts import Amount
from graph.ledger.cents import to_euros
from graph.ledger.grants import counted_grants


@dataclass(frozen=True, slots=True)
class PassedOn:
    """What elements pass on that were granted money themselves; the data do not say whether one contains the other.

    Attributes
    ----------
    amount_eur
        Euros that may be in the sum twice: per element no more than it was granted.
    elements
        Ids of who passes money on, sorted.
    ties
        Ids of the fundings given, sorted.
    """

    amount_eur: Amount
    elements: tuple[str, ...]
    ties: tuple[str, ...]


def passed_on(ledger: pd.DataFrame) -> PassedOn | None:
    """Find fundings in a sum whose funder was granted money that is in the sum too; ``None`` when there are none.

    Parameters
    ----------
    ledger
        See `graph.ledger.grants.grants`.
    """
    counted = counted_grants(ledger)
    received = _cents_by(counted, "target")
    given = counted[among(counted["funder"], list(received))]
    if not len(given):
        return None
    passed = _cents_by(given, "funder")
    twice = sum(min(cents, received[element]) for element, cents in passed.items())
    return PassedOn(to_euros(twice), tuple(sorted(passed)), tuple(sorted(given["tie"])))


def _cents_by(counted: pd.DataFrame, column: str) -> Counter[str]:
    cents: Counter[str] = Counter()
    for element, amount in zip(counted[column], counted["cents"], strict=True):
        cents[element] += int(amount)
    return cents
