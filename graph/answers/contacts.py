"""Who can be expected to know whom, and what makes each contact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

import networkx as nx
import pandas as pd

from graph.build import add_actors, best_certainty, participations, worst_certainty
from graph.dataset import Dataset, unpacked
from graph.vocabulary import PARTICIPATION_KINDS

# Ties between two actors by which they know each other. Funding is not a contact: it names no common work.
CONTACT_KINDS = frozenset({"leads", "partner", "supports", "shareholder_of", "member_of", "part_of", "cooperates_with"})

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class DirectTie:
    """A recorded tie from one actor to another."""

    id: str
    from_id: str
    to_id: str
    kind: str


def contacts(dataset: Dataset) -> nx.Graph:
    """Build the network of contacts, which is wider than cooperation.

    Two actors are in contact when both take part in a project (supporting it counts), when both are members
    of the same network or body, or when the data tie them directly (`CONTACT_KINDS`).

    Returns
    -------
    nx.Graph
        All actors. Edge attributes: ``projects`` and ``bodies``, ids with the smallest circle first; ``ties``,
        a tuple of `DirectTie`; ``strength``, each circle of n adds 1/(n-1) and each direct tie 1;
        ``certainty``.
    """
    found: dict[Pair, _Contact] = defaultdict(_Contact)
    ties = dataset.ties
    for a, b, project, size, certainty in _meetings(dataset, participations(dataset)):
        found[a, b].projects[project] = size
        found[a, b].certainties.append(certainty)
    for a, b, body, size, certainty in _meetings(dataset, ties[ties["kind"] == "member_of"]):
        found[a, b].bodies[body] = size
        found[a, b].certainties.append(certainty)
    for tie, certainty in _direct_ties(dataset):
        pair = (min(tie.from_id, tie.to_id), max(tie.from_id, tie.to_id))
        found[pair].ties.append(tie)
        found[pair].certainties.append(certainty)
    network = nx.Graph()
    add_actors(network, dataset.actors)
    network.add_edges_from((a, b, contact.attributes()) for (a, b), contact in sorted(found.items()))
    return network


def acquaintances(dataset: Dataset) -> nx.Graph:
    """Return the same network as `contacts` without what makes each contact, several times faster."""
    actors, ties = {*dataset.actors["id"]}, dataset.ties
    projects = {*dataset.projects["id"]}
    circles: dict[tuple[bool, str], set[str]] = defaultdict(set)  # a body is no project, though it may have its id
    pairs: set[Pair] = set()
    for kind, start, end in unpacked(ties, "kind", "from_id", "to_id"):
        if start in actors and kind in PARTICIPATION_KINDS and end in projects:
            circles[True, end].add(start)
        if start in actors and kind == "member_of":
            circles[False, end].add(start)
        if kind in CONTACT_KINDS and start != end and start in actors and end in actors:
            pairs.add((min(start, end), max(start, end)))
    pairs.update(pair for members in circles.values() for pair in combinations(sorted(members), 2))
    network = nx.Graph()
    add_actors(network, dataset.actors)
    network.add_edges_from(sorted(pairs))
    return network


@dataclass(slots=True)
class _Contact:
    """What connects two actors while it is being collected."""

    projects: dict[str, int] = field(default_factory=dict)  # id -> number of actors in it
    bodies: dict[str, int] = field(default_factory=dict)
    ties: list[DirectTie] = field(default_factory=list)
    certainties: list[str] = field(default_factory=list)

    def attributes(self) -> dict[str, Any]:
        sizes = (*self.projects.values(), *self.bodies.values())
        return {
            "projects": _smallest_first(self.projects),
            "bodies": _smallest_first(self.bodies),
            "ties": tuple(sorted(self.ties, key=lambda tie: tie.id)),
            "strength": sum(1 / (size - 1) for size in sizes) + len(self.ties),
            "certainty": best_certainty(self.certainties),
        }


def _smallest_first(sizes: Mapping[str, int]) -> tuple[str, ...]:
    if len(sizes) < 2:  # nearly always, and sorting takes its time
        return tuple(sizes)
    return tuple(sorted(sizes, key=lambda circle: (sizes[circle], circle)))


def _meetings(dataset: Dataset, ties: pd.DataFrame) -> list[tuple[str, str, str, int, str]]:
    """Pairs of actors tied to the same target: actor, actor, target, number of actors there, certainty."""
    actors = set(dataset.actors["id"])
    circles: dict[str, dict[str, str]] = defaultdict(dict)
    for member, circle, certainty in unpacked(ties, "from_id", "to_id", "certainty"):
        if member in actors:
            known = circles[circle].setdefault(member, certainty)
            if known != certainty:
                circles[circle][member] = best_certainty((known, certainty))
    return [
        (a, b, circle, len(members), worst_certainty((members[a], members[b])))
        for circle, members in circles.items()
        for a, b in combinations(sorted(members), 2)
    ]


def _direct_ties(dataset: Dataset) -> list[tuple[DirectTie, str]]:
    """Ties between two different actors that make a contact, with their certainty."""
    actors, ties = set(dataset.actors["id"]), dataset.ties
    rows = unpacked(ties, "id", "from_id", "to_id", "kind", "certainty")
    return [
        (DirectTie(tie, start, end, kind), certainty)
        for tie, start, end, kind, certainty in rows
        if kind in CONTACT_KINDS and start != end and start in actors and end in actors
    ]
