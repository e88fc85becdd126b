"""Titles in a list of projects, each with lines below that say who and how much: "3. Dorfladen Wiesenthal", "Träger: ...", "Kosten: ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extraction.lemma import nominative
from graph.extraction.lexicon import RECORD_LABELS
from graph.extraction.mention import Mention, What
from graph.extraction.reading import Reading

MOST_WORDS = 10  # of a title

_LABELS = "|".join(map(re.escape, sorted(RECORD_LABELS, key=len, reverse=True)))
_RECORD = re.compile(
    rf"(?:^|\n)[ \t]*(?P<mark>\(?\d{{1,2}}(?:\.\d{{1,2}})*[.)]? +|[a-z]\) +|[A-Z]\.\d{{1,2}}\.? +|[•●▪–*-] +|#+ +)?(?P<title>[A-ZÄÖÜ0-9][^\n\t„“”»«]{{3,90}}?)[ \t]*(?=\n+[ \t]*[•●▪–*-]? ?(?i:{_LABELS})(?: ?:|\t))"
)
_BRACKET = re.compile(r" ?\([^()]*\)$")
_NO_TITLE = re.compile(
    r"[.:;?!,]$|^[^ ]*:|\b(?:ist|sind|wird|werden|wurde|hat|haben|soll|sollen)\b|^(?:Anlage|Seite|Tabelle|Übersicht|Steckbrief|Projektsteckbrief|Liste|Stand|Datum|Betreff)\b"
)
FEWEST = 2  # titles without a number that make a list


def find(reading: Reading) -> Iterator[Mention]:
    """Yield the title of each record; of titles without a number there must be several."""
    found = [hit for hit in _RECORD.finditer(reading.text) if _is_title(hit["title"])]
    plain = sum(hit["mark"] is None for hit in found)
    for hit in found:
        if hit["mark"] or plain >= FEWEST:
            words = _BRACKET.sub("", hit["title"])
            start = hit.start("title")
            yield Mention(What.PROJECT, start, start + len(words), nominative(words), "Projekt", "record")


def _is_title(words: str) -> bool:
    label = words.lower().rstrip(" :") in RECORD_LABELS
    return len(words.split()) <= MOST_WORDS and not label and not _NO_TITLE.search(words)
