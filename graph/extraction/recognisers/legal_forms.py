"""Companies, associations and cooperatives by their legal form: "Stadtwerke Aalen GmbH", "Energie mbH Region Ost"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extraction.lemma import head, lookup, nominative
from graph.extraction.lexicon import FUNCTION_WORDS, INSTITUTIONS, LOWER_NAMES, PLACE_HEADS, PLURALS, STOP
from graph.extraction.mention import Mention, What
from graph.extraction.reading import Reading
from graph.extraction.tokens import TokenKind
from graph.extraction.walk import Tokens, joined, left, place_end

_KINDS = {"e.V.": "Verein", "e. V.": "Verein", "eV": "Verein", "eG": "Genossenschaft", "e.G.": "Genossenschaft", "e. G.": "Genossenschaft", "GbR": "Kooperation"}  # fmt: skip
_ARTICLES = ("der", "die", "das", "dem", "den", "an", "mit", "von", "firma", "und")
_LINKS = ("für", "der", "des", "zur", "zum", "am", "im", "in", "und", "von", "an", "gegen", "e.")


# "Initiative Bahnhof lebt e. V.": a name that says something
_SPOKEN = re.compile(
    r"\b(?:Initiative|Bürgerinitiative|Förderverein|Bündnis|Interessengemeinschaft|Freundeskreis|Aktion) (?:(?!(?:ist|wurde|hat|und|der|die|mit|dem|e)\b)[\w&-]+ ){1,5}e\. ?V\."
)


_QUOTED = re.compile(r"[„\"»](?P<name>[A-ZÄÖÜ][^„“”\"«»\n]{3,90} (?P<form>e\. ?V\.?|eG|g?GmbH|mbH|AG))[“”\"«]")


def find_quoted(reading: Reading) -> Iterator[Mention]:
    """Yield a name in quotation marks that ends with a legal form, whoever it is called after: "dem Verein „Sammlung Dr. X e. V.“"."""
    for found in _QUOTED.finditer(reading.text):
        yield Mention(
            What.ACTOR, found.start("name"), found.end("name"), found["name"], kind_of(found["form"]), "legal_form"
        )


def find(reading: Reading) -> Iterator[Mention]:
    """Yield a mention for each legal form that has a name beside it."""
    for found in _SPOKEN.finditer(reading.text):
        yield Mention(What.ACTOR, found.start(), found.end(), found[0], "Verein", "legal_form")
    tokens = reading.tokens
    for at, token in enumerate(tokens):
        form = (
            token.kind is TokenKind.LEGAL
            or _ends_with_form(token.text)
            or (token.text in ("AG", "KG", "SE", "UG") and _after_name(tokens, at))
        )
        if not form or at == 0:
            continue
        start, end = name_start(tokens, at), _right_end(tokens, at)
        if start < at or _ends_with_form(token.text):
            name = nominative(joined(tokens, start, end, reading.text))
            yield Mention(What.ACTOR, tokens[start].start, tokens[end - 1].end, name, kind_of(token.text), "legal_form")


_HYPHENED = re.compile(r"[A-ZÄÖÜ]\w+-(?:g?GmbH|AG|KG|mbH)")


def _ends_with_form(word: str) -> bool:
    """Whether a compound ends with a legal form: "Beteiligungs-GmbH"."""
    return _HYPHENED.fullmatch(word) is not None


def kind_of(form: str) -> str:
    """Return the kind of organisation a legal form stands for."""
    return _KINDS.get(form, "Unternehmen")


def _after_name(tokens: Tokens, at: int) -> bool:
    """Whether "AG" is a legal form: a name before it, and not "AG Standortmarketing", a working group."""
    brand = tokens[at].text == "SE" and at > 0 and len(tokens[at - 1].text) > 3  # "lumogy SE", a form no German word is
    if at == 0 or not (tokens[at - 1].is_name or brand) or tokens[at - 1].text in STOP or tokens[at].first:
        return False
    return at + 1 >= len(tokens) or not tokens[at + 1].is_name or tokens[at + 1].first


def name_start(tokens: Tokens, at: int) -> int:
    """Return the first token of the name that ends with the legal form ``at``."""
    inner = at - 1 if at > 1 and tokens[at - 1].text in LOWER_NAMES and _plain_name(tokens[at - 2].text) else at
    if at > 1 and tokens[at - 1].kind is TokenKind.NUMBER and tokens[at - 1].text.isdigit() and tokens[at - 2].is_name:
        inner = at - 1  # "Turnverein Rodenfels 1921 e. V."
    inner = _before_partner(tokens, inner)
    start = left(tokens, inner)
    if start == inner:
        return _brand(tokens, inner)
    if _lower_first(tokens, start):
        return start - 1
    while start > 1 and at - start < 12 and not tokens[start].first:
        further = _over_link(tokens, start)
        if further == start:
            break
        start = further
    return start


def _before_partner(tokens: Tokens, at: int) -> int:
    """Step over "Partner" that ends a name: "Kranz + Partner mbB", "Medicon Partner GmbH"."""
    if at < 2 or tokens[at - 1].text != "Partner" or tokens[at - 1].first:
        return at
    before = tokens[at - 2]
    return at - 2 if before.text in ("&", "+", "und") else at - 1 if before.is_name and before.text not in STOP else at


def _plain_name(word: str) -> bool:
    return any(sign.isupper() for sign in word)


def _lower_first(tokens: Tokens, start: int) -> bool:
    """Whether a brand in lower case begins the name: "die cima Nord GmbH"."""
    if start < 2 or tokens[start].first or tokens[start - 2].text.lower() not in _ARTICLES:
        return False
    word = tokens[start - 1].text
    plain = tokens[start - 1].kind is TokenKind.WORD and word.islower() and word not in FUNCTION_WORDS
    return plain and not word.endswith(("e", "en", "er", "es", "em", "t", "ch"))


def _brand(tokens: Tokens, at: int) -> int:
    """Take a brand in lower case: "evohaus GmbH"."""
    before = tokens[at - 1]
    plain = before.kind is TokenKind.WORD and before.text.lower() not in FUNCTION_WORDS and before.text not in STOP
    return at - 1 if plain and not before.text.endswith(("en", "em", "te")) else at


def _over_link(tokens: Tokens, start: int) -> int:
    """Step over "für", "der" or "und" where what stands left of it is still the name."""
    link, before = tokens[start - 1], tokens[start - 2]
    if link.text in ("das", "den", "dem", "der") and before.text in ("für", "in") and start > 2:
        further = _over_link(tokens, start - 1)  # "Caritasverband für das Tal e. V."
        return further if further < start - 1 else start
    if link.text not in _LINKS:
        return _over_adjective(tokens, start)
    if link.text == "und":
        joins = before.text.endswith("-") or _in_field(tokens, start) or _called(tokens, start - 2)
        return left(tokens, start - 1) if joins else start
    if link.text in ("in", "im") and before.is_name and before.text not in STOP and _called(tokens, start - 2):
        return start - 2
    opens = before.is_name and before.text not in STOP and not lookup(before.text, PLURALS)
    if link.text in ("für", "zur", "gegen"):
        return left(tokens, start - 1) if opens else start
    return (
        left(tokens, start - 1)
        if opens
        and head(before.text, INSTITUTIONS) not in ("", "geschäftsstelle")
        and not lookup(before.text, PLACE_HEADS)
        else start
    )


def _called(tokens: Tokens, at: int) -> bool:
    """Whether a name begins with a word: behind a noun for what it is, or at the beginning: "der Verein Wohnen in Au e. V."."""
    noun = tokens[at - 1].text if at else ""
    return tokens[at].first or bool(head(noun, INSTITUTIONS)) or noun in ("–", "-", "•")


def _over_adjective(tokens: Tokens, start: int) -> int:
    """Step over "angewandte" in "Gesellschaft für angewandte Forschung mbH"."""
    word, link = tokens[start - 1], tokens[start - 2]
    small = word.kind is TokenKind.WORD and word.text[0].islower() and word.text.endswith(("e", "en", "er"))
    of = (
        link.text == "der" and start > 2 and head(tokens[start - 3].text, INSTITUTIONS)
    )  # "Verband der sächsischen ..."
    return start - 1 if small and (of or link.text in ("für", "zur")) else start


def _in_field(tokens: Tokens, start: int) -> bool:
    """Whether "und" stands inside "für A und B mbH"."""
    for at in range(start - 2, max(start - 8, -1), -1):
        if tokens[at].text in ("für", "zur"):
            return True
        if not tokens[at].is_name and tokens[at].text not in (",", "und"):
            return False
    return False


def _right_end(tokens: Tokens, at: int) -> int:
    """Return the token after the name; "mbH" may stand inside it, other forms before "& Co." only."""
    co = [token.text for token in tokens[at + 1 : at + 5]]
    if _ends_with_form(tokens[at].text) and co[:2] == ["&", "Co"]:
        return at + 3 + (co[2:3] == ["."]) + (co[-1:] == ["KG"])
    if tokens[at].text == "UG" and at + 1 < len(tokens) and tokens[at + 1].text.startswith("(haft"):
        return at + 2
    if tokens[at].text.startswith("mbH") or tokens[at].text in ("Genossenschaft",):
        return place_end(tokens, at + 1, most=2)
    return at + 1
