"""No amounts, neither in cells nor in texts."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pandas as pd

from graph.dataset import Dataset
from graph.money import found_amounts, replace_amounts
from graph.redaction.certainty import objects
from graph.redaction.ids import Ids, renamed_ids
from graph.redaction.texts import ADDRESS, with_texts
from graph.schema import TABLES
from graph.slugs import slug

GONE = "…"
_IN_ADDRESS = re.compile(
    r"[0-9](?:-|%20|_)?(?:euro?|eur|mio|mrd|mill?ion|milliarde|tsd|tausend|k-?euro?)(?![a-z])|%e2%82%ac"
    r"|(?:million|milliarde)[a-z]*-euro",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"budget|amount|betrag|beträge|summe|kosten|volumen|cost|zuschuss|zuwendung|mittel|invest|etat|finanz|preis|price"
    r"|grant|money|geld|umsatz|revenue|turnover|(?:^|[^a-z])(?:euro?|eur|t€|€)(?:[^a-z]|$)|€",
    re.IGNORECASE,
)
_OWN = {
    **{name: name for name in ("actors", "projects", "sources", "events", "identifiers")},
    "ties": "links",
}


def without_amounts(dataset: Dataset) -> tuple[Dataset, Ids]:
    """Leave out every amount; columns whose name speaks of money are emptied, in texts ``…`` stands for an amount.

    Returns the dataset, and the new ids of elements by the old ones: an id may state an amount too.
    """
    dataset, ids = renamed_ids(with_texts(dataset, _without), _without_in_id)
    empty = objects([None] * len(dataset.ties), dataset.ties.index)
    ties = dataset.ties.assign(amount_eur=empty, amount_basis=_blank(dataset.ties))
    projects = dataset.projects.assign(budget_eur=objects([None] * len(dataset.projects), dataset.projects.index))
    dataset = replace(dataset, ties=ties, projects=projects)
    frames: dict[str, Any] = {name: _without_columns(name, getattr(dataset, name)) for name in _OWN}
    return replace(dataset, **frames), ids


def _without(text: str) -> str:
    """Replace amounts in a text; an address that states one is left out."""
    whole = ADDRESS.sub(lambda found: "" if _IN_ADDRESS.search(found[0]) else found[0], text)
    if ADDRESS.fullmatch(whole):
        return whole
    return replace_amounts(whole, GONE)


def _without_in_id(key: str) -> str:
    """Return an id without the amounts it states: ``5-millionen-euro-programm`` is ``x-programm``."""
    if not any(found_amounts(key)):
        return key
    return slug(replace_amounts(key, "x")) or "x"


def _without_columns(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Empty the columns beside those of the contract that speak of money."""
    own = {*TABLES[_OWN[name]].names, "id"}
    named = [column for column in frame.columns if str(column) not in own and _NAMED.search(str(column))]
    return frame.assign(**{column: _blank(frame) for column in named})


def _blank(frame: pd.DataFrame) -> pd.Series:
    return pd.Series([""] * len(frame), index=frame.index, dtype="str")
