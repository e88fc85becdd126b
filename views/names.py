"""Names of actors and projects, which every page needs."""

from __future__ import annotations

from collections.abc import Mapping

from graph.apart import called
from graph.dataset import Dataset, unpacked
from views.address.codec import slug
from views.keeping import cached


@cached
def names_of(dataset: Dataset) -> Mapping[str, str]:
    """Full name of each actor and project by id, in the order of a list to search in; no two have the same."""
    names = {**_by_id(dataset, "name"), **{id: one.name for id, one in called(dataset).items()}}
    return dict(sorted(names.items(), key=lambda item: slug(item[1])))


@cached
def short_names_of(dataset: Dataset) -> Mapping[str, str]:
    """Short name, else full name, of each actor and project by id; no two have the same."""
    return {**recorded_short_names_of(dataset), **{id: one.short_name for id, one in called(dataset).items()}}


@cached
def recorded_short_names_of(dataset: Dataset) -> Mapping[str, str]:
    """Short name, else full name, of each actor and project by id, as they are recorded."""
    names = _by_id(dataset, "name")
    return {element: short or names[element] for element, short in _by_id(dataset, "short_name").items()}


def _by_id(dataset: Dataset, column: str) -> dict[str, str]:
    tables = (dataset.actors, dataset.projects)
    return {element: value for table in tables for element, value in unpacked(table, "id", column)}
