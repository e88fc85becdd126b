"""Two-step paths of a directed network that no direct tie shortens, by the groups along them.

References
----------
Gould & Fernandez (1989), Structures of mediation: a formal approach to brokerage in transaction networks.
Sociological Methodology 19, 89-126.
"""

from __future__ import annotations

import numpy as np

from graph.kernels.arrays import Counts, Ties, Vertices
from graph.kernels.compiler import compiled

# Roles of the vertex in the middle, in the order of the counts
COORDINATOR, GATEKEEPER, REPRESENTATIVE, ITINERANT, LIAISON = 0, 1, 2, 3, 4
ROLES = 5


@compiled
def role(sender: int, broker: int, receiver: int) -> int:
    """Role of a broker by the groups of the three."""
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
