"""One rule for every text of a dataset."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

import pandas as pd

from graph.dataset import Dataset
from graph.redaction.certainty import objects
from graph.schema import TABLES, CellKind

Rule = Callable[[str], str]
# a web address or a mailbox, alone or within a text
ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"„“]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)

_TABLES = {
    **{name: name for name in ("actors", "projects", "sources", "events", "identifiers")},
    "ties": "links",
}
FRAMES = tuple(_TABLES)
_TEXTS = frozenset({CellKind.TEXT, CellKind.LIST, CellKind.URL})


def with_texts(dataset: Dataset, rule: Rule, *, without: Sequence[str] = ()) -> Dataset:
    """Return the dataset with a rule applied to every text there is.

    That is every text and every text of a list, in the columns of the contract and beside them; the headers of the
    latter; the facts on the dataset and what they are called. Ids, codes, dates and amounts are no texts.

    Parameters
    ----------
    dataset
        Checked tables.
    rule
        Returns what stands in place of a text.
    without
        Columns to leave alone.
    """
    frames = {name: _with_frame(name, getattr(dataset, name), rule, without) for name in _TABLES}
    return replace(dataset, **frames, about={rule(key): rule(value) for key, value in dataset.about.items()})


def _with_frame(name: str, frame: pd.DataFrame, rule: Rule, without: Sequence[str]) -> pd.DataFrame:
    own = {column.name: column.cell in _TEXTS for column in TABLES[_TABLES[name]].columns}
    left_alone = {column for column, is_text in own.items() if not is_text} | {"id", *without}
    changed = {str(column): _applied(frame[column], rule) for column in frame.columns if str(column) not in left_alone}
    return _with_headers(frame.assign(**changed), {*own, *left_alone}, rule)


def _with_headers(frame: pd.DataFrame, own: set[str], rule: Rule) -> pd.DataFrame:
    """Apply the rule to the headers of columns beside the contract; different headers stay different."""
    headers: list[str] = []
    for column in map(str, frame.columns):
        wanted = candidate = column if column in own else rule(column)
        number = 2
        while candidate in headers or (candidate != column and candidate in frame.columns):
            candidate, number = f"{wanted} {number}", number + 1
        headers.append(candidate)
    return frame if headers == list(frame.columns) else frame.set_axis(headers, axis="columns")


def _applied(column: pd.Series, rule: Rule) -> pd.Series:
    values = [_value(value, rule) for value in column]
    # strings stay strings, whatever kind of column pandas keeps them in
    return (
        objects(values, column.index) if column.dtype == object else pd.Series(values, column.index, dtype=column.dtype)
    )


def _value(value: object, rule: Rule) -> object:
    if isinstance(value, str):
        return rule(value)
    return tuple(rule(part) for part in value) if isinstance(value, tuple) else value
