"""Institutions by their head word: chambers, universities, ministries, offices, associations without a legal form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extraction.lemma import bases, head, lookup, nominative
from graph.extraction.lexicon import (
    ABBREVIATIONS,
    FUNCTION_WORDS,
    INSTITUTIONS,
    NOT_INSTITUTIONS,
    OTHER_WORKS,
    PROJECTS,
    STOP,
    UNIQUE,
)
from graph.extraction.mention import Mention, What
from graph.extraction.reading import Reading
from graph.extraction.recognisers.projects import quoted_after
from graph.extraction.tokens import Token, TokenKind
from graph.extraction.walk import COMMON, Tokens, field_end, is_place_word, joined, left, place_end, with_partner

# heads whose name may go on with "der ...", "des ..."
_OWN = frozenset(
    "verband verein bund universität ministerium haus akademie förderverein hochschule jugendring innung freunde".split()
)
# compounds of these ends are a body of their own, with nothing after them
_ALONE = frozenset(
    "amt ministerium kammer handwerkerschaft stadtwerke städtetag gemeindetag landkreistag präsidium".split()
)
_WITH_PLACE = ("LAG", "ILE", "AOK", "KV")  # letters that name one of many only with a place
_NUMBERED = frozenset("dezernat fachbereich referat abteilung fachdienst".split())
_FIELDS = frozenset(("ministerium", "sachgebiet", *_NUMBERED))  # whose field may stand without "für"


def find(reading: Reading) -> Iterator[Mention]:
    """Yield a mention for each institution."""
    tokens = reading.tokens
    for at, token in enumerate(tokens):
        if token.kind is not TokenKind.WORD or not (token.text[0].isupper() or token.text in ABBREVIATIONS):
            continue
        mention = _abbreviated(reading, tokens, at) if token.text in ABBREVIATIONS else _headed(reading, tokens, at)
        if mention:
            yield mention


def _abbreviated(reading: Reading, tokens: Tokens, at: int) -> Mention | None:
    """Return a body known by its letters, with the place after it: "IHK Ostwürttemberg", "DHBW Heidenheim"."""
    kind = ABBREVIATIONS[tokens[at].text]
    field = field_end(tokens, at + 1)
    if field > at + 1 and kind in ("Kammer", "Verband"):
        return Mention(
            What.ACTOR,
            tokens[at].start,
            tokens[field - 1].end,
            joined(tokens, at, field, reading.text),
            kind,
            "abbreviation",
        )
    local = kind in ("Kammer", "Hochschule", "Verband")
    to = kind == "Kammer" and at + 2 < len(tokens) and tokens[at + 1].text == "zu" and is_place_word(tokens[at + 2])
    end = (
        place_end(tokens, at + 1 + to, most=2)
        if local or (kind == "Behörde" and tokens[at].text in ("MFG", "KIT"))
        else at + 1
    )
    if end == at + 1 and tokens[at].text in _WITH_PLACE:
        return None
    name = joined(tokens, at, end, reading.text)
    return Mention(What.ACTOR, tokens[at].start, tokens[end - 1].end, name, kind, "abbreviation")


_NAME_OF_PROJECT = re.compile(r"(?:rojekts?|orhabens?|nitiative|ampagne|rogramms?|aßnahme) [„\"»][^“”\"«\n]{0,20}$")


def _headed(reading: Reading, tokens: Tokens, at: int) -> Mention | None:
    found = head(tokens[at].text, INSTITUTIONS) or _of_research(tokens[at].text)
    low = tokens[at].text.lower()
    if (
        not found
        or len(head(tokens[at].text, PROJECTS)) > len(found)
        or "gesellschafter" in low
        or any(base.endswith(OTHER_WORKS) for base in bases(low))
        or lookup(tokens[at].text, NOT_INSTITUTIONS - frozenset(INSTITUTIONS))
        or _NAME_OF_PROJECT.search(reading.text[max(0, tokens[at].start - 40) : tokens[at].start])
        or _plural(tokens[at].text, found)
    ):
        return None
    start = _start(tokens, at)
    quoted = quoted_after(reading.text, tokens[at].end)
    if quoted and found not in bases(tokens[at].text):
        name = f"{nominative(joined(tokens, start, at + 1, reading.text))} „{quoted[2]}“"
        return Mention(
            What.ACTOR, tokens[start].start, quoted[1], name, INSTITUTIONS[found], "institution", aliases=(quoted[2],)
        )
    end = _end(tokens, at, found)
    if end == at + 1 and found not in bases(tokens[at].text):
        end = _seat(tokens, end)
    if end == at + 1 and not _stands_alone(tokens, start, at, found):
        return None
    name = nominative(joined(tokens, start, end, reading.text))
    return Mention(What.ACTOR, tokens[start].start, tokens[end - 1].end, name, INSTITUTIONS[found], "institution")


def _seat(tokens: Tokens, end: int) -> int:
    """Take "am Klinikum Lohe" behind a compound: "Pflegeschule am Klinikum Lohe"."""
    if end + 1 >= len(tokens) or tokens[end].text != "am" or not head(tokens[end + 1].text, INSTITUTIONS):
        return end
    return place_end(tokens, end + 2, most=2)


def _plural(word: str, found: str) -> bool:
    """Whether a word is the plural of a head: "Verbände", "Hochschulen", "Institute"."""
    low = word.lower()
    if low.endswith(("ämter", "ämtern", "verbände", "verbänden", "banken", "vereine", "vereinen", "bünde")):
        return True
    if found.endswith(("e", "ei")):
        return low.endswith("n")
    if found.endswith(
        (
            "schaft",
            "tion",
            "tät",
            "ung",
            "innung",
            "union",
            "verwaltung",
            "anstalt",
            "bibliothek",
            "agentur",
            "gewerkschaft",
        )
    ):
        return low.endswith("en") or (low.endswith("n") and not found.endswith("n"))
    if found in ("kammer", "theater", "jobcenter"):
        return low.endswith("n")
    return found in ("institut", "ministerium", "präsidium", "amt") and low.endswith(
        ("institute", "instituten", "ministerien", "präsidien")
    )


def _start(tokens: Tokens, at: int) -> int:
    """Return the first token: adjectives, names and "Industrie- und" before the head."""
    start = at
    if (
        at > 1
        and tokens[at - 1].text in ("und", "u.", "&")
        and tokens[at - 2].text.endswith("-")
        and tokens[at - 2].is_name
    ):
        start = at - 2
        while start > 1 and tokens[start - 1].text == "," and tokens[start - 2].text.endswith("-"):
            start -= 2
    further = left(tokens, start, adjectives_only=True)
    return (
        _proper(tokens, further)
        if tokens[at].text in ("Stiftung", "Institut", "Akademie", "Bank", "Gesellschaft", "Club", "Universität")
        else further
    )


def _proper(tokens: Tokens, start: int) -> int:
    """Take a name before the head: "Robert Bosch Stiftung"."""
    for _ in range(3):
        before = tokens[start - 1] if start else None
        if before is None or tokens[start].first or not is_place_word(before) or before.text.endswith("ung"):
            break
        if before.first and before.text in STOP:
            break
        start -= 1
    return start


def _end(tokens: Tokens, at: int, found: str) -> int:
    """Return the token after the name: a field, then a place, then the owner."""
    end = field_end(tokens, at + 1)
    if end == at + 1:
        end = _number(tokens, at, found)
    if (
        end == at + 1
        and found in _FIELDS
        and end < len(tokens)
        and is_place_word(tokens[end])
        and not tokens[end].first
    ):
        end = _bare_field(tokens, end)
    if end == at + 1 and found in _OWN:
        end = _owner(tokens, at + 1)
        if end > at + 1 and end + 1 < len(tokens) and "für" in (tokens[end].text, tokens[end + 1].text):
            end = max(end, field_end(tokens, end + (tokens[end].text in (",", "und"))))
    if end == at + 1 < len(tokens) and _BRAND.fullmatch(tokens[end].text):
        return end + 1
    if end == at + 1 < len(tokens) and found == "kammer" and tokens[end].text == "zu":
        place = place_end(tokens, end + 1, most=2)
        return place if place > end + 1 else end
    if end < len(tokens) and not tokens[end].first:
        purpose = _of_purpose(tokens, end, found)
        if purpose or found == "stiftung" or not tokens[end].text.endswith(COMMON):
            end = with_partner(tokens, place_end(tokens, end, most=2 + purpose))
    return end


def _of_purpose(tokens: Tokens, at: int, found: str) -> bool:
    """Whether a purpose with its place stands behind a head: "Zweckverband Holzverwertung Mittleres Rottal"."""
    following = tokens[at + 1 : at + 2]
    return found == "verband" and tokens[at].text.endswith("ung") and any(is_place_word(one) for one in following)


def _of_research(word: str) -> str:
    """Return the head of a centre of one of the research societies, which acts; other centres are projects."""
    return (
        "forschungszentrum" if re.match(r"(?:Fraunhofer|Max-Planck|Helmholtz|Leibniz)-(?:Zentrum|Center)", word) else ""
    )


_BRAND = re.compile(r"[a-zäöü]{1,8}[A-ZÄÖÜ][\w-]+")


def _number(tokens: Tokens, at: int, found: str) -> int:
    """Take "II" or "3" after a department."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if found not in _NUMBERED or following is None or following.first:
        return at + 1
    roman = following.kind is TokenKind.WORD and set(following.text) <= set("IVX")
    return at + 2 if roman or following.kind is TokenKind.NUMBER else at + 1


def _bare_field(tokens: Tokens, at: int) -> int:
    """Take "Finanzen und Wirtschaft" where "für" was left out."""
    end = at
    while (
        end + 2 < len(tokens)
        and is_place_word(tokens[end])
        and tokens[end + 1].text in (",", "und")
        and is_place_word(tokens[end + 2])
    ):
        end += 2
        if tokens[end - 1].text == "und":
            return end + 1
    return at


def _owner(tokens: Tokens, at: int) -> int:
    """Take "der Künste" or "des Innern" that belong to the name."""
    if at + 1 >= len(tokens) or tokens[at].text not in ("der", "des", "deutscher"):
        return at
    end = at + 1
    while end < len(tokens) and tokens[end].is_name and not tokens[end].first and end - at < 4:
        if head(tokens[end].text, INSTITUTIONS) and tokens[end].text not in STOP and end == at + 1:
            return at
        end += 1
    return end if end > at + 1 and _owns(tokens[at + 1]) else at


def _owns(token: Token) -> bool:
    return token.text not in STOP and token.text.lower() not in (
        "region",
        "stadt",
        "kreises",
        "städte",
        "gemeinden",
        "landes",
        "kommunen",
    )


_INDEFINITE = frozenset("ein eine einem einen einer eines kein keine zwei drei vier fünf sechs".split())


def _stands_alone(tokens: Tokens, start: int, at: int, found: str) -> bool:
    """Whether a head without a place is a body: known ones, compounds in -amt, and heads with a name before them."""
    word = tokens[at].text
    if start and tokens[start - 1].text.lower() in _INDEFINITE:
        return False
    if lookup(word, UNIQUE):
        return True
    compound = found not in bases(word)
    if compound and found in _ALONE:
        return True
    if start < at:
        return not tokens[start].text.endswith("-") or compound or found in ("amt", "kammer")
    return (
        compound
        and "-" in word
        and word.split("-")[0].lower() not in FUNCTION_WORDS
        and found not in ("schule", "gesellschaft", "betrieb", "betriebe")
    )
