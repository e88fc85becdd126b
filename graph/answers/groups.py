"""Groups in the cooperation network: found by algorithm, checked for stability, named by what is typical."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np

from graph.answers.drawing_lots import chance_of_at_least
from graph.answers.leiden import Outcome, Partition, divisions, strengths_inside
from graph.kernels.csr import CompactNetwork, compact

# Hennig (2007) calls a group stable from a mean Jaccard index of 0.75 on; a member counts as ambiguous when
# it was with the rest of its group in fewer than three of four runs.
AMBIGUOUS_BELOW = 0.75
TYPICAL_FIELDS = 3
RUNS, FEWEST_RUNS, _TIES = 20, 4, 3_000_000  # seeded runs that are compared; fewer where they have more ties together


@dataclass(frozen=True, slots=True)
class TypicalField:
    """A Kompetenzfeld that is more frequent in a group than chance would have it.

    Attributes
    ----------
    field
        The Kompetenzfeld.
    members
        Members of the group with the field.
    expected
        Members with the field if fields were spread at random over the groups.
    chance
        Probability of at least that many members by chance (hypergeometric tail).
    """

    field: str
    members: int
    expected: float
    chance: float

    @property
    def lift(self) -> float:
        """How many times more frequent than expected."""
        return self.members / self.expected


@dataclass(frozen=True, slots=True)
class Membership:
    """How firmly an actor belongs to its group.

    Attributes
    ----------
    actor
        Actor id.
    group
        Number of its group.
    together
        Runs in which it was with the rest of this group.
    alternative
        Number of the group it was with most often otherwise, or ``None``.
    ambiguous
        Whether it was with the rest of its group in too few runs (`AMBIGUOUS_BELOW`).
    """

    actor: str
    group: int
    together: int
    alternative: int | None
    ambiguous: bool


@dataclass(frozen=True, slots=True)
class Group:
    """One group.

    Attributes
    ----------
    number
        1 for the largest group, and so on.
    members
        Actor ids, those with the strongest ties inside the group first.
    fields
        Up to three typical Kompetenzfelder, the most typical first; empty when none stands out.
    ambiguous
        Members that other runs put elsewhere, in id order.
    stability
        Mean Jaccard index between the group and its best match in each run, 0 to 1.
    """

    number: int
    members: tuple[str, ...]
    fields: tuple[TypicalField, ...]
    ambiguous: tuple[str, ...]
    stability: float


@dataclass(frozen=True, slots=True)
class Grouping:
    """All groups of a network.

    Attributes
    ----------
    groups
        Largest first.
    memberships
        One per actor in a group, in id order.
    alone
        Actors without ties; they belong to no group.
    modularity
        Of the shown division; ``None`` without ties.
    runs
        Seeded runs that were compared.
    """

    groups: tuple[Group, ...]
    memberships: tuple[Membership, ...]
    alone: tuple[str, ...]
    modularity: float | None
    runs: int

    @property
    def group_of(self) -> Partition:
        """Actor id to group number."""
        return {membership.actor: membership.group for membership in self.memberships}


def find_groups(
    network: nx.Graph | CompactNetwork,
    *,
    resolution: float = 1.0,
    seed: int = 0,
    runs: int | None = None,
    fields_of: Mapping[str, Collection[str]] | None = None,
) -> Grouping:
    """Divide a network into groups that are tied more closely inside than outside.

    Leiden is run ``runs`` times with different seeds; shown is the division of highest modularity, and how
    often the runs agree with it. Leiden rather than Louvain because its groups always hang together.

    Parameters
    ----------
    network
        Cooperation network; ``weight`` is tie strength.
    resolution
        Above 1 more and smaller groups, below 1 fewer and larger ones.
    seed
        The same seed gives the same groups, whatever the order of rows.
    runs
        Number of runs, at least 1; by default `RUNS`, and fewer from 150,000 ties on. `Grouping.runs` says how many.
    fields_of
        Fields of competence of each actor, which name the groups; by default the node attribute ``kompetenzfelder``.

    References
    ----------
    Traag, Waltman & van Eck (2019), Scientific Reports 9, 5233 (Leiden).
    Hennig (2007), Computational Statistics & Data Analysis 52, 258-271 (stability as mean Jaccard index).
    """
    ties = compact(network, labels=())
    if fields_of is None:
        fields_of = (
            {} if isinstance(network, CompactNetwork) else dict(network.nodes(data="kompetenzfelder", default=()))
        )
    alone = tuple(sorted(str(ties.ids[vertex]) for vertex in np.flatnonzero(np.diff(ties.indptr) == 0)))
    runs = runs_for(len(ties.indices) // 2) if runs is None else max(runs, 1)
    outcomes = divisions(ties, resolution, range(seed, seed + runs))
    if not outcomes:
        return Grouping((), (), alone, None, 0)
    modularity, division = _best(outcomes)
    matches = [_best_matches(division, run) for _, run in outcomes]
    memberships = _memberships(division, [run for _, run in outcomes], matches)
    groups = _groups(memberships, matches, strengths_inside(ties, division), fields_of)
    return Grouping(groups, memberships, alone, modularity, len(outcomes))


def runs_for(ties: int) -> int:
    """Return how many runs are compared in a network of so many ties."""
    return max(FEWEST_RUNS, min(RUNS, _TIES // max(ties, 1)))


def divided(network: CompactNetwork) -> Partition:
    """Divide a network as `find_groups` does, without checking how stable groups are; empty without ties."""
    outcomes = divisions(network, 1.0, range(runs_for(len(network.indices) // 2)))
    return _best(outcomes)[1] if outcomes else {}


def typical_fields(
    members: Iterable[str], fields_of: Mapping[str, Collection[str]], *, most: int = TYPICAL_FIELDS
) -> tuple[TypicalField, ...]:
    """Kompetenzfelder over-represented among ``members``, the least explainable by chance first.

    Only actors with a recorded field count, on both sides; a field needs two members, because a rare field
    of a single member would otherwise look most typical of all.

    Parameters
    ----------
    members
        Actors of the group.
    fields_of
        Fields of competence of each actor.
    most
        How many fields at most.
    """
    return _typical(members, _known_fields(fields_of), most)


_Known = tuple[Mapping[str, frozenset[str]], Counter[str]]  # fields of who has some, and how many have each


def _known_fields(fields_of: Mapping[str, Collection[str]]) -> _Known:
    known = {actor: frozenset(fields) for actor, fields in fields_of.items() if fields}
    return known, Counter(field for fields in known.values() for field in fields)


def _typical(members: Iterable[str], fields: _Known, most: int) -> tuple[TypicalField, ...]:
    known, everywhere = fields
    inside = [actor for actor in members if actor in known]
    here = Counter(field for actor in inside for field in known[actor])
    found = (
        TypicalField(
            field,
            count,
            len(inside) * everywhere[field] / len(known),
            chance_of_at_least(count, len(inside), everywhere[field], len(known)),
        )
        for field, count in here.items()
        if count >= 2 and count * len(known) > len(inside) * everywhere[field]
    )
    return tuple(sorted(found, key=lambda item: (item.chance, -item.members, item.field))[:most])


def _best(outcomes: Iterable[Outcome]) -> Outcome:
    """Modularity and division of the best run, its groups numbered."""
    quality, division = max(outcomes, key=lambda outcome: (round(outcome[0], 9), sorted(outcome[1].items())))
    return quality, _number_by_size(division)


def _number_by_size(division: Partition) -> Partition:
    members: dict[int, list[str]] = defaultdict(list)
    for actor in sorted(division):
        members[division[actor]].append(actor)
    ordered = sorted(members.values(), key=lambda group: (-len(group), group))
    return {actor: number for number, group in enumerate(ordered, start=1) for actor in group}


def _best_matches(division: Partition, run: Partition) -> dict[int, tuple[int, float]]:
    """For each group, its most similar community in a run, and their Jaccard index."""
    sizes, run_sizes = Counter(division.values()), Counter(run.values())
    best: dict[int, tuple[int, float]] = {}
    for (group, community), common in sorted(Counter((division[a], run[a]) for a in division).items()):
        jaccard = common / (sizes[group] + run_sizes[community] - common)
        if jaccard > best.get(group, (0, 0.0))[1]:
            best[group] = (community, jaccard)
    return best


def _memberships(
    division: Partition, runs: Sequence[Partition], matches: Sequence[Mapping[int, tuple[int, float]]]
) -> tuple[Membership, ...]:
    group_in_run = [{community: group for group, (community, _) in match.items()} for match in matches]
    found = []
    for actor in sorted(division):
        own = division[actor]
        together = sum(run[actor] == match[own][0] for run, match in zip(runs, matches, strict=True))
        where = Counter(
            group for run, names in zip(runs, group_in_run, strict=True) if (group := names.get(run[actor], own)) != own
        )
        alternative = min(where, key=lambda group: (-where[group], group), default=None)
        ambiguous = together < AMBIGUOUS_BELOW * len(runs)
        found.append(Membership(actor, own, together, alternative, ambiguous))
    return tuple(found)


def _groups(
    memberships: Iterable[Membership],
    matches: Sequence[Mapping[int, tuple[int, float]]],
    strengths: Mapping[str, float],
    fields_of: Mapping[str, Collection[str]],
) -> tuple[Group, ...]:
    by_group: dict[int, list[Membership]] = defaultdict(list)
    for membership in memberships:
        by_group[membership.group].append(membership)
    fields = _known_fields(fields_of)
    return tuple(
        Group(
            number,
            tuple(sorted((one.actor for one in members), key=lambda actor: (-strengths[actor], actor))),
            _typical((member.actor for member in members), fields, TYPICAL_FIELDS),
            tuple(member.actor for member in members if member.ambiguous),
            sum(match[number][1] for match in matches) / len(matches),
        )
        for number, members in sorted(by_group.items())
    )
