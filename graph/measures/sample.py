"""Betweenness from a sample of sources, with the error that comes from sampling.

References
----------
Brandes & Pich (2007), Centrality estimation in large networks. Int. J. Bifurcation Chaos 17, 2303-2318.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from graph.kernels.arrays import Reals, Vertices
from graph.kernels.brandes import Dependencies

NORMAL_95 = 1.96  # two-sided 95 % of a normal distribution, in standard errors
FEWEST = 3  # sources from which an error can be told
SLOWER = 4  # searches by length pay off with so many times fewer nodes than searches by steps


@dataclass(frozen=True, slots=True)
class Sampling:
    """When to estimate instead of computing exactly.

    Attributes
    ----------
    exact_up_to
        Number of nodes up to which betweenness is exact.
    samples
        Number of sources drawn above that.
    seed
        Which ones are drawn.
    """

    exact_up_to: int = 20_000
    samples: int = 1_024
    seed: int = 0

    def __post_init__(self) -> None:
        if self.samples < FEWEST:
            raise ValueError(f"an error can be told from {FEWEST} samples upwards, not from {self.samples}")

    @property
    def slower(self) -> Sampling:
        """The same for weighted betweenness, which takes several times as long."""
        return replace(self, exact_up_to=self.exact_up_to // SLOWER, samples=max(self.samples // SLOWER, FEWEST))

    def sources(self, size: int) -> Vertices:
        """Draw the sources to search from: all of them, or a sample without repetition."""
        if size <= self.exact_up_to or size <= self.samples:
            return np.arange(size, dtype=np.int32)
        return np.sort(np.random.default_rng(self.seed).choice(size, self.samples, replace=False)).astype(np.int32)


@dataclass(frozen=True, slots=True, eq=False)
class Estimate:
    """A measure of each node, exact or estimated.

    Attributes
    ----------
    values
        The measure, shape (n,).
    error
        Half the width of its 95 % confidence interval by the normal approximation, shape (n,); 0 when exact. It
        is too narrow for nodes that few sources depend on; the widest one holds for nearly all.
    samples
        Number of sources searched from.
    exact
        Whether these were all.
    """

    values: Reals
    error: Reals
    samples: int
    exact: bool


def estimate(size: int, search: Callable[[Vertices], Dependencies], sources: Callable[[int], Vertices]) -> Estimate:
    """Betweenness, normalised to the share of ordered pairs of others.

    Parameters
    ----------
    size
        Number of nodes n.
    search
        Sums up the dependencies of sources.
    sources
        Chooses the sources for n nodes.
    """
    chosen = sources(size)
    exact = len(chosen) == size
    if size < 3:
        return Estimate(np.zeros(size), np.zeros(size), size, exact=True)
    sums = search(chosen)
    others = np.full(size, len(chosen), np.float64)  # sources other than the node itself: it never depends on itself
    others[chosen] -= 1
    values = sums.total / others / (size - 2)
    error = np.zeros(size) if exact else _error(sums, others, size)
    return Estimate(values, error, len(chosen), exact)


def _error(sums: Dependencies, others: Reals, size: int) -> Reals:
    variance = np.maximum(sums.squares - sums.total**2 / others, 0) / (others - 1)
    drawn = others / (size - 1)
    return NORMAL_95 * np.sqrt(variance / others * (1 - drawn)) / (size - 2)
