"""No amounts, neither in cells nor in texts."""

from __future__ import annotations

import re
from dataclasses import replace

import pandas as pd

from graph.dataset import Dataset
from graph.redaction.certainty import objects
from graph.redaction.texts import with_texts

GONE = "…"
_NUMBER = r"[0-9]+(?:[.,  ][0-9]+)*(?:,-{1,2})?"
_ALSO = rf"(?:{_NUMBER}\s*(?:oder|or|bis|to|und|and|[-–])\s*(?:rund|etwa|knapp|about|around)?\s*)?"
_LARGE = r"(?:Mio\.?|Millionen|Million|Mrd\.?|Milliarden|Milliarde|Tsd\.?|Tausend|T€|million|billion|thousand)"
_CURRENCY = r"(?:\bT€|€|\bTEUR\b|\bEUR\b|\bEuros?\b)"
# "1.234 €", "€ 1.234", "17,5 Mio. Euro", "fünf Millionen Euro", "32 oder rund 30 Mio. Euro", "20 Mio."
_AMOUNT = re.compile(
    rf"{_ALSO}(?:{_NUMBER}|\b\w+)\s*{_LARGE}\s*{_CURRENCY}"
    rf"|{_ALSO}{_NUMBER}\s*(?:{_CURRENCY}|{_LARGE})"
    rf"|{_CURRENCY}\s*{_NUMBER}(?:\s*{_LARGE})?",
    re.IGNORECASE,
)
_IN_ADDRESS = re.compile(r"[0-9]-?(?:euro|eur|mio|mrd|million|milliarde|tsd|tausend)", re.IGNORECASE)
_NAMED = re.compile(r"budget|amount|betrag|summe|kosten|volumen|cost", re.IGNORECASE)


def without_amounts(dataset: Dataset) -> Dataset:
    """Leave out every amount; columns whose name speaks of money are emptied, in texts ``…`` stands for an amount."""
    dataset = with_texts(dataset, _without)
    empty = objects([None] * len(dataset.ties), dataset.ties.index)
    ties = dataset.ties.assign(amount_eur=empty, amount_basis=_blank(dataset.ties))
    projects = dataset.projects.assign(budget_eur=objects([None] * len(dataset.projects), dataset.projects.index))
    return replace(
        dataset,
        actors=_without_columns(dataset.actors),
        projects=_without_columns(projects),
        ties=_without_columns(ties),
        events=_without_columns(dataset.events),
    )


def _without(text: str) -> str:
    """Replace amounts in a text; an address that states one is left out."""
    if text.startswith(("http://", "https://")):
        return "" if _IN_ADDRESS.search(text) else text
    return _AMOUNT.sub(GONE, text)


def _without_columns(frame: pd.DataFrame) -> pd.DataFrame:
    """Empty the extra columns that speak of money."""
    named = [column for column in frame.columns if _NAMED.search(str(column)) and not str(column).endswith("_eur")]
    return frame.assign(**{column: _blank(frame) for column in named})


def _blank(frame: pd.DataFrame) -> pd.Series:
    return pd.Series([""] * len(frame), index=frame.index, dtype="str")
