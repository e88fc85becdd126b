"""What gives money under a compound noun alone: "aus dem Regionalbudget", "in den Kulturförderfonds"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extraction.lemma import lookup, nominative
from graph.extraction.lexicon import NO_POTS, PLAIN_PROJECT
from graph.extraction.mention import Mention, What
from graph.extraction.reading import Reading

_NOUN = r"(?P<name>[A-ZÄÖÜ][\wäöüß-]{2,30}(?:fonds|budget|programm|pakt))(?:e?s)?(?![\w-]| [A-ZÄÖÜ„\"»]| (?:für|zur|zum|der|des) )"
_POT = re.compile(rf"\b(?:[Dd](?:as|er|em|en|es)|[Bb]eim|[Vv]om|[Ii]m|[Zz]um) (?:[a-zäöüß]+en? )?{_NOUN}")
# "Förderung" is a programme where something is done by it: "im Rahmen der Clusterförderung"
_GRANT = re.compile(
    r"\b(?:[Ii]m Rahmen der|[Aa]us Mitteln der|[Aa]us der|über die) (?P<name>(?:[A-ZÄÖÜ][a-zäöü]+(?:al|isch|lich)en )?[A-ZÄÖÜ][a-zäöüß]{2,20}förderung(?: (?:für )?[a-zäöüß]+e [A-ZÄÖÜ][\wäöüß-]+)?)(?![\w-]| (?!Mittel|Gelder|Fördermittel)[A-ZÄÖÜ„\"»])"
)


def find(reading: Reading) -> Iterator[Mention]:
    """Yield each definite compound that ends as a fund or programme does and has no name behind it."""
    for pattern in (_POT, _GRANT):
        for found in pattern.finditer(reading.text):
            name = nominative(found["name"])
            if not lookup(name, NO_POTS | PLAIN_PROJECT):
                yield Mention(What.PROJECT, found.start("name"), found.end("name"), name, "Programm", "programme")
