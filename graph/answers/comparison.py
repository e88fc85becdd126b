"""What two or more actors have in common, and what each has alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np

from graph.build import two_mode
from graph.dataset import Dataset
from graph.ledger.sums import Funding, Sum, add_up, fundings_of
from graph.pairs import cooperations
from graph.picture.columns import Columns, columns
from graph.projection import around, cooperation
from graph.vocabulary import Mode


@dataclass(frozen=True, slots=True)
class CommonPartner:
    """An actor that cooperates with at least two of the compared actors.

    Attributes
    ----------
    id
        Actor id.
    of
        The compared actors it cooperates with, in the order of the comparison.
    projects
        Number of projects it shares with any of them.
    """

    id: str
    of: tuple[str, ...]
    projects: int


@dataclass(frozen=True, slots=True)
class CommonProject:
    """A project in which at least two of the compared actors take part.

    Attributes
    ----------
    id
        Project id.
    of
        The compared actors in it, in the order of the comparison.
    roles
        Kind of participation of each of them, in the same order.
    leads
        All actors that lead it.
    funders
        All its funders.
    funded
        Its recorded funding.
    """

    id: str
    of: tuple[str, ...]
    roles: tuple[str, ...]
    leads: tuple[str, ...]
    funders: tuple[str, ...]
    funded: Sum


@dataclass(frozen=True, slots=True)
class CommonFunder:
    """A funder of the common projects.

    Attributes
    ----------
    id
        Actor id.
    projects
        Common projects it funds.
    given
        What it gives to them.
    """

    id: str
    projects: tuple[str, ...]
    given: Sum


@dataclass(frozen=True, slots=True)
class Alone:
    """What one compared actor does not share with any other of them; sorted ids."""

    actor: str
    partners: tuple[str, ...]
    projects: tuple[str, ...]
    funders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The answer to "what do these actors share".

    Attributes
    ----------
    actors
        The compared actors as asked, without repetition and without unknown ids.
    unknown
        Asked ids that are not actors of the data.
    partners, projects, funders
        What at least two of them share; what most share comes first.
    funded
        Funding of the common projects, each tie once.
    direct
        Pairs of compared actors that cooperate.
    alone
        One per compared actor.
    columns
        The drawing.
    """

    actors: tuple[str, ...]
    unknown: tuple[str, ...]
    partners: tuple[CommonPartner, ...]
    projects: tuple[CommonProject, ...]
    funders: tuple[CommonFunder, ...]
    funded: Sum
    direct: tuple[tuple[str, str], ...]
    alone: tuple[Alone, ...]
    columns: Columns


def compare(dataset: Dataset, actors: Sequence[str]) -> Comparison:
    """Compare two or more actors; fewer than two known ones share nothing.

    A partner is who leads or is a partner of the same project, or is recorded as cooperating; in a common
    project both take part in any role, support included. Funders are those of the common projects.

    Parameters
    ----------
    dataset
        Checked tables.
    actors
        Actor ids in the order of the columns.
    """
    near = around(dataset, set(actors))
    networks = _Networks(two_mode(near), cooperation(near), _funding_by_recipient(near))
    known = tuple(dict.fromkeys(actor for actor in actors if actor in networks.partners))
    partners, projects = _common_partners(networks, known), _common_projects(networks, known)
    funders = _common_funders(networks, projects)
    shared = {project.id: (Mode.PROJECT, project.of) for project in projects}
    shared |= {partner.id: (Mode.ACTOR, partner.of) for partner in partners}
    return Comparison(
        actors=known,
        unknown=tuple(dict.fromkeys(actor for actor in actors if actor not in networks.partners)),
        partners=partners,
        projects=projects,
        funders=funders,
        funded=add_up(tie for project in projects for tie in networks.funding.get(project.id, ())),
        direct=tuple((a, b) for i, a in enumerate(known) for b in known[i + 1 :] if networks.partners.has_edge(a, b)),
        alone=tuple(_alone(networks, actor, known) for actor in known),
        columns=columns(known, shared),
    )


def closest_pairs(dataset: Dataset, most: int = 3) -> tuple[tuple[str, str], ...]:
    """Pairs of actors with most common projects; each actor in one pair only, so that the pairs differ."""
    found = cooperations(dataset)
    ids, ranked = (
        found.actors,
        np.argsort(-np.maximum(found.projects, 1), kind="stable"),
    )  # pairs come in the order of their ids
    pairs: list[tuple[str, str]] = []
    for one, other in zip(found.one[ranked], found.other[ranked], strict=True):
        if len(pairs) == most:
            break
        if not {ids[one], ids[other]} & {actor for pair in pairs for actor in pair}:
            pairs.append((ids[one], ids[other]))
    return tuple(pairs)


@dataclass(frozen=True, slots=True)
class _Networks:
    """The three networks a comparison reads."""

    taking_part: nx.Graph
    partners: nx.Graph
    funding: Mapping[str, Sequence[Funding]]  # recipient id -> funding ties

    def projects(self, actor: str) -> set[str]:
        return set(self.taking_part[actor])

    def funders(self, actor: str) -> set[str]:
        """Funders of the actor itself and of the projects it takes part in."""
        recipients = (actor, *self.taking_part[actor])
        return {tie.funder for recipient in recipients for tie in self.funding.get(recipient, ())}


def _funding_by_recipient(dataset: Dataset) -> Mapping[str, Sequence[Funding]]:
    ties: dict[str, list[Funding]] = defaultdict(list)
    for tie in fundings_of(dataset):
        ties[tie.recipient].append(tie)
    return ties


def _common_partners(networks: _Networks, actors: Sequence[str]) -> tuple[CommonPartner, ...]:
    network = networks.partners
    of = _holders({actor: set(network[actor]) - set(actors) for actor in actors})
    found = (
        CommonPartner(
            partner,
            holders,
            len({project for actor in holders for project in network.edges[actor, partner]["projects"]}),
        )
        for partner, holders in of.items()
    )
    return tuple(sorted(found, key=lambda item: (-len(item.of), -item.projects, item.id)))


def _common_projects(networks: _Networks, actors: Sequence[str]) -> tuple[CommonProject, ...]:
    network = networks.taking_part
    of = _holders({actor: networks.projects(actor) for actor in actors})
    found = [
        CommonProject(
            project,
            holders,
            tuple(network.edges[actor, project]["kind"] for actor in holders),
            tuple(sorted(a for a in network[project] if "leads" in network.edges[a, project]["kinds"])),
            tuple(sorted({tie.funder for tie in networks.funding.get(project, ())})),
            add_up(networks.funding.get(project, ())),
        )
        for project, holders in of.items()
    ]
    return tuple(sorted(found, key=lambda item: (-len(item.of), -(item.funded.amount_eur or 0), item.id)))


def _common_funders(networks: _Networks, projects: Sequence[CommonProject]) -> tuple[CommonFunder, ...]:
    ties: dict[str, list[Funding]] = defaultdict(list)
    for project in projects:
        for tie in networks.funding.get(project.id, ()):
            ties[tie.funder].append(tie)
    found = [
        CommonFunder(funder, tuple(sorted({tie.recipient for tie in given})), add_up(given))
        for funder, given in ties.items()
    ]
    return tuple(sorted(found, key=lambda item: (-len(item.projects), -(item.given.amount_eur or 0), item.id)))


def _alone(networks: _Networks, actor: str, actors: Sequence[str]) -> Alone:
    others = [other for other in actors if other != actor]

    def only_here(of: Mapping[str, set[str]]) -> tuple[str, ...]:
        return tuple(sorted(of[actor].difference(*(of[other] for other in others))))

    return Alone(
        actor,
        partners=only_here({a: set(networks.partners[a]) - set(actors) for a in actors}),
        projects=only_here({a: networks.projects(a) for a in actors}),
        funders=only_here({a: networks.funders(a) for a in actors}),
    )


def _holders(items: Mapping[str, set[str]]) -> dict[str, tuple[str, ...]]:
    """Item -> the compared actors that have it, for items of at least two."""
    holders: dict[str, list[str]] = defaultdict(list)
    for actor, own in items.items():
        for item in sorted(own):
            holders[item].append(actor)
    return {item: tuple(of) for item, of in holders.items() if len(of) > 1}
