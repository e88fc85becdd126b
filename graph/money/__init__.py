"""Amounts of money: one grammar, with which cells are read and amounts are found in texts."""

from graph.money.finding import found_amounts, replace_amounts
from graph.money.reading import (
    LONGEST,
    Money,
    UnreadableAmountError,
    as_money,
    is_ambiguous,
    read_amount,
    write_amount,
)

__all__ = [
    "LONGEST",
    "Money",
    "UnreadableAmountError",
    "as_money",
    "found_amounts",
    "is_ambiguous",
    "read_amount",
    "replace_amounts",
    "write_amount",
]
