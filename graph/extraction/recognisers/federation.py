"""Who gives everywhere: "der Bund", "Bund und Land", the European Union; and the one state whose name has an article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extraction.mention import Mention, What
from graph.extraction.reading import Reading

_FEDERATION = re.compile(
    r"(?<!\w)(?:[Dd]er|[Vv]om|[Dd]em|[Dd]en|[Bb]eim) (?P<name>Bund)(?![\w-]| (?:der|für|zu|[A-ZÄÖÜ]))"
)


_OTHERS = {
    "Europäische Union": re.compile(r"\b(?P<name>Europäischen? Union)\b(?! [A-ZÄÖÜ])"),
    "Saarland": re.compile(r"\b(?:[Dd]as|[Dd]em|[Vv]om|[Dd]es) (?P<name>Saarland(?:es)?)\b"),
    "Bund": re.compile(r"(?<!\w)(?P<name>Bund)(?=(?:, | und )(?:das )?(?:Land|Länder|EU|Freistaat|Kommunen)\b)"),
}


# bodies whose name is an adjective and a noun, and branches of a federation; their place follows
_PLACE = r"(?: [A-ZÄÖÜ][\wäöüß-]+(?:/[A-ZÄÖÜ][\wäöüß-]+)?){0,2}"
_BRANCHES = {
    "Diakonisches Werk": re.compile(rf"\bDiakonische[sn]? Werke?s?(?P<place>{_PLACE})"),
    "Offene Jugendarbeit": re.compile(r"\bOffene[nr]? Jugendarbeit(?P<place>(?: [A-ZÄÖÜ][\wäöüß-]+){1,2})"),
}
_NAMES = r"(?: [A-ZÄÖÜ][\wäöüß-]+){1,2}"
_KINDS = {
    "Behörde": re.compile(
        r"\b(?P<name>Amt der (?:[A-ZÄÖÜ][a-zäöüß]+ )?Landesregierung(?:, Abteilung [A-ZÄÖÜ][\wäöüß-]+(?: und [A-ZÄÖÜ][\wäöüß-]+)?)?)"
    ),
    "Verband": re.compile(
        rf"(?<![\w-])(?P<name>(?:[A-ZÄÖÜ]{{2,6}}|ver\.di)-(?:Bezirk|Kreisverband|Ortsverband|Landesverband|Regionalverband|Unterbezirk){_NAMES})"
    ),
    "Verein": re.compile(rf"\b(?:[Vv]om|[Dd]em|[Dd]es|[Dd]er) (?P<name>Vereins?{_NAMES})(?=[ ,.)](?!e\. ?V))"),
    "Einrichtung": re.compile(rf"(?<![\w-])(?P<name>(?:Projekt|Regional|Koordinierungs|Quartiers|Klima)büro{_NAMES})"),
    "Fonds": re.compile(r"\b(?:[Vv]om|[Bb]eim|durch den) (?:[a-zäöü]+ischen )?(?P<name>[A-ZÄÖÜ][a-zäöü]{3,}fonds)\b"),
}


def find_branches(reading: Reading) -> Iterator[Mention]:
    """Yield "dem Diakonischen Werk Au" as Diakonisches Werk Au, and "der DGB-Bezirk Nord"."""
    for name, pattern in _BRANCHES.items():
        for found in pattern.finditer(reading.text):
            whole = f"{name}{found['place'] or ''}"
            yield Mention(What.ACTOR, found.start(), found.end(), whole, "Verband", "institution")
    for kind, pattern in _KINDS.items():
        for found in pattern.finditer(reading.text):
            name = re.sub(r"^Vereins ", "Verein ", found["name"])
            yield Mention(What.ACTOR, found.start("name"), found.end("name"), name, kind, "institution")


def find(reading: Reading) -> Iterator[Mention]:
    """Yield a mention for each place where the federation acts."""
    for found in _FEDERATION.finditer(reading.text):
        yield Mention(What.ACTOR, found.start("name"), found.end("name"), "Bund", "Bund", "federation")
    for name, pattern in _OTHERS.items():
        for found in pattern.finditer(reading.text):
            kind = {"Saarland": "Land", "Bund": "Bund"}.get(name, "Behörde")
            yield Mention(What.ACTOR, found.start("name"), found.end("name"), name, kind, "federation")
