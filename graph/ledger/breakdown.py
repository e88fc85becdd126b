"""Grants broken down by one or several dimensions without losing or multiplying a cent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from graph.dataset import Dataset
from graph.ledger.cents import equal_shares, places
from graph.ledger.dimensions import Categories, CategoryRole, Several, dimension

# Keys of the categories that are not items; a control sign cannot be part of an id or a word of the data
_MARK = "\x1f"
UNASSIGNED = _MARK + CategoryRole.UNASSIGNED
SEVERAL = _MARK + CategoryRole.SEVERAL
REST = _MARK + CategoryRole.REST
_LAST = (SEVERAL, REST, UNASSIGNED)


@dataclass(frozen=True, slots=True, order=True)
class Category:
    """One category of a dimension; ``code`` is ``""`` unless it is an item."""

    role: CategoryRole
    code: str = field(default="")


def category(key: str) -> Category:
    """Category of a key as found in the columns of `parts`."""
    return Category(CategoryRole(key[1:])) if key.startswith(_MARK) else Category(CategoryRole.ITEM, key)


def parts(
    dataset: Dataset, ledger: pd.DataFrame, by: Sequence[str], several: Several = Several.COMBINED
) -> pd.DataFrame:
    """Break each row of a ledger down by its categories.

    Parameters
    ----------
    dataset
        Where the categories come from.
    ledger
        Rows of `graph.ledger.grants.grants`.
    by
        Codes of `graph.ledger.dimensions.DIMENSIONS`.
    several
        Rule for elements with more than one category.

    Returns
    -------
    pd.DataFrame
        Columns ``tie, cents, omission`` and one column of category keys per dimension, named 0, 1, ...; sorted
        by tie. With the rule `Several.SPLIT` a tie may fill several rows; their cents add up to the tie's.
    """
    frame = ledger.sort_values("tie", ignore_index=True)
    for level, code in enumerate(by):
        rule = dimension(code)
        frame = _broken_down(frame, level, frame[rule.of], rule.categories(dataset), several)
    return frame[["tie", "cents", "omission", *range(len(by))]]


def _broken_down(
    frame: pd.DataFrame, level: int, elements: pd.Series, categories: Categories, several: Several
) -> pd.DataFrame:
    rows, ids = pd.factorize(elements)
    keys = [_keys(categories.get(element, ()), several) for element in ids]
    codes, names = pd.factorize(np.array([key for own in keys for key in own], dtype=object))
    lengths = np.array([len(own) for own in keys], dtype=np.int64)
    counts, starts = lengths[rows], (np.cumsum(lengths) - lengths)[rows]
    split = _repeated(frame, counts) if (counts > 1).any() else frame
    chosen = np.repeat(starts, counts) + places(counts)
    return with_level(split, level, codes[chosen], names)


def _keys(own: tuple[str, ...], several: Several) -> tuple[str, ...]:
    if not own:
        return (UNASSIGNED,)
    return own if len(own) == 1 or several is Several.SPLIT else (SEVERAL,)


def _repeated(frame: pd.DataFrame, counts: NDArray[np.int64]) -> pd.DataFrame:
    repeated = frame.loc[frame.index.repeat(counts)].reset_index(drop=True)
    repeated["cents"] = equal_shares(frame["cents"].to_numpy(), counts)
    return repeated


def with_level(
    frame: pd.DataFrame, level: int, codes: NDArray[np.int64], names: NDArray[np.object_] | list[str]
) -> pd.DataFrame:
    """Add a column of category keys: ``names[code]`` for each row.

    A categorical column, so that grouping 73,000 grants compares small numbers and no texts.

    Parameters
    ----------
    frame
        Rows of the ledger.
    level
        Number of the level, from 0.
    codes
        Number of the category of each row.
    names
        Names of the categories by their number.
    """
    keys = pd.Categorical.from_codes(codes, categories=pd.Index(list(names), dtype=object))
    return pd.concat([frame, pd.Series(keys, index=frame.index, name=level)], axis=1)


@dataclass(frozen=True, slots=True)
class Subtotal:
    """Rows of `parts` with the same keys: their sum in cents, and the ids of the ties, sorted."""

    keys: tuple[str, ...]
    cents: int
    ties: tuple[str, ...]


def grouped(frame: pd.DataFrame, levels: Sequence[int]) -> list[Subtotal]:
    """Group the rows of `parts` by their keys on the given levels."""
    if frame.empty:
        return []
    number = np.zeros(len(frame), dtype=np.int64)
    for level in levels:
        keys = frame[level].array
        number = number * len(keys.categories) + keys.codes
    order = np.argsort(number, kind="stable")
    starts = np.flatnonzero(np.diff(number[order], prepend=-1))
    names = zip(*(_names(frame[level], order[starts]) for level in levels), strict=True)
    sums = np.add.reduceat(frame["cents"].to_numpy()[order], starts)
    ties = np.split(frame["tie"].to_numpy(dtype=object)[order], starts[1:])
    distinct = tuple if frame["tie"].is_unique else _distinct
    return [Subtotal(key, int(cents), distinct(own)) for key, cents, own in zip(names, sums, ties, strict=True)]


def _distinct(ties: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ties))


def _names(keys: pd.Series, rows: NDArray[np.int64]) -> list[str]:
    return [str(key) for key in keys.array[rows]]


def rank(group: Subtotal) -> tuple[tuple[int, int, str], ...]:
    """Sort key of a group: items by size, then by code; several, the rest and not assignable come last."""
    return tuple((_LAST.index(key) + 1 if key in _LAST else 0, -group.cents, key) for key in group.keys)


def fold(frame: pd.DataFrame, level: int, top: int | None) -> tuple[pd.DataFrame, int]:
    """Keep the largest items of a level and put the others into the rest.

    Parameters
    ----------
    frame
        Rows of the ledger.
    level
        Number of the level, from 0.
    top
        How many are named; the rest is folded into one. ``None`` for all.

    Returns
    -------
    tuple of pd.DataFrame and int
        The rows with the keys of smaller items replaced, and how many items the rest holds. A rest of one item
        would hide a name and save nothing, so it is never made.
    """
    keys, cents = frame[level].array, frame["cents"].to_numpy()
    sums = np.zeros(len(keys.categories), dtype=cents.dtype)
    np.add.at(sums, keys.codes, cents)
    names = keys.categories.tolist()
    groups = (Subtotal((key,), int(own), ()) for key, own in zip(names, sums, strict=True) if key not in _LAST)
    items = [group.keys[0] for group in sorted(groups, key=rank)]
    if top is None or len(items) <= top + 1:
        return frame, 0
    small = set(items[top:])
    codes, kept = pd.factorize(np.array([REST if key in small else key for key in names], dtype=object))
    return with_level(frame.drop(columns=level), level, codes[keys.codes], kept), len(small)
