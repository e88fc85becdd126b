"""Measures of structural holes: how far an actor's contacts know each other."""

from __future__ import annotations

import numpy as np

from graph.kernels.arrays import Reals
from graph.measures.study import Study


def constraint(study: Study) -> Reals:
    """Burt's constraint: how much the contacts know each other; low means broker, NaN for isolates."""
    return study.redundancy.constraint


def constraint_weighted(study: Study) -> Reals:
    """Burt's constraint where strong ties count more."""
    return study.weighted_redundancy.constraint


def effective_size(study: Study) -> Reals:
    """Contacts that lead somewhere else than the other contacts do; NaN for isolates.

    Where ties have neither direction nor loops: number of contacts less their mean number of ties among each other
    (Borgatti 1997).
    """
    if study.network.directed or study.contacts.loops.any():
        return study.redundancy.effective_size
    ties = np.diff(study.undirected.indptr)
    known = 2.0 * study.triangles
    different: Reals = np.subtract(ties, known / np.maximum(ties, 1), out=np.full(len(ties), np.nan), where=ties > 0)
    return different


def effective_size_weighted(study: Study) -> Reals:
    """Effective size where strong ties count more."""
    return study.weighted_redundancy.effective_size
