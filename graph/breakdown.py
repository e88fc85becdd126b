"""Grants broken down by one or several dimensions without losing or multiplying a cent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from graph.cents import equal_shares
from graph.dataset import Dataset
from graph.dimensions import Categories, Role, Several, dimension

# Keys of the categories that are not items; a control sign cannot be part of an id or a word of the data
_MARK = "\x1f"
UNASSIGNED = _MARK + Role.UNASSIGNED
SEVERAL = _MARK + Role.SEVERAL
REST = _MARK + Role.REST
_LAST = (SEVERAL, REST, UNASSIGNED)


@dataclass(frozen=True, slots=True, order=True)
class Category:
    """One category of a dimension; ``code`` is ``""`` unless it is an item."""

    role: Role
    code: str = field(default="")


def category(key: str) -> Category:
    """Category of a key as found in the columns of `parts`."""
    return Category(Role(key[1:])) if key.startswith(_MARK) else Category(Role.ITEM, key)


def parts(
    dataset: Dataset, ledger: pd.DataFrame, by: Sequence[str], several: Several = Several.COMBINED
) -> pd.DataFrame:
    """Break each row of a ledger down by its categories.

    Parameters
    ----------
    dataset
        Where the categories come from.
    ledger
        Rows of `graph.grants.grants`.
    by
        Codes of `graph.dimensions.DIMENSIONS`.
    several
        Rule for elements with more than one category.

    Returns
    -------
    pd.DataFrame
        Columns ``tie, cents`` and one column of category keys per dimension, named 0, 1, ...; sorted by tie.
        With the rule
        `Several.SPLIT` a tie may fill several rows; the cents of its rows always add up to the tie's cents.
    """
    frame = ledger.sort_values("tie", ignore_index=True)
    for level, code in enumerate(by):
        rule = dimension(code)
        frame = _broken_down(frame, level, frame[rule.of], rule.categories(dataset), several)
    return frame[["tie", "cents", *range(len(by))]]


def _broken_down(
    frame: pd.DataFrame, level: int, elements: pd.Series, categories: Categories, several: Several
) -> pd.DataFrame:
    codes, ids = pd.factorize(elements)
    keys = [_keys(categories.get(element, ()), several) for element in ids]
    lengths = np.array([len(own) for own in keys], dtype=np.int64)
    if lengths.size and lengths.max() > 1:
        return _split(frame, level, codes, keys, lengths)
    return _with_level(frame, level, np.array([own[0] for own in keys], dtype=object)[codes])


def _keys(own: tuple[str, ...], several: Several) -> tuple[str, ...]:
    if not own:
        return (UNASSIGNED,)
    return own if len(own) == 1 or several is Several.SPLIT else (SEVERAL,)


def _split(
    frame: pd.DataFrame, level: int, codes: NDArray[np.int64], keys: list[tuple[str, ...]], lengths: NDArray[np.int64]
) -> pd.DataFrame:
    counts = lengths[codes]
    split = frame.loc[frame.index.repeat(counts)].reset_index(drop=True)
    split["cents"] = equal_shares(frame["cents"].to_numpy(), counts)
    return _with_level(split, level, np.array([key for code in codes for key in keys[code]], dtype=object))


def _with_level(frame: pd.DataFrame, level: int, keys: NDArray[np.object_]) -> pd.DataFrame:
    return pd.concat([frame, pd.Series(keys, index=frame.index, name=level, dtype=object)], axis=1)


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of `parts` with the same keys: their sum in cents, and the ids of the ties, sorted."""

    keys: tuple[str, ...]
    cents: int
    ties: tuple[str, ...]


def grouped(frame: pd.DataFrame, levels: Sequence[int]) -> list[Group]:
    """Group the rows of `parts` by their keys on the given levels, in order of first appearance."""
    if frame.empty:
        return []
    number = frame.groupby(list(levels), sort=False).ngroup().to_numpy()
    order = np.argsort(number, kind="stable")
    starts = np.flatnonzero(np.diff(number[order], prepend=-1))
    keys = zip(*(frame[level].to_numpy()[order[starts]] for level in levels), strict=True)
    sums = np.add.reduceat(frame["cents"].to_numpy()[order], starts)
    ties = np.split(frame["tie"].to_numpy(dtype=object)[order], starts[1:])
    return [Group(key, int(cents), tuple(dict.fromkeys(own))) for key, cents, own in zip(keys, sums, ties, strict=True)]


def rank(group: Group) -> tuple[tuple[int, int, str], ...]:
    """Sort key of a group: items by size, then by code; several, the rest and not assignable come last."""
    return tuple((_LAST.index(key) + 1 if key in _LAST else 0, -group.cents, key) for key in group.keys)


def fold(frame: pd.DataFrame, level: int, top: int | None) -> tuple[pd.DataFrame, int]:
    """Keep the largest items of a level and put the others into the rest.

    Returns
    -------
    tuple of pd.DataFrame and int
        The rows with the keys of smaller items replaced, and how many items the rest holds. A rest of one item
        would hide a name and save nothing, so it is never made.
    """
    items = [group.keys[0] for group in sorted(grouped(frame, [level]), key=rank) if group.keys[0] not in _LAST]
    if top is None or len(items) <= top + 1:
        return frame, 0
    small = set(items[top:])
    return _replaced(frame, level, small), len(small)


def _replaced(frame: pd.DataFrame, level: int, small: set[str]) -> pd.DataFrame:
    folded = frame.copy(deep=False)
    folded[level] = frame[level].where(~frame[level].isin(small), REST)
    return folded
