"""Who would be missed most: what the removal of each single actor would do."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import networkx as nx

from graph.answers.competence import competences
from graph.build import participations
from graph.dataset import Dataset, unpacked
from graph.ledger.sums import Funding, Sum, add_up, fundings_of
from graph.projection import acquaintance


@dataclass(frozen=True, slots=True)
class Missed:
    """What would be missed without one actor.

    Attributes
    ----------
    actor
        Actor id.
    separated
        Pairs of other actors that would no longer be connected by any way.
    cut_off
        Other actors of its connected part that would lose the way to the largest remaining piece.
    dependants
        Actors that would lose their only connection; sorted.
    partners
        Number of its partners.
    leaderless
        Projects it leads alone; sorted.
    fields
        Kompetenzfelder in which no other actor is active; sorted.
    gone
        Funding it gives or receives itself.
    at_risk
        Other funding of the projects it leads alone.
    """

    actor: str
    separated: int
    cut_off: int
    dependants: tuple[str, ...]
    partners: int
    leaderless: tuple[str, ...]
    fields: tuple[str, ...]
    gone: Sum
    at_risk: Sum


def ranking_missed(dataset: Dataset, progress: Callable[[int, int], None] | None = None) -> tuple[Missed, ...]:
    """Rank all actors by how much their removal would tear the network apart.

    Order: pairs of others separated, actors that lose their only connection, projects without lead, partners,
    id. Dependants, projects, fields and money equal what `graph.answers.impact.find_impact` says about the removal.

    Parameters
    ----------
    dataset
        Checked tables.
    progress
        Called with the number of actors done and of all actors.
    """
    facts = _facts(dataset)
    found = []
    for done, actor in enumerate(sorted(facts.network), start=1):
        found.append(_missed(facts, actor))
        if progress is not None:
            progress(done, len(facts.network))
    return tuple(
        sorted(
            found,
            key=lambda m: (-m.separated, -len(m.dependants), -len(m.leaderless), -m.partners, m.actor),
        )
    )


def pieces_without(network: nx.Graph) -> dict[str, tuple[int, ...]]:
    """Sizes of the pieces into which each actor's connected part would fall without it, largest first.

    One depth-first search for all actors: a subtree that has no way around its root falls off when the root
    goes.

    References
    ----------
    Hopcroft & Tarjan (1973), Communications of the ACM 16, 372-378.
    """
    pieces: dict[str, list[int]] = {actor: [] for actor in network}
    for part in nx.connected_components(network):
        for actor, sizes in _fallen_subtrees(network, min(part)).items():
            pieces[actor] += sizes
        for actor in part:
            pieces[actor].append(len(part) - 1 - sum(pieces[actor]))
    return {actor: tuple(sorted(filter(None, sizes), reverse=True)) for actor, sizes in pieces.items()}


def _fallen_subtrees(network: nx.Graph, root: str) -> Mapping[str, list[int]]:
    order = list(nx.dfs_preorder_nodes(network, root))
    parent = nx.dfs_predecessors(network, root)
    visited = {actor: number for number, actor in enumerate(order)}
    lowest, size = dict(visited), dict.fromkeys(order, 1)
    fallen: dict[str, list[int]] = defaultdict(list)
    for actor in reversed(order):
        above = parent.get(actor)
        lowest[actor] = min(lowest[actor], *(visited[other] for other in network[actor] if other != above), len(order))
        if above is None:
            continue
        size[above] += size[actor]
        lowest[above] = min(lowest[above], lowest[actor])
        if lowest[actor] >= visited[above]:
            fallen[above].append(size[actor])
    return fallen


@dataclass(frozen=True, slots=True)
class _ActorFacts:
    """What every actor is looked up in."""

    network: nx.Graph
    pieces: Mapping[str, tuple[int, ...]]
    sole_lead_of: Mapping[str, list[str]]  # actor -> projects
    fields_of: Mapping[str, frozenset[str]]
    active: Mapping[str, int]  # field -> number of actors
    fundings: Mapping[str, list[Funding]]  # funder or recipient -> funding ties


def _facts(dataset: Dataset) -> _ActorFacts:
    network = acquaintance(dataset)
    fields_of = {actor: competence.fields for actor, competence in competences(dataset).items()}
    fundings: dict[str, list[Funding]] = defaultdict(list)
    for tie in fundings_of(dataset):
        for end in {tie.funder, tie.recipient}:
            fundings[end].append(tie)
    return _ActorFacts(
        network=network,
        pieces=pieces_without(network),
        sole_lead_of=_sole_leads(dataset),
        fields_of=fields_of,
        active=Counter(field for fields in fields_of.values() for field in fields),
        fundings=fundings,
    )


def _sole_leads(dataset: Dataset) -> dict[str, list[str]]:
    ties = participations(dataset)
    leads: dict[str, set[str]] = defaultdict(set)
    for actor, project, kind in unpacked(ties, "from_id", "to_id", "kind"):
        if kind == "leads":
            leads[project].add(actor)
    sole: dict[str, list[str]] = defaultdict(list)
    for project, actors in leads.items():
        if len(actors) == 1:
            sole[min(actors)].append(project)
    return sole


def _missed(facts: _ActorFacts, actor: str) -> Missed:
    network, pieces = facts.network, facts.pieces[actor]
    leaderless = facts.sole_lead_of.get(actor, [])
    own = facts.fundings.get(actor, [])
    gone = {tie.id for tie in own}
    others = (tie for project in leaderless for tie in facts.fundings.get(project, []))
    return Missed(
        actor=actor,
        separated=(sum(pieces) ** 2 - sum(size**2 for size in pieces)) // 2,
        cut_off=sum(pieces[1:]),
        dependants=tuple(sorted(other for other in network[actor] if network.degree[other] == 1)),
        partners=network.degree[actor],
        leaderless=tuple(sorted(leaderless)),
        fields=tuple(sorted(field for field in facts.fields_of[actor] if facts.active[field] == 1)),
        gone=add_up(own),
        at_risk=add_up(tie for tie in others if tie.id not in gone),
    )
