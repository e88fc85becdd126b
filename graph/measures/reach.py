"""Measures of distance: how near an actor is to all others, and how often it lies between them."""

from __future__ import annotations

import numpy as np

from graph.kernels.arrays import Reals
from graph.measures.sample import Estimate
from graph.measures.study import Study


def closeness(study: Study) -> Reals:
    """Inverse mean distance from all who reach the actor, times the share of actors who do (Wasserman & Faust).

    0 for isolates, as in NetworkX; distances follow the direction of ties towards the actor.
    """
    distances = study.distances
    share = distances.reaching / max(study.network.size - 1, 1)
    return np.divide(
        distances.reaching * share, distances.total, out=np.zeros(study.network.size), where=distances.total > 0
    )


def harmonic(study: Study) -> Reals:
    """Sum of 1/distance from all others; who does not reach the actor adds nothing."""
    return study.distances.harmonic


def betweenness(study: Study) -> Reals:
    """Share of the shortest paths between pairs of others that lead through the actor."""
    return study.betweenness.values


def betweenness_estimate(study: Study) -> Estimate:
    """Betweenness with its sampling error."""
    return study.betweenness


def betweenness_weighted(study: Study) -> Reals:
    """Betweenness where a tie of strength w is 1/w long: strong ties are short ways."""
    return study.weighted_betweenness.values


def weighted_betweenness_estimate(study: Study) -> Estimate:
    """Betweenness by strength of ties with its sampling error."""
    return study.weighted_betweenness
