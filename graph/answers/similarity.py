"""How well an actor would fit as a partner: four parts between 0 and 1, and their weights.

The parts are link-prediction indices of the literature. Closeness in the network is stated relative to the
closest actor who is no partner yet, so that a score can be explained part by part and does not move with filters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import log, sqrt

# Partners of each actor and the strength of each tie (number of shared projects)
Strengths = Mapping[str, Mapping[str, float]]

# Weights of the parts; they add up to 1. The first three were chosen on earlier years than those that the figures
# in docs/partner-search.md are measured on. The bonus predicts nothing: it is there because a region wants its
# sectors to meet, and small enough to decide between near equals only.
WEIGHTS: Mapping[str, float] = {
    "adamic_adar": 0.75,
    "resource_allocation": 0.1,
    "shared_fields": 0.1,
    "cross_sector": 0.05,
}


@dataclass(frozen=True, slots=True)
class ScorePart:
    """One part of a score.

    Attributes
    ----------
    code
        Key of `WEIGHTS`.
    value
        0 to 1; ``None`` where the part does not apply, such as common partners of nobody.
    weight
        Its share in the score: of `WEIGHTS`, scaled up where other parts do not apply.
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
    """Closeness of every actor that shares a partner with the asking actors, 1 for the closest.

    Attributes
    ----------
    adamic_adar
        Common partners, those with few partners counting more (1/log k).
    resource_allocation
        The same with 1/k: a common partner with many partners counts almost nothing.
    """

    adamic_adar: Mapping[str, float]
    resource_allocation: Mapping[str, float]


def neighbourhood(strengths: Strengths, actors: Collection[str], known: Collection[str] = ()) -> Neighbourhood:
    """Adamic-Adar and resource-allocation index between ``actors`` and all who share a partner with them.

    A common partner counts by the geometric mean of the strengths of its two ties: well acquainted on both
    sides is worth more than on one.

    Parameters
    ----------
    strengths
        The cooperation network, without self-ties.
    actors
        The asking actors; several are treated as one whose ties are those of all together.
    known
        Who is no candidate, such as present partners.

    References
    ----------
    Adamic & Adar (2003), Social Networks 25, 211-230. Zhou, Lü & Zhang (2009), Eur. Phys. J. B 71, 623-630.
    """
    adamic_adar: dict[str, float] = defaultdict(float)
    resource_allocation: dict[str, float] = defaultdict(float)
    for actor in sorted(actors):
        for partner, strength in sorted(strengths[actor].items()):
            partners = strengths[partner]
            for candidate, other in partners.items():
                common = sqrt(strength * other)
                if candidate != actor:  # then there are at least two partners, and log k is not 0
                    adamic_adar[candidate] += common / log(len(partners))
                    resource_allocation[candidate] += common / len(partners)
    out = {*actors, *known}
    return Neighbourhood(_relative(adamic_adar, out), _relative(resource_allocation, out))


def _relative(values: Mapping[str, float], out: Collection[str]) -> dict[str, float]:
    """Candidates' values as shares of the largest."""
    candidates = {actor: value for actor, value in values.items() if actor not in out}
    largest = max(candidates.values(), default=1.0)
    return {actor: value / largest for actor, value in candidates.items()}


def jaccard(a: Collection[str], b: Collection[str]) -> float | None:
    """Share of common elements in all elements of two sets; ``None`` when both are empty."""
    union = len(set(a) | set(b))
    return len(set(a) & set(b)) / union if union else None


def total_points(parts: Collection[ScorePart]) -> float:
    """Score of a candidate, 0 to 1; rounded, so that the order in which its parts are added makes no difference."""
    return round(sum(part.points for part in parts), 12)
