"""What a statement is read from: all data, or only who works with whom. Equal readings make equal statements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from graph.dataset import Dataset
from graph.kernels.csr import CompactNetwork, from_ties
from graph.projection import Pair, shared_projects
from graph.vocabulary import Mode

ReadFrom = Any  # compared with ==; datasets are only equal to themselves


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
    weights: Mapping[Pair, int]

    def compact(self) -> CompactNetwork:
        """Return the cooperation network as arrays, the same as that of `graph.projection.cooperation`."""
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
    return Partners(ids, types, locations, shared_projects(dataset))
