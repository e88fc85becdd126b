"""Cached orders and counts of actors and projects, which lists and buttons of many pages need."""

from __future__ import annotations

from collections.abc import Mapping

from graph.dataset import Dataset
from graph.picture import scene
from ui.cache.store import cached
from ui.query import slug


@cached
def partners_of(dataset: Dataset) -> dict[str, float]:
    """See `graph.picture.scene.partners_by_actor`."""
    return scene.partners_by_actor(dataset)


@cached
def names_of(dataset: Dataset) -> Mapping[str, str]:
    """Full name of each actor and project by id, in the order of a list to search in."""
    return dict(sorted(_by_id(dataset, "name").items(), key=lambda item: slug(item[1])))


@cached
def short_names_of(dataset: Dataset) -> Mapping[str, str]:
    """Short name, else full name, of each actor and project by id."""
    names = _by_id(dataset, "name")
    return {element: short or names[element] for element, short in _by_id(dataset, "short_name").items()}


def _by_id(dataset: Dataset, column: str) -> dict[str, str]:
    tables = (dataset.actors, dataset.projects)
    return {element: value for table in tables for element, value in zip(table["id"], table[column], strict=True)}
