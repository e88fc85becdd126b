"""Projects by a name of their own kind: families such as "Beo-plus, Beo-Vielfalt", capitals inside a word, programmes that fund."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extraction.lexicon import NOT_BRANDS, PROGRAMMES, STOP
from graph.extraction.mention import Mention, What
from graph.extraction.reading import Reading
from graph.extraction.recognisers.projects import is_edition
from graph.extraction.tokens import TokenKind
from graph.extraction.walk import is_place_word, joined

_FAMILY = re.compile(r"(?<![\w-])([A-ZÄÖÜ][\w]{1,9})-([A-ZÄÖÜa-zäöü][\w]{2,20})(?![\w-])")
_NEAR = 120  # characters between members of a family


def find_families(reading: Reading) -> Iterator[Mention]:
    """Yield names that share a first part: "Beo-Netzwerk, Beo-plus und Beo-Vielfalt"."""
    seen: dict[str, list[re.Match[str]]] = {}
    for found in _FAMILY.finditer(reading.text):
        seen.setdefault(found[1], []).append(found)
    for members in seen.values():
        for one in members:
            kin = {other[0] for other in members if abs(other.start() - one.start()) < _NEAR}
            if len(kin) > 2:
                yield Mention(What.PROJECT, one.start(), one.end(), one[0], "Projekt", "family")


_CAMEL = re.compile(
    r"(?=[^-]*[a-zäöü])(?:[A-ZÄÖÜ]+[a-zäöü]+[A-ZÄÖÜ]|[A-ZÄÖÜ]{2,}[a-zäöü]{2,}|[a-z]{1,3}[A-ZÄÖÜ][a-z]|[a-zäöü]{2,8}[A-ZÄÖÜ]|[A-ZÄÖÜ]-[A-ZÄÖÜ][a-z]+)|[A-ZÄÖÜ][a-zäöü]{1,4}-[A-ZÄÖÜ]{3,}$"
)


# headers of a table that ran together, and nouns that mean women as well
_NO_BRAND = re.compile(
    r"^(?:Bezeichnung|Inhalt|Dokument(?:typ)?|Aktionen|Beschluss|Vorlage|Datum|Status|Gremium|Termin|Betreff|Name|Nr|Art|Sitzung|Zuständigkeit){2,}|[a-zäöü]In(?:nen)?$"
)


def find_brands(reading: Reading) -> Iterator[Mention]:
    """Yield names with capitals inside, such as "UnternehmerTREFF digital", "MINTalent", "T-Regio"."""
    tokens = reading.tokens
    for at, token in enumerate(tokens):
        if (
            token.kind is TokenKind.WORD
            and _CAMEL.match(token.text)
            and not token.text.endswith("-")
            and token.text not in NOT_BRANDS
            and token.text.split("-")[0] not in NOT_BRANDS
            and not _NO_BRAND.search(token.text)
        ):
            end = at + 1
            while end < len(tokens) and end - at < 4 and is_place_word(tokens[end]) and not tokens[end].first:
                end += 1
            if (
                end < len(tokens)
                and tokens[end].text in ("digital", "plus", "regional", "mobil")
                and not tokens[end].first
            ):
                end += 1
            if end < len(tokens) and tokens[end].kind is TokenKind.NUMBER and is_edition(tokens[end].text):
                end += 1
            yield Mention(
                What.PROJECT,
                token.start,
                tokens[end - 1].end,
                joined(tokens, at, end, reading.text),
                "Programm" if _OF_PROGRAMME.search(reading.text[max(0, token.start - 20) : token.start]) else "Projekt",
                "brand",
            )


_NO_PROGRAMME = ("projekt", "projekts", "projektes", "projekte", "projekten", "region", "antrag", "vorhaben")
_OF_PROGRAMME = re.compile(r"(?:rogramms?|rogrammes|örderlinie|örderaufrufs?|undesförderung) [„\"]?$")


def find_programmes(reading: Reading) -> Iterator[Mention]:
    """Yield programmes that fund: "Interreg VI A Oberrhein", "LEADER"."""
    tokens = reading.tokens
    for at, token in enumerate(tokens):
        if token.text.lower().endswith(_NO_PROGRAMME):
            continue
        if token.text in PROGRAMMES or token.text.split("-")[0] in ("Interreg", "INTERREG"):
            end = at + 1
            while (
                end < len(tokens)
                and end - at < 5
                and tokens[end].is_name
                and not tokens[end].first
                and tokens[end].text not in STOP
            ):
                end += 1
            if end + 1 < len(tokens) and tokens[end].text == "–" and tokens[end + 1].is_name:
                end += 2  # "Interreg Deutschland–Danmark"
            if end < len(tokens) and tokens[end].kind is TokenKind.NUMBER and is_edition(tokens[end].text):
                end += 1
            yield Mention(
                What.PROJECT,
                token.start,
                tokens[end - 1].end,
                joined(tokens, at, end, reading.text),
                "Programm",
                "programme",
            )
