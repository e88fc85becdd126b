"""Names that a contract or statute gives: "Der Zweckverband führt den Namen „Wasserverband Au“"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extraction.lemma import head
from graph.extraction.lexicon import INSTITUTIONS
from graph.extraction.mention import Mention, What
from graph.extraction.reading import Reading

_CALLED = re.compile(
    r"\b(?:[Dd]er|[Dd]ie|[Dd]as|[Ee]ine?|[Ee]inen) (?:[a-zäöüß]+ )?(?P<noun>[A-ZÄÖÜ][a-zäöüß]+)(?: [a-zäöü]+){0,3} (?:führt|führen|trägt|erhält)"
    r" den Namen:? [„\"»](?P<name>[A-ZÄÖÜ][^„“”\"«»\n]{3,120})[“”\"«]"
)


def find(reading: Reading) -> Iterator[Mention]:
    """Yield the name that an organisation is said to have, and each place where only its noun stands."""
    for found in _CALLED.finditer(reading.text):
        kind = INSTITUTIONS.get(head(found["noun"], INSTITUTIONS), "")
        if not kind:
            continue
        noun, name = found["noun"], found["name"]
        yield Mention(What.ACTOR, found.start("name"), found.end("name"), name, kind, "called")
        for bare in re.finditer(rf"\b(?:{_ARTICLE}) (?P<noun>{noun}(?:e?s)?)(?![\w-]| [A-ZÄÖÜ„])", reading.text):
            yield Mention(What.ACTOR, bare.start("noun"), bare.end("noun"), name, kind, "called")


_ARTICLE = "[Dd]er|[Dd]ie|[Dd]as|[Dd]em|[Dd]en|[Dd]es|[Ee]inen?|[Ee]ines|[Ee]inem"
