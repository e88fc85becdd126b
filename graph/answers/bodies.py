"""Networks and bodies: how far their members overlap, and who sits in many of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import combinations

from graph.build import participations
from graph.dataset import Dataset, unpacked

# Kinds of project that stand for a standing circle of members rather than for a piece of work
BODY_KINDS = frozenset({"Netzwerk", "Gremium"})

# From when on two bodies are worth a look: half of all members are the same, or one is inside the other.
# Below three common members either happens by chance.
MERGE_JACCARD = 0.5
MERGE_MEMBERS = 3


@dataclass(frozen=True, slots=True)
class Body:
    """A network or body and its recorded members, sorted; ``id`` is that of an actor or a project."""

    id: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two bodies with common members.

    Attributes
    ----------
    a, b
        Ids of the bodies, the one with more members first.
    common, only_a, only_b
        Sorted member ids.
    """

    a: str
    b: str
    common: tuple[str, ...]
    only_a: tuple[str, ...]
    only_b: tuple[str, ...]

    @property
    def jaccard(self) -> float:
        """Share of the common members in all members, 0 to 1."""
        return len(self.common) / (len(self.common) + len(self.only_a) + len(self.only_b))

    @property
    def contained(self) -> bool:
        """Whether every member of the smaller body is in the larger one."""
        return not self.only_b


@dataclass(frozen=True, slots=True)
class Load:
    """An actor and the bodies it is in, sorted."""

    actor: str
    bodies: tuple[str, ...]


def find_bodies(dataset: Dataset, kinds: Collection[str] = BODY_KINDS, *, least: int = 2) -> tuple[Body, ...]:
    """All networks and bodies with at least ``least`` recorded members, the largest first.

    A body is whatever an actor is ``member_of``, and every project of the given kinds; who leads it, is a
    partner or supports it counts as a member of such a project.

    Parameters
    ----------
    dataset
        Tables of the data.
    kinds
        Kinds of projects that are bodies.
    least
        How many members a body has at least.
    """
    projects = dataset.projects
    of_kind = set(projects.loc[projects["kind"].isin(kinds), "id"])
    actors = set(dataset.actors["id"])
    taking_part = participations(dataset)
    member_ties = dataset.ties[dataset.ties["kind"] == "member_of"]
    members: dict[str, set[str]] = defaultdict(set)
    for actor, body in zip(member_ties["from_id"], member_ties["to_id"], strict=True):
        members[body].add(actor)
    for actor, project in unpacked(taking_part, "from_id", "to_id"):
        if project in of_kind:
            members[project].add(actor)
    found = (Body(body, tuple(sorted(own & actors))) for body, own in members.items())
    large = (body for body in found if len(body.members) >= max(least, 1))
    return tuple(sorted(large, key=lambda body: (-len(body.members), body.id)))


def find_overlaps(bodies: Sequence[Body]) -> tuple[Overlap, ...]:
    """All pairs of bodies with a common member, the most similar first."""
    found = [_overlap(a, b) for a, b in combinations(bodies, 2)]
    shared = (overlap for overlap in found if overlap.common)
    return tuple(sorted(shared, key=lambda o: (-o.jaccard, -len(o.common), o.a, o.b)))


def merge_candidates(overlaps: Sequence[Overlap]) -> tuple[Overlap, ...]:
    """Overlaps large enough to ask whether both bodies are needed: a hint from the data, not a judgement."""
    return tuple(
        overlap
        for overlap in overlaps
        if len(overlap.common) >= MERGE_MEMBERS and (overlap.jaccard >= MERGE_JACCARD or overlap.contained)
    )


def find_loads(bodies: Sequence[Body], *, more_than: int = 0) -> tuple[Load, ...]:
    """Actors in more than ``more_than`` bodies, the most loaded first."""
    of_actor: dict[str, list[str]] = defaultdict(list)
    for body in bodies:
        for actor in body.members:
            of_actor[actor].append(body.id)
    loads = (Load(actor, tuple(sorted(own))) for actor, own in of_actor.items() if len(own) > more_than)
    return tuple(sorted(loads, key=lambda load: (-len(load.bodies), load.actor)))


def _overlap(a: Body, b: Body) -> Overlap:
    large, small = sorted((a, b), key=lambda body: (-len(body.members), body.id))
    one, other = set(large.members), set(small.members)
    return Overlap(
        large.id,
        small.id,
        tuple(sorted(one & other)),
        tuple(sorted(one - other)),
        tuple(sorted(other - one)),
    )
