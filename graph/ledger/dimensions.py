"""What money and projects can be broken down by: funder, programme, field of competence and so on.

A dimension gives each element its categories: none (not assignable), one, or several.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from graph.dataset import Dataset, unpacked
from graph.errors import UnknownDimensionError

Codes = tuple[str, ...]
Categories = Mapping[str, Codes]  # element id -> its categories, sorted; elements without any may be absent


class CategoryRole(StrEnum):
    """What a category in an answer is."""

    ITEM = "item"  # a real category, named by its code
    REST = "rest"  # the smaller ones together
    SEVERAL = "several"  # everything that belongs to more than one category
    UNASSIGNED = "unassigned"  # everything whose category is not recorded


class Several(StrEnum):
    """Rule for money that belongs to several categories; no rule ever multiplies it."""

    COMBINED = "combined"  # one category of its own: every amount stays as recorded
    SPLIT = "split"  # equal shares, exact to the cent


@dataclass(frozen=True, slots=True)
class Dimension:
    """One way to break down.

    Attributes
    ----------
    code
        Stable identifier.
    of
        What of a funding tie it looks at: ``funder``, ``target`` (the funded project or actor) or ``project`` (that, or
        the project in which an actor is funded).
    categories
        Categories of every element of a dataset.
    names
        What a code is: ``element`` (an actor or project id), ``status`` or ``text`` (a word of the data).
    """

    code: str
    of: str
    categories: Callable[[Dataset], Categories]
    names: str = "text"


def _itself(dataset: Dataset) -> Categories:
    ids = (*dataset.actors["id"], *dataset.projects["id"])
    return {element: (element,) for element in ids}


def _actor_types(dataset: Dataset) -> Categories:
    return _column(dataset.actors, "type")


def _recipients(dataset: Dataset) -> Categories:
    """Return the actor funded itself, or those who lead the funded project."""
    actors = {actor: (actor,) for actor in dataset.actors["id"]}
    return {**actors, **leads(dataset)}


def leads(dataset: Dataset) -> Categories:
    """Actors leading each project."""
    ties = dataset.ties[dataset.ties["kind"] == "leads"]
    return _grouped(unpacked(ties, "to_id", "from_id"))


def _recipient_types(dataset: Dataset) -> Categories:
    types = dict(unpacked(dataset.actors, "id", "type"))
    pairs = ((element, types.get(actor, "")) for element, actors in _recipients(dataset).items() for actor in actors)
    return _grouped((element, code) for element, code in pairs if code)


def _programmes(dataset: Dataset) -> Categories:
    """Return the projects that a project is part of; what has parts and is no part itself is its own programme."""
    projects = set(dataset.projects["id"])
    ties = dataset.ties[dataset.ties["kind"] == "part_of"]
    pairs = [(p, q) for p, q in unpacked(ties, "from_id", "to_id") if {p, q} <= projects and p != q]
    wholes = {whole for _, whole in pairs}
    return {**{whole: (whole,) for whole in wholes}, **_grouped(pairs)}


def _fields(dataset: Dataset) -> Categories:
    tables = (dataset.actors, dataset.projects)
    rows = (row for table in tables for row in unpacked(table, "id", "kompetenzfelder"))
    return {element: tuple(sorted(set(fields))) for element, fields in rows}


def _locations(dataset: Dataset) -> Categories:
    """Return the places of each element; several are separated by ``;``."""
    tables = (dataset.actors, dataset.projects)
    rows = (row for table in tables for row in unpacked(table, "id", "location"))
    return _grouped(
        (element, place.strip()) for element, places in rows for place in places.split(";") if place.strip()
    )


def _of_projects(column: str) -> Callable[[Dataset], Categories]:
    return lambda dataset: _column(dataset.projects, column)


def _column(table: pd.DataFrame, name: str) -> dict[str, Codes]:
    return {element: (value,) for element, value in unpacked(table, "id", name) if value}


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, Codes]:
    groups: dict[str, set[str]] = defaultdict(set)
    for element, code in pairs:
        groups[element].add(code)
    return {element: tuple(sorted(codes)) for element, codes in groups.items()}


DIMENSIONS: Mapping[str, Dimension] = {
    dimension.code: dimension
    for dimension in (
        Dimension("funder", "funder", _itself, names="element"),
        Dimension("funder_type", "funder", _actor_types),
        Dimension("programme", "project", _programmes, names="element"),
        Dimension("area", "project", _of_projects("area")),
        Dimension("kompetenzfeld", "project", _fields),
        Dimension("project", "project", _itself, names="element"),
        Dimension("recipient", "target", _recipients, names="element"),
        Dimension("recipient_type", "target", _recipient_types),
        Dimension("lead", "project", leads, names="element"),
        Dimension("kind", "project", _of_projects("kind")),
        Dimension("status", "project", _of_projects("status"), names="status"),
        Dimension("location", "target", _locations),
    )
}


def dimension(code: str) -> Dimension:
    """Dimension of that code.

    Raises
    ------
    UnknownDimensionError
        If there is none.
    """
    if code not in DIMENSIONS:
        raise UnknownDimensionError(f"{code!r} is not one of {', '.join(DIMENSIONS)}")
    return DIMENSIONS[code]
