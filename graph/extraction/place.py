"""Where in the copy a thing is meant, by its name or by a noun that stands for it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
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


def first_from(places: Sequence[MentionPlace], start: int) -> int:
    """Return the position of the first place that begins at a character of the copy or after it."""
    return bisect_left(places, start, key=lambda place: place.start)


def between(places: Sequence[MentionPlace], start: int, end: int) -> Sequence[MentionPlace]:
    """Return the places that begin within ``[start, end)`` of the copy.

    Parameters
    ----------
    places
        In their order.
    start, end
        Characters of the copy.
    """
    return places[first_from(places, start) : first_from(places, end)]
