"""Fields of competence and who meets in them, kept."""

from __future__ import annotations

from dataclasses import replace

from graph import projection, surroundings
from graph.answers import actor_matrix, bodies, gaps, likeness, neighbouring, together
from graph.answers.actor_matrix import ActorMatrix
from graph.answers.bodies import Body
from graph.answers.gaps import Gaps
from graph.answers.likeness import Likeness
from graph.answers.neighbouring import Neighbour
from graph.answers.together import Together
from graph.dataset import Dataset
from graph.selection import Selection, select
from views.fields.question import MOST, MOST_NAMED, SORTING_OF
from views.keeping import cached
from views.roles.answer import groups_of
from views.view import View


@cached
def gaps_of(dataset: Dataset) -> Gaps:
    """See `graph.answers.gaps.find_gaps`."""
    return gaps.find_gaps(dataset)


@cached
def matrix_of(dataset: Dataset, by: str, most: int) -> ActorMatrix:
    """See `graph.answers.actor_matrix.actor_matrix`, of the ``most`` actors with most partners.

    Parameters
    ----------
    dataset
        Tables of the data.
    by
        What rows are arranged by: field, type or group.
    most
        How many actors at most.
    """
    network = projection.cooperation(actor_matrix.densest(dataset, most))
    return actor_matrix.actor_matrix(network, by, groups=groups_of(dataset).group_of)


@cached
def shared_projects_of(dataset: Dataset, a: str, b: str) -> tuple[str, ...]:
    """See `graph.answers.actor_matrix.shared_projects`.

    Parameters
    ----------
    dataset
        Tables of the data.
    a
        Id of one actor.
    b
        Id of the other actor.
    """
    return actor_matrix.shared_projects(projection.cooperation(dataset), a, b)


@cached
def together_in(dataset: Dataset) -> Together:
    """See `graph.answers.together.find_together`."""
    return together.find_together(dataset)


@cached
def bodies_of(dataset: Dataset) -> tuple[Body, ...]:
    """See `graph.answers.bodies.find_bodies`."""
    return bodies.find_bodies(dataset)


@cached
def together_by_field(dataset: Dataset, asked: Selection) -> dict[str, Together]:
    """Who works together in each field of competence, as if it alone were chosen beside the other filters.

    Parameters
    ----------
    dataset
        Tables of the data.
    asked
        The filters; their fields of competence do not matter.
    """
    fields = sorted(
        {name for table in (dataset.actors, dataset.projects) for row in table["kompetenzfelder"] for name in row}
    )
    parts = {field: select(dataset, replace(asked, kompetenzfelder=frozenset((field,)))) for field in fields}
    return {field: together.find_together(part) for field, part in parts.items()}


@cached
def part_of(dataset: Dataset, field: str) -> Dataset:
    """Keep what belongs to a field, as its filter does."""
    return select(dataset, Selection(kompetenzfelder=frozenset((field,))))


@cached
def named_part_of(dataset: Dataset, field: str) -> Dataset:
    """See `graph.surroundings.best_tied`, of the part of a field."""
    return surroundings.best_tied(part_of(dataset, field), MOST_NAMED)


@cached
def neighbours_of(dataset: Dataset, field: str) -> tuple[Neighbour, ...]:
    """See `graph.answers.neighbouring.neighbours`."""
    return neighbouring.neighbours(dataset, field)


@cached
def alike(dataset: Dataset, field: str) -> tuple[Likeness, ...]:
    """See `graph.answers.likeness.alike`, of fields."""
    return likeness.alike(neighbouring.field_traits(dataset), field)


def asked_matrix(view: View) -> ActorMatrix:
    """Matrix of actors in the order the visitor asks for."""
    return matrix_of(view.part, SORTING_OF[view.query.sortierung], MOST)


def asked_together(view: View) -> Together:
    """Who works together in what fits the filters."""
    return together_in(view.part)
