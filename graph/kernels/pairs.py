"""How close two vertices are by their common contacts: for one vertex, and the closest of all pairs.

References
----------
Adamic & Adar (2003), Friends and neighbors on the Web. Social Networks 25, 211-230.
Zhou, Lü & Zhang (2009), Predicting missing links via local information. Eur. Phys. J. B 71, 623-630.
Fagin, Lotem & Naor (2003), Optimal aggregation algorithms for middleware. J. Comput. Syst. Sci. 66, 614-656.
"""

from __future__ import annotations

import numpy as np

from graph.kernels.arrays import Reals, Ties, Vertices
from graph.kernels.compiler import compiled


@compiled
def scores_of(ties: Ties, worth: Reals, vertex: int) -> Reals:
    """Sum of the worths of the contacts each vertex has in common with the given one.

    Parameters
    ----------
    worth
        What a common contact counts: 1 for their number, 1/log(ties) for Adamic-Adar, 1/ties for resource
        allocation.

    Returns
    -------
    Reals
        Array of length n, 0 for the vertex itself.
    """
    scores = np.zeros(len(worth))
    for contact in ties.indices[ties.indptr[vertex] : ties.indptr[vertex + 1]]:
        for other in ties.indices[ties.indptr[contact] : ties.indptr[contact + 1]]:
            scores[other] += worth[contact]
    scores[vertex] = 0.0
    return scores


def closest_pairs(ties: Ties, worth: Reals, count: int) -> tuple[Vertices, Vertices, Reals]:
    """Find the ``count`` untied pairs with the highest scores, exactly.

    No pair scores more than all contacts of either end are worth. Vertices are taken in falling order of that
    bound; once it falls to the lowest score kept, no better pair can follow.

    Returns
    -------
    tuple
        The two ends and the score of each pair, highest first; fewer when fewer pairs share a contact.
    """
    if count <= 0 or len(ties.indices) == 0:
        return np.empty(0, np.int32), np.empty(0, np.int32), np.empty(0)
    rows = np.repeat(np.arange(len(worth)), np.diff(ties.indptr))
    bound = np.bincount(rows, worth[ties.indices], len(worth)).astype(np.float64)
    order = np.argsort(-bound, kind="stable").astype(np.int32)
    ends, scores = search_pairs(ties, worth, bound, order, count)
    falling = np.argsort(-scores, kind="stable")[: np.count_nonzero(scores)]
    return ends[0][falling], ends[1][falling], scores[falling]


@compiled
def search_pairs(ties: Ties, worth: Reals, bound: Reals, order: Vertices, count: int) -> tuple[Vertices, Reals]:
    """Find ends, of shape (2, count), and scores of the closest pairs, unsorted; score 0 where there are fewer."""
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order))
    scores, met = np.zeros(len(order)), np.empty(len(order), np.int32)
    tied = np.zeros(len(order), np.uint8)
    best, ends = np.zeros(count), np.zeros((2, count), np.int32)
    lowest = np.int64(0)
    for v in order:
        if bound[v] <= best[lowest]:
            break
        contacts = ties.indices[ties.indptr[v] : ties.indptr[v + 1]]
        tied[contacts] = 1
        for u in met[: meet(ties, worth, contacts, scores, met)]:
            if scores[u] > best[lowest] and rank[u] > rank[v] and not tied[u]:
                best[lowest], ends[0, lowest], ends[1, lowest] = scores[u], v, u
                lowest = np.argmin(best)
            scores[u] = 0.0
        tied[contacts] = 0
    return ends, best


@compiled
def meet(ties: Ties, worth: Reals, contacts: Vertices, scores: Reals, met: Vertices) -> int:
    """Add up the scores of everyone two steps away; list them and return how many."""
    found = 0
    for contact in contacts:
        for other in ties.indices[ties.indptr[contact] : ties.indptr[contact + 1]]:
            if scores[other] == 0.0:
                met[found] = other
                found += 1
            scores[other] += worth[contact]
    return found
