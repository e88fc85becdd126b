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
