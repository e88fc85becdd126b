"""What the data cover and what they do not: by source, and by field, type, place and year.

How much is recorded of an element is judged among those that rest on the same source: a register of grants has an
amount for each project, a list of members has none, and that is no gap of the list.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from graph.dataset import Dataset, records
from graph.profile import references

UNKNOWN = ""  # key of what is recorded for no group
_LONGEST = 60  # years of a duration that are told
DIMENSIONS = ("field", "type", "place", "year")


@dataclass(frozen=True, slots=True)
class Share:
    """How much is recorded of some elements.

    Attributes
    ----------
    key
        The group: a source, field, type, place or year; ``""`` for those without.
    elements
        How many there are.
    with_amount, with_date, with_place, with_source
        Of how many a funding amount, a start or end, a place, and a source is recorded.
    """

    key: str
    elements: int
    with_amount: int
    with_date: int
    with_place: int
    with_source: int


@dataclass(frozen=True, slots=True)
class SourceCoverage:
    """What one source holds.

    Attributes
    ----------
    id
        Of the source; ``""`` for what rests on none.
    facts
        Cells of the table of sources beside title and address, such as ``licence``, ``recipe`` and ``rows_taken``.
    actors, projects
        How much of those that rest on it is recorded.
    ties
        How many ties rest on it.
    """

    id: str
    facts: Mapping[str, str] = field(repr=False)
    actors: Share
    projects: Share
    ties: int


@dataclass(frozen=True, slots=True)
class _Seen:
    """An element with what is recorded of it."""

    table: str
    sources: tuple[str, ...]
    keys: Mapping[str, tuple[str, ...]]
    recorded: tuple[bool, bool, bool, bool]


def coverage_by_source(dataset: Dataset) -> tuple[SourceCoverage, ...]:
    """Return what each source holds, in the order of the table of sources; what rests on none comes last."""
    elements: dict[tuple[str, str], list[_Seen]] = defaultdict(list)
    for each in _elements(dataset):
        for source in each.sources:
            elements[source, each.table].append(each)
    ties = Counter(source for text in dataset.ties["reference"] for source in references(text) or (UNKNOWN,))
    rows = {str(row["id"]): row for row in dataset.sources.to_dict("records")}
    named = dict.fromkeys((*rows, *(source for source, _ in elements), *ties))
    ordered = [*(key for key in named if key), *([UNKNOWN] if UNKNOWN in named else [])]
    return tuple(
        SourceCoverage(
            id=key,
            facts={str(name): str(value) for name, value in rows.get(key, {}).items() if value not in ("", None, ())},
            actors=_share(key, elements[key, "actors"]),
            projects=_share(key, elements[key, "projects"]),
            ties=ties[key],
        )
        for key in ordered
    )


def coverage_by(dataset: Dataset, dimension: str) -> tuple[Share, ...]:
    """Return how much is recorded by ``field`` or ``year`` of projects, or by ``type`` or ``place`` of actors.

    A project of several fields counts in each, and in each year of its duration that is known; the groups with most
    elements come first, years in their order, and what belongs to none last.
    """
    groups: dict[str, list[_Seen]] = defaultdict(list)
    for each in _elements(dataset):
        for key in each.keys.get(dimension, ()):
            groups[key].append(each)
    shares = [_share(key, seen) for key, seen in groups.items()]
    order: Callable[[Share], Any] = (lambda share: share.key) if dimension == "year" else _by_size
    known = sorted((share for share in shares if share.key), key=order)
    return (*known, *(share for share in shares if not share.key))


def _by_size(share: Share) -> tuple[int, str]:
    return -share.elements, share.key


def _share(key: str, seen: Iterable[_Seen]) -> Share:
    listed = list(seen)
    counts = [sum(each.recorded[place] for each in listed) for place in range(4)]
    return Share(key, len(listed), *counts)


def _elements(dataset: Dataset) -> Iterator[_Seen]:
    """Yield every actor and project with what is recorded of it."""
    funded = _funded(dataset.ties)
    for row in records(dataset.actors):
        keys = {"type": (row["type"],), "place": _places(row["location"])}
        yield _seen("actors", row, keys, funded, dated=False)
    for row in records(dataset.projects):
        keys = {"field": tuple(row["kompetenzfelder"]) or (UNKNOWN,), "year": _years(row["start"], row["end"])}
        yield _seen("projects", row, keys, funded, dated=bool(row["start"] or row["end"] or row["date_text"]))


def _seen(
    table: str, row: Mapping[Any, Any], keys: Mapping[str, tuple[str, ...]], funded: frozenset[str], *, dated: bool
) -> _Seen:
    sources = references(row["reference"]) or (UNKNOWN,)
    recorded = (row["id"] in funded, dated, bool(row["location"]), sources != (UNKNOWN,))
    return _Seen(table, tuple(sources), keys, recorded)


def _funded(ties: pd.DataFrame) -> frozenset[str]:
    """Return actors and projects whose funding has an amount, also as a part of a project's."""
    money = ties[(ties["kind"] == "funds") & ties["amount_eur"].notna()]
    return frozenset((*money["to_id"], *money["within"])) - {""}


def _places(location: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in location.split(";") if part.strip()) or (UNKNOWN,)


def _years(start: str, end: str) -> tuple[str, ...]:
    """Return the years of a duration; of an open one the year that is known."""
    known = [int(text[:4]) for text in (start, end) if text[:4].isdecimal()]
    return tuple(str(year) for year in range(min(known), max(known) + 1)[:_LONGEST]) if known else (UNKNOWN,)
