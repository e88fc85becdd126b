"""Ties that follow from names: a body belongs to its company, an "IHK-Arbeitskreis" is led by the IHK."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from graph.extraction.entities import Entity
from graph.extraction.frames.themes import is_carried_out
from graph.extraction.frames.ties import FoundTie
from graph.extraction.lemma import lookup
from graph.extraction.lexicon import OWNED_BODIES
from graph.extraction.mention import What
from graph.extraction.place import MentionPlace
from graph.extraction.reading import Reading

_GENITIVE = re.compile(r" (?:der|des|von|vom)(?: [a-zäöü]+en)? $")
_OTHER_OWNER = re.compile(r" (?:der|des) [A-ZÄÖÜ]")  # somebody who was not found
_NO_OWNERS = ("Kommune", "Landkreis", "Land", "Ministerium", "Amt")
_ANYBODYS = frozenset("beirat fachbeirat strategiebeirat kuratorium".split())  # whoever has one says so
MOST_WORDS = 6  # of an owner whose name goes into that of its body
FAR = 2_000  # characters back to the company a body belongs to; a long list may stand between


def with_owners(reading: Reading, entities: Sequence[Entity]) -> tuple[list[Entity], dict[int, Entity]]:
    """Name bodies of companies by their company: "Aufsichtsrat" becomes "Aufsichtsrat der X GmbH".

    Parameters
    ----------
    reading
        The paper.
    entities
        Its entities.

    Returns
    -------
    tuple
        The entities, and for the number of each body its owner.
    """
    named = sorted(((m.start, m.end, e) for e in entities for m in e.mentions), key=lambda place: place[:2])
    owners: dict[int, Entity] = {}
    renamed = []
    for entity in entities:
        owner = _owner(reading, entity, named) if lookup(entity.name, OWNED_BODIES) else None
        if owner is not None and len(owner.name.split()) <= MOST_WORDS:
            owners[entity.number] = owner
            article = (
                "des"
                if owner.kind in ("Verein", "Verband") or owner.name.split()[0].endswith(("verband", "verbund"))
                else "der"
            )
            renamed.append(
                replace(entity, name=f"{entity.name} {article} {owner.name}", aliases=[*entity.aliases, entity.name])
            )
        else:
            renamed.append(entity)
    return renamed, owners


def _owner(reading: Reading, body: Entity, named: Sequence[tuple[int, int, Entity]]) -> Entity | None:
    """Return the company in the genitive after the body, or the one spoken of before."""
    for mention in body.mentions:
        at = bisect_left(named, mention.end, key=lambda place: place[0])
        if (
            at < len(named)
            and named[at][2].what is What.ACTOR
            and _GENITIVE.fullmatch(reading.text[mention.end : named[at][0]])
        ):
            return None if named[at][2].kind in _NO_OWNERS else named[at][2]
    if any(_OTHER_OWNER.match(reading.text, mention.end) for mention in body.mentions):
        return None
    if lookup(body.name, _ANYBODYS):
        return None
    first = body.first.start
    at = bisect_left(named, first, key=lambda place: place[0])
    near = [e for start, _, e in named[max(0, at - 150) : at] if first - start < FAR and _may_own(e)]
    return max(near, key=lambda entity: len(entity.mentions), default=None)


def _may_own(entity: Entity) -> bool:
    return (
        entity.what is What.ACTOR
        and not entity.collective
        and entity.kind in ("Unternehmen", "Genossenschaft", "Verein", "Verband", "Gesellschaft", "Anstalt")
    )


def derived_ties(entities: Sequence[Entity], owners: dict[int, Entity]) -> Iterator[FoundTie]:
    """Yield ties of bodies to their companies, and of what bears the name of an organisation to it.

    Parameters
    ----------
    entities
        All entities.
    owners
        See `with_owners`.
    """
    numbers = {entity.number: entity for entity in entities}
    for number, owner in owners.items():
        body = numbers[number]
        yield FoundTie(body, numbers[owner.number], "part_of", body.first.start, body.first.end, "body_of", sure=False)
    short = {
        alias: e
        for e in entities
        if e.what is What.ACTOR
        for alias in (e.name, *e.aliases)
        if " " not in alias and len(alias) > 1
    }
    for entity in entities:
        prefix = entity.name.split()[0].partition("-")[0]
        leader = short.get(prefix) if entity.what is What.PROJECT and "-" in entity.name.split()[0] else None
        if leader is not None:
            yield FoundTie(leader, entity, "leads", entity.first.start, entity.first.end, "named_after", sure=False)


def bodies_of_projects(reading: Reading, places: Sequence[MentionPlace]) -> Iterator[FoundTie]:
    """Yield that a body belongs to the project in the genitive right behind it: "der Beirat der Gesundheitsregion Au".

    Parameters
    ----------
    reading
        The paper.
    places
        All places of names, in their order.
    """
    for one, following in pairwise(places):
        body, whole = one.entity, following.entity
        owned = body.kind == "Gremium" and is_carried_out(whole) and whole.kind != "Gremium"
        if owned and _OF_PROJECT.fullmatch(reading.text, one.end, following.start):
            yield FoundTie(body, whole, "part_of", one.start, following.end, "body_of_project", sure=False)


_OF_PROJECT = re.compile(r" (?:der|des|vom|von)(?: (?:[a-zäöü]+en|[A-ZÄÖÜ][a-zäöüß]+s?))? ?[„\"»]?")
