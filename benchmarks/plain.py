"""What a user would write with NetworkX where it has no function of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from heapq import nlargest

import networkx as nx


def brokerage(network: nx.Graph, by: str) -> Counter:
    """Gould-Fernandez roles by going through all pairs of contacts of every actor."""
    group = dict(network.nodes(data=by))
    counts: Counter = Counter()
    for broker in network:
        contacts = network[broker]
        for sender in contacts:
            known = network[sender]
            for receiver in contacts:
                if receiver != sender and receiver not in known:
                    inside = group[sender] == group[broker], group[broker] == group[receiver]
                    counts[broker, inside, group[sender] == group[receiver]] += 1
    return counts


def close_to(network: nx.Graph, actor: Hashable) -> list[tuple]:
    """Adamic-Adar index of an actor with everyone it is not tied to."""
    return list(nx.adamic_adar_index(network, [(actor, other) for other in nx.non_neighbors(network, actor)]))


def closest_pairs(network: nx.Graph, count: int) -> list[tuple]:
    """The untied pairs with the highest Adamic-Adar index, by scoring all untied pairs."""
    return nlargest(count, nx.adamic_adar_index(network), key=lambda pair: pair[2])
