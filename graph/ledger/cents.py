"""Exact money: whole cents inside, euros outside, no floating point anywhere."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graph.ledger.amounts import Amount

# Whole cents as int64; as Python integers when a sum might not fit
Cents = NDArray[Any]

_SAFE = 2**62


def to_cents(amount: Amount) -> int:
    """Whole cents of an amount in euros; a fraction of a cent is rounded half up.

    Raises
    ------
    TypeError
        If the amount is a float: it has lost its cents already.
    """
    if isinstance(amount, float):
        raise TypeError(f"money is never a float: {amount!r}")
    if isinstance(amount, Decimal):
        return int((amount * 100).to_integral_value(ROUND_HALF_UP))
    return int(amount) * 100


def to_euros(cents: int) -> Amount:
    """Euros of a number of cents: ``int`` when there are no odd cents, else a ``Decimal`` with two places."""
    euros, odd = divmod(int(cents), 100)
    return Decimal(int(cents)).scaleb(-2) if odd else euros


def cents_array(amounts: Iterable[Amount | None]) -> Cents:
    """Cents of each amount, 0 where nothing is known; sums over the array never overflow."""
    known = [amount or 0 for amount in amounts]
    # most amounts are whole euros, and a call for each of 73,000 would take longer than all the rest
    values = [amount * 100 if type(amount) is int else to_cents(amount) for amount in known]
    fits = sum(map(abs, values)) < _SAFE
    return np.array(values, dtype=np.int64 if fits else object)


def equal_shares(cents: Cents, counts: NDArray[np.int64]) -> Cents:
    """Split each amount into equal shares, exact to the cent.

    Parameters
    ----------
    cents
        Amounts, shape (n,).
    counts
        Number of shares of each amount, at least 1, shape (n,).

    Returns
    -------
    Cents
        Shares one amount after the other, shape (counts.sum(),). Odd cents go to the first shares of an
        amount, one each.
    """
    share, odd = cents // counts, cents % counts
    return np.repeat(share, counts) + (places(counts) < np.repeat(odd, counts))


def places(counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """0, 1, ... within each of several runs of the given lengths, shape (counts.sum(),)."""
    return np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)


def share_up_to(cents: Cents, done: NDArray[np.int64], of: NDArray[np.int64]) -> Cents:
    """Cents due after ``done`` of ``of`` equal steps, rounded down; after the last step it is all of them.

    Differences of successive values are exact shares: they add up to the amount, whatever the steps.

    Parameters
    ----------
    cents
        Amounts in cents.
    done
        Steps that are done, for each amount.
    of
        Steps there are, for each amount.
    """
    # two divisions, because cents * done could overflow where cents alone does not
    return cents // of * done + cents % of * done // of
