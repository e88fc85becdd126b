"""The surroundings of an element: what it is tied to, and who is there with it, as many as a picture can name."""

from __future__ import annotations

from collections import Counter

import networkx as nx

from graph.dataset import Dataset, unpacked
from graph.selection import only


def surroundings(dataset: Dataset, element: str, most: int) -> Dataset:
    """Keep an element, what it is tied to directly, and the actors that are tied to most of that.

    Of an actor, half of the room is for its direct ends, the best connected first, the rest for actors that share
    most of them, its partners, then for further ends. Of a project, all room is for its ends. Equals come by id.

    Parameters
    ----------
    dataset
        Checked tables.
    element
        Id of an actor or project.
    most
        Elements at most, the one in question among them.
    """
    network = nx.Graph(unpacked(dataset.ties, "from_id", "to_id"))
    if element not in network:
        return only(dataset, {element})
    actors, room = set(dataset.actors["id"]), most - 1
    direct = sorted(set(network[element]) - {element}, key=lambda end: (-network.degree(end), end))
    first = direct[: room // 2 if element in actors else room]
    shared = Counter(actor for end in first for actor in set(network[end]) & actors - {element, *direct})
    partners = sorted(shared, key=lambda actor: (-shared[actor], actor)) if element in actors else []
    chosen = [*first, *partners[: room - len(first)], *direct[len(first) :]]
    return only(dataset, {element, *chosen[:room]})


def best_tied(dataset: Dataset, most: int) -> Dataset:
    """Keep as many actors and projects as a picture can name: those with most ties among them, equals by id."""
    ids = [*dataset.actors["id"], *dataset.projects["id"]]
    if len(ids) <= most:
        return dataset
    degrees = dict(nx.Graph(unpacked(dataset.ties, "from_id", "to_id")).degree)
    return only(dataset, set(sorted(ids, key=lambda key: (-degrees.get(key, 0), key))[:most]))
