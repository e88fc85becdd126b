"""What the title of a paper names and its text speaks of: "Umbau zum Kulturbahnhof", then "der Kulturbahnhof Talhausen"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extraction.lemma import head, lookup, nominative
from graph.extraction.lexicon import (
    BODIES,
    COMMON_NOUNS,
    GENERIC_ENDS,
    INSTITUTIONS,
    OTHER_WORKS,
    PLACE_HEADS,
    PLURALS,
    PROJECTS,
    STAND_INS,
    STOP,
    UNIQUE,
)
from graph.extraction.mention import Mention, What
from graph.extraction.reading import Reading

_TITLE = re.compile(
    r"(?:^|\n)[ \t]*(?:Betreff|Betr\.|Thema|Gegenstand|Titel|Bezeichnung|Vorhaben)[ \t]*:?[ \t\n]+(?P<title>[^\n]{6,160})"
)
_HEAD = 700  # characters at the beginning in which a line without a verb may be the title
_LINE = re.compile(r"(?:^|\n)[ \t]*(?P<title>[A-ZÄÖÜ„][^\n\t]{12,140})(?=\n)")
_VERB = re.compile(r"\b(?:ist|sind|wird|werden|wurde|hat|haben|soll|sollen)\b|[.;]$")
_WORD = re.compile(r"(?<![\w-])[A-ZÄÖÜ][a-zäöüß]{6,30}(?![\w-])")
_ARTICLE = r"(?:[Dd](?:as|er|ie|es|em|en)|[Zz]u[mr]|[Ii]m|[Vv]om|[Bb]eim|[Aa]m)"
FEWEST = 2  # times the text below must speak of it; once for what stands behind a label such as "Betreff"


def find(reading: Reading) -> Iterator[Mention]:
    """Yield each place of a compound of the title that the text speaks of as one definite thing, with the place behind it."""
    labelled = set(_words(reading.text, labelled=True))
    for word in dict.fromkeys(_words(reading.text)):
        plain = nominative(word)
        pattern = re.compile(rf"\b{_ARTICLE} (?P<name>{plain}(?:e?s)?(?P<place> [A-ZÄÖÜ][\w-]{{1,24}})?)(?![\w-])")
        places = [
            hit for hit in pattern.finditer(reading.text) if hit["place"] is None or hit["place"].strip() not in STOP
        ]
        if len(places) < (1 if word in labelled else FEWEST):
            continue
        fuller = next((hit["place"] for hit in places if hit["place"]), "")
        for hit in places:
            aliases = (plain,) if fuller else ()
            yield Mention(
                What.PROJECT,
                hit.start("name"),
                hit.end("name"),
                f"{plain}{fuller}",
                "Projekt",
                "title",
                aliases=aliases,
            )


def _words(text: str, *, labelled: bool = False) -> Iterator[str]:
    titles = [hit["title"] for hit in _TITLE.finditer(text, 0, 4 * _HEAD)]
    if not labelled:
        titles += [hit["title"] for hit in _LINE.finditer(text, 0, _HEAD) if not _VERB.search(hit["title"])]
    for title in (one for one in titles if "„" not in one):
        yield from (word for word in _WORD.findall(title) if _may_name(word))


def _may_name(word: str) -> bool:
    low = word.lower()
    known = (
        head(word, INSTITUTIONS)
        or head(word, PROJECTS)
        or word in STAND_INS
        or low.endswith(OTHER_WORKS)
        or lookup(word, UNIQUE | BODIES | COMMON_NOUNS)
        or lookup(word, PLACE_HEADS)
    )
    return not (
        known or lookup(word, PLURALS) or word in STOP or low.endswith(GENERIC_ENDS) or low.endswith(("en", "er", "e"))
    )
