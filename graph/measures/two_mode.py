"""Measures for two-mode networks, normalised by what is possible between two kinds of nodes.

References
----------
Borgatti & Everett (1997), Network analysis of 2-mode data. Social Networks 19, 243-269.
Borgatti & Halgin (2011), Analyzing affiliation networks. The SAGE Handbook of Social Network Analysis, ch. 28.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graph.errors import NotTwoModeError
from graph.kernels.arrays import Reals
from graph.kernels.csr import UNKNOWN
from graph.lazy import later
from graph.measures.sample import Estimate
from graph.measures.study import Study

sp = later("scipy.sparse")

MODES = 2


def degree_two_mode(study: Study) -> Reals:
    """Ties as a share of the nodes of the other mode; NaN when there are none."""
    _, other = sizes(study)
    return _divide(np.diff(study.all_ties.indptr), other)


def closeness_two_mode(study: Study) -> Reals:
    """Smallest possible sum of distances by the actual one, times the share of nodes that are reached."""
    own, other = sizes(study)
    distances = study.distances
    nearest = other + 2.0 * (own - 1)
    share = distances.reaching / max(study.network.size - 1, 1)
    return np.divide(nearest * share, distances.total, out=np.zeros(len(own)), where=distances.total > 0)


def betweenness_two_mode(study: Study) -> Reals:
    """Betweenness as a share of the highest possible between nodes of two modes; NaN when that is 0."""
    return betweenness_estimate_two_mode(study).values


def betweenness_estimate_two_mode(study: Study) -> Estimate:
    """Two-mode betweenness with its sampling error, both in shares of the highest possible value."""
    own, other = sizes(study)
    size = study.network.size
    pairs = (size - 1) * (size - 2) / 2
    most = np.array([_highest(int(n), int(m)) for n, m in zip(own, other, strict=True)])
    plain = study.betweenness
    return replace(plain, values=_divide(plain.values * pairs, most), error=_divide(plain.error * pairs, most))


def two_mode_clustering(study: Study) -> float | None:
    """Share of the three-step paths that a fourth step closes; ``None`` without such paths.

    References
    ----------
    Robins & Alexander (2004), Small worlds among interlocking directors. Comput. Math. Organ. Theory 10, 69-94.
    """
    network = study.network
    ties = sp.csr_array((np.ones(len(network.indices)), network.indices, network.indptr), shape=2 * (network.size,))
    shared = ties @ ties
    shared.setdiag(0)
    closed = (
        shared.data * (shared.data - 1) / 2
    ).sum()  # each cycle of four has four ordered pairs of opposite corners
    further = np.diff(network.indptr) - 1
    paths = (further[network.rows] * further[network.indices]).sum() / 2
    return float(closed / paths) if paths else None


def is_two_mode(study: Study) -> bool:
    """Whether there are two modes and every tie joins one with the other."""
    modes, _ = study.groups("mode")
    if len(modes) != MODES or study.network.directed:
        return False
    try:
        sizes(study)
    except NotTwoModeError:
        return False
    return True


def sizes(study: Study) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Count the nodes of the own and of the other mode, for each node.

    Raises
    ------
    NotTwoModeError
        If a node has no mode, there are more than two modes, or a tie joins two nodes of one mode.
    """
    modes, mode = study.groups("mode")
    ids, network = study.network.ids, study.network
    if len(modes) > MODES:
        raise NotTwoModeError(f"nodes have {len(modes)} modes: {', '.join(map(str, modes))}")
    for v in np.flatnonzero(mode == UNKNOWN)[:1]:
        raise NotTwoModeError(f"{ids[v]!r} has no attribute 'mode'")
    starts = np.concatenate((network.rows, np.flatnonzero(~np.isnan(network.loops))))
    ends = np.concatenate((network.indices, np.flatnonzero(~np.isnan(network.loops))))
    for u, v in np.column_stack((starts, ends))[mode[starts] == mode[ends]][:1]:
        raise NotTwoModeError(f"{ids[u]!r} and {ids[v]!r} are tied and both of mode {modes[mode[u]]!r}")
    own = np.bincount(mode, minlength=MODES)[mode] if network.size else np.empty(0, np.int64)
    return own, network.size - own


def _highest(own: int, other: int) -> float:
    """Highest betweenness, in unordered pairs, of one of ``own`` nodes beside ``other`` nodes of the other mode."""
    if other == 0:
        return 0
    s, t = divmod(own - 1, other)
    return (other**2 * (s + 1) ** 2 + other * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2


def _divide(values: NDArray[Any], by: NDArray[Any]) -> Reals:
    share: Reals = np.divide(values, by, out=np.full(len(values), np.nan), where=by > 0)
    return share
