"""One rule for every text of a dataset."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pandas as pd

from graph.dataset import Dataset
from graph.redaction.certainty import objects

Rule = Callable[[str], str]
FRAMES = ("actors", "projects", "ties", "sources", "events")
# ids, codes and dates are no texts
_NO_TEXT = frozenset(
    {"id", "from_id", "to_id", "project_id", "kind", "status", "certainty", "amount_basis", "start", "end", "date"}
    | {"reference", "lead", "partners", "funders", "type"}
)


def with_texts(dataset: Dataset, rule: Rule, *, without: Sequence[str] = ()) -> Dataset:
    """Return the dataset with a rule applied to every text and every text of a list, facts on the dataset included.

    ``without`` names columns to leave alone, besides ids, codes and dates. The ``kind`` of a project is a text that
    is left alone too.
    """
    left_alone = _NO_TEXT | set(without)
    frames = {name: _with_frame(getattr(dataset, name), rule, left_alone) for name in FRAMES}
    return replace(dataset, **frames, about={key: rule(value) for key, value in dataset.about.items()})


def _with_frame(frame: pd.DataFrame, rule: Rule, left_alone: set[str] | frozenset[str]) -> pd.DataFrame:
    changed = {str(name): _applied(frame[name], rule) for name in frame.columns if str(name) not in left_alone}
    return frame.assign(**changed)


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
