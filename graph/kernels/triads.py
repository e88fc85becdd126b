"""Two-step paths that no direct tie shortens, by the groups along them.

In a directed network they are counted one by one; in an undirected one they are all pairs of contacts less the pairs
that a triangle closes.

References
----------
Gould & Fernandez (1989), Structures of mediation: a formal approach to brokerage in transaction networks.
Sociological Methodology 19, 89-126.
"""

from __future__ import annotations

import numpy as np

from graph.kernels.arrays import Counts, Flags, Ties, Vertices
from graph.kernels.compiler import compiled
from graph.kernels.triangles import Upward

# Roles of the vertex in the middle, in the order of the counts
COORDINATOR, GATEKEEPER, REPRESENTATIVE, ITINERANT, LIAISON = 0, 1, 2, 3, 4
ROLES = 5


@compiled
def role(sender: int, broker: int, receiver: int) -> int:
    """Role of a broker by the groups of the three.

    Parameters
    ----------
    sender
        Number of the vertex the path begins at.
    broker
        Number of the vertex between the two.
    receiver
        Number of the vertex the path ends at.
    """
    if sender == receiver:
        return COORDINATOR if sender == broker else ITINERANT
    if broker == receiver:
        return GATEKEEPER
    return REPRESENTATIVE if broker == sender else LIAISON


@compiled
def count_roles(ties: Ties, groups: Vertices) -> Counts:
    """Two-step paths sender > broker > receiver without a tie sender > receiver, by role of the broker.

    Parameters
    ----------
    groups
        Group number of each vertex.

    Returns
    -------
    Counts
        Of shape (n, 5).
    """
    counts = np.zeros((len(groups), ROLES), np.int64)
    known = np.zeros(len(groups), np.uint8)
    for sender in range(len(groups)):
        contacts = ties.indices[ties.indptr[sender] : ties.indptr[sender + 1]]
        known[contacts] = 1
        known[sender] = 1
        for broker in contacts:
            for receiver in ties.indices[ties.indptr[broker] : ties.indptr[broker + 1]]:
                if not known[receiver]:
                    counts[broker, role(groups[sender], groups[broker], groups[receiver])] += 1
        known[contacts] = 0
        known[sender] = 0
    return counts


# How the two ends of a two-step path stand to the group of the vertex in its middle
ALL_OWN, BOTH_OTHER, ONE_OWN, ALL_DIFFERENT = 0, 1, 2, 3
STANDINGS = 4


@compiled
def open_pairs(up: Upward, ties: Ties, groups: Vertices) -> Counts:
    """Pairs of contacts without a tie between them, by standing: all pairs less those a triangle closes.

    Parameters
    ----------
    up
        The same network, each tie at its lower end.
    ties
        Ties by the vertex they start from.
    groups
        Group number of each vertex, from 0.

    Returns
    -------
    Counts
        Of shape (n, 4).
    """
    pairs = contact_pairs(ties, groups)
    closed = np.zeros((len(groups), STANDINGS), np.int64)
    group, known = groups[up.order], np.zeros(len(groups), np.uint8)
    found = np.empty(len(groups) + 1, np.int32)
    for u in range(len(groups)):
        row = up.indices[up.indptr[u] : up.indptr[u + 1]]
        if len(row) < 2:
            continue
        known[row] = 1
        for v in row:
            thirds = found[: known_among(up.indices[up.indptr[v] : up.indptr[v + 1]], known, found)]
            if group[u] == group[v]:
                close_alike(u, v, thirds, group, closed)
            else:
                close_apart(u, v, thirds, group, closed)
        known[row] = 0
    pairs[up.order] -= closed
    return pairs


@compiled
def known_among(vertices: Vertices, known: Flags, found: Vertices) -> int:
    """List the vertices that are known; return how many.

    Parameters
    ----------
    vertices
        Numbers of the vertices.
    known
        Whether each vertex is known to the first one.
    found
        Where what is found is written.
    """
    count = 0
    for v in vertices:
        # written down in any case, kept by counting on: cheaper than a branch nobody can predict
        found[count] = v
        count += known[v]
    return count


@compiled
def close_alike(u: int, v: int, thirds: Vertices, group: Vertices, closed: Counts) -> None:
    """Count the triangles of two tied vertices of one group for all three corners.

    Parameters
    ----------
    u
        Number of the vertex.
    v
        Number of the vertex.
    thirds
        Numbers of the common contacts.
    group
        Group of each vertex.
    closed
        Where the closed triads are counted.
    """
    same = 0
    for w in thirds:
        like = int(group[w] == group[u])
        same += like
        closed[w, BOTH_OTHER - like] += 1  # ALL_OWN when all three are alike
    closed[u, ALL_OWN] += same
    closed[u, ONE_OWN] += len(thirds) - same
    closed[v, ALL_OWN] += same
    closed[v, ONE_OWN] += len(thirds) - same


@compiled
def close_apart(u: int, v: int, thirds: Vertices, group: Vertices, closed: Counts) -> None:
    """Count the triangles of two tied vertices of different groups for all three corners.

    Parameters
    ----------
    u
        Number of the vertex.
    v
        Number of the vertex.
    thirds
        Numbers of the common contacts.
    group
        Group of each vertex.
    closed
        Where the closed triads are counted.
    """
    with_u = with_v = 0
    for w in thirds:
        like_u, like_v = int(group[w] == group[u]), int(group[w] == group[v])
        with_u += like_u
        with_v += like_v
        closed[w, ALL_DIFFERENT - like_u - like_v] += 1  # ONE_OWN when it is like one of them
    neither = len(thirds) - with_u - with_v
    closed[u, ONE_OWN] += with_u
    closed[u, BOTH_OTHER] += with_v
    closed[u, ALL_DIFFERENT] += neither
    closed[v, ONE_OWN] += with_v
    closed[v, BOTH_OTHER] += with_u
    closed[v, ALL_DIFFERENT] += neither


@compiled
def contact_pairs(ties: Ties, groups: Vertices) -> Counts:
    """Pairs of contacts of each vertex, tied or not, by standing."""
    pairs = np.zeros((len(groups), STANDINGS), np.int64)
    members = np.zeros(1 + max(groups) if len(groups) else 1, np.int64)
    for v in range(len(groups)):
        contacts = ties.indices[ties.indptr[v] : ties.indptr[v + 1]]
        for u in contacts:
            # each newcomer pairs with everyone counted so far
            pairs[v, ALL_OWN if groups[u] == groups[v] else BOTH_OTHER] += members[groups[u]]
            members[groups[u]] += 1
        own = members[groups[v]]
        pairs[v, ONE_OWN] = own * (len(contacts) - own)
        everyone = len(contacts) * (len(contacts) - 1) // 2
        pairs[v, ALL_DIFFERENT] = everyone - pairs[v, ALL_OWN] - pairs[v, BOTH_OTHER] - pairs[v, ONE_OWN]
        for u in contacts:
            members[groups[u]] = 0
    return pairs


@compiled
def tied_by_group(ties: Ties, among: Vertices, groups: Vertices, size: int) -> Counts:
    """Count the ties among some vertices by the groups of both ends, each tie in both directions.

    Parameters
    ----------
    ties
        Ties by the vertex they start from, each in both rows.
    among
        The vertices, each in one of the groups.
    groups
        Group number of each vertex, from 0.
    size
        Number of groups.

    Returns
    -------
    Counts
        Of shape (size, size).
    """
    inside = np.zeros(len(groups), np.uint8)
    inside[among] = 1
    counts = np.zeros((size, size), np.int64)
    for u in among:
        for w in ties.indices[ties.indptr[u] : ties.indptr[u + 1]]:
            if inside[w]:
                counts[groups[u], groups[w]] += 1
    return counts
