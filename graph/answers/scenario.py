"""What if: changes to the data as plain records, and the dataset they would give."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

import pandas as pd

from graph.dataset import Dataset, kept
from graph.schema import TABLES, CellKind
from graph.vocabulary import Certainty, Status


@dataclass(frozen=True, slots=True)
class RemoveActor:
    """An actor leaves with all its ties; its projects stay."""

    actor: str


@dataclass(frozen=True, slots=True)
class EndProject:
    """A project ends: it leaves the network with all its ties and dates; its actors stay."""

    project: str


@dataclass(frozen=True, slots=True)
class AddPartnership:
    """Two actors start to cooperate."""

    a: str
    b: str


@dataclass(frozen=True, slots=True)
class AddProject:
    """A planned project starts.

    Attributes
    ----------
    name
        Its name.
    partners
        Ids of the actors in it.
    lead
        Id of the leading actor, or ``""``.
    kompetenzfelder
        Its fields.
    """

    name: str
    partners: tuple[str, ...] = ()
    lead: str = ""
    kompetenzfelder: tuple[str, ...] = ()


Change = RemoveActor | EndProject | AddPartnership | AddProject


@dataclass(frozen=True, slots=True)
class Scenario:
    """Several changes, applied in their order, under one name."""

    changes: tuple[Change, ...] = ()
    name: str = ""


def named_in(scenario: Scenario) -> frozenset[str]:
    """Return the ids of all actors and projects that a scenario names."""
    found: set[str] = set()
    for change in scenario.changes:
        match change:
            case RemoveActor(actor=element) | EndProject(project=element):
                found.add(element)
            case AddPartnership(a=a, b=b):
                found |= {a, b}
            case AddProject(partners=partners, lead=lead):
                found |= {*partners, lead}
    return frozenset(found - {""})


def apply(dataset: Dataset, scenario: Scenario) -> Dataset:
    """Dataset after all changes of a scenario.

    A change that names an unknown actor or project, or a partnership that is recorded already, changes
    nothing (`play` tells which). Sources are never touched.

    Returns
    -------
    Dataset
        A new dataset; without any effective change the given one.
    """
    return play(dataset, scenario)[0]


def play(dataset: Dataset, scenario: Scenario) -> tuple[Dataset, tuple[Change, ...]]:
    """Apply a scenario and tell which of its changes changed nothing, in their order."""
    idle = []
    for change in scenario.changes:
        changed = _RULES[type(change)](dataset, change)
        if changed is dataset:
            idle.append(change)
        dataset = changed
    return dataset, tuple(idle)


def planned_id(dataset: Dataset) -> str:
    """Id the next planned project gets: ``plan-1`` and so on, never one that exists."""
    known = set(dataset.projects["id"]) | set(dataset.actors["id"])
    return next(name for number in count(1) if (name := f"plan-{number}") not in known)


def _remove_actor(dataset: Dataset, change: RemoveActor) -> Dataset:
    if change.actor not in set(dataset.actors["id"]):
        return dataset
    projects = dataset.projects.copy(deep=False)
    for role in ("lead", "partners", "funders"):
        projects[role] = pd.Series(
            [tuple(actor for actor in actors if actor != change.actor) for actors in projects[role]],
            index=projects.index,
            dtype=object,
        )
    return replace(
        dataset,
        actors=_without(dataset.actors, "id", change.actor),
        identifiers=_without(dataset.identifiers, "actor_id", change.actor),
        projects=projects,
        ties=_without_element(dataset.ties, change.actor),
    )


def _end_project(dataset: Dataset, change: EndProject) -> Dataset:
    if change.project not in set(dataset.projects["id"]):
        return dataset
    return replace(
        dataset,
        projects=_without(dataset.projects, "id", change.project),
        ties=_without_element(dataset.ties, change.project),
        events=_without(dataset.events, "project_id", change.project),
    )


def _add_partnership(dataset: Dataset, change: AddPartnership) -> Dataset:
    pair, ties = {change.a, change.b}, dataset.ties
    cooperating = ties[ties["kind"] == "cooperates_with"]
    known = any({a, b} == pair for a, b in zip(cooperating["from_id"], cooperating["to_id"], strict=True))
    if known or len(pair) < 2 or not pair <= set(dataset.actors["id"]):
        return dataset
    return replace(dataset, ties=_with_ties(ties, [(change.a, "cooperates_with", change.b)]))


def _add_project(dataset: Dataset, change: AddProject) -> Dataset:
    actors = set(dataset.actors["id"])
    lead = (change.lead,) if change.lead in actors else ()
    partners = tuple(dict.fromkeys(a for a in change.partners if a in actors and a not in lead))
    if not (lead or partners):
        return dataset
    key = planned_id(dataset)
    project = {
        "id": key,
        "name": change.name or key,
        "kompetenzfelder": tuple(dict.fromkeys(change.kompetenzfelder)),
        "status": Status.PLANNED.value,
        "lead": lead,
        "partners": partners,
    }
    ties = [*((a, "leads", key) for a in lead), *((a, "partner", key) for a in partners)]
    return replace(
        dataset,
        projects=_with_rows(dataset.projects, "projects", [project]),
        ties=_with_ties(dataset.ties, ties),
    )


_RULES: Mapping[type[Change], Callable[[Dataset, Any], Dataset]] = {
    RemoveActor: _remove_actor,
    EndProject: _end_project,
    AddPartnership: _add_partnership,
    AddProject: _add_project,
}

_EMPTY: Mapping[CellKind, Any] = {CellKind.LIST: (), CellKind.ACTORS: (), CellKind.MONEY: None, CellKind.FLAG: False}


def _without(table: pd.DataFrame, column: str, value: str) -> pd.DataFrame:
    return kept(table, (table[column] != value).to_numpy(dtype=bool))


def _without_element(ties: pd.DataFrame, element: str) -> pd.DataFrame:
    return kept(ties, ((ties["from_id"] != element) & (ties["to_id"] != element)).to_numpy(dtype=bool))


def _with_ties(ties: pd.DataFrame, added: Collection[tuple[str, str, str]]) -> pd.DataFrame:
    rows = [
        {
            "id": f"{start}>{kind}>{end}",
            "from_id": start,
            "to_id": end,
            "kind": kind,
            "status": Status.PLANNED.value,
            "certainty": Certainty.CONFIRMED.value,
        }
        for start, kind, end in added
    ]
    return _with_rows(ties, "links", rows)


def _with_rows(table: pd.DataFrame, name: str, rows: Collection[Mapping[str, Any]]) -> pd.DataFrame:
    """Append rows; what they do not name is not recorded. Column types stay, or equal tables would differ."""
    empty = {column.name: _EMPTY.get(column.cell, "") for column in TABLES[name].columns}
    cells = {
        column: pd.Series([row.get(column, empty.get(column, "")) for row in rows], dtype=table[column].dtype)
        for column in table.columns
    }
    return pd.concat([table, pd.DataFrame(cells)], ignore_index=True)
