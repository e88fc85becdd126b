"""Centralisation: how far a network turns around one actor, 0 for all alike and 1 for a star.

References
----------
Freeman (1978), Centrality in social networks: conceptual clarification. Social Networks 1, 215-239.
"""

from __future__ import annotations

import numpy as np

from graph.kernels.arrays import Reals
from graph.measures.study import Study

FEWEST = 3  # a star needs a centre and two ends


def degree_centralisation(study: Study) -> float | None:
    """Sum of the gaps to the highest degree, as a share of that in a star."""
    n = study.network.size
    ties = np.diff(study.undirected.indptr).astype(np.float64)
    return _share(study, ties, (n - 1) * (n - 2), n)


def betweenness_centralisation(study: Study) -> float | None:
    """Sum of the gaps to the highest betweenness, as a share of that in a star."""
    n = study.network.size
    if n < FEWEST or study.network.directed:
        return None
    return _share(study, study.betweenness.values, n - 1, n)


def closeness_centralisation(study: Study) -> float | None:
    """Sum of the gaps to the highest closeness in the largest component, as a share of that in a star.

    Distances between components are infinite, so the others are left out.
    """
    if study.network.directed:
        return None
    part = study.largest_component
    n = len(part)
    if n < FEWEST:
        return None
    closeness = (n - 1) / study.distances.total[part]
    return _share(study, closeness, (n - 1) * (n - 2) / (2 * n - 3), n)


def _share(study: Study, values: Reals, in_a_star: float, n: int) -> float | None:
    if n < FEWEST or study.network.directed:
        return None
    return float((values.max() - values).sum() / in_a_star)
