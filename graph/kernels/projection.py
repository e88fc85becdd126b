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

    Actors come in rising order and look at partners before them only. Each writes itself into the rows of these
    partners, then every row is copied into the rows of those who stand in it: all rows are sorted without sorting.

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
    before, after = np.zeros(size, np.int64), np.zeros(size, np.int64)
    for actor in range(size):
        before[actor] = add_earlier(actor, parts, worth, met, weight)
        for partner in met[: before[actor]]:
            after[partner] += 1
            weight[partner] = 0.0
    indptr = np.zeros(size + 1, np.int64)
    indptr[1:] = np.cumsum(before + after)
    indices, weights = np.empty(indptr[size], np.int32), np.empty(indptr[size])
    free = indptr[:-1] + before
    for actor in range(size):
        for partner in met[: add_earlier(actor, parts, worth, met, weight)]:
            indices[free[partner]], weights[free[partner]] = actor, weight[partner]
            free[partner] += 1
            weight[partner] = 0.0
    copy_back(indptr, indptr[:-1] + before, indices, weights)
    return indptr, indices, weights


@compiled
def add_earlier(actor: int, parts: Participations, worth: Reals, met: Vertices, weight: Reals) -> int:
    """Add up what an actor shares with each actor before it; list these and return how many.

    Parameters
    ----------
    actor
        Number of the actor.
    parts
        Who takes part in which project.
    worth
        Worth of each vertex for a pair.
    met
        Where the vertices that are reached are written.
    weight
        Weight of each project.
    """
    projects, members = parts.projects, parts.members
    found = 0
    for shared in projects.indices[projects.indptr[actor] : projects.indptr[actor + 1]]:
        for partner in members.indices[members.indptr[shared] : members.indptr[shared + 1]]:
            if partner >= actor:
                break
            # written down in any case, kept by counting on: cheaper than a branch nobody can predict
            met[found] = partner
            found += weight[partner] == 0.0
            weight[partner] += worth[shared]
    return found


@compiled
def copy_back(indptr: Counts, later: Counts, indices: Vertices, weights: Reals) -> None:
    """Write each actor into the rows of its later partners, who stand from ``later`` on in its own row.

    Parameters
    ----------
    indptr
        Where the neighbours of each vertex begin.
    later
        How many neighbours with a higher number each vertex has.
    indices
        Neighbours, one vertex after the other.
    weights
        Weights of the ties, one vertex after the other.
    """
    free = indptr[:-1].copy()
    for actor in range(len(later)):
        for arc in range(later[actor], indptr[actor + 1]):
            partner = indices[arc]
            indices[free[partner]], weights[free[partner]] = actor, weights[arc]
            free[partner] += 1
