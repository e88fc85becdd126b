"""Exact tails of the number of shared projects: a sum of independent coins, many of them with the same chance.

References
----------
Hong (2013), On computing the distribution function for the Poisson binomial distribution. Comput. Stat. Data Anal. 59,
41-51 (the recursive formula, here for groups of equal coins and cut off behind the number that was seen).
"""

from __future__ import annotations

import math

import numpy as np

from graph.kernels.arrays import Counts, Reals
from graph.kernels.compiler import compiled

_UNDERFLOW = -700.0  # below it the exponential is no number of full precision any more
_NEGLIGIBLE = 1e-17  # share of a sum below which a further term changes nothing


@compiled
def coin(throws: int, chance: float, heads: int) -> float:
    """Probability of exactly ``heads`` heads in ``throws`` throws.

    Parameters
    ----------
    throws
        How many throws.
    chance
        Probability of heads, 0 to 1.
    heads
        How many heads.
    """
    if not 0.0 < chance < 1.0:
        return 1.0 if heads == round(throws * chance) else 0.0
    ways = math.lgamma(throws + 1.0) - math.lgamma(heads + 1.0) - math.lgamma(throws - heads + 1.0)
    return math.exp(ways + heads * math.log(chance) + (throws - heads) * math.log1p(-chance))


@compiled
def heads_up_to(throws: int, chance: float, most: int) -> tuple[Reals, Reals]:
    """Probabilities of exactly k and of more than k heads, for k from 0 to ``most``.

    Parameters
    ----------
    throws
        How many throws.
    chance
        Probability of heads, 0 to 1.
    most
        How many at most.
    """
    exactly, above = np.zeros(most + 1), np.zeros(most + 1)
    by_steps = 0.0 < chance < 1.0 and throws * math.log1p(-chance) > _UNDERFLOW
    odds = chance / (1.0 - chance) if by_steps else 0.0
    term = math.exp(throws * math.log1p(-chance)) if by_steps else coin(throws, chance, 0)
    beyond = 0.0
    for heads in range(throws + 1):
        if heads <= most:
            exactly[heads] = term
        else:
            beyond += term
            if term < _NEGLIGIBLE * beyond and heads > throws * chance:
                break
        if heads < throws:
            term = term * odds * (throws - heads) / (heads + 1.0) if by_steps else coin(throws, chance, heads + 1)
    for heads in range(most, -1, -1):
        above[heads] = beyond
        beyond += exactly[heads]
    return exactly, above


@compiled
def tails_of(chances: Reals, sizes: Counts, seen: int) -> tuple[float, float]:
    """Probability of at least and of at most the number seen.

    Parameters
    ----------
    chances
        Chance of heads of each group of coins.
    sizes
        Number of coins in each group.
    seen
        Number of heads.
    """
    exactly, above = np.zeros(seen + 1), 0.0
    exactly[0] = 1.0
    for group in range(len(chances)):
        if chances[group] == 0.0:
            continue
        added, beyond = heads_up_to(sizes[group], chances[group], seen)
        for known in range(seen, -1, -1):
            above += exactly[known] * beyond[seen - known]
            total = 0.0
            for before in range(known + 1):
                total += exactly[before] * added[known - before]
            exactly[known] = total
    return min(exactly[seen] + above if seen else 1.0, 1.0), min(exactly.sum(), 1.0)


@compiled
def pair_tails(chances: Reals, sizes: Counts, pairs: Counts, seen: Counts) -> Reals:
    """Tails for pairs of classes of actors.

    Parameters
    ----------
    chances
        Probability of a tie of each class of actors with each class of projects.
    sizes
        Number of projects in each class.
    pairs
        Classes of both actors, of shape (pairs, 2).
    seen
        Number of projects that each pair shares.

    Returns
    -------
    ndarray
        Of shape (pairs, 3): expected number, chance of at least and of at most the number seen.
    """
    found = np.empty((len(pairs), 3))
    for pair in range(len(pairs)):
        both = chances[pairs[pair, 0]] * chances[pairs[pair, 1]]
        more, less = tails_of(both, sizes, seen[pair])
        found[pair] = (both * sizes).sum(), more, less
    return found
