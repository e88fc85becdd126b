"""Measures that count records of the dataset, not ties of the network: projects and money."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graph.build import participations
from graph.dataset import Dataset
from graph.errors import NeedsDatasetError
from graph.ledger.amounts import total
from graph.ledger.grants import counted_grants, grants
from graph.measures.study import Study
from graph.vocabulary import PARTICIPATION_KINDS


def projects(study: Study) -> NDArray[Any]:
    """Count the projects the actor takes part in; NaN for nodes that are no actors of the dataset."""
    return _projects(study, PARTICIPATION_KINDS)


def projects_led(study: Study) -> NDArray[Any]:
    """Count the projects the actor leads; NaN for nodes that are no actors of the dataset."""
    return _projects(study, ("leads",))


def funds_received(study: Study) -> NDArray[Any]:
    """Exact sum in euros of what is recorded as paid to the actor itself; ``None`` where nothing is.

    A project's amount stays with the project and is never spread over its partners.
    """
    ledger = counted_grants(grants(_dataset(study)))
    by_actor = ledger.groupby("target")["amount_eur"].agg(total).to_dict()
    return np.array([by_actor.get(node) for node in study.network.ids], dtype=object)


def _projects(study: Study, kinds: Collection[str]) -> NDArray[Any]:
    dataset = _dataset(study)
    ties = participations(dataset)
    ties = ties[ties["kind"].isin(kinds)].drop_duplicates(["from_id", "to_id"])
    counts = dict.fromkeys(dataset.actors["id"], 0) | ties["from_id"].value_counts().to_dict()
    values = np.array([counts.get(node, np.nan) for node in study.network.ids], dtype=np.float64)
    return values if np.isnan(values).any() else values.astype(np.int64)


def _dataset(study: Study) -> Dataset:
    if study.dataset is None:
        raise NeedsDatasetError("projects and money are counted in the dataset: pass it as dataset=...")
    return study.dataset
