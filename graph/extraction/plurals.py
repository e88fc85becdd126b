"""Plurals with a number that stand for as many things named before: "die drei Kommunen", "beide Hochschulen".

Projects may be named after their number, too: "fördert drei Projekte. ... Die drei Vorhaben sind ⟦P1⟧, ⟦P2⟧ und ⟦P3⟧."
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from graph.extraction.entities import Entity
from graph.extraction.lexicon import SEVERAL
from graph.extraction.mention import What
from graph.extraction.place import MentionPlace

FAR = 1_500  # characters such a plural looks back
AHEAD = 500  # characters a number of projects looks ahead
_NUMBERS = {"zwei": 2, "beide": 2, "beiden": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6}
_COUNTED = re.compile(
    rf"\b(?P<number>{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}) (?:genannten |beteiligten |benachbarten )?(?P<noun>{'|'.join(SEVERAL)})(?![\w-]| (?-i:[A-ZÄÖÜ„]))",
    re.IGNORECASE,
)
_PROJECTS = re.compile(
    rf"\b(?P<number>{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}) (?:[a-zäöüß]+en? ){{0,2}}(?P<noun>(?:[A-ZÄÖÜ][\wäöüß]*-?)?(?:[Pp]rojekte|[Vv]orhaben|[Mm]aßnahmen|[Ii]nitiativen))n?(?![\w-]| [„\"»])"
)
_IN_A_ROW = re.compile(
    r"[“”\"«]?(?: ?\([^()\n]{0,60}\))?(?:,| und| sowie|, sowie|;|\s*\n\s*[•▪●·*–-]|\s*\n\s*\d[.)])(?: (?:der|die|das|dem|den))?(?: [A-ZÄÖÜ][\wäöüß-]+)?\s*[„\"»]?"
)


def several_of(text: str, named: Sequence[MentionPlace]) -> Iterator[MentionPlace]:
    """Yield a place for each thing a counted plural stands for, one letter of the noun each.

    Parameters
    ----------
    text
        The copy.
    named
        Places of names, in their order; those before the plural are looked at, the last ones first.
    """
    for found in _COUNTED.finditer(text):
        number = _NUMBERS[found["number"].lower()]
        meant = _last(named, found.start(), SEVERAL[found["noun"].capitalize()], number)
        if len(meant) == number:
            for at, entity in enumerate(meant, found.start("noun")):
                yield MentionPlace(at, at + 1, entity, indirect=True)
    yield from _projects_of(text, named)


def _projects_of(text: str, named: Sequence[MentionPlace]) -> Iterator[MentionPlace]:
    """Yield a place for each project a counted plural stands for, which stand in a row before or after it."""
    rows = list(_rows(text, [one for one in named if _is_project(one.entity)]))
    for found in _PROJECTS.finditer(text) if rows else ():
        number, begin = _NUMBERS[found["number"].lower()], found.start()
        fits = [row for row in rows if len({one.entity.number for one in row}) == number]
        before = [row for row in fits if begin - FAR < row[-1].start < begin]
        after = [row for row in fits if found.end() <= row[0].start < begin + AHEAD]
        for at, one in enumerate((before[-1:] or after[:1] or [()])[0], found.start("noun")):
            yield MentionPlace(at, at + 1, one.entity, indirect=True)


def _rows(text: str, projects: Sequence[MentionPlace]) -> Iterator[Sequence[MentionPlace]]:
    """Yield the names of projects that stand in a row, with a comma, "und" or the mark of a list between."""
    row: list[MentionPlace] = []
    for one in projects:
        if row and not _IN_A_ROW.fullmatch(text, row[-1].end, one.start):
            yield row
            row = []
        row.append(one)
    if row:
        yield row


def _is_project(entity: Entity) -> bool:
    return entity.what is What.PROJECT and entity.kind not in ("Gremium", "Programm") and not entity.collective


def _last(named: Sequence[MentionPlace], start: int, kinds: frozenset[str], number: int) -> list[Entity]:
    """Return the last things of some kinds before a place, each once, in the order of the text."""
    found: dict[int, Entity] = {}
    for place in reversed(named[: bisect_left(named, start, key=lambda one: one.start)]):
        entity = place.entity
        if start - place.start > FAR or len(found) == number:
            break
        if entity.what is What.ACTOR and not entity.collective and ("*" in kinds or entity.kind in kinds):
            found.setdefault(entity.number, entity)
    return list(reversed(found.values()))
