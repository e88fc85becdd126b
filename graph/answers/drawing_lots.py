"""How likely a number of marked ones is when some are drawn by lot."""

from __future__ import annotations

from math import exp, lgamma


def chance_of_at_least(count: int, drawn: int, marked: int, population: int) -> float:
    """Return the probability that some who are drawn hold at least so many marked ones: the hypergeometric tail.

    Parameters
    ----------
    count
        How many marked ones at least.
    drawn
        How many are drawn.
    marked
        How many are marked, of all.
    population
        All.
    """

    def log_choose(n: int, k: int) -> float:
        return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)

    possible = range(max(count, drawn + marked - population), min(drawn, marked) + 1)
    ways = log_choose(population, drawn)
    chances = (exp(log_choose(marked, k) + log_choose(population - marked, drawn - k) - ways) for k in possible)
    return min(sum(chances), 1.0)
