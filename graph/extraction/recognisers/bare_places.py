"""Municipalities named by their place alone where the words beside it say what it is: mayors, and lists by district.

"Bgm. A. Muster (Au)" speaks for Au; "- Landkreis Berg: Au, Bach, Tal" below a line about municipalities lists them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extraction.lexicon import STOP
from graph.extraction.mention import Mention, What
from graph.extraction.reading import Reading

_PLACE = r"(?:(?:St\.|Bad|Sankt|Markt|Groß|Klein|Neu|Alt|Ober|Unter) )?[A-ZÄÖÜ][\wäöüß-]+(?:/[A-ZÄÖÜ][\wäöüß.-]+)?(?: (?:am|an der|im|ob der|bei|i\.|a\.) ?[A-ZÄÖÜ.][\wäöüß.-]*)?"
_MAYOR = re.compile(
    rf"\b(?:Bgm\.|(?:Ober)?[Bb]ürgermeister(?:in)?|OB|Amtsbürgermeister(?:in)?|Ortsbürgermeister(?:in)?)(?: (?:Mag\.|Dr\.|Ing\.|DI|Prof\.))*(?: [A-ZÄÖÜ][\w’'-]+){{2,3}} \((?P<place>{_PLACE})\)"
)
_OF_PLACES = re.compile(r"(?i)\b(?:kommunen|gemeinden|städte|märkte|orte|teilnehmer|teilnehmenden)\b")
_BY_DISTRICT = re.compile(
    rf"(?:^|\n)[ \t]*(?:[•▪●·*–-] ?)?(?:Landkreis|Kreis|Bezirk|Landkreise) [^\n:,.;]{{3,40}}: (?P<list>{_PLACE}(?:(?:,| und|, und) {_PLACE})*)[ \t]*(?=\n|$)"
)
_NO_PLACE = frozenset("CDU SPD FDP CSU AfD ÖVP SPÖ FPÖ Grüne Linke NEOS Freie Wähler parteilos".split())
FAR = 400  # characters above a list by district in which it is said what it lists


def find(reading: Reading) -> Iterator[Mention]:
    """Yield a mention for each."""
    for found in _MAYOR.finditer(reading.text):
        if found["place"] not in _NO_PLACE:
            yield _place(found.start("place"), found["place"])
    yield from _below_headings(reading)
    yield from _unnamed(reading)
    for found in _LABELLED.finditer(reading.text):
        yield _place(found.start("place"), found["place"])
    opened = -1
    for found in _BY_DISTRICT.finditer(reading.text):
        goes_on = found.start() <= opened + 1
        if goes_on or _OF_PLACES.search(reading.text, max(0, found.start() - FAR), found.start()):
            opened = found.end()
            for item in re.finditer(_PLACE, found["list"]):
                yield _place(found.start("list") + item.start(), item[0])


# "Städte und Gemeinden" on a line of its own, and items below it that are a place and what it has
_HEADING = re.compile(
    r"(?:^|\n)[ \t]*(?:[•▪●·*–-] ?)?(?:Die |Beteiligte |Teilnehmende |Weitere )?(?:Städte und Gemeinden|Gemeinden|Kommunen|Städte|Mitgliedskommunen|Mitgliedsgemeinden)[ \t]*:?[ \t]*\n"
)
_ITEM = re.compile(rf"\s*(?:[•▪●·*–-]|\d{{1,2}}[.)])[ \t]*(?P<place>{_PLACE})(?=[ \t]*(?:\n|$|\t|\(|[\d–-]))[^\n]*")


def _below_headings(reading: Reading) -> Iterator[Mention]:
    for heading in _HEADING.finditer(reading.text):
        at = heading.end() - 1
        while item := _ITEM.match(reading.text, at):
            yield _place(item.start("place"), item["place"])
            at = item.end()


_LABELLED = re.compile(
    rf"(?:^|\n)[ \t]*Kommune:?[ \t]*[\n\t][ \t]*(?P<place>{_PLACE})[ \t]*(?=\n)"
)  # as council systems print it
# a report that never says which: "der Landkreis gibt ...", "Mitglied ist der Landkreis"
_BARE = {
    "Landkreis": re.compile(
        r"\b(?:[Dd]er|[Dd]em|[Dd]es|[Vv]om|[Dd]en) (?P<name>Landkreis)(?:e?s)?(?![\w-]| [A-ZÄÖÜ„])"
    ),
    "Kommune": re.compile(r"\b(?:[Dd]ie|[Dd]er) (?P<name>Stadt|Gemeinde)(?![\w-]| [A-ZÄÖÜ„])"),
}
_NAMED = {
    "Landkreis": re.compile(
        r"(?:Land|\b)[Kk]reise?[ns]? [A-ZÄÖÜ]|[A-ZÄÖÜ][\w-]{3,}kreis(?:es)?\b(?<!Landkreis)(?<!Landkreises)"
    ),
    "Kommune": re.compile(r"(?:[Ss]tadt|[Gg]emeinden?|Städten?|Markt) [A-ZÄÖÜ]|[Kk]ommunen?[\s:|]+[A-ZÄÖÜ]"),
}
FEWEST = 3  # times a paper must speak of it


def _is_named(text: str, kind: str) -> bool:
    """Whether a paper names such a one anywhere; a word that only begins a sentence is no name."""
    return any(hit[0].split()[-1] not in STOP for hit in re.finditer(rf"(?:{_NAMED[kind].pattern})[\w-]*", text))


def _unnamed(reading: Reading) -> Iterator[Mention]:
    for kind, pattern in _BARE.items():
        found = list(pattern.finditer(reading.text))
        names = {hit["name"] for hit in found}
        if len(found) >= FEWEST and len(names) == 1 and not _is_named(reading.text, kind):
            for hit in found:
                yield Mention(What.ACTOR, hit.start("name"), hit.end("name"), hit["name"], kind, "bare_place")


def _place(start: int, name: str) -> Mention:
    return Mention(What.ACTOR, start, start + len(name), name, "Kommune", "bare_place")
