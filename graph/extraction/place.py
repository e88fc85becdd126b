"""Where in the copy a thing is meant, by its name or by a noun that stands for it."""

from __future__ import annotations

from dataclasses import dataclass

from graph.extraction.entities import Entity


@dataclass(frozen=True, slots=True)
class MentionPlace:
    """Where an entity is meant: ``[start, end)`` of the copy, by a noun or pronoun only, who else it may mean, by "uns"."""

    start: int
    end: int
    entity: Entity
    indirect: bool = False
    others: tuple[str, ...] = ()
    object_only: bool = False
