"""Who gives everywhere: "der Bund", "Bund und Land", the European Union; and the one state whose name has an article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extraction.lemma import nominative
from graph.extraction.lexicon import EVERYWHERE, STOP
from graph.extraction.mention import Mention, What
from graph.extraction.reading import Reading
from graph.extraction.walk import COMMON

_FEDERATION = re.compile(
    r"(?<!\w)(?:[Dd]er|[Vv]om|[Dd]em|[Dd]en|[Bb]eim) (?P<name>Bund)(?![\w-]| (?:der|für|zu|[A-ZÄÖÜ]))"
)


_OTHERS = {
    "Europäische Union": re.compile(r"\b(?P<name>Europäischen? Union)\b(?! [A-ZÄÖÜ])"),
    "Bundesrepublik Deutschland": re.compile(r"\b(?P<name>Bundesrepublik Deutschland)\b"),
    "Saarland": re.compile(r"\b(?:[Dd]as|[Dd]em|[Vv]om|[Dd]es) (?P<name>Saarland(?:es)?)\b"),
    "Bund": re.compile(r"(?<!\w)(?P<name>Bund)(?=(?:, | und )(?:das )?(?:Land|Länder|EU|Freistaat|Kommunen)\b)"),
}


# bodies whose name is an adjective and a noun, and branches of a federation; their place follows
_PLACE = r"(?: [A-ZÄÖÜ][\wäöüß-]+(?:/[A-ZÄÖÜ][\wäöüß-]+)?){0,2}"
_BRANCHES = {
    "Diakonisches Werk": re.compile(rf"\bDiakonische[sn]? Werke?s?(?P<place>{_PLACE})"),
    "Lokale Aktionsgruppe": re.compile(
        rf"\b[Ll]okale[nr]? Aktions?gruppe(?: \((?:im Folgenden )?LAG\))?(?P<place> [„\"]?[A-ZÄÖÜ][\wäöüß/-]+(?:/[A-ZÄÖÜ][\wäöüß-]+)?(?:{_PLACE}))[“”\"]?"
    ),
    "Offene Jugendarbeit": re.compile(r"\bOffene[nr]? Jugendarbeit(?P<place>(?: [A-ZÄÖÜ][\wäöüß-]+){1,2})"),
}
_NAMES = r"(?: [A-ZÄÖÜ][\wäöüß-]+){1,2}"
_KINDS = {
    "Behörde": re.compile(
        r"\b(?P<name>Amt der (?:[A-ZÄÖÜ][a-zäöüß]+ )?Landesregierung(?:, Abteilung [A-ZÄÖÜ][\wäöüß-]+(?: und [A-ZÄÖÜ][\wäöüß-]+)?)?)"
    ),
    "Landkreis": re.compile(
        r"(?<![\w-])(?P<name>(?:[A-ZÄÖÜ][a-zäöü]+(?:isch)[ -])?[A-ZÄÖÜ][a-zäöü]+ischer Kreis)(?:es)?\b(?! [A-ZÄÖÜ])"
    ),
    "Bezirksregierung": re.compile(r"\b(?P<name>Regierung von [A-ZÄÖÜ][\wäöüß-]+)"),
    "Verband": re.compile(
        rf"(?<![\w-])(?P<name>(?:[A-ZÄÖÜ]{{2,6}}|ver\.di)-(?:Bezirk|Kreisverband|Ortsverband|Landesverband|Regionalverband|Unterbezirk){_NAMES})"
    ),
    "Verein": re.compile(rf"\b(?:[Vv]om|[Dd]em|[Dd]es|[Dd]er) (?P<name>Vereins?{_NAMES})(?=[ ,.)](?!e\. ?V))"),
    "Einrichtung": re.compile(rf"(?<![\w-])(?P<name>(?:Projekt|Regional|Koordinierungs|Quartiers|Klima)büro{_NAMES})"),
    "Parlament": re.compile(
        r"\b(?:[Dd]e[rmsn]|[Vv]om|[Bb]eim|[Dd]urch den) (?P<name>(?:[A-ZÄÖÜ][a-zäöü]+(?:sche|sches?|scher|schen|schem|er|te) )?(?:Landtag|Bundestag)(?= |e?s?\b)(?:e?s)?)(?! [A-ZÄÖÜ])"
    ),
    "Kommune": re.compile(
        r"(?<![Ww]eiße )(?<![Ww]eißen )(?<![\w-])(?P<name>(?:Flecken|SG|VG) (?!Wort|Bild)[A-ZÄÖÜ][a-zäöüß]{3,24})(?![\w-]| \d| e\. ?V)"
    ),
    "Projektträger": re.compile(
        r"\b(?:[Bb]eim|[Vv]om|[Dd]e[rmn]|[Dd]urch den) (?P<name>Projektträger (?!Stadt|Gemeinde|Landkreis|Kreis|Land\b|Markt\b|Herr|Frau)[A-ZÄÖÜ][\w+-]+(?: [A-ZÄÖÜ][\w-]+)?)"
    ),
    "Fonds": re.compile(r"\b(?:[Vv]om|[Bb]eim|durch den) (?:[a-zäöü]+ischen )?(?P<name>[A-ZÄÖÜ][a-zäöü]{3,}fonds)\b"),
}


def _without_stop(place: str) -> str:
    """Leave out words at the end of a place that are none: "Werk Au Mitglied"."""
    words = place.split(" ")
    while words and (words[-1] in STOP or words[-1].endswith(COMMON)):
        words.pop()
    return " ".join(words)


def find_branches(reading: Reading) -> Iterator[Mention]:
    """Yield "dem Diakonischen Werk Au" as Diakonisches Werk Au, and "der DGB-Bezirk Nord"."""
    for name, pattern in _BRANCHES.items():
        for found in pattern.finditer(reading.text):
            place = found["place"] or ""
            end = found.end() - (len(place) - len(place := _without_stop(place)))
            yield Mention(What.ACTOR, found.start(), end, f"{name}{place.replace('„', '')}", "Verband", "institution")
    for kind, pattern in _KINDS.items():
        for found in pattern.finditer(reading.text):
            plain = _without_stop(found["name"])
            if " " in plain or plain == found["name"]:
                name, start = re.sub(r"^Vereins ", "Verein ", nominative(plain)), found.start("name")
                yield Mention(What.ACTOR, start, start + len(plain), name, kind, "institution")


# a paper that names no state speaks of its own: "vom Land gefördert", "der Freistaat stellt ... bereit"
_STATE = re.compile(
    r"(?<![Aa]uf )\b(?:[Dd]as|[Vv]om|[Dd]em|[Dd]es|[Dd]er|[Dd]en|Bund und|Bund,) (?P<name>Land|Freistaat)(?:e?s)?(?![\w-]| [A-ZÄÖÜ„])"
)
_STATE_NAMED = re.compile(r"\b(?:Landes?|Freistaate?s?|Bundesland(?:es)?) [A-ZÄÖÜ]")
_GIVES = re.compile(
    r"(?i)förder|mittel|zuschuss|zuschüsse|zuwend|finanz|bewillig|\bbund\b|€|\beuro\b|unterstütz|beteilig|programm"
)


def _states(reading: Reading) -> Iterator[Mention]:
    """Yield the state without its name where a sentence says that it gives, if the paper names none."""
    if _STATE_NAMED.search(reading.text):
        return
    for found in _STATE.finditer(reading.text):
        if _GIVES.search(reading.text, *reading.sentence_at(found.start("name"))):
            yield Mention(What.ACTOR, found.start("name"), found.end("name"), found["name"], "Land", "federation")


def find(reading: Reading) -> Iterator[Mention]:
    """Yield a mention for each place where the federation acts."""
    for found in _FEDERATION.finditer(reading.text):
        yield Mention(What.ACTOR, found.start("name"), found.end("name"), "Bund", "Bund", "federation")
    yield from _states(reading)
    for name, pattern in _OTHERS.items():
        for found in pattern.finditer(reading.text):
            kind = {"Saarland": "Land", "Bund": "Bund", "Bundesrepublik Deutschland": "Bund"}.get(name, "Behörde")
            yield Mention(What.ACTOR, found.start("name"), found.end("name"), name, kind, "federation")


_EVERYWHERE = re.compile("|".join(rf"\b{name.replace('Deutsche ', 'Deutschen? ')}\b(?!-)" for name in EVERYWHERE))


def find_everywhere(reading: Reading) -> Iterator[Mention]:
    """Yield what acts in every region under a name without a legal form: "die Deutsche Bahn"."""
    for found in _EVERYWHERE.finditer(reading.text):
        name = found[0].replace("Deutschen ", "Deutsche ")
        yield Mention(What.ACTOR, found.start(), found.end(), name, EVERYWHERE[name], "institution")
