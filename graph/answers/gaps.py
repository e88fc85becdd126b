"""Where nobody is recorded: Kompetenzfelder by actor type."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from graph.build import participations
from graph.dataset import Dataset, unpacked
from graph.ledger.amounts import Amount
from graph.ledger.sums import Funding, Sum, add_up, fundings_of


@dataclass(frozen=True, slots=True)
class GapCell:
    """What the data hold for one Kompetenzfeld and one actor type, or for a whole row or column.

    Attributes
    ----------
    actors
        Actors of the type that are recorded with the field, or take part in or fund a project of it; sorted.
    projects
        Projects of the field in which an actor of the type takes part or which it funds; sorted.
    funded
        Recorded funding of these projects. A project with actors of three types counts in three cells, but
        only once in totals: cells never add up to more money than there is.
    """

    actors: tuple[str, ...]
    projects: tuple[str, ...]
    funded: Sum

    @property
    def is_empty(self) -> bool:
        """Whether nobody is recorded."""
        return not self.actors


@dataclass(frozen=True, slots=True)
class Gaps:
    """Matrix of Kompetenzfelder and actor types.

    Attributes
    ----------
    fields, types
        Rows and columns, the largest number of actors first; actors without a type have no column.
    cells
        By field and type.
    by_field, by_type
        Totals of rows and columns; every actor, project and euro counts once in each.
    empty
        Pairs of field and type without any actor, in the order of rows and columns.
    actors_without_field, actors_without_type, projects_without_field
        What the matrix cannot show; sorted ids.
    """

    fields: tuple[str, ...]
    types: tuple[str, ...]
    cells: Mapping[tuple[str, str], GapCell]
    by_field: Mapping[str, GapCell]
    by_type: Mapping[str, GapCell]
    empty: tuple[tuple[str, str], ...]
    actors_without_field: tuple[str, ...]
    actors_without_type: tuple[str, ...]
    projects_without_field: tuple[str, ...]


# What a cell can show; None is "not recorded", which is not zero
FIGURES: Mapping[str, Callable[[GapCell], Amount | None]] = {
    "actors": lambda cell: len(cell.actors) or None,
    "projects": lambda cell: len(cell.projects) or None,
    "euros": lambda cell: cell.funded.amount_eur,
}


def find_gaps(dataset: Dataset) -> Gaps:
    """Count actors, projects and euros for every Kompetenzfeld and actor type of the data."""
    facts = _facts(dataset)
    cells = {(field, kind): facts.cell(field, kind) for field in facts.fields for kind in facts.types}
    by_field = {field: facts.cell(field, None) for field in facts.fields}
    by_type = {kind: facts.cell(None, kind) for kind in facts.types}
    fields, types = _largest_first(by_field), _largest_first(by_type)
    placed = {actor for cell in by_field.values() for actor in cell.actors}
    return Gaps(
        fields=fields,
        types=types,
        cells={(field, kind): cells[field, kind] for field in fields for kind in types},
        by_field={field: by_field[field] for field in fields},
        by_type={kind: by_type[kind] for kind in types},
        empty=tuple((field, kind) for field in fields for kind in types if cells[field, kind].is_empty),
        actors_without_field=tuple(sorted(facts.type_of.keys() - placed)),
        actors_without_type=tuple(sorted(actor for actor, kind in facts.type_of.items() if not kind)),
        projects_without_field=tuple(project for project, fields in sorted(_fields(dataset).items()) if not fields),
    )


def empty_cells(dataset: Dataset) -> frozenset[tuple[str, str]]:
    """Fields and actor types in which nobody is recorded, as in `Gaps.empty` but in no order and without figures."""
    facts = _facts(dataset)
    present = {
        (field, facts.type_of[actor])
        for field in facts.fields
        for actor in facts.recorded.get(field, frozenset()).union(
            *(facts.involved.get(project, ()) for project in facts.projects.get(field, ()))
        )
    }
    return frozenset((field, kind) for field in facts.fields for kind in facts.types if (field, kind) not in present)


@dataclass(frozen=True, slots=True)
class _Facts:
    """Who is involved where."""

    type_of: Mapping[str, str]
    recorded: Mapping[str, frozenset[str]]  # field -> actors recorded with it
    projects: Mapping[str, frozenset[str]]  # field -> projects
    involved: Mapping[str, frozenset[str]]  # project -> actors that take part in or fund it
    funding: Mapping[str, tuple[Funding, ...]]  # project -> its funding ties

    @property
    def fields(self) -> list[str]:
        return sorted(self.recorded.keys() | self.projects.keys())

    @property
    def types(self) -> list[str]:
        return sorted({kind for kind in self.type_of.values() if kind})

    def cell(self, field: str | None, kind: str | None) -> GapCell:
        """Cell of a field and a type; ``None`` stands for all of them."""
        fields = self.fields if field is None else [field]
        projects = {
            project: {actor for actor in self.involved.get(project, ()) if self._is(actor, kind)}
            for name in fields
            for project in self.projects.get(name, ())
        }
        shown = sorted(project for project, actors in projects.items() if actors or kind is None)
        actors = {actor for name in fields for actor in self.recorded.get(name, ()) if self._is(actor, kind)}
        return GapCell(
            tuple(sorted(actors.union(*projects.values()))),
            tuple(shown),
            add_up(tie for project in shown for tie in self.funding.get(project, ())),
        )

    def _is(self, actor: str, kind: str | None) -> bool:
        return kind is None or self.type_of[actor] == kind


def _facts(dataset: Dataset) -> _Facts:
    type_of = dict(unpacked(dataset.actors, "id", "type"))
    recorded = unpacked(dataset.actors, "id", "kompetenzfelder")
    taking_part = participations(dataset)
    ties = fundings_of(dataset)
    return _Facts(
        type_of=type_of,
        recorded=_grouped((field, actor) for actor, fields in recorded for field in fields),
        projects=_grouped((field, project) for project, fields in _fields(dataset).items() for field in fields),
        involved=_grouped(
            (
                *unpacked(taking_part, "to_id", "from_id"),
                *((tie.recipient, tie.funder) for tie in ties if tie.funder in type_of),
            )
        ),
        funding=_by_recipient(ties),
    )


def _fields(dataset: Dataset) -> dict[str, tuple[str, ...]]:
    return dict(unpacked(dataset.projects, "id", "kompetenzfelder"))


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for key, item in pairs:
        groups[key].add(item)
    return {key: frozenset(items) for key, items in groups.items()}


def _by_recipient(ties: Iterable[Funding]) -> dict[str, tuple[Funding, ...]]:
    groups: dict[str, list[Funding]] = defaultdict(list)
    for tie in ties:
        groups[tie.recipient].append(tie)
    return {recipient: tuple(own) for recipient, own in groups.items()}


def _largest_first(totals: Mapping[str, GapCell]) -> tuple[str, ...]:
    return tuple(sorted(totals, key=lambda key: (-len(totals[key].actors), key)))
