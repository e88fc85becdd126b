"""Communities by the Leiden algorithm, one division a seed."""

from __future__ import annotations

import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

import graspologic_native
import networkx as nx
import numpy as np

from graph.kernels.csr import CompactNetwork, compact, from_ties

Partition = dict[str, int]  # actor id -> group number
Outcome = tuple[float, Partition]  # modularity and division of one run

_ITERATIONS = 5  # more no longer raise modularity; one alone stops too early
_RUNNING = ThreadPoolExecutor(os.cpu_count(), "leiden")  # runs hold no lock of Python's


def divisions(network: nx.Graph | CompactNetwork, resolution: float, seeds: Iterable[int]) -> list[Outcome]:
    """Run Leiden once for each seed.

    Parameters
    ----------
    network
        Undirected; ``weight`` is the strength of a tie.
    resolution
        Above 1 more and smaller groups, below 1 fewer and larger ones.
    seeds
        The same seed gives the same division, whatever the order of nodes and ties.

    Returns
    -------
    list
        Modularity and division of each run; empty without ties. Who has no tie is in no group.

    References
    ----------
    Traag, Waltman & van Eck (2019), From Louvain to Leiden: guaranteeing well-connected communities. Scientific Reports
    9, 5233.
    """
    ties = _in_order(network)
    if not ties.size:
        return []

    def run(seed: int) -> Outcome:
        quality, found = graspologic_native.leiden_csr(
            ties.indptr,
            ties.indices,
            ties.weights,
            ties.size,
            resolution=resolution,
            seed=seed,
            iterations=_ITERATIONS,
        )
        return quality, {str(actor): found[number] for number, actor in enumerate(ties.ids)}

    return list(_RUNNING.map(run, seeds))


def _in_order(network: nx.Graph | CompactNetwork) -> CompactNetwork:
    """Those who have a tie, in the order of their ids: the same groups whatever the order of rows."""
    whole = compact(network, labels=())
    order = sorted(np.flatnonzero(np.diff(whole.indptr)).tolist(), key=lambda vertex: str(whole.ids[vertex]))
    place = np.zeros(whole.size, dtype=np.int32)
    place[order] = np.arange(len(order))
    once = whole.rows < whole.indices
    ends = place[whole.rows[once]], place[whole.indices[once]]
    return from_ties(tuple(whole.ids[vertex] for vertex in order), (*ends, whole.weights[once]), directed=False)


def strengths_inside(ties: CompactNetwork, division: Partition) -> dict[str, float]:
    """Return how strongly each actor is tied inside its own group."""
    groups = np.array([division.get(str(actor), 0) for actor in ties.ids], dtype=np.int64)
    rows = ties.rows
    inside = groups[rows] == groups[ties.indices]
    found = np.bincount(rows[inside], ties.weights[inside], ties.size) + 2 * np.nan_to_num(ties.loops)
    return dict(zip(map(str, ties.ids), found.tolist(), strict=True))
