"""Measures that feed back: an actor counts for much if its contacts do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graph.kernels.arrays import Reals
from graph.lazy import later
from graph.measures.study import Study

linalg = later("scipy.sparse.linalg")

if TYPE_CHECKING:
    import scipy.sparse as sp
else:
    sp = later("scipy.sparse")

TOLERANCE = 1e-6  # per node, as in NetworkX
ROUNDS = 100  # as in NetworkX
DAMPING = 0.85  # Page et al. (1999)
DENSE = 500  # nodes up to which all eigenvectors at once are the quickest way
SAME = 1e-9  # relative distance of eigenvalues that count as one


def eigenvector(study: Study) -> Reals:
    """Eigenvector centrality of length 1, by power iteration from equal values with NetworkX's precision.

    Where the iteration does not settle, an undirected network still has a defined limit and gets it; a directed one
    has none and gets NaN.
    """
    ties = _matrix(study, weighted=False)
    values = _power_iteration(_received(study, ties))
    if values is not None:
        return values
    if study.network.directed:
        return np.full(study.network.size, np.nan)
    return _leading_part(ties)


def pagerank(study: Study) -> Reals:
    """PageRank by strength of ties, damping 0.85, with NetworkX's precision; the values add up to 1."""
    size = study.network.size
    if size == 0:
        return np.empty(0)
    ties = _matrix(study, weighted=True)
    given, received = ties.sum(axis=1), _received(study, ties)
    stuck = given == 0
    given[stuck] = 1
    values, change = np.full(size, 1 / size), np.inf
    while change >= size * TOLERANCE:
        before = values
        values = DAMPING * (received @ (before / given) + before[stuck].sum() / size) + (1 - DAMPING) / size
        change = np.abs(values - before).sum()
    return values


def _matrix(study: Study, *, weighted: bool) -> sp.csr_array:
    network = study.network
    shape = (network.size, network.size)
    weights = network.weights if weighted else np.ones(len(network.indices))
    ties = sp.csr_array((weights, network.indices, network.indptr), shape=shape)
    own = ~np.isnan(network.loops)
    if own.any():
        ties = ties + sp.diags_array(np.where(own, network.loops if weighted else 1.0, 0.0))
    return ties


def _received(study: Study, ties: sp.csr_array) -> sp.csr_array:
    """Ties by their receiver."""
    return ties.T.tocsr() if study.network.directed else ties


def _power_iteration(received: sp.csr_array) -> Reals | None:
    size = received.shape[0]
    values: Reals = np.full(size, 1 / max(size, 1))
    for _ in range(ROUNDS):
        before = values
        values = before + received @ before  # the shift by 1 keeps two-mode networks from swinging
        values /= np.linalg.norm(values) or 1
        if np.abs(values - before).sum() < size * TOLERANCE:
            return values
    return values if size == 0 else None


def _leading_part(ties: sp.csr_array) -> Reals:
    """Part of equal values that lies in the space of the largest eigenvalue: where the iteration would end."""
    size = ties.shape[0]
    if size > DENSE:
        _, vectors = linalg.eigsh(ties, k=1, which="LA", v0=np.ones(size))
    else:
        eigenvalues, vectors = np.linalg.eigh(ties.toarray())
        vectors = vectors[:, eigenvalues >= eigenvalues[-1] * (1 - SAME)]
    part: Reals = np.maximum(vectors @ vectors.sum(axis=0), 0)
    return part / np.linalg.norm(part)
