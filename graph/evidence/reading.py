"""What a statement is read from: all data, or only who works with whom. Equal readings make equal statements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from graph.dataset import Dataset
from graph.kernels.arrays import Counts
from graph.kernels.csr import CompactNetwork, from_ties
from graph.pairs import Cooperations, compact_pairs, cooperations
from graph.projection import Pair, is_large, shared_projects
from graph.vocabulary import Mode

ReadFrom = Any  # compared with ==; datasets are only equal to themselves


@dataclass(frozen=True, eq=False)
class PairColumns:
    """The weights of a million pairs, which as a dict would take several hundred megabytes; with their network."""

    found: Cooperations
    network: CompactNetwork

    def __eq__(self, other: object) -> bool:
        """Tell whether the same pairs share as many projects."""
        if not isinstance(other, PairColumns):
            return NotImplemented
        return self.found.actors == other.found.actors and all(
            np.array_equal(ours, theirs) for ours, theirs in zip(self._columns(), other._columns(), strict=True)
        )

    __hash__ = None  # type: ignore[assignment]  # compared, never looked up

    def _columns(self) -> tuple[Counts, ...]:
        return self.found.one, self.found.other, np.maximum(self.found.projects, 1)


@dataclass(frozen=True, slots=True)
class Partners:
    """Who works with whom, without what a screen shows of it.

    Attributes
    ----------
    actors
        Ids in the order of the dataset.
    types, locations
        Of each actor.
    weights
        Number of shared projects of every pair that works together; 1 where it is only declared.
    """

    actors: tuple[str, ...]
    types: tuple[str, ...]
    locations: tuple[str, ...]
    weights: Mapping[Pair, int] | PairColumns

    def compact(self) -> CompactNetwork:
        """Return the cooperation network as arrays, the same as that of `graph.projection.cooperation`."""
        if isinstance(self.weights, PairColumns):
            return self.weights.network
        place = {actor: number for number, actor in enumerate(self.actors)}
        ends = np.array([(place[a], place[b]) for a, b in self.weights], dtype=np.int32).reshape(-1, 2)
        weights = np.fromiter(self.weights.values(), np.float64, len(self.weights))
        modes = (str(Mode.ACTOR),) * len(self.actors)
        labels = {"type": self.types, "mode": modes, "location": self.locations}
        return from_ties(self.actors, (ends[:, 0], ends[:, 1], weights), directed=False, labels=labels)


def everything(dataset: Dataset, *_: object) -> ReadFrom:
    """Read all data."""
    return dataset


def partners(dataset: Dataset, *_: object) -> ReadFrom:
    """Read who works with whom."""
    actors = dataset.actors
    ids, types, locations = (tuple(actors[name].tolist()) for name in ("id", "type", "location"))
    if is_large(dataset):
        return Partners(ids, types, locations, PairColumns(cooperations(dataset), compact_pairs(dataset)))
    return Partners(ids, types, locations, shared_projects(dataset))
