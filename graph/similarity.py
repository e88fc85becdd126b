"""How well an actor would fit as a partner: four parts between 0 and 1, and their weights.

The parts are link-prediction indices of the literature, each divided by the most it could be for the asking
actor, so that a score means the same under every filter and can be explained part by part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import log

# Neighbours of each actor: `network.adj` or a plain mapping
Adjacency = Mapping[str, Collection[str]]

# Weights of the parts; they add up to 1. Chosen on earlier years than those the figures in
# docs/partner-search.md are measured on: see there for the choice and what it gains.
WEIGHTS: Mapping[str, float] = {
    "adamic_adar": 0.3,
    "resource_allocation": 0.3,
    "shared_fields": 0.3,
    "cross_sector": 0.1,
}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a score.

    Attributes
    ----------
    code
        Key of `WEIGHTS`.
    value
        0 to 1; ``None`` where the part does not apply, such as common partners of nobody.
    weight
        Its weight.
    """

    code: str
    value: float | None
    weight: float

    @property
    def points(self) -> float:
        """What the part adds to the score."""
        return (self.value or 0.0) * self.weight


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """What the network says about every actor that shares a partner with the asking actors.

    Attributes
    ----------
    adamic_adar
        Common partners, those with few partners counting more (1/log k), as a share of the most possible.
    resource_allocation
        The same with the weight 1/k: a common partner with many partners counts almost nothing.
    """

    adamic_adar: Mapping[str, float]
    resource_allocation: Mapping[str, float]


def neighbourhood(network: Adjacency, actors: Collection[str]) -> Neighbourhood:
    """Adamic-Adar and resource-allocation index between ``actors`` and all who share a partner with them.

    Parameters
    ----------
    network
        Neighbours of each actor, without self-ties.
    actors
        The asking actors; several are treated as one whose ties are those of all together.

    References
    ----------
    Adamic & Adar (2003), Social Networks 25, 211-230. Zhou, Lü & Zhang (2009), Eur. Phys. J. B 71, 623-630.
    """
    adamic_adar: dict[str, float] = defaultdict(float)
    resource_allocation: dict[str, float] = defaultdict(float)
    most_aa = most_ra = 0.0
    for partner in sorted(neighbour for actor in actors for neighbour in network[actor]):
        known = len(network[partner])
        if known < 2:
            continue  # knows only the asking actor, so nobody can share it
        most_aa, most_ra = most_aa + 1 / log(known), most_ra + 1 / known
        for candidate in network[partner]:
            adamic_adar[candidate] += 1 / log(known)
            resource_allocation[candidate] += 1 / known
    return Neighbourhood(
        {candidate: value / most_aa for candidate, value in adamic_adar.items()},
        {candidate: value / most_ra for candidate, value in resource_allocation.items()},
    )


def jaccard(a: Collection[str], b: Collection[str]) -> float | None:
    """Share of common elements in all elements of two sets; ``None`` when both are empty."""
    union = len(set(a) | set(b))
    return len(set(a) & set(b)) / union if union else None


def total_points(parts: Collection[Part]) -> float:
    """Score of a candidate, 0 to 1."""
    return sum(part.points for part in parts)
