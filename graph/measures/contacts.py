"""Measures of an actor's own ties: how many, how strong, to whom, in how dense a part."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from graph.kernels.arrays import Counts, Reals
from graph.kernels.cores import core_numbers
from graph.kernels.csr import UNKNOWN
from graph.measures.study import Study


def degree(study: Study) -> Counts:
    """Count ties, in and out together in a directed network; a self-tie has two ends and counts twice."""
    ends: Counts = np.diff(study.all_ties.indptr) + np.where(np.isnan(study.network.loops), 0, 2)
    return ends


def strength(study: Study) -> Reals:
    """Sum of the strengths of the ties; a self-tie counts twice."""
    network = study.network
    total = np.bincount(network.rows, network.weights, network.size)
    if network.directed:
        total += np.bincount(network.indices, network.weights, network.size)
    return total + 2 * np.nan_to_num(network.loops)


def core_number(study: Study) -> Counts:
    """Largest k such that the actor belongs to a part in which everyone has k ties; self-ties do not count."""
    return core_numbers(study.all_ties).astype(np.int64)


def clustering(study: Study) -> Reals:
    """Share of the pairs of contacts that are tied; 0 with fewer than two contacts.

    In directed networks all ways to close a triangle count alike (Fagiolo 2007).
    """
    if study.network.directed:
        ties = np.diff(study.all_ties.indptr)
        mutual = np.bincount(_rows(study)[study.contacts.weights == 2], minlength=study.network.size)
        return _ratio(study.redundancy.cycles, 2.0 * (ties * (ties - 1) - 2 * mutual))
    ties = np.diff(study.network.indptr)
    return _ratio(2.0 * study.triangles, ties * (ties - 1))


def ei_index(study: Study) -> Reals:
    """Ties to other types less ties to the own type, as a share of both; NaN without a tie of known types."""
    own, other = ties_by_side(study)
    known = own + other
    return np.where(known > 0, (other - own) / np.maximum(known, 1), np.nan)


def ties_by_side(study: Study, by: str = "type") -> tuple[Counts, Counts]:
    """Ties of each actor to its own group and to other groups; ties with an unknown end are in neither."""
    _, group = study.groups(by)
    ties = study.all_ties
    rows = np.repeat(np.arange(study.network.size), np.diff(ties.indptr))
    known = (group[rows] != UNKNOWN) & (group[ties.indices] != UNKNOWN)
    same = group[rows] == group[ties.indices]
    size = study.network.size
    return np.bincount(rows[known & same], minlength=size), np.bincount(rows[known & ~same], minlength=size)


def _rows(study: Study) -> Counts:
    return np.repeat(np.arange(study.network.size), np.diff(study.contacts.indptr))


def _ratio(part: NDArray[Any], whole: NDArray[Any]) -> Reals:
    ratio: Reals = np.divide(part, whole, out=np.zeros(len(part)), where=part > 0)
    return ratio
