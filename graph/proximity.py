"""Who is close to whom by common contacts: for one actor, and the closest of all pairs not tied yet."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping

import networkx as nx
import numpy as np
import pandas as pd

from graph.errors import UnknownMeasureError
from graph.kernels.arrays import Counts, Reals
from graph.kernels.csr import CompactNetwork
from graph.kernels.pairs import closest_pairs, scores_of
from graph.measures.study import Study, study

# What a common contact with a number of ties counts.
SCORES: Mapping[str, Callable[[Counts], Reals]] = {
    "common_neighbours": lambda ties: np.ones(len(ties)),
    "adamic_adar": lambda ties: 1 / np.log(np.maximum(ties, 2)),  # Adamic & Adar (2003)
    "resource_allocation": lambda ties: 1 / np.maximum(ties, 1),  # Zhou, Lü & Zhang (2009)
}


def proximity(network: nx.Graph | CompactNetwork | Study, actor: Hashable) -> pd.DataFrame:
    """Score everyone who shares a contact with an actor and is not tied to it.

    Direction, strength and self-ties do not count.

    Returns
    -------
    pd.DataFrame
        Index: node ids, named ``id``, highest ``adamic_adar`` first. Columns: `SCORES`.

    Raises
    ------
    ValueError
        If the actor is not in the network.
    """
    studied = study(network)
    ties, vertex = studied.undirected, studied.network.ids.index(actor)
    degree = np.diff(ties.indptr)
    scores = pd.DataFrame({name: scores_of(ties, worth(degree), vertex) for name, worth in SCORES.items()})
    scores["common_neighbours"] = scores["common_neighbours"].astype(np.int64)
    scores.index = pd.Index(list(studied.network.ids), name="id", tupleize_cols=False, dtype=object)
    strangers = np.setdiff1d(
        np.flatnonzero(scores["common_neighbours"]), ties.indices[ties.indptr[vertex] : ties.indptr[vertex + 1]]
    )
    return scores.iloc[strangers].sort_values("adamic_adar", ascending=False, kind="stable")


def closest(
    network: nx.Graph | CompactNetwork | Study, count: int, score: str = "adamic_adar"
) -> list[tuple[Hashable, Hashable, float]]:
    """Find the untied pairs with the highest scores in the whole network; exact.

    Parameters
    ----------
    network
        The network.
    count
        How many; fewer come back when fewer pairs share a contact. Where pairs with equal scores compete for the
        last places, those around the best connected actors get them.
    score
        One of `SCORES`.

    Returns
    -------
    list
        First and second node in the order of the network, and their score; highest first.

    Raises
    ------
    UnknownMeasureError
        If the score does not exist.
    """
    if score not in SCORES:
        raise UnknownMeasureError(f"{score!r} is not one of {', '.join(SCORES)}")
    studied = study(network)
    ids, ties = studied.network.ids, studied.undirected
    worth = SCORES[score](np.diff(ties.indptr))
    one, other, scores = (column.tolist() for column in closest_pairs(ties, worth, count))
    pairs = sorted((-value, min(u, v), max(u, v)) for u, v, value in zip(one, other, scores, strict=True))
    return [(ids[u], ids[v], -value) for value, u, v in pairs]
