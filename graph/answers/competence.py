"""In which Kompetenzfelder an actor is known to be active."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from graph.dataset import Dataset, unpacked
from graph.vocabulary import PARTICIPATION_KINDS


@dataclass(frozen=True, slots=True)
class Competence:
    """Kompetenzfelder of one actor by where they come from.

    Attributes
    ----------
    recorded
        Fields the data name for the actor itself.
    practised
        Fields of the projects it leads, is a partner of or supports.
    """

    recorded: frozenset[str] = frozenset()
    practised: frozenset[str] = frozenset()

    @property
    def fields(self) -> frozenset[str]:
        """Fields from either origin."""
        return self.recorded | self.practised


def competences(dataset: Dataset) -> dict[str, Competence]:
    """Competence of every actor by id; empty where the data name no field."""
    practised = _practised(dataset)
    actors = dataset.actors
    return {
        actor: Competence(frozenset(recorded), frozenset(practised[actor]))
        for actor, recorded in unpacked(actors, "id", "kompetenzfelder")
    }


def _practised(dataset: Dataset) -> Mapping[str, set[str]]:
    fields = dict(unpacked(dataset.projects, "id", "kompetenzfelder"))
    practised: dict[str, set[str]] = defaultdict(set)
    actors, ties = {*dataset.actors["id"]}, dataset.ties
    for kind, actor, project in unpacked(ties, "kind", "from_id", "to_id"):
        if kind in PARTICIPATION_KINDS and actor in actors and project in fields:
            practised[actor].update(fields[project])
    return practised
