"""How one actor fits a partner search: why it is left out, or its score and the reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import networkx as nx

from graph.answers.candidate import NONE, Candidate, Exclusion, Reason, Search, Why
from graph.answers.competence import competences
from graph.answers.contacts import contacts
from graph.answers.similarity import WEIGHTS, Neighbourhood, ScorePart, jaccard, neighbourhood, total_points
from graph.build import add_actors, participations
from graph.dataset import Dataset, unpacked
from graph.ledger.sums import fundings_of
from graph.projection import shared_projects

INTRODUCERS = 3

_CROSS_SECTOR = {Why.MISSING_TYPE: 1.0, Why.OTHER_TYPE: 0.5, None: 0.0}


@dataclass(frozen=True)
class Facts:
    """What every actor is judged by in one search; what only explains a score is collected when it is asked for.

    Attributes
    ----------
    dataset
        Checked tables.
    search
        The question.
    actors
        Attributes by actor id.
    seekers
        The asking actor and the members, as far as they are in the data.
    partners
        Cooperation network; ``weight`` is the number of shared projects.
    near
        Closeness in the cooperation network; ``None`` when the seekers have no partners.
    wanted
        Kompetenzfelder that are searched for.
    present
        Types that are already there.
    fields_of
        Kompetenzfelder by actor id.
    """

    dataset: Dataset
    search: Search
    actors: Mapping[str, Mapping[str, Any]]
    seekers: tuple[str, ...]
    partners: nx.Graph
    near: Neighbourhood | None
    wanted: frozenset[str]
    present: frozenset[str]
    fields_of: Mapping[str, frozenset[str]]

    @cached_property
    def acquaintances(self) -> nx.Graph:
        """Network of contacts."""
        return contacts(self.dataset)

    @cached_property
    def projects_of(self) -> Mapping[str, Collection[str]]:
        """Actor id -> projects in which it takes part; actors without one are absent."""
        found: dict[str, set[str]] = defaultdict(set)
        ties = participations(self.dataset)
        for actor, project in unpacked(ties, "from_id", "to_id"):
            found[actor].add(project)
        return dict(found)

    @cached_property
    def funded_by(self) -> Mapping[str, Mapping[str, frozenset[str]]]:
        """Actor id -> its funders -> what they fund: the actor itself or projects it takes part in."""
        return _funders(self.dataset, self.projects_of, self.actors)

    @cached_property
    def _wanted_projects(self) -> frozenset[str]:
        projects = self.dataset.projects
        rows = unpacked(projects, "id", "kompetenzfelder")
        return frozenset(project for project, fields in rows if not self.wanted.isdisjoint(fields))

    def experience(self, actor: str) -> int:
        """Projects in the wanted fields in which an actor takes part."""
        return len(self._wanted_projects.intersection(self.projects_of.get(actor, ())))


def gather(dataset: Dataset, search: Search) -> Facts:
    """Collect what a search needs; ids that are not actors of the data are ignored."""
    network = _partners(dataset)
    actors = dict(network.nodes(data=True))
    seekers = tuple(dict.fromkeys(actor for actor in (search.actor, *search.members) if actor in actors))
    fields_of = {actor: competence.fields for actor, competence in competences(dataset).items()}
    around = network[search.actor] if search.actor in actors else ()
    return Facts(
        dataset=dataset,
        search=search,
        actors=actors,
        seekers=seekers,
        partners=network,
        near=_near(network, seekers, around),
        wanted=frozenset(search.kompetenzfelder) or NONE.union(*(fields_of[seeker] for seeker in seekers)),
        present=frozenset(actors[actor]["type"] for actor in (*seekers, *around)),
        fields_of=fields_of,
    )


def _partners(dataset: Dataset) -> nx.Graph:
    network = nx.Graph()
    add_actors(network, dataset.actors)
    pairs = sorted(shared_projects(dataset).items())
    network.add_weighted_edges_from((a, b, weight) for (a, b), weight in pairs)
    return network


def _near(network: nx.Graph, seekers: Collection[str], around: Collection[str]) -> Neighbourhood | None:
    if not any(network[seeker] for seeker in seekers):
        return None
    strengths = {a: {b: tie["weight"] for b, tie in ties.items()} for a, ties in network.adjacency()}
    return neighbourhood(strengths, seekers, around)


def left_out(facts: Facts, actor: str) -> Exclusion | None:
    """Reason for not considering an actor, the first that applies; ``None`` for a candidate."""
    search, about = facts.search, facts.actors[actor]
    rules = (
        (Exclusion.MEMBER, actor in facts.seekers),
        (Exclusion.PARTNER, facts.partners.has_edge(search.actor, actor)),
        (Exclusion.DISMISSED, actor in search.dismissed),
        (Exclusion.COLLECTIVE, bool(about["collective"])),
        (Exclusion.OTHER_FIELD, bool(search.kompetenzfelder) and facts.wanted.isdisjoint(facts.fields_of[actor])),
        (Exclusion.OTHER_TYPE, bool(search.types) and about["type"] not in search.types),
        (Exclusion.OTHER_LOCATION, bool(search.locations) and about["location"] not in {"", *search.locations}),
    )
    return next((code for code, applies in rules if applies), None)


def judge(facts: Facts, actor: str) -> Candidate:
    """Score an actor and say why."""
    parts = parts_of(facts, actor)
    return Candidate(
        id=actor,
        score=total_points(parts),
        parts=parts,
        reasons=tuple(reason for reason in _reasons(facts, actor) if reason.ids),
        introducers=_introducers(facts, actor),
        remembered=actor in facts.search.remembered,
    )


def has_something_in_common(facts: Facts, parts: Iterable[ScorePart]) -> bool:
    """Whether anything but being of another type speaks for a candidate, when anything else was asked."""
    if not facts.wanted and facts.near is None:
        return bool(facts.search.types or facts.search.locations)
    return any(part.points > 0 for part in parts if part.code != "cross_sector")


def parts_of(facts: Facts, actor: str) -> tuple[ScorePart, ...]:
    """Parts of the score of an actor."""
    near = facts.near
    values = {
        "adamic_adar": near.adamic_adar.get(actor, 0.0) if near else None,
        "resource_allocation": near.resource_allocation.get(actor, 0.0) if near else None,
        "shared_fields": jaccard(facts.wanted, facts.fields_of[actor]) if facts.wanted else None,
        "cross_sector": _CROSS_SECTOR[_sector(facts, actor)],
    }
    applicable = sum(weight for code, weight in WEIGHTS.items() if values[code] is not None)
    return tuple(
        ScorePart(code, values[code], 0.0 if values[code] is None else weight / applicable)
        for code, weight in WEIGHTS.items()
    )


def _sector(facts: Facts, actor: str) -> Why | None:
    """Tell what the type of an actor adds; an unrecorded type adds nothing."""
    own = facts.actors[actor]["type"]
    asked = bool(facts.seekers or facts.search.types)
    if not own or not asked or own in {facts.actors[seeker]["type"] for seeker in facts.seekers}:
        return None
    return Why.OTHER_TYPE if own in facts.present else Why.MISSING_TYPE


def _reasons(facts: Facts, actor: str) -> Iterator[Reason]:
    about, sector = facts.actors[actor], _sector(facts, actor)
    yield Reason(Why.SHARED_FIELDS, tuple(sorted(facts.wanted & facts.fields_of[actor])))
    yield Reason(Why.COMMON_PARTNERS, _between(facts, facts.partners, "weight", actor))
    if sector:
        yield Reason(sector, (about["type"],))
    yield Reason(Why.ACQUAINTED, _met_at(facts, actor))
    funders = [facts.funded_by[seeker] for seeker in facts.seekers]
    yield Reason(Why.FUNDS_ALREADY, tuple(sorted(NONE.union(*(own.get(actor, NONE) for own in funders)))))
    yield Reason(Why.SAME_FUNDER, tuple(sorted(set().union(*funders) & facts.funded_by[actor].keys())))
    if facts.search.locations:
        code = Why.SAME_LOCATION if about["location"] else Why.LOCATION_UNKNOWN
        yield Reason(code, (about["location"],))


def _introducers(facts: Facts, actor: str) -> tuple[str, ...]:
    known = _between(facts, facts.acquaintances, "strength", actor)
    return tuple(person for person in known if not facts.actors[person]["collective"])[:INTRODUCERS]


def _between(facts: Facts, network: nx.Graph, strength: str, actor: str) -> tuple[str, ...]:
    """Actors tied to a seeker and to ``actor``, by the weaker of their two ties, the strongest first."""
    strengths: dict[str, float] = defaultdict(float)
    for seeker in facts.seekers:
        for person in set(network[seeker]) & set(network[actor]) - set(facts.seekers):
            weaker = min(network.edges[seeker, person][strength], network.edges[person, actor][strength])
            strengths[person] = max(strengths[person], weaker)
    return tuple(sorted(strengths, key=lambda person: (-strengths[person], person)))


def _met_at(facts: Facts, actor: str) -> tuple[str, ...]:
    """Projects and bodies in which a seeker and ``actor`` are, without cooperating."""
    met = (
        (*facts.acquaintances.edges[seeker, actor]["projects"], *facts.acquaintances.edges[seeker, actor]["bodies"])
        for seeker in facts.seekers
        if facts.acquaintances.has_edge(seeker, actor) and not facts.partners.has_edge(seeker, actor)
    )
    return tuple(dict.fromkeys(circle for circles in met for circle in circles))


def _funders(
    dataset: Dataset, projects_of: Mapping[str, Collection[str]], actors: Iterable[str]
) -> dict[str, dict[str, frozenset[str]]]:
    """For each actor, its funders and what they fund: itself or its projects."""
    by_recipient: dict[str, set[str]] = defaultdict(set)
    for tie in fundings_of(dataset):
        by_recipient[tie.recipient].add(tie.funder)
    funded: dict[str, dict[str, frozenset[str]]] = {}
    for actor in actors:
        own = [(funder, e) for e in (actor, *projects_of.get(actor, ())) for funder in by_recipient.get(e, ())]
        funded[actor] = {funder: frozenset(e for giver, e in own if giver == funder) for funder, _ in own}
    return funded
