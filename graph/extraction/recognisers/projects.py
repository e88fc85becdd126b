"""Projects, networks, events and programmes by a head word and a name: "Fachkräftekampagne „X“", "Forum Y", "NIO-Kampagne"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extraction.lemma import head, lookup, nominative
from graph.extraction.lexicon import (
    ANY_OF_A_KIND,
    COMMON_NOUNS,
    HEADS_WITH_FIELD,
    NEVER_PROJECTS,
    PLAIN_PROJECT,
    PROJECTS,
    STOP,
    VENUES,
)
from graph.extraction.mention import Mention, What
from graph.extraction.reading import Reading
from graph.extraction.tokens import Token, TokenKind
from graph.extraction.walk import Tokens, field_end, is_place_word, joined, left

LONGEST_QUOTED = 90  # characters

_OPEN, _SHUT = '„“"«»‚', '“”"»«’‘'
_QUOTED = re.compile(rf"[„\"«»“]([^„“”\"«»\n]{{2,{LONGEST_QUOTED}}})[“”\"»«]")
_SENTENCE = re.compile(r"[.!?]$|\b(?:ist|sind|wird|werden|darf|soll|muss|haben|hat|kann)\b")


def find(reading: Reading) -> Iterator[Mention]:
    """Yield a mention for each head word with a name of its own."""
    tokens = reading.tokens
    for at, token in enumerate(tokens):
        if token.kind is TokenKind.WORD and token.text[0].isupper():
            found = head(token.text, PROJECTS)
            if found and token.text.lower() not in ("region", "regionen", "haus", "tag", "park"):
                yield from _headed(reading, tokens, at, found)


def _headed(reading: Reading, tokens: Tokens, at: int, found: str) -> Iterator[Mention]:
    word = tokens[at].text
    row = list(_quoted_row(reading.text, tokens[at].end)) if _SEVERAL.search(word) else []
    yield from (Mention(What.PROJECT, start, end, name, PROJECTS[found], "quoted") for start, end, name in row)
    if row or lookup(word, VENUES | NEVER_PROJECTS) or lookup(word.rpartition("-")[2], NEVER_PROJECTS):
        return
    before = tokens[at - 1].text.lower() if at else ""
    if _is_plural(word, found) or before in ANY_OF_A_KIND or before.endswith("fraktion"):  # "Fraktion Bündnis Au"
        return
    start, end, named = _before(tokens, at), _after(tokens, at), False
    quoted = quoted_after(reading.text, tokens[at].end) if end == at + 1 else None
    kind = PROJECTS[found]
    if quoted:
        yield from _with_quotation(reading, tokens, (start, at), quoted, kind)
        return
    plain = bool(lookup(word, PLAIN_PROJECT))
    named = end > at + 1 or (start < at and not plain) or _own_name(word, found)
    common = lookup(word, COMMON_NOUNS) != "" and end == at + 1
    if plain and end > at + 1 and tokens[at + 1].text == "für":
        if start > 1 and tokens[start - 2].text in ("ist", "als", "sind"):
            return
    elif plain and end > at + 1 and not lookup(word, _SPOKEN_WITH_NAME) and not _says_little(tokens, at, end):
        start = at + 1
    edition = end == at + 2 and tokens[at + 1].kind is TokenKind.NUMBER and start == at
    if common or (plain and end == at + 1) or (edition and word.lower() in COMMON_NOUNS):
        return
    if end > at + 1 and tokens[at + 1].text == "für" and _INDEFINITE.search(reading.text[: tokens[start].start][-60:]):
        return
    name = nominative(joined(tokens, start, end, reading.text))
    rest = joined(tokens, at + 1, end, reading.text) if end > at + 1 else ""
    aliases = (rest,) if any(sign.isupper() for sign in rest[1:]) and len(rest.split()) == 1 else ()
    yield Mention(
        What.PROJECT,
        tokens[start].start,
        tokens[end - 1].end,
        name,
        kind,
        "project_head",
        sure=named
        or _SPOKEN_OF.match(reading.text, tokens[end - 1].end) is not None
        or (kind in ("Veranstaltung", "Messe") and _DATED.match(reading.text, tokens[end - 1].end) is not None)
        or (
            found not in _ANY
            and _MADE.search(reading.text[max(0, tokens[start].start - 90) : tokens[start].start]) is not None
        ),
        aliases=aliases,
    )


# "die Projekte „A“, „B“ und „C“": each is one
_SEVERAL = re.compile(
    r"(?:projekte|vorhaben|maßnahmen|initiativen|netzwerke|kampagnen|programme|angebote)n?$", re.IGNORECASE
)


def _quoted_row(text: str, place: int) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and words of the quotations in a row behind a plural."""
    quoted = quoted_after(text, place)
    while quoted:
        yield quoted
        shut = quoted[1]
        link = _LINK.match(text, shut)
        quoted = quoted_after(text, link.end() - 1) if link else None


_LINK = re.compile(r"(?:,| und| sowie|, sowie| oder)[ \n]")


# "ein Zentrum für den Holzbau" says what is built, "das Zentrum für Holzbau" what it is called
_INDEFINITE = re.compile(
    r"\b(?:ein|eine|einem|einen|einer|eines)(?: [a-zäöüß]+e[nrsm]?(?: und)?)*(?: [A-ZÄÖÜ][\wäöüß]+- und)? $"
)


# the sentence behind a bare compound says who is in it: "berät das Gesundheitsforum. In dieses Gremium entsenden ..."
_SPOKEN_OF = re.compile(
    r"[^.\n]{0,60}\. (?:(?:In|Zu) (?:dieses|diesem|dieser|diese|ihm|ihr|ihn)\b|(?:Ihm|Ihr|Ihnen) gehör|Mitglieder sind|Vertreten sind|Dem Gremium|Es besteht aus|Sie besteht aus|Er besteht aus)"
)


_ANY = ("projekt", "vorhaben", "programm")  # ends of nouns that mean any
# "Fortschreibung des Einzelhandelskonzepts": a definite compound that something is done to
_MADE = re.compile(
    r"\b(?:plan(?:t|en)|gründe(?:t|n|te|ten)|eröffne(?:t|n|te|ten)|errichte(?:t|n|te|ten)|richte(?:t|n)|bau(?:t|en))(?: [^.;,]{0,50})? (?:ein|eine|einen) (?:[a-zäöüß]+e[nrs]? )?$|"
    r"(?:Fortschreibung|Aufstellung|Erarbeitung|Aktualisierung|Weiterentwicklung|Überarbeitung|Evaluierung) (?:des|der) (?:[a-zäöüß]+en )?$"
)


def _says_little(tokens: Tokens, at: int, end: int) -> bool:
    """Whether what stands behind a programme is one plain word that names nothing alone: "Landesprogramm Wirtschaft"."""
    word = tokens[at + 1].text
    programme = tokens[at].text.lower().rstrip("s").endswith("programm") and len(tokens[at].text) > len("Programms")
    return programme and end == at + 2 and word[1:].islower() and word.isalpha()


_SPOKEN_WITH_NAME = ("netzwerk",)  # "das Netzwerk Demenz" is not called "Demenz"


# "die Bildungskonferenz im November 2022"
_DATED = re.compile(r" (?:(?:im|am|vom|in) [^.;\n]{0,24}(?:19|20)\d\d|(?:19|20)\d\d)\b")


def _with_quotation(
    reading: Reading, tokens: Tokens, words: tuple[int, int], quoted: tuple[int, int, str], kind: str
) -> Iterator[Mention]:
    """Yield a head with the name in quotation marks after it; a head that says nothing is left out."""
    start, at = words
    inner = quoted[2]
    if lookup(tokens[at].text, PLAIN_PROJECT) or _PLAIN.search(tokens[at].text):
        yield Mention(What.PROJECT, quoted[0], quoted[1], inner, kind, "quoted")
        return
    title = nominative(joined(tokens, start, at + 1, reading.text))
    aliases = (inner,) if kind not in ("Gremium", "Veranstaltung") else ()
    if tokens[at].text not in PROJECTS:
        aliases = (*aliases, nominative(tokens[at].text))
    yield Mention(What.PROJECT, tokens[start].start, quoted[1], f"{title} „{inner}“", kind, "quoted", aliases=aliases)


_PLAIN = re.compile(
    r"(?:läufer|gänger|folge|schluss|partner|pilot|modell|verbund|forschungs|einzel|haupt|klein|groß)(?:projekt|vorhaben)(?:e?s)?$",
    re.IGNORECASE,
)


def quoted_after(text: str, place: int) -> tuple[int, int, str] | None:
    """Return start, end and words of a quotation that follows, unless it is a sentence."""
    found = _QUOTED.match(text, place + 1) if text[place : place + 1] in (" ", "\n") else None
    if found is None or (_SENTENCE.search(found[1]) and len(found[1].split()) > 6):
        return None
    return found.start(), found.end(), found[1].strip(" ,")


def _before(tokens: Tokens, at: int) -> int:
    """Return the first token: "9. Regionaler", "MINT", "Aalener" before the head."""
    start = left(tokens, at, adjectives_only=True)
    if start == at and at and tokens[at - 1].text in _ENGLISH:
        return at - 1
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    named = following[:1].isupper() or following in ("„", "»", '"')  # "die Klima- und Energieregion" alone is any
    if (
        start == at > 1
        and named
        and tokens[at - 1].text == "und"
        and _halved(tokens[at - 2])
        and not _brand(tokens[at])
    ):
        return at - 2  # "Gründer- und Technologiezentrum Au"
    while start and not tokens[start].first and _brand(tokens[start - 1]) and tokens[start - 1].text not in STOP:
        start -= 1
    if (
        start > 1
        and tokens[start - 1].text == "."
        and tokens[start - 2].kind is TokenKind.NUMBER
        and len(tokens[start - 2].text) < 3
        and not tokens[start - 2].first
    ):
        return start - 2
    return start


_ENGLISH = (
    "Living",
    "Welcome",
    "Smart",
    "Fab",
    "Business",
    "Digital",
    "Creative",
    "Open",
)  # before "Lab", "Center", "Hub"


def _brand(token: Token) -> bool:
    return (
        token.is_name
        and (token.text.isupper() or any(sign.isupper() for sign in token.text[1:]))
        and len(token.text) > 2
    )


def _after(tokens: Tokens, at: int) -> int:
    """Return the token after the name that follows the head: capitals, "für ...", a number of a year."""
    end = at + 1
    while (
        end < len(tokens)
        and end - at < 6
        and is_place_word(tokens[end])
        and not (tokens[end].first and end == at + 1 and _broken(tokens, end))
    ):
        if tokens[end].first:
            break
        end += 1
    end = _land(tokens, _coordinated(tokens, end))
    if end == at + 1 and head(tokens[at].text, PROJECTS) in HEADS_WITH_FIELD:
        end = field_end(tokens, end)
    while (
        end + 1 < len(tokens) and end > at + 1 and tokens[end].text in ("for", "of", "the", "&", "goes", "meets", "and")
    ):
        end += 2
    if (
        end < len(tokens)
        and tokens[end].kind is TokenKind.NUMBER
        and is_edition(tokens[end].text)
        and not tokens[end].first
    ):
        return end + 1
    return end


def _halved(token: Token) -> bool:
    """Whether a word is the first half of a row: "Wasserstoff-" before "und Brennstofftechnik"."""
    return token.is_name and token.text.endswith("-")


def _coordinated(tokens: Tokens, end: int) -> int:
    """Return the token after "Wasserstoff- und Brennstofftechnik", or ``end``."""
    row = tokens[end : end + 3]
    fits = len(row) > 2 and _halved(row[0]) and row[1].text == "und" and row[2].is_name
    return end + 3 if fits and not row[0].first else end


def _land(tokens: Tokens, end: int) -> int:
    """Return the token after "Land" behind the adjective of a place: "LEADER-Region Altenbrücker Land"."""
    land = end < len(tokens) and tokens[end].text == "Land" and tokens[end - 1].text.endswith("er")
    return end + 1 if land else end


def _broken(tokens: Tokens, at: int) -> bool:
    return tokens[at - 1].kind is TokenKind.BREAK


def is_edition(number: str) -> bool:
    """Whether a number after a name is a year, which belongs to it."""
    return len(number) == 4 and number[:2] in ("19", "20")


def _own_name(word: str, found: str) -> bool:
    """Whether a compound holds a name: "NIO-Kampagne", "RegioWIN-Steuerungsgruppe"."""
    first = word.rsplit("-", 1)[0] if "-" in word else ""
    named = (
        first.isupper()
        or any(sign.isupper() for sign in first[1:])
        or found in ("bündnis", "allianz", "radweg", "radschnellweg")
    )
    return bool(first) and named and found != first.lower()


def _is_plural(word: str, found: str) -> bool:
    low = word.lower()
    if found in ("tage", "initiativen", "sitzungen"):
        return False
    if found.endswith("e"):
        return low.endswith("n")
    return low.endswith(("projekte", "projekten", "programme", "programmen", "konzepte", "konzepten", "netzwerke", "netzwerken", "ionen", "gruppen",
                         "kreise", "kreisen", "pläne", "plänen", "preise", "preisen", "vorhaben-", "märkte", "ungen", "verträge", "regionen", "tagen",
                         "zentren", "workshops", "foren", "wettbewerbe", "wettbewerben", "parks", "hubs", "cluster-", "stellen"))  # fmt: skip
