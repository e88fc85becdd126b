"""Names without a known head: headings that the text below speaks of, and definite names that come again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from graph.extraction.lemma import abbreviates, head, lookup, nominative
from graph.extraction.lexicon import GENERIC_ENDS, PART_HEADINGS, PLAIN_PROJECT, PROJECTS
from graph.extraction.mention import Mention, What
from graph.extraction.reading import Reading

_HEADING = re.compile(
    r"(?:^|\n)[ \t]*(?P<mark>\(?\d{1,2}(?:\.\d{1,2})*[.)]? +|[a-z]\) +|[A-Z]\.\d{1,2}\.? +|TOP \d+:? +|[IVX]+\. +|#+ +|[•●▪–-] +)?(?P<name>[A-ZÄÖÜ„][^\n\t.:;?!]{3,70})(?=\n)"
)
_SPEAKS_OF_IT = re.compile(
    r"(?:Das|Dieses|Ziel des|Im Rahmen des|Die|Diese) (?:Projekte?s?|Vorhabens?|Maßnahme|Veranstaltung|Teilprojekt|Kampagne|Reihe)\b|\b(?:des|am|im|dem|beim) (?:Projekte?s?|Vorhabens?)\b|Projektpartner|Projektträger|Zuwendungsempfänger|Gesamtkosten:|Laufzeit:|Fördersumme:"
)
_SMALL = re.compile(r"(?: (?:und|für|der|des|im|in|am|an|zur|zum|von|mit|auf|bei|ist|sind|wird) )")
# nouns before a name that is no project's
NOT_NAMES = re.compile(
    r"(?:Standort|Raum|Ort|Ortsteil|Stadtteil|Ortschaft|Bahnhof|\w*straße|Firma|Familie|Fraktion|Anlage|Seite|Jahr|Kapitel|Abschnitt|Punkt|Bereich|Thema|Stufe|Phase|Monat|Region|Herr|Frau|Montag|Dienstag|Mittwoch|Donnerstag"
    r"|Freitag|Samstag|Sonntag|Stadt|Gemeinde|Landkreis|Kreis|Land|Bundesland|Bezirk|Dorf|Beschluss\w*|Finanzielle\w*|Amt|Gebiet|Gewerbegebiet|Minister\w*|Präsident\w*|Vorlage|Tabelle|Abbildung|Kommune|Ministerin|Oberbürgermeister\w*|Bürgermeister\w*|Landrat\w*)s?\b"
)
# a heading that begins with one of these speaks of several
_LEADING = frozenset(
    "unsere ihre alle weitere aktuelle laufende geplante neue von aus mit für bei abgeschlossene ausgewählte einzelne die neuer neues kurz".split()
)
# a heading that says what its part of the paper tells: "Aufgabenstellung und Beteiligte"
_OF_PAPER = re.compile(
    r" (?:und|sowie) (?:(?:[Pp]rojekt|[Vv]erbund)?(?:beteiligte|partner)|[Bb]eteiligte|[Pp]artner|[Aa]usblick|[Ee]rgebnisse|[Zz]iele?)$"
    r"|\b(?:anderen?|weiteren?|einzelnen?|den) (?:Vorhaben|Projekten?|Maßnahmen)$"
)
NEAR = 700  # characters below a heading
MOST_HEADINGS = 800  # lines that may be one; fifty pages have fewer
NEAR_MARK = 260  # below one with a number


def find_headings(reading: Reading) -> Iterator[Mention]:
    """Yield headings whose text speaks of them as a project, and each further place of the same words."""
    text = reading.text
    told: set[str] = set()
    for found in islice(_HEADING.finditer(text), MOST_HEADINGS):
        name = found["name"].strip()
        below = text[found.end() : found.end() + NEAR]
        if found["mark"] and " " not in name:
            yield from _fuller(reading, name, found.end())
        numbered = bool(found["mark"])
        if name in told or _OF_PAPER.search(name):
            continue
        if not _may_name(name, numbered=numbered) or not (
            (_capitals(name) > 1 and _SPEAKS_OF_IT.search(below[:350]))
            or (
                len(name.split()) > 1
                and re.search(
                    rf"\b(?:[Dd](?:ie|as|er|em|en)|[AaIi]m|[Vv]om|[Bb]eim|[Zz]u[mr]) {_in_any_case(name)}", below
                )
            )
            or re.search(rf"[„\"»]{re.escape(name)}[“”\"«]", below)
            or _recurs(name, below, numbered=numbered)
            or (numbered and _spelt_out_below(name, below))
            or (
                found["mark"]
                and len(name.split()) > 1
                and not re.search(r" [a-zäöü]+ ", name)
                and re.search(
                    rf"\b(?:[Dd](?:ie|as|er|en|em)|[Ee]ine?[nrms]?) {re.escape(name.split()[0])}\b", below[:NEAR_MARK]
                )
            )
        ):
            continue
        told.add(name)
        for place in re.finditer(rf"(?<!\w){_in_any_case(name)}(?:s)?(?!\w)", text):
            yield Mention(What.PROJECT, place.start(), place.end(), nominative(name), "Projekt", "heading")


_BELOW = re.compile(
    r"\s*(?:Die|Das|Der) (?P<long>(?:[A-ZÄÖÜ][\wäöüß]*-? |und |für |[a-zäöüß]+e[rn]? ){0,5}[A-ZÄÖÜ][\wäöüß]+)"
)


def _spelt_out_below(name: str, below: str) -> bool:
    """Whether the text below begins with what the capitals of a heading stand for: "MKR Au", "Die Modell- und Klimaregion ..."."""
    short, found = name.split(maxsplit=1)[0], _BELOW.match(below)
    if found is None or not (short.isupper() and 2 < len(short) < 7):
        return False
    words = found["long"].split()
    known = next((" ".join(words[:at]) for at in range(len(words), 0, -1) if head(words[at - 1], PROJECTS)), "")
    return abbreviates(short, known) if known else False


_INVOLVES = re.compile(
    r"erantwortlich|räger|etreib|eteilig|onsorti|efördert|fördert|artner|oordin|inanzier|Zuschuss|Mio\.|Euro|€|Laufzeit|gemeinsam|zusammen mit|nterstütz"
)


def _recurs(name: str, below: str, *, numbered: bool) -> bool:
    """Whether the text below a heading, up to an empty line, says its words again and who takes part in it.

    A heading of one word must be numbered and a compound, so that "Kosten" or "Anlass" are none.
    """
    words = name.split()
    section = below.lstrip("\n").split("\n\n")[0]
    if re.search(r" [a-zäöü]+(?: |$)", name) or not _INVOLVES.search(section):
        return False
    if len(words) == 1 and not (numbered and len(name) > 9 and not name.endswith(GENERIC_ENDS)):
        return False
    pattern = " ".join(rf"{re.escape(word)}(?:s|es|n)?" for word in words)
    return re.search(rf"(?<![\w-]){pattern}(?![\w-])", section) is not None


def _fuller(reading: Reading, word: str, end: int) -> Iterator[Mention]:
    """Yield "den Kultursommer Weserbogen" below the numbered heading "Kultursommer"."""
    pattern = re.compile(
        rf"\b(?:[Dd](?:ie|as|er|en|em)|[AaIi]m|[Bb]eim|[Vv]om) (?P<name>{re.escape(word)} [A-ZÄÖÜ][\w-]{{2,24}})"
    )
    for found in pattern.finditer(reading.text, end, end + NEAR):
        yield Mention(
            What.PROJECT, found.start("name"), found.end("name"), found["name"], "Projekt", "heading", aliases=(word,)
        )


def _in_any_case(name: str) -> str:
    """Return a pattern of a name whose first word may be an adjective: "Maritimer Sommer", "der Maritime Sommer"."""
    first, _, rest = name.partition(" ")
    stem = re.sub(r"(?:er|es|e)$", "", first)
    adjective = stem != first and rest and first[-1] in "res"
    after = " ".join(re.escape(word) for word in rest.split())
    return (
        rf"{re.escape(stem)}(?:er|es|en|em|e) {after}"
        if adjective
        else rf"{re.escape(first)}s?{' ' * bool(rest)}{after}"
    )


def _capitals(name: str) -> int:
    return len(re.findall(r"[A-ZÄÖÜ]", name))


def _may_name(name: str, *, numbered: bool = False) -> bool:
    words = name.split()
    return (
        len(words) < 8
        and words[0].lower() not in _LEADING
        and words[0].lower().strip(",") not in PART_HEADINGS
        and not words[0]
        .lower()
        .endswith(("steckbrief", "übersicht", "bericht", "vorlage", "protokoll", "information", "mitteilung"))
        and not NOT_NAMES.match(name)
        and (numbered or _capitals(name) > 1)
        and name[-1] not in ",-"
    )


_NOUN_QUOTED = re.compile(
    r"\b(?:der|die|das|dem|den|des|zum|zur|[Ii]m|[Zz]um|[Zz]ur|ein|eine|einen|eines|einer|als|Das|Die|Der) (?:[a-zäöüß]{3,20} )?(?P<noun>[A-ZÄÖÜ][\w-]{5,40}) [„\"»](?P<name>[A-ZÄÖÜ0-9](?:[^„“”\"«»\n.!?]|(?<=\d)\.){2,60})[“”\"«]"
)
_NO_THING = re.compile(
    r"(?i)(?:folgende|weitere|partner|thema|themen|begriff|bereich|punkt|frage|stichwort|schwerpunkt|feld|säule|überschrift|formel|zielsetzung|kapitel|fach|kategorie|rubrik|aspekt|satz|aussage|grundsatz|leitgedanke|slogan|wort|tagesordnung\w*|beschluss|artikel|buch|bericht|vorlage|anlage|marke\w*)n?s?$"
)


_ASKS = re.compile(r"(?i)(?:antrag|titel|projekt|vorhaben|skizze)$")  # what says nothing about the thing named
_FUNDING = re.compile(r"(?i)(?:ausschreibung|aufruf|förderlinie|richtlinie|förderung|programm|bundeswettbewerb|fonds)$")


def find_named(reading: Reading) -> Iterator[Mention]:
    """Yield a thing with its name in quotation marks: "der Premiumwanderweg „Wutachsteig“"."""
    for found in _NOUN_QUOTED.finditer(reading.text):
        if not _NO_THING.search(found["noun"]) and len(found["name"].split()) < 7:
            noun, name = nominative(found["noun"]), found["name"].strip()
            kind = "Programm" if _FUNDING.search(noun) else "Projekt"
            whole = name if _ASKS.search(noun) else f"{noun} „{name}“"
            yield Mention(What.PROJECT, found.start("noun"), found.end(), whole, kind, "quoted", aliases=(name,))


_ITEM_QUOTED = re.compile(
    r"(?:^|\n)[ \t]*(?:[•▪●○·*–-]|\(?[a-z\d]{1,2}[.)]) ?(?P<quoted>[„\"»](?P<name>[A-ZÄÖÜ0-9][^„“”\"«»\n!?]{2,60})[“”\"«])(?! \w+t\b)"
)


_HEADING_QUOTED = re.compile(
    r"(?:^|\n)[ \t]*(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[A-Z]\.\d{1,2}) +(?P<name>(?:[A-ZÄÖÜ][\w-]+ ){1,3}[„\"»](?P<inner>[A-ZÄÖÜ0-9][^„“”\"«»\n.!?]{2,60})[“”\"«])[ \t]*(?=\n)"
)
_LINE_QUOTED = re.compile(
    r"(?:^|\n)[ \t]*(?P<name>(?P<noun>[A-ZÄÖÜ][\w-]{4,40}) [„\"»](?P<inner>[A-ZÄÖÜ0-9][^„“”\"«»\n.!?]{2,60})[“”\"«])(?= ?[:–(]| - |[ \t]*\n)"
)
_NUMBERED = re.compile(
    r"(?:^|\n)[ \t]*(?:LP|Leitprojekt|Projekt|Teilprojekt|Maßnahme|Startprojekt|Schlüsselprojekt|Vorhaben) ?(?:\d{1,2}(?:\.\d{1,2})?)(?: ?[–:-]|:| -) ?(?P<name>[A-ZÄÖÜ0-9][^„“”\"«»\n:.!?]{2,70})(?=[:.\n])"
)
_AFTER_NOUN = re.compile(
    r"(?:artner\w*|räger\w*|örderung|ntrag|escheid|uwendung|oordination|onzept|mittel|uszeichnung) (?:für|zu|zum|im|am|des|der) [„\"»](?P<name>[A-ZÄÖÜ0-9][^„“”\"«»\n.!?]{2,60})[“”\"«]"
)


# "„Women in Photonics“ – das Mentoringprogramm der ..." at the beginning of a line
_OPENS_LINE = re.compile(
    r"(?:^|\n)[ \t]*[„\"»](?P<name>[A-ZÄÖÜ0-9][^„“”\"«»\n!?]{2,60})[“”\"«](?= ?(?:[–-] (?:das|die|der|ein|eine|Das|Die|Der|Ein|Eine)\b|: ))"
)
_IN_BRACKET = re.compile(
    r"(?:rojekts?|orhabens?|aßnahme)(?: [^.;\n„(]{0,50})? \([„\"»](?P<name>[A-ZÄÖÜ0-9][^„“”\"«»\n!?]{2,60})[“”\"«]\)"
)


def find_items(reading: Reading) -> Iterator[Mention]:
    """Yield the name an item of a list begins with: "a) „Offene Werkstatt“ – Träger: ...", "LP 3 – Pflegehof: ..."."""
    for pattern in (_NUMBERED, _AFTER_NOUN, _IN_BRACKET, _OPENS_LINE):
        for found in pattern.finditer(reading.text):
            yield Mention(
                What.PROJECT, found.start("name"), found.end("name"), found["name"].strip(), "Projekt", "item"
            )
    for found in (*_HEADING_QUOTED.finditer(reading.text), *_lines_quoted(reading.text)):
        yield Mention(
            What.PROJECT,
            found.start("name"),
            found.end("name"),
            found["name"],
            "Projekt",
            "item",
            aliases=(found["inner"],),
        )
    for found in _ITEM_QUOTED.finditer(reading.text):
        if len(found["name"].split()) < 8:
            yield Mention(
                What.PROJECT, found.start("quoted"), found.end("quoted"), found["name"].strip(), "Projekt", "item"
            )


def _lines_quoted(text: str) -> Iterator[re.Match[str]]:
    return (
        hit
        for hit in _LINE_QUOTED.finditer(text)
        if not _NO_THING.search(hit["noun"]) and not lookup(hit["noun"], PLAIN_PROJECT)
    )


_QUOTED_ALONE = re.compile(
    r"\b(?:[Dd](?:ie|er|as|es|em|en)|[Ff]ür|[Zz]u[mr]|[Ii]m|[Aa]m|[Vv]om|[Bb]eim|[Uu]nsere?[nrms]?) [„\"»](?P<name>[A-ZÄÖÜ0-9][^„“”\"«»\n.!?:;,]{4,60})[“”\"«]"
)
# "unter dem Namen „Lehm:Werk:Statt“": whatever stands there is one
_NAMED = re.compile(
    r"\b(?:unter dem (?:Namen|Titel|Projektnamen)|(?:trägt|führt) den (?:Namen|Titel)|mit dem (?:Namen|Titel)|namens) [„\"»](?P<name>[A-ZÄÖÜ0-9][^„“”\"«»\n]{3,120})[“”\"«]"
)
_QUOTED_ANYWHERE = re.compile(
    r"(?<=[\w,–(-] )[„»](?P<name>[A-ZÄÖÜ0-9][^„“”\"«»\n.!?:;,]{4,60})[“”\"«](?! ?(?:,? ?(?:sagt|so |erklärt|betont|meint|freut)))"
)


_CARRIED = re.compile(r" \((?:Träger: |(?:der |die |das )?(?=[A-ZÄÖÜ]))[^()]{6,80}\)")  # "„Backhaus“ (Stadt Rodenfels)"


def _word_before(text: str, place: int) -> str:
    return text[max(0, place - 40) : place].rstrip().rpartition(" ")[2]


_SPEAKS = re.compile(r"\b(?:ist|sind|wird|werden|hat|haben|soll|sollen|kann|muss|wir|ich|Sie)\b")


def find_quoted(reading: Reading) -> Iterator[Mention]:
    """Yield "für den „Makerspace Hohenfels“": a name of several capitals in quotation marks right behind an article."""
    for pattern in (_QUOTED_ALONE, _QUOTED_ANYWHERE):
        yield from _alone(reading, pattern)


def find_given(reading: Reading) -> Iterator[Mention]:
    """Yield what is said to be a name, title or the like in quotation marks, however long."""
    for found in _NAMED.finditer(reading.text):
        yield Mention(What.PROJECT, found.start("name"), found.end("name"), found["name"], "Projekt", "quoted")


def _alone(reading: Reading, pattern: re.Pattern[str]) -> Iterator[Mention]:
    for found in pattern.finditer(reading.text):
        words = found["name"].split()
        capitals = sum(word[0].isupper() for word in words)
        if pattern is _QUOTED_ANYWHERE and _NO_THING.search(_word_before(reading.text, found.start())):
            continue
        if _ASKED.search(reading.text, max(0, found.start() - _NEAR_QUESTION), found.start()):
            continue
        carried = _CARRIED.match(reading.text, found.end()) is not None
        if (
            (capitals > 1 or carried)
            and len(words) < 7
            and not _SPEAKS.search(found["name"])
            and not NOT_NAMES.match(found["name"])
        ):
            yield Mention(What.PROJECT, found.start("name"), found.end("name"), found["name"], "Projekt", "quoted")


_ASKED = re.compile(r"\b(?:Anfrage|Interpellation|Postulat)\b")  # what is quoted behind it is the title of a question
_NEAR_QUESTION = 100  # characters between the word and its title
