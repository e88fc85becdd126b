"""What is uncertain or missing in the data, one finding per row or tie."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from graph.dataset import Dataset, among
from graph.history.timeline import project_bars
from graph.vocabulary import Certainty, Status


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """One doubt.

    Attributes
    ----------
    doubt
        Key in `DOUBTS`.
    table
        ``actors``, ``projects`` or ``ties``.
    id
        Id of the row.
    elements
        Ids of the actors and projects concerned.
    note, reference
        As recorded.
    """

    doubt: str
    table: str
    id: str
    elements: tuple[str, ...]
    note: str
    reference: str


def open_points(dataset: Dataset) -> tuple[OpenPoint, ...]:
    """Find all doubts, in the order of `DOUBTS` and then of the tables."""
    return tuple(point for find in DOUBTS.values() for point in find(dataset))


def _uncertain(certainty: Certainty) -> Callable[[Dataset], Iterator[OpenPoint]]:
    def find(dataset: Dataset) -> Iterator[OpenPoint]:
        return _ties(str(certainty), dataset.ties[dataset.ties["certainty"] == certainty])

    return find


def _without_amount(dataset: Dataset) -> Iterator[OpenPoint]:
    ties = dataset.ties[dataset.ties["kind"] == "funds"]
    return _ties("without_amount", ties[[amount is None for amount in ties["amount_eur"]]])


def _without_source(dataset: Dataset) -> Iterator[OpenPoint]:
    yield from _elements("without_source", "actors", dataset.actors[dataset.actors["reference"] == ""])
    yield from _elements("without_source", "projects", dataset.projects[dataset.projects["reference"] == ""])
    yield from _ties("without_source", dataset.ties[dataset.ties["reference"] == ""])


def _without_date(dataset: Dataset) -> Iterator[OpenPoint]:
    """Projects without any date, of their own or of an event: those the timeline cannot show."""
    projects, dated = dataset.projects, {bar.project for bar in project_bars(dataset)}
    undated = ~among(projects["id"], dated) & (projects["status"] != Status.CANCELLED)
    return _elements("without_date", "projects", projects[undated])


def _without_status(dataset: Dataset) -> Iterator[OpenPoint]:
    projects = dataset.projects
    return _elements("without_status", "projects", projects[projects["status"].isin(["", Status.UNKNOWN])])


DOUBTS: Mapping[str, Callable[[Dataset], Iterator[OpenPoint]]] = {
    "unconfirmed": _uncertain(Certainty.UNCONFIRMED),
    "conflicting": _uncertain(Certainty.CONFLICTING),
    "without_amount": _without_amount,
    "without_source": _without_source,
    "without_date": _without_date,
    "without_status": _without_status,
}


def _ties(doubt: str, ties: pd.DataFrame) -> Iterator[OpenPoint]:
    for tie in ties.itertuples(index=False):
        ends = (str(tie.from_id), str(tie.to_id))
        yield OpenPoint(doubt, "ties", str(tie.id), ends, str(tie.note), str(tie.reference))


def _elements(doubt: str, table: str, rows: pd.DataFrame) -> Iterator[OpenPoint]:
    for row in rows.itertuples(index=False):
        yield OpenPoint(doubt, table, str(row.id), (str(row.id),), "", str(row.reference))
