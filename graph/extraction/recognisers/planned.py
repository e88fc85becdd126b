"""What has no name of its own and is said to be planned or decided: "der geplante Bike-Park in Au", "die beschlossene Regionalwerkstatt"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extraction.lemma import head, lookup, nominative
from graph.extraction.lexicon import (
    BODIES,
    COMMON_NOUNS,
    GENERIC_ENDS,
    INSTITUTIONS,
    NO_UNDERTAKING,
    PLACE_HEADS,
    PLAIN_PROJECT,
    PLURALS,
    STOP,
)
from graph.extraction.mention import Mention, What
from graph.extraction.reading import Reading

_PLANNED = re.compile(
    r"\b[Dd](?:er|ie|as|em|en|es) (?:[^.;:()\n„]{3,60} )?(?:geplante|beschlossene)[nrs]? (?P<name>(?P<noun>[A-ZÄÖÜ][\wäöüß-]{7,40})(?: (?:in |nach |bei |am )?(?P<place>[A-ZÄÖÜ][\wäöüß-]{2,24}))?)(?![\w-])"
)
_MANY = ("en", "e", "er")  # ends of what is several things or a person


def find(reading: Reading) -> Iterator[Mention]:
    """Yield each definite singular noun that is said to be planned or decided and is no part of something else."""
    for found in _PLANNED.finditer(reading.text):
        noun, place = nominative(found["noun"]), found["place"] or ""
        if _names_an_undertaking(noun) and place not in STOP:
            yield Mention(
                What.PROJECT,
                found.start("name"),
                found.end("name"),
                f"{noun}{found['name'][len(found['noun']) :]}",
                "Vorhaben",
                "planned",
                aliases=(noun,) if place else (),
            )


def _names_an_undertaking(noun: str) -> bool:
    known = head(noun, INSTITUTIONS) or lookup(noun, BODIES | PLAIN_PROJECT | COMMON_NOUNS | NO_UNDERTAKING)
    place = lookup(noun, PLACE_HEADS) or lookup(noun, PLURALS)
    return not (known or place) and not noun.lower().endswith((*GENERIC_ENDS, *_MANY))
