"""Triangles of an undirected network: counted, and weighed.

All walks through the triangles go the same way: vertices are ranked by degree, each tie is kept only
at its lower end, and for each such tie the common higher neighbours are listed. Every triangle comes up once.

References
----------
Chiba & Nishizeki (1985), Arboricity and subgraph listing algorithms. SIAM J. Comput. 14, 210-223.
Latapy (2008), Main-memory triangle computations for very large graphs. Theor. Comput. Sci. 407, 458-473.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from graph.kernels.arrays import Contacts, Counts, Flags, Reals, Ties, Vertices
from graph.kernels.compiler import compiled


class Upward(NamedTuple):
    """Ties from lower to higher rank, ranks instead of vertex numbers.

    Attributes
    ----------
    order
        Vertex of each rank.
    indptr, indices
        Higher neighbours of each rank, see `Ties`.
    arcs
        Position of each tie in the ``indices`` it was taken from.
    """

    order: Vertices
    indptr: Counts
    indices: Vertices
    arcs: Counts


def upward(ties: Ties) -> Upward:
    """Rank vertices by degree and keep each tie at its lower end."""
    return keep_upward(ties, np.argsort(np.diff(ties.indptr), kind="stable").astype(np.int32))


@compiled
def keep_upward(ties: Ties, order: Vertices) -> Upward:
    """Keep each tie at the end that comes first in the order."""
    rank = np.empty(len(order), np.int32)
    for r in range(len(order)):
        rank[order[r]] = r
    indptr = np.zeros(len(order) + 1, np.int64)
    indices, arcs = np.empty(len(ties.indices) // 2, np.int32), np.empty(len(ties.indices) // 2, np.int64)
    kept = 0
    for r in range(len(order)):
        for arc in range(ties.indptr[order[r]], ties.indptr[order[r] + 1]):
            if rank[ties.indices[arc]] > r:
                indices[kept] = rank[ties.indices[arc]]
                arcs[kept] = arc
                kept += 1
        indptr[r + 1] = kept
    return Upward(order, indptr, indices, arcs)


@compiled
def count_triangles(ties: Upward) -> Counts:
    """Triangles at each vertex, array of length n."""
    known = np.zeros(len(ties.order), np.uint8)
    at_rank = np.zeros(len(ties.order), np.int64)
    for u in range(len(ties.order)):
        row = ties.indices[ties.indptr[u] : ties.indptr[u + 1]]
        if len(row) < 2:
            continue
        known[row] = 1
        for v in row:
            closed = 0
            for w in ties.indices[ties.indptr[v] : ties.indptr[v + 1]]:
                # adding 0 costs less than a branch nobody can predict
                at_rank[w] += known[w]
                closed += known[w]
            at_rank[v] += closed
            at_rank[u] += closed
        known[row] = 0
    counts = np.empty_like(at_rank)
    counts[ties.order] = at_rank
    return counts


@compiled
def common(ties: Upward, v: int, known: Flags, found: Counts) -> int:
    """List the ties of ``v`` that lead to someone known; return how many.

    Parameters
    ----------
    ties
        Ties from the lower to the higher number.
    v
        Number of the vertex.
    known
        Whether each vertex is known to the first one.
    found
        Where what is found is counted.
    """
    count = 0
    for b in range(ties.indptr[v], ties.indptr[v + 1]):
        # written down in any case, kept by counting on: cheaper than a branch nobody can predict
        found[count] = b
        count += known[ties.indices[b]]
    return count


class Redundancy(NamedTuple):
    """How far contacts lead to the same people: Burt (1992), Structural Holes, chapter 2.

    Attributes
    ----------
    constraint, effective_size
        NaN for vertices without contacts.
    cycles
        Sum over ordered pairs of contacts of the product of the three weights of their triangle.
    """

    constraint: Reals
    effective_size: Reals
    cycles: Reals


class ThirdParties(NamedTuple):
    """What third parties know of both ends of a tie.

    Attributes
    ----------
    shared
        Sum of the products of their two weights.
    through
        The same, each divided by the strength of the third party.
    """

    shared: Reals
    through: Reals


@compiled
def redundancy(ties: Upward, contacts: Contacts) -> Redundancy:
    """Burt's constraint and effective size from one walk through the triangles.

    Parameters
    ----------
    ties
        The same network, each tie at its lower end.
    contacts
        A vertex tied with itself is its own contact, as in NetworkX.
    """
    size = len(ties.order)
    weight, loops = contacts.weights[ties.arcs], contacts.loops
    strength, strongest = sums_and_maxima(contacts)
    third = third_parties(ties, weight, strength[ties.order])
    result = Redundancy(np.zeros(size), np.zeros(size), np.zeros(size))
    for r in range(size):
        for a in range(ties.indptr[r], ties.indptr[r + 1]):
            u, v = ties.order[r], ties.order[ties.indices[a]]
            invested = weight[a] * (1.0 + loops[u] / strength[u] + loops[v] / strength[v]) + third.through[a]
            overlap = third.shared[a] + weight[a] * (loops[u] + loops[v])
            result.constraint[u] += (invested / strength[u]) ** 2
            result.constraint[v] += (invested / strength[v]) ** 2
            result.effective_size[u] += 1.0 - overlap / (strength[u] * strongest[v])
            result.effective_size[v] += 1.0 - overlap / (strength[v] * strongest[u])
            result.cycles[u] += weight[a] * third.shared[a]
            result.cycles[v] += weight[a] * third.shared[a]
    for v in range(size):
        if contacts.indptr[v] == contacts.indptr[v + 1]:
            result.constraint[v] = result.effective_size[v] = np.nan
        elif loops[v] > 0.0:
            add_loop(v, contacts, strength, strongest, result)
    return result


@compiled
def sums_and_maxima(contacts: Contacts) -> tuple[Reals, Reals]:
    """Strength and strongest contact of each vertex, itself included."""
    strength, strongest = contacts.loops.copy(), contacts.loops.copy()
    for v in range(len(strength)):
        for weight in contacts.weights[contacts.indptr[v] : contacts.indptr[v + 1]]:
            strength[v] += weight
            strongest[v] = max(strongest[v], weight)
    return strength, strongest


@compiled
def third_parties(ties: Upward, weight: Reals, strength: Reals) -> ThirdParties:
    """Add up what each triangle's corners know of the ties opposite to them.

    Parameters
    ----------
    ties
        Ties from the lower to the higher number.
    weight
        Weight of each project.
    strength
        Strength of each tie.
    """
    third = ThirdParties(np.zeros(len(weight)), np.zeros(len(weight)))
    known = np.zeros(len(strength), np.uint8)
    tie_to, found = np.empty(len(strength), np.int64), np.empty(len(strength) + 1, np.int64)
    for u in range(len(strength)):
        start, end = ties.indptr[u], ties.indptr[u + 1]
        if end - start < 2:
            continue
        row = ties.indices[start:end]
        known[row] = 1
        tie_to[row] = np.arange(start, end)
        for a in range(start, end):
            v = ties.indices[a]
            for b in found[: common(ties, v, known, found)]:
                w = ties.indices[b]
                c = tie_to[w]
                add_third(third, a, weight[b] * weight[c], strength[w])
                add_third(third, c, weight[a] * weight[b], strength[v])
                add_third(third, b, weight[a] * weight[c], strength[u])
        known[row] = 0
    return third


@compiled
def add_third(third: ThirdParties, tie: int, product: float, strength: float) -> None:
    """Add one third party to a tie.

    Parameters
    ----------
    third
        The common contacts.
    tie
        Number of the tie.
    product
        Product of the strengths of the two ties.
    strength
        Strength of the tie.
    """
    third.shared[tie] += product
    third.through[tie] += product / strength


@compiled
def add_loop(v: int, contacts: Contacts, strength: Reals, strongest: Reals, result: Redundancy) -> None:
    """Add what a vertex invests in itself.

    Parameters
    ----------
    v
        Number of the vertex.
    contacts
        Neighbours of each vertex, with strengths.
    strength
        Strength of each tie.
    strongest
        The strongest tie of each vertex.
    result
        Where the sums are written.
    """
    loop = contacts.loops[v]
    returned = loop / strength[v] + (loop / strength[v]) ** 2
    overlap = loop * loop
    for arc in range(contacts.indptr[v], contacts.indptr[v + 1]):
        square = contacts.weights[arc] ** 2
        returned += square / (strength[v] * strength[contacts.indices[arc]])
        overlap += square
    result.constraint[v] += returned * returned
    result.effective_size[v] += 1.0 - overlap / (strength[v] * strongest[v])
