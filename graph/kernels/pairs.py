"""How close two vertices are by their common contacts: for one vertex, and the closest of all pairs.

References
----------
Adamic & Adar (2003), Friends and neighbors on the Web. Social Networks 25, 211-230.
Zhou, Lü & Zhang (2009), Predicting missing links via local information. Eur. Phys. J. B 71, 623-630.
Fagin, Lotem & Naor (2003), Optimal aggregation algorithms for middleware. J. Comput. Syst. Sci. 66, 614-656.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from graph.kernels.arrays import Counts, Reals, Ties, Vertices
from graph.kernels.compiler import compiled


@compiled
def scores_of(ties: Ties, worth: Reals, vertex: int) -> Reals:
    """Sum of the worths of the contacts each vertex has in common with the given one.

    Parameters
    ----------
    ties
        Ties by the vertex they start from.
    worth
        What a common contact counts: 1 for their number, 1/log(ties) for Adamic-Adar, 1/ties for resource
        allocation.
    vertex
        Number of the vertex.

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
    bound and paired with later ones only; those whose bound falls to the lowest score kept are out.

    Parameters
    ----------
    ties
        Ties by the vertex they start from.
    worth
        Worth of each vertex for a pair.
    count
        How many are wanted.

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
    ends, scores = search_pairs(ties, worth, bound[order], order, count)
    falling = np.argsort(-scores, kind="stable")[: np.count_nonzero(scores)]
    return order[ends[0][falling]], order[ends[1][falling]], scores[falling]


class Ranked(NamedTuple):
    """Contacts in the order of ranks.

    Attributes
    ----------
    indptr, ranks
        Ranks of each vertex's contacts, sorted, as compressed sparse rows.
    later
        Where in each row the ranks begin whose turn has not come yet.
    worth
        What each vertex counts as a common contact.
    """

    indptr: Counts
    ranks: Vertices
    later: Counts
    worth: Reals


@compiled
def search_pairs(ties: Ties, worth: Reals, bound: Reals, order: Vertices, count: int) -> tuple[Vertices, Reals]:
    """Find ranks, of shape (2, count), and scores of the closest pairs, unsorted; score 0 where there are fewer.

    Parameters
    ----------
    ties
        Ties by the vertex they start from.
    worth
        Worth of each vertex for a pair.
    bound
        The most that each vertex can reach with any other.
    order
        Vertices in the order in which they are looked at.
    count
        How many are wanted.
    """
    ranked = Ranked(ties.indptr, by_rank(ties, order), ties.indptr[:-1].copy(), worth)
    scores, met = np.zeros(len(order)), np.empty(len(order), np.int32)
    best, ends = np.zeros(count), np.zeros((2, count), np.int32)
    lowest, alive = np.int64(0), len(order)
    for rank in range(len(order)):
        while alive > 0 and bound[alive - 1] <= best[lowest]:
            alive -= 1
        if rank >= alive:
            break
        row = slice(ties.indptr[order[rank]], ties.indptr[order[rank] + 1])
        found = meet(ranked, ties.indices[row], alive, scores, met)
        scores[ranked.ranks[row]] = 0.0  # tied already
        for other in met[:found]:
            if scores[other] > best[lowest]:
                best[lowest], ends[0, lowest], ends[1, lowest] = scores[other], rank, other
                lowest = np.argmin(best)
            scores[other] = 0.0
    return ends, best


@compiled
def by_rank(ties: Ties, order: Vertices) -> Vertices:
    """Write ranks of contacts into each row, sorted without sorting: one after the other signs at its contacts."""
    ranks = np.empty(len(ties.indices), np.int32)
    free = ties.indptr[:-1].copy()
    for rank in range(len(order)):
        for contact in ties.indices[ties.indptr[order[rank]] : ties.indptr[order[rank] + 1]]:
            ranks[free[contact]] = rank
            free[contact] += 1
    return ranks


@compiled
def meet(ranked: Ranked, contacts: Vertices, alive: int, scores: Reals, met: Vertices) -> int:
    """Add up the scores of all later ranks two steps away that are in the race; list them and return how many.

    Parameters
    ----------
    ranked
        The best pairs so far, changed in place.
    contacts
        Neighbours of the vertex.
    alive
        How many of the contacts still count.
    scores
        Where the scores are added up.
    met
        Where the vertices that are reached are written.
    """
    found = 0
    for contact in contacts:
        ranked.later[contact] += 1  # the rank whose turn it is stands in the rows of all its contacts
        for place in range(ranked.later[contact], ranked.indptr[contact + 1]):
            other = ranked.ranks[place]
            if other >= alive:
                break
            if scores[other] == 0.0:
                met[found] = other
                found += 1
            scores[other] += ranked.worth[contact]
    return found
