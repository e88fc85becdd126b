"""Definite names and quotations that come again, or that the title of the paper holds: "die Kulturscheune Oberlinden"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extraction.lemma import key, lookup, nominative
from graph.extraction.lexicon import PLURALS
from graph.extraction.mention import Mention, What
from graph.extraction.reading import Reading
from graph.extraction.recognisers.repeated import NOT_NAMES

_DEFINITE = re.compile(
    r"\b(?:[Dd](?:ie|er|as|es|em|en)|[Ii]m|[Aa]m|[Zz]u[rm]|[Vv]om|[Bb]eim) (?P<name>(?:[A-ZÄÖÜ][a-zäöüß]{4,30}(?:-[A-ZÄÖÜ]\w+)?|[A-ZÄÖÜ]{3,8})(?: [A-ZÄÖÜ][\w-]{2,24}){1,3})"
)
_QUOTED = re.compile(r"[„\"«»](?P<name>[A-ZÄÖÜ][^„“”\"«»\n]{4,70})[“”\"»«]")


def _in_title(text: str, name: str) -> bool:
    """Whether the first line of a paper holds a name with capitals of its own: "VOLT Runde eröffnet"."""
    first = text.lstrip().partition("\n")[0]
    return name in first and name.split(maxsplit=1)[0].isupper()


def find(reading: Reading) -> Iterator[Mention]:
    """Yield "die Kulturscheune Oberlinden" where the same name comes at least twice, and quotations that do."""
    seen: dict[tuple[str, ...], list[tuple[int, int, str]]] = {}
    for pattern in (_DEFINITE, _QUOTED):
        for found in pattern.finditer(reading.text):
            words = found["name"].split()
            if found["name"].lower().rstrip("s").endswith("anteil"):
                continue
            if (
                not NOT_NAMES.match(found["name"])
                and len(words) > 1
                and not any(lookup(word, PLURALS) for word in words)
            ):
                seen.setdefault(key(found["name"]), []).append((found.start("name"), found.end("name"), found["name"]))
    for places in seen.values():
        if len(places) > 1 or _in_title(reading.text, places[0][2]):
            for start, end, name in places:
                yield Mention(What.PROJECT, start, end, nominative(name), "Projekt", "repeated")
