"""What a date or an amount belongs to: the nearest name of its clause, then of its sentence, then of its section."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from graph.extraction.coreference import MentionPlace
from graph.extraction.entities import Entity
from graph.extraction.mention import What
from graph.extraction.reading import Reading

_LINE = 60  # characters; a shorter sentence is a line of a head or table
FAR = 600  # characters back to the name of a section
_BREAKS = re.compile(r"[;]|, (?:die|der|das|so dass|wobei|während|sowie)\b| – ")


def owner_of(
    reading: Reading, places: Sequence[MentionPlace], start: int, end: int, *, projects_first: bool, money: bool = False
) -> Entity | None:
    """Return what a value at ``[start, end)`` of the copy belongs to.

    Parameters
    ----------
    reading
        The paper.
    places
        All places of names.
    start, end
        Where the value stands.
    projects_first
        Whether a project of the sentence has it before an actor that is nearer.
    money
        Whether it is an amount; bodies of councils have none.
    """
    sentence = reading.sentence_at(start)
    inside = [place for place in _between(places, *sentence) if not (money and place.entity.kind == "Gremium")]
    clause = _clause(reading.text, sentence, start, end)
    near = [place for place in inside if clause[0] <= place.start < clause[1]]
    chosen = _nearest(near, start, end, projects_first) or _nearest(inside, start, end, projects_first)
    if chosen:
        return chosen.entity
    before = _between(places, max(0, sentence[0] - FAR), sentence[0])
    prose = sentence[1] - sentence[0] > _LINE
    before = [place for place in before if not ((money or prose) and place.entity.kind == "Gremium")]
    projects = [place for place in before if place.entity.what is What.PROJECT]
    fits = [place for place in projects if place.entity.kind not in ("Programm", "Gremium")] or projects or before
    return fits[-1].entity if fits else None


def _between(places: Sequence[MentionPlace], start: int, end: int) -> list[MentionPlace]:
    first = bisect_left(places, start, key=lambda place: place.start)
    last = bisect_left(places, end, key=lambda place: place.start)
    return [place for place in places[first:last] if not place.entity.collective]


def _clause(text: str, sentence: tuple[int, int], start: int, end: int) -> tuple[int, int]:
    first, last = sentence
    for found in _BREAKS.finditer(text, *sentence):
        if found.end() <= start:
            first = found.start()
        elif found.start() >= end:
            last = found.start()
            break
    return first, last


def _nearest(places: Sequence[MentionPlace], start: int, end: int, projects_first: bool) -> MentionPlace | None:
    if not places:
        return None
    return min(places, key=lambda place: _distance(place, start, end) + _preference(place, projects_first))


def _distance(place: MentionPlace, start: int, end: int) -> int:
    return start - place.end if place.end <= start else place.start - end


def _preference(place: MentionPlace, projects_first: bool) -> int:
    """Return characters by which a name counts as farther away: towns and ministries own few dates."""
    entity = place.entity
    if entity.what is What.PROJECT:
        return 0
    if entity.kind in ("Kommune", "Landkreis", "Land", "Ministerium", "Behörde"):
        return 120 if projects_first else 60
    return 50 if projects_first else 10
