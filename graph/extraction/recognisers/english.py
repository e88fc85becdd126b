"""Institutions of English pages by their head words: "University of Applied Sciences Au", "Alpine Rivers Foundation"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extraction.lexicon import ENGLISH_HEADS
from graph.extraction.mention import Mention, What
from graph.extraction.reading import Reading

_THE = re.compile(r"\b(?:the|of the|and the)\b")
FEWEST = 4  # "the" in a text that is English
_WORD = r"[A-ZÄÖÜ][\w’'-]+"
_HEAD = "|".join(sorted(ENGLISH_HEADS, key=len, reverse=True))
_MORE = rf"(?:(?:,)? (?:{_WORD}|&|and(?= {_WORD} (?:of|for|{_HEAD}))))"
_OF = re.compile(
    rf"\b(?:(?!The |In |At |On |With |Together |From |By ){_WORD} ){{0,3}}(?P<head>{_HEAD}) (?:of|for) (?:the )?{_WORD}(?: (?:and )?{_WORD}){{0,4}}"
)
_LAST = re.compile(
    rf"\b(?:(?!The |In |At |On |With |Together |From |By |A |An ){_WORD} ){{1,5}}(?P<head>{_HEAD})\b(?! (?:of|for) )"
)


# "the city of Au", "the districts of Berg, Tal and the Au district", "the state of X"
_SMALL = {
    "city": "Kommune",
    "town": "Kommune",
    "municipality": "Kommune",
    "district": "Landkreis",
    "county": "Landkreis",
    "state": "Land",
}
_SMALL_OF = re.compile(rf"\b(?P<head>{'|'.join(_SMALL)}) of (?P<place>{_WORD}(?: (?:am|an der) {_WORD})?)")
_SMALL_AFTER = re.compile(rf"\bthe (?P<place>{_WORD}) (?P<head>city|district|county)\b")
_PLURAL_OF = re.compile(
    rf"\b(?P<head>cities|towns|municipalities|districts|counties|states) of (?P<list>{_WORD}(?:(?:,| and|, and) (?!the ){_WORD})*)"
)
_SINGLE = {
    "cities": "City",
    "towns": "Town",
    "municipalities": "Municipality",
    "districts": "District",
    "counties": "County",
    "states": "State",
}


_NAMED = re.compile(
    r"\b(?:project|initiative|programme|network|park|consortium)(?: entitled| called| named)? [‘'“\"„](?P<name>[A-ZÄÖÜ][^‘’'“”\"„\n]{3,60})[’'”\"“]"
)


def find_named(reading: Reading) -> Iterator[Mention]:
    """Yield the name of a project of an English text in quotation marks."""
    for found in _NAMED.finditer(reading.text):
        yield Mention(What.PROJECT, found.start("name"), found.end("name"), found["name"], "Projekt", "quoted")


def find_places(reading: Reading) -> Iterator[Mention]:
    """Yield a mention for each town, district and state of an English text."""
    if len(_THE.findall(reading.text)) < FEWEST:
        return
    for found in _SMALL_OF.finditer(reading.text):
        name = f"{found['head'].capitalize()} of {found['place']}"
        yield Mention(
            What.ACTOR, found.start(), found.end(), name, _SMALL[found["head"]], "english", aliases=(found["place"],)
        )
    for found in _SMALL_AFTER.finditer(reading.text):
        name = f"{found['place']} {found['head']}"
        yield Mention(What.ACTOR, found.start("place"), found.end(), name, _SMALL[found["head"]], "english")
    for found in _PLURAL_OF.finditer(reading.text):
        head = _SINGLE[found["head"]]
        for item in re.finditer(_WORD, found["list"]):
            start = found.start("list") + item.start()
            yield Mention(
                What.ACTOR, start, start + len(item[0]), f"{head} of {item[0]}", _SMALL[head.lower()], "english"
            )


def find(reading: Reading) -> Iterator[Mention]:
    """Yield a mention for each institution of an English text."""
    if len(_THE.findall(reading.text)) < FEWEST:
        return
    taken = -1
    for found in sorted(
        (*_OF.finditer(reading.text), *_LAST.finditer(reading.text)), key=lambda hit: (hit.start(), -hit.end())
    ):
        if found.start() >= taken and "\n" not in found[0]:
            taken = found.end()
            yield Mention(What.ACTOR, found.start(), found.end(), found[0], ENGLISH_HEADS[found["head"]], "english")
