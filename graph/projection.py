"""The cooperation network: actors tied by what they do together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from typing import Any

import networkx as nx
import numpy as np

from graph.build import STRONGEST_FIRST, add_actors
from graph.dataset import Dataset, among, unpacked
from graph.errors import UnknownCountingError
from graph.pairs import Cooperations, cooperations
from graph.vocabulary import COOPERATING_KINDS, PARTICIPATION_KINDS

Pair = tuple[str, str]

_MANY_TIES = 10_000


def _full(found: Cooperations) -> Sequence[float]:
    counted: list[float] = np.maximum(found.projects + found.bodies, 1).tolist()
    return counted


def _fractional(found: Cooperations) -> Sequence[float]:
    shares, bodies = [1 / (size - 1) for size in found.shared_projects[1]], found.bodies.tolist()
    rows = zip(pairwise(found.by_project.tolist()), bodies, strict=True)
    return [sum(shares[start:end]) + several or 1.0 for (start, end), several in rows]


def _binary(found: Cooperations) -> Sequence[float]:
    return [1] * len(found)


# Weights of all cooperations. A pair that is only declared to cooperate counts as one shared project.
COUNTINGS: Mapping[str, Callable[[Cooperations], Sequence[float]]] = {
    "full": _full,
    "fractional": _fractional,  # Newman (2001), Phys. Rev. E 64, 016132
    "binary": _binary,
}


def cooperation(
    dataset: Dataset, counting: str = "full", *, membership: bool = False, only: Collection[str] | None = None
) -> nx.Graph:
    """Who works with whom: the projection of the two-mode network onto its actors.

    Two actors cooperate when both lead or are partners of the same project, or when the data say so directly
    (``cooperates_with``). Funding never makes a cooperation.

    Parameters
    ----------
    dataset
        Checked tables.
    counting
        ``full``: weight is the number of shared projects; ``fractional``: each project of n partners adds
        1/(n-1); ``binary``: weight is 1.
    membership
        Also tie members of the same network or body (``member_of``).
    only
        Only these actors and the ties among them, which weigh what they do among all; all when ``None``.

    Returns
    -------
    nx.Graph
        All actors, isolates included. Edge attributes: ``weight``; ``projects`` and ``bodies``, sorted tuples
        of ids; ``declared``; ``certainty``.

    Raises
    ------
    UnknownCountingError
        If ``counting`` is not one of `COUNTINGS`.
    """
    if counting not in COUNTINGS:
        raise UnknownCountingError(f"{counting!r} is not one of {', '.join(COUNTINGS)}")
    network = nx.Graph(counting=counting)
    add_actors(network, dataset.actors if only is None else dataset.actors[among(dataset.actors["id"], only)])
    found = cooperations(dataset, membership=membership)
    found = found if only is None else found.among(only)
    network.add_edges_from(_ties(found, COUNTINGS[counting](found)))
    return network


def acquaintance(dataset: Dataset) -> nx.Graph:
    """Who works with whom: the nodes and edges of `cooperation` without what a screen shows on them."""
    network = nx.Graph()
    network.add_nodes_from(dataset.actors["id"].tolist())
    network.add_edges_from(cooperations(dataset).ends())
    return network


def shared_projects(dataset: Dataset) -> dict[Pair, int]:
    """Count the projects that every two cooperating actors share; 1 where they only declare to cooperate.

    The ties and weights of `cooperation` without anything that a screen shows on them.
    """
    return (_by_columns if is_large(dataset) else _row_by_row)(dataset)


def is_large(dataset: Dataset) -> bool:
    """Tell whether `graph.pairs.cooperations` finds pairs sooner than going row by row.

    For a few hundred projects the rows take a quarter of its time, for a hundred thousand ties several times as long.
    """
    return len(dataset.ties) > _MANY_TIES


def _by_columns(dataset: Dataset) -> dict[Pair, int]:
    found = cooperations(dataset)
    return dict(zip(found.ends(), np.maximum(found.projects, 1).tolist(), strict=True))


def _row_by_row(dataset: Dataset) -> dict[Pair, int]:
    actors, projects = set(dataset.actors["id"]), set(dataset.projects["id"])
    members: dict[str, set[str]] = defaultdict(set)
    declared: set[Pair] = set()
    ties = dataset.ties
    for kind, start, end in unpacked(ties, "kind", "from_id", "to_id"):
        if kind in COOPERATING_KINDS and start in actors and end in projects:
            members[end].add(start)
        elif kind == "cooperates_with" and start in actors and end in actors:
            declared.add((min(start, end), max(start, end)))
    pairs = Counter(pair for among in members.values() for pair in combinations(sorted(among), 2))
    return {**dict.fromkeys(declared, 1), **pairs}


def around(dataset: Dataset, elements: Collection[str]) -> Dataset:
    """Return the data with only the ties of some actors, and of the projects and bodies they take part in.

    Whatever network is made of them, the ties of these actors are whole; those of others may not be.
    """
    ties = dataset.ties
    touching = among(ties["from_id"], elements) | among(ties["to_id"], elements)
    reached = ties.loc[touching & ties["kind"].isin((*PARTICIPATION_KINDS, "member_of")), "to_id"]
    return replace(dataset, ties=ties[touching | among(ties["to_id"], set(reached))].reset_index(drop=True))


def _ties(found: Cooperations, weights: Sequence[float]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield each pair with what a screen shows on it; equal lists of projects are one object."""
    projects, _ = found.shared_projects
    words = tuple(str(each) for each in STRONGEST_FIRST)
    lists: dict[tuple[str, ...], tuple[str, ...]] = {}
    rows = zip(pairwise(found.by_project.tolist()), pairwise(found.by_body.tolist()), strict=True)
    facts = zip(weights, found.declared.tolist(), found.certainties.tolist(), strict=True)
    for (a, b), ((start, end), (first, last)), (weight, declared, certainty) in zip(
        found.ends(), rows, facts, strict=True
    ):
        shared = tuple(sorted(projects[start:end])) if end - start > 1 else tuple(projects[start:end])
        yield (
            a,
            b,
            {
                "kind": "cooperation",
                "weight": weight,
                "projects": lists.setdefault(shared, shared),
                "bodies": tuple(sorted(found.shared_bodies[first:last])) if last > first else (),
                "declared": declared,
                "certainty": words[certainty],
            },
        )
