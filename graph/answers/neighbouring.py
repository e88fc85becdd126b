"""Fields of competence beside one another: what two of them share, and which are alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.answers.likeness import Trait, Traits
from graph.build import participations
from graph.dataset import Dataset, unpacked
from graph.ledger.dimensions import DIMENSIONS

Members = Mapping[str, frozenset[str]]  # field -> ids


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A field that shares projects or actors with the one in question; ids are sorted."""

    field: str
    projects: tuple[str, ...]
    actors: tuple[str, ...]


def neighbours(dataset: Dataset, field: str) -> tuple[Neighbour, ...]:
    """Find the fields that share projects or actors with one, most projects first, then most actors, then by name."""
    projects, actors = projects_by_field(dataset), actors_by_field(dataset)
    found = (
        Neighbour(other, _shared(projects, field, other), _shared(actors, field, other))
        for other in {*projects, *actors} - {field}
    )
    near = [each for each in found if each.projects or each.actors]
    return tuple(sorted(near, key=lambda each: (-len(each.projects), -len(each.actors), each.field)))


def projects_by_field(dataset: Dataset) -> Members:
    """Projects that carry each field."""
    return _grouped(_carried(dataset.projects["id"], dataset.projects["kompetenzfelder"]))


def actors_by_field(dataset: Dataset) -> Members:
    """Actors of each field: those that carry it, and those that take part in a project of it."""
    own = _carried(dataset.actors["id"], dataset.actors["kompetenzfelder"])
    fields = dict(unpacked(dataset.projects, "id", "kompetenzfelder"))
    ends = unpacked(participations(dataset), "from_id", "to_id")
    return _grouped((*own, *((field, actor) for actor, project in ends for field in fields.get(project, ()))))


def field_traits(dataset: Dataset) -> Mapping[str, Traits]:
    """Collect what fields are compared by: their actors, and the programmes and funders of their projects.

    See `graph.answers.likeness.alike`.
    """
    projects, actors = projects_by_field(dataset), actors_by_field(dataset)
    programmes = DIMENSIONS["programme"].categories(dataset)
    funders = _grouped(unpacked(dataset.ties[dataset.ties["kind"] == "funds"], "to_id", "from_id"))
    return {
        field: {
            Trait.ACTOR: actors.get(field, frozenset()),
            Trait.PROGRAMME: frozenset().union(*(programmes.get(key, ()) for key in projects.get(field, ()))),
            Trait.FUNDER: frozenset().union(*(funders.get(key, ()) for key in projects.get(field, ()))),
        }
        for field in sorted({*projects, *actors})
    }


def _carried(ids: Iterable[str], cells: Iterable[Iterable[str]]) -> list[tuple[str, str]]:
    return [(field, key) for key, fields in zip(ids, cells, strict=True) for field in fields]


def _shared(members: Members, field: str, other: str) -> tuple[str, ...]:
    return tuple(sorted(members.get(field, frozenset()) & members.get(other, frozenset())))


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for key, member in pairs:
        groups[key].add(member)
    return {key: frozenset(members) for key, members in groups.items()}
