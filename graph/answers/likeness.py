"""Actors like an actor and projects like a project, with what they have in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from graph.build import participations
from graph.dataset import Dataset, unpacked
from graph.projection import acquaintance
from graph.vocabulary import Mode

# what is recorded of an element under each trait
Traits = Mapping["Trait", frozenset[str]]


class Trait(StrEnum):
    """What elements are compared by; the ids or words of `Common` say which they share."""

    FIELD = "field"  # Kompetenzfelder
    PARTNER = "partner"  # actors with which both actors cooperate
    ACTOR = "actor"  # actors that take part in both projects
    PROGRAMME = "programme"  # what both belong to
    FUNDER = "funder"  # actors that fund both, an actor also by its projects
    KIND = "kind"  # type of an actor, kind of a project
    PLACE = "place"  # location


_NONE: frozenset[str] = frozenset()
# one of these must be shared: of the same type in the same town are too many to be called alike
_TELLING = frozenset({Trait.FIELD, Trait.PARTNER, Trait.ACTOR, Trait.PROGRAMME, Trait.FUNDER})


@dataclass(frozen=True, slots=True)
class Common:
    """What two elements share under one trait."""

    trait: Trait
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """An element like the one in question.

    Attributes
    ----------
    id
        The other element.
    score
        0 to 1: mean of the Jaccard indices of all traits that are recorded for one of the two.
    common
        What both share, in the order of `Trait`.
    """

    id: str
    score: float
    common: tuple[Common, ...]


def traits(dataset: Dataset, mode: Mode) -> Mapping[str, Traits]:
    """Collect what actors or projects are compared by; entries for several organisations are left out."""
    return _of_actors(dataset) if mode is Mode.ACTOR else _of_projects(dataset)


def alike(compared: Mapping[str, Traits], element: str, *, limit: int = 5) -> tuple[Likeness, ...]:
    """Find the elements most like one, best first, then by id.

    Parameters
    ----------
    compared
        See `traits`.
    element
        Id of the element in question; nothing is like one that is not compared.
    limit
        How many at most.

    References
    ----------
    Jaccard (1912), New Phytologist 11, 37-50.
    """
    own = compared.get(element)
    if own is None:
        return ()
    found = (_likeness(element, own, other, theirs) for other, theirs in compared.items() if other != element)
    telling = [one for one in found if any(common.trait in _TELLING for common in one.common)]
    return tuple(sorted(telling, key=lambda one: (-one.score, one.id))[:limit])


def _likeness(element: str, own: Traits, other: str, theirs: Traits) -> Likeness:
    both, parts = {element, other}, []
    common = []
    for trait in Trait:
        mine, others = own.get(trait, _NONE), theirs.get(trait, _NONE)
        shared = (mine & others) - both
        # counted, since sets of thousands of partners would be copied once for each of thousands of others
        if union := _besides(mine, both) + _besides(others, both) - len(shared):
            parts.append(len(shared) / union)
        if shared:
            common.append(Common(trait, tuple(sorted(shared))))
    return Likeness(other, round(sum(parts) / len(parts), 12) if parts else 0.0, tuple(common))


def _besides(found: frozenset[str], both: set[str]) -> int:
    return len(found) - len(both & found)


def _of_actors(dataset: Dataset) -> dict[str, Traits]:
    actors, network = dataset.actors, acquaintance(dataset)
    funders, projects = _funders(dataset), _ends(participations(dataset), "from_id", "to_id")
    own = ~actors["collective"].astype(bool)
    rows = actors.loc[own, ["id", "type", "location", "kompetenzfelder"]].itertuples(index=False, name=None)
    return {
        actor: {
            Trait.FIELD: frozenset(fields),
            Trait.PARTNER: frozenset(network[actor]) if actor in network else frozenset(),
            Trait.FUNDER: funders[actor].union(*(funders[project] for project in projects[actor])) - {actor},
            Trait.KIND: _recorded(kind),
            Trait.PLACE: _recorded(place),
        }
        for actor, kind, place, fields in rows
    }


def _of_projects(dataset: Dataset) -> dict[str, Traits]:
    part_of = _ends(dataset.ties[dataset.ties["kind"] == "part_of"], "from_id", "to_id")
    funders, actors = _funders(dataset), _ends(participations(dataset), "to_id", "from_id")
    columns = ["id", "kind", "location", "kompetenzfelder"]
    rows = dataset.projects[columns].itertuples(index=False, name=None)
    return {
        project: {
            Trait.FIELD: frozenset(fields),
            Trait.ACTOR: actors[project],
            Trait.PROGRAMME: part_of[project],
            Trait.FUNDER: funders[project],
            Trait.KIND: _recorded(kind),
            Trait.PLACE: _recorded(place),
        }
        for project, kind, place, fields in rows
    }


def _funders(dataset: Dataset) -> defaultdict[str, frozenset[str]]:
    return _ends(dataset.ties[dataset.ties["kind"] == "funds"], "to_id", "from_id")


def _ends(ties: pd.DataFrame, near: str, far: str) -> defaultdict[str, frozenset[str]]:
    """Far ends of ties by their near end; none where there is no tie."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in unpacked(ties, near, far):
        found[one].add(other)
    return defaultdict(frozenset, {one: frozenset(others) for one, others in found.items()})


def _recorded(text: object) -> frozenset[str]:
    return frozenset({str(text)}) if text else frozenset()
