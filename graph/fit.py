"""How one actor fits a partner search: why it is left out, or its score and the reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

import networkx as nx

from graph.build import two_mode
from graph.competence import competences
from graph.contacts import contacts
from graph.dataset import Dataset
from graph.projection import cooperation
from graph.similarity import WEIGHTS, Neighbourhood, Part, jaccard, neighbourhood, total_points
from graph.sums import fundings_of

NONE: frozenset[str] = frozenset()
INTRODUCERS = 3


@dataclass(frozen=True, slots=True)
class Search:
    """What a partner is wanted for; an empty criterion does not restrict.

    Attributes
    ----------
    actor
        Id of the asking actor, or ``""`` for a planned project of nobody yet. Its partners are left out.
    members
        Ids of actors already in the planned project; they are left out, their partners are not.
    kompetenzfelder
        Fields of the planned project, of which a partner must have one. By default the fields of the asking
        actor and members serve for the score without restricting.
    types
        Wanted actor types.
    locations
        Wanted locations. Actors without recorded location stay in.
    dismissed, remembered
        Ids the visitor has set aside, and ids always to be shown.
    """

    actor: str = ""
    members: tuple[str, ...] = ()
    kompetenzfelder: frozenset[str] = NONE
    types: frozenset[str] = NONE
    locations: frozenset[str] = NONE
    dismissed: frozenset[str] = NONE
    remembered: frozenset[str] = NONE

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if field.name not in ("actor", "members"):
                object.__setattr__(self, field.name, frozenset(value))


class Why(StrEnum):
    """Reason for a candidate; the ids of `Reason` say which."""

    SHARED_FIELDS = "shared_fields"  # Kompetenzfelder
    COMMON_PARTNERS = "common_partners"  # actors
    MISSING_TYPE = "missing_type"  # a type that neither asking actor, partners nor members have
    OTHER_TYPE = "other_type"  # a type other than that of asking actor and members
    ACQUAINTED = "acquainted"  # projects and bodies in which both are, without cooperating
    SAME_FUNDER = "same_funder"  # funding actors
    SAME_LOCATION = "same_location"  # location
    LOCATION_UNKNOWN = "location_unknown"


class LeftOut(StrEnum):
    """Why an actor is not among the candidates."""

    PARTNER = "partner"  # already a partner of the asking actor
    MEMBER = "member"  # the asking actor itself or in the planned project
    DISMISSED = "dismissed"
    COLLECTIVE = "collective"  # stands for several organisations
    OTHER_FIELD = "other_field"
    OTHER_TYPE = "other_type"
    OTHER_LOCATION = "other_location"
    NOTHING_IN_COMMON = "nothing_in_common"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason and what it rests on, the most telling first."""

    code: Why
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible partner.

    Attributes
    ----------
    id
        Actor id.
    score
        0 to 1, the sum of the points of ``parts``.
    parts
        One `Part` per key of `WEIGHTS`.
    reasons
        In the order of `Why`.
    introducers
        Up to three actors that know both sides, the best acquainted first.
    remembered
        Whether the visitor has set it aside to keep.
    """

    id: str
    score: float
    parts: tuple[Part, ...]
    reasons: tuple[Reason, ...]
    introducers: tuple[str, ...]
    remembered: bool


_CROSS_SECTOR = {Why.MISSING_TYPE: 1.0, Why.OTHER_TYPE: 0.5, None: 0.0}


@dataclass(frozen=True, slots=True)
class Facts:
    """What every actor is judged by in one search.

    Attributes
    ----------
    search
        The question.
    actors
        Attributes by actor id.
    seekers
        The asking actor and the members, as far as they are in the data.
    partners, acquaintances, taking_part
        Cooperation network, network of contacts, two-mode network.
    near
        Closeness in the cooperation network; ``None`` when the seekers have no partners.
    wanted
        Kompetenzfelder that are searched for.
    present
        Types that are already there.
    fields_of, funders_of
        Kompetenzfelder and funders by actor id.
    """

    search: Search
    actors: Mapping[str, Mapping[str, Any]]
    seekers: tuple[str, ...]
    partners: nx.Graph
    acquaintances: nx.Graph
    taking_part: nx.Graph
    near: Neighbourhood | None
    wanted: frozenset[str]
    present: frozenset[str]
    fields_of: Mapping[str, frozenset[str]]
    funders_of: Mapping[str, frozenset[str]]

    def experience(self, actor: str) -> int:
        """Projects in the wanted fields in which an actor takes part."""
        nodes = self.taking_part.nodes
        return sum(not self.wanted.isdisjoint(nodes[p]["kompetenzfelder"]) for p in self.taking_part[actor])


def gather(dataset: Dataset, search: Search) -> Facts:
    """Collect what a search needs; ids that are not actors of the data are ignored."""
    network = cooperation(dataset)
    actors = dict(network.nodes(data=True))
    seekers = tuple(dict.fromkeys(actor for actor in (search.actor, *search.members) if actor in actors))
    fields_of = {actor: competence.fields for actor, competence in competences(dataset).items()}
    taking_part = two_mode(dataset)
    around = network[search.actor] if search.actor in actors else ()
    return Facts(
        search=search,
        actors=actors,
        seekers=seekers,
        partners=network,
        acquaintances=contacts(dataset),
        taking_part=taking_part,
        near=neighbourhood(network.adj, seekers) if any(network[seeker] for seeker in seekers) else None,
        wanted=search.kompetenzfelder or NONE.union(*(fields_of[seeker] for seeker in seekers)),
        present=frozenset(actors[actor]["type"] for actor in (*seekers, *around)),
        fields_of=fields_of,
        funders_of=_funders(dataset, taking_part, actors),
    )


def left_out(facts: Facts, actor: str) -> LeftOut | None:
    """Reason for not considering an actor, the first that applies; ``None`` for a candidate."""
    search, about = facts.search, facts.actors[actor]
    rules = (
        (LeftOut.MEMBER, actor in facts.seekers),
        (LeftOut.PARTNER, facts.partners.has_edge(search.actor, actor)),
        (LeftOut.DISMISSED, actor in search.dismissed),
        (LeftOut.COLLECTIVE, bool(about["collective"])),
        (LeftOut.OTHER_FIELD, bool(search.kompetenzfelder) and facts.wanted.isdisjoint(facts.fields_of[actor])),
        (LeftOut.OTHER_TYPE, bool(search.types) and about["type"] not in search.types),
        (LeftOut.OTHER_LOCATION, bool(search.locations) and about["location"] not in {"", *search.locations}),
    )
    return next((code for code, applies in rules if applies), None)


def judge(facts: Facts, actor: str) -> Candidate:
    """Score an actor and say why."""
    parts = _parts(facts, actor)
    return Candidate(
        id=actor,
        score=total_points(parts),
        parts=parts,
        reasons=tuple(reason for reason in _reasons(facts, actor) if reason.ids),
        introducers=_introducers(facts, actor),
        remembered=actor in facts.search.remembered,
    )


def has_something_in_common(facts: Facts, candidate: Candidate) -> bool:
    """Whether anything but being of another type speaks for a candidate, when anything else was asked."""
    if not facts.wanted and facts.near is None:
        return bool(facts.search.types or facts.search.locations)
    return any(part.points > 0 for part in candidate.parts if part.code != "cross_sector")


def _parts(facts: Facts, actor: str) -> tuple[Part, ...]:
    near = facts.near
    values = {
        "adamic_adar": near.adamic_adar.get(actor, 0.0) if near else None,
        "resource_allocation": near.resource_allocation.get(actor, 0.0) if near else None,
        "shared_fields": jaccard(facts.wanted, facts.fields_of[actor]) if facts.wanted else None,
        "cross_sector": _CROSS_SECTOR[_sector(facts, actor)],
    }
    return tuple(Part(code, values[code], weight) for code, weight in WEIGHTS.items())


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
    shared = NONE.union(*(facts.funders_of[seeker] for seeker in facts.seekers)) & facts.funders_of[actor]
    yield Reason(Why.SAME_FUNDER, tuple(sorted(shared)))
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


def _funders(dataset: Dataset, taking_part: nx.Graph, actors: Iterable[str]) -> dict[str, frozenset[str]]:
    """Funders of each actor: its own and those of its projects."""
    by_recipient: dict[str, set[str]] = defaultdict(set)
    for tie in fundings_of(dataset):
        by_recipient[tie.recipient].add(tie.funder)
    return {
        actor: NONE.union(*(by_recipient.get(element, NONE) for element in (actor, *taking_part[actor])))
        for actor in actors
    }
