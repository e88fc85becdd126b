"""Plurals with a number that stand for as many things named before: "die drei Kommunen", "beide Hochschulen"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from graph.extraction.entities import Entity
from graph.extraction.lexicon import SEVERAL
from graph.extraction.mention import What
from graph.extraction.place import MentionPlace

FAR = 1_500  # characters such a plural looks back
_NUMBERS = {"zwei": 2, "beide": 2, "beiden": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6}
_COUNTED = re.compile(
    rf"\b(?P<number>{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}) (?:genannten |beteiligten |benachbarten )?(?P<noun>{'|'.join(SEVERAL)})(?![\w-]| (?-i:[A-ZÄÖÜ„]))",
    re.IGNORECASE,
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
