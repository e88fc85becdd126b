"""How two actors are connected: the shortest chains of contacts, and what makes each step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice, pairwise
from typing import Any

import networkx as nx

from graph.answers.contacts import DirectTie

DETOUR = 2  # a further chain may have at most this many steps more than the shortest

# A chain with fewer steps always wins; among equally long ones the better acquainted. One step costs `_STEP`
# plus at most `_STRANGENESS`, so no chain of fewer than a thousand steps can confuse the two.
_STEP, _STRANGENESS = 10**9, 10**6


class ChainAnswer(StrEnum):
    """What kind of answer the search for chains has."""

    FOUND = "found"
    NONE = "none"  # no way is known
    SAME = "same"  # both ends are one actor
    UNKNOWN = "unknown"  # an end is not in the data


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a chain: two actors and all that connects them.

    Attributes
    ----------
    from_id, to_id
        Actor ids in the direction of the chain.
    projects
        Ids of projects in which both take part, the smallest circle first.
    bodies
        Ids of networks and bodies in which both are members, the smallest circle first.
    ties
        Recorded ties between the two.
    certainty
        Of the best supported connection.
    """

    from_id: str
    to_id: str
    projects: tuple[str, ...]
    bodies: tuple[str, ...]
    ties: tuple[DirectTie, ...]
    certainty: str


@dataclass(frozen=True, slots=True)
class Chain:
    """A chain of contacts without detours."""

    steps: tuple[Step, ...]

    @property
    def actors(self) -> tuple[str, ...]:
        """Actor ids from one end to the other."""
        return (self.steps[0].from_id, *(step.to_id for step in self.steps))


@dataclass(frozen=True, slots=True)
class Chains:
    """The answer to "how are A and B connected".

    Attributes
    ----------
    source, target
        Actor ids.
    answer
        See `ChainAnswer`.
    chains
        Shortest first, among equally short ones the better acquainted first.
    without_contacts
        Those of the two ends that have no recorded contact at all.
    """

    source: str
    target: str
    answer: ChainAnswer
    chains: tuple[Chain, ...] = ()
    without_contacts: tuple[str, ...] = ()


def find_chains(network: nx.Graph, source: str, target: str, *, most: int = 3) -> Chains:
    """Up to ``most`` shortest chains between two actors of a network of contacts.

    Parameters
    ----------
    network
        As built by `graph.answers.contacts.contacts`.
    source, target
        Actor ids; ids that are not in the network give `ChainAnswer.UNKNOWN`.
    most
        How many chains to return at most. Chains with over `DETOUR` steps more than the shortest are left
        out.

    References
    ----------
    Yen (1971), Management Science 17, 712-716.
    """
    if source not in network or target not in network:
        return Chains(source, target, ChainAnswer.UNKNOWN)
    if source == target:
        return Chains(source, target, ChainAnswer.SAME)
    chains = tuple(
        Chain(tuple(_step(network, a, b) for a, b in pairwise(actors)))
        for actors in _shortest(network, source, target, most)
    )
    strangers = tuple(actor for actor in (source, target) if not network[actor])
    return Chains(source, target, ChainAnswer.FOUND if chains else ChainAnswer.NONE, chains, strangers)


def _shortest(network: nx.Graph, source: str, target: str, most: int) -> Iterator[list[str]]:
    def cost(_a: str, _b: str, contact: Mapping[str, Any]) -> int:
        return _STEP + int(_STRANGENESS / (1 + contact["strength"]))

    if most < 1 or not nx.has_path(network, source, target):
        return
    shortest = 0
    for actors in islice(nx.shortest_simple_paths(network, source, target, weight=cost), most):
        shortest = shortest or len(actors)
        if len(actors) > shortest + DETOUR:
            return
        yield actors


def _step(network: nx.Graph, a: str, b: str) -> Step:
    contact = network.edges[a, b]
    return Step(a, b, contact["projects"], contact["bodies"], contact["ties"], contact["certainty"])
