"""The cooperation network: actors tied by what they do together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

import networkx as nx
import pandas as pd

from graph.build import add_actors, best_certainty, participations, worst_certainty
from graph.dataset import Dataset
from graph.errors import UnknownCountingError
from graph.vocabulary import COOPERATING_KINDS

Pair = tuple[str, str]


@dataclass(slots=True)
class _Shared:
    """What two actors share while the pairs are being collected."""

    projects: dict[str, int] = field(default_factory=dict)  # project id -> number of cooperating actors in it
    bodies: set[str] = field(default_factory=set)
    declared: bool = False
    certainties: list[str] = field(default_factory=list)


def _full(shared: _Shared) -> float:
    return max(len(shared.projects) + len(shared.bodies), 1)


def _fractional(shared: _Shared) -> float:
    by_project = sum(1 / (size - 1) for size in shared.projects.values())
    return by_project + len(shared.bodies) or 1.0


def _binary(_: _Shared) -> float:
    return 1


# Weight of a cooperation. A pair that is only declared to cooperate counts as one shared project.
COUNTINGS: Mapping[str, Callable[[_Shared], float]] = {
    "full": _full,
    "fractional": _fractional,  # Newman (2001), Phys. Rev. E 64, 016132
    "binary": _binary,
}


def cooperation(dataset: Dataset, counting: str = "full", *, membership: bool = False) -> nx.Graph:
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
    add_actors(network, dataset.actors)
    for (a, b), shared in sorted(_shared_by_pair(dataset, membership).items()):
        network.add_edge(
            a,
            b,
            kind="cooperation",
            weight=COUNTINGS[counting](shared),
            projects=tuple(sorted(shared.projects)),
            bodies=tuple(sorted(shared.bodies)),
            declared=shared.declared,
            certainty=best_certainty(shared.certainties),
        )
    return network


def shared_projects(dataset: Dataset) -> dict[Pair, int]:
    """Count the projects that every two cooperating actors share; 1 where they only declare to cooperate.

    The ties and weights of `cooperation` without anything that a screen shows on them, several times faster.
    """
    actors, projects = set(dataset.actors["id"]), set(dataset.projects["id"])
    members: dict[str, set[str]] = defaultdict(set)
    declared: set[Pair] = set()
    ties = dataset.ties
    for kind, start, end in zip(ties["kind"], ties["from_id"], ties["to_id"], strict=True):
        if kind in COOPERATING_KINDS and start in actors and end in projects:
            members[end].add(start)
        elif kind == "cooperates_with" and start in actors and end in actors:
            declared.add((min(start, end), max(start, end)))
    pairs = Counter(pair for among in members.values() for pair in combinations(sorted(among), 2))
    return {**dict.fromkeys(declared, 1), **pairs}


def _shared_by_pair(dataset: Dataset, membership: bool) -> dict[Pair, _Shared]:
    pairs: dict[Pair, _Shared] = defaultdict(_Shared)
    _add_projects(pairs, dataset)
    _add_declared(pairs, dataset)
    if membership:
        _add_bodies(pairs, dataset)
    return pairs


def _add_projects(pairs: dict[Pair, _Shared], dataset: Dataset) -> None:
    taking_part = participations(dataset)
    for project, members in _members(taking_part[taking_part["kind"].isin(COOPERATING_KINDS)]).items():
        for a, b in combinations(sorted(members), 2):
            pairs[a, b].projects[project] = len(members)
            pairs[a, b].certainties.append(worst_certainty((members[a], members[b])))


def _add_bodies(pairs: dict[Pair, _Shared], dataset: Dataset) -> None:
    ties = dataset.ties
    for body, members in _members(ties[(ties["kind"] == "member_of") & _among_actors(dataset, ["from_id"])]).items():
        for a, b in combinations(sorted(members), 2):
            pairs[a, b].bodies.add(body)
            pairs[a, b].certainties.append(worst_certainty((members[a], members[b])))


def _add_declared(pairs: dict[Pair, _Shared], dataset: Dataset) -> None:
    ties = dataset.ties
    declared = ties[(ties["kind"] == "cooperates_with") & _among_actors(dataset, ["from_id", "to_id"])]
    for tie in declared.itertuples(index=False):
        a, b = sorted((str(tie.from_id), str(tie.to_id)))
        pairs[a, b].declared = True
        pairs[a, b].certainties.append(str(tie.certainty))


def _among_actors(dataset: Dataset, ends: Iterable[str]) -> pd.Series[bool]:
    return dataset.ties[list(ends)].isin(set(dataset.actors["id"])).all(axis=1)


def _members(ties: pd.DataFrame) -> dict[str, dict[str, str]]:
    """Target id -> member id -> certainty of the best supported tie between them."""
    members: dict[str, dict[str, str]] = defaultdict(dict)
    for target, member, certainty in zip(ties["to_id"], ties["from_id"], ties["certainty"], strict=True):
        known = members[target].setdefault(member, certainty)
        if known != certainty:
            members[target][member] = best_certainty((known, certainty))
    return members
