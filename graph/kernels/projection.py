"""The cooperation network straight from the list of who takes part where.

References
----------
Newman (2001), Scientific collaboration networks II. Phys. Rev. E 64, 016132 (fractional counting).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from graph.kernels.arrays import Counts, Reals, Ties, Vertices
from graph.kernels.compiler import compiled


class Participations(NamedTuple):
    """Who takes part where, once by actor and once by project.

    Attributes
    ----------
    projects
        Projects of each actor.
    members
        Actors of each project.
    """

    projects: Ties
    members: Ties


@compiled
def project(parts: Participations, worth: Reals) -> tuple[Counts, Vertices, Reals]:
    """Tie all actors that share a project; the weight is the summed worth of the projects they share.

    Actors come in rising order, and each writes itself into the rows of its partners: the rows of the result are
    sorted without sorting.

    Parameters
    ----------
    worth
        What a shared project adds to a weight.

    Returns
    -------
    tuple
        ``indptr, indices, weights`` of the cooperation network.
    """
    size = len(parts.projects.indptr) - 1
    weight, met = np.zeros(size), np.empty(size, np.int32)
    indptr = np.zeros(size + 1, np.int64)
    for actor in range(size):
        indptr[actor + 1] = indptr[actor] + count_partners(actor, parts, met, weight)
    indices, weights = np.empty(indptr[size], np.int32), np.empty(indptr[size])
    free = indptr[:-1].copy()
    for actor in range(size):
        for partner in met[: add_shared(actor, parts, worth, met, weight)]:
            indices[free[partner]], weights[free[partner]] = actor, weight[partner]
            free[partner] += 1
            weight[partner] = 0.0
    return indptr, indices, weights


@compiled
def count_partners(actor: int, parts: Participations, met: Vertices, seen: Reals) -> int:
    """Count the actors that share a project with one."""
    projects, members = parts.projects, parts.members
    seen[actor] = 1.0
    found = 0
    for shared in projects.indices[projects.indptr[actor] : projects.indptr[actor + 1]]:
        for partner in members.indices[members.indptr[shared] : members.indptr[shared + 1]]:
            # written down in any case, kept by counting on: cheaper than a branch nobody can predict
            met[found] = partner
            found += seen[partner] == 0.0
            seen[partner] = 1.0
    seen[met[:found]] = 0.0
    seen[actor] = 0.0
    return found


@compiled
def add_shared(actor: int, parts: Participations, worth: Reals, met: Vertices, weight: Reals) -> int:
    """Add up the worth of the projects each partner shares with one actor; list the partners, return how many."""
    projects, members = parts.projects, parts.members
    found = 0
    for shared in projects.indices[projects.indptr[actor] : projects.indptr[actor + 1]]:
        for partner in members.indices[members.indptr[shared] : members.indptr[shared + 1]]:
            if partner == actor:
                continue
            if weight[partner] == 0.0:
                met[found] = partner
                found += 1
            weight[partner] += worth[shared]
    return found
