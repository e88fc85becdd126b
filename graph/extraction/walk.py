"""From a head word to the ends of its name: steps to the left and to the right over the tokens."""

from __future__ import annotations

from collections.abc import Sequence

from graph.extraction.lemma import head, lookup
from graph.extraction.lexicon import (
    FUNCTION_WORDS,
    INSTITUTIONS,
    MONTHS,
    MULTIWORD_PLACES,
    PLACE_HEADS,
    PLACE_LINKS,
    PLURALS,
    STOP,
)
from graph.extraction.tokens import Token, TokenKind

Tokens = Sequence[Token]

# ends of common nouns that may follow a name without a mark between them
COMMON = (
    "mittel", "ung", "ungen", "antrag", "anträge", "gelder", "bescheid", "kosten", "schaft", "keit", "heit", "tion", "tionen", "nahme", "summe", "betrag",
    "unterlagen", "maßnahmen", "beitrag", "verfahren", "entwurf", "zeitraum", "ergebnis",
)  # fmt: skip
# adjectives that begin a name even where a line or sentence begins
_OFFICIAL = frozenset(
    "Technische Pädagogische Evangelische Katholische Staatliche Duale Deutsche Europäische Landwirtschaftliche Statistische Staatliches Statistisches".split()
)
LONGEST_NAME = 9  # tokens to either side of a head


def is_place_word(token: Token) -> bool:
    """Whether a word may be (part of) the name of a place: a capital, and nothing known to be something else."""
    low = token.text.lower()
    return (
        token.is_name
        and token.text[0].isalpha()
        and token.text not in STOP
        and low not in MONTHS
        and not token.text.endswith("-")
        and not lookup(token.text, PLURALS)
        and not lookup(token.text, PLACE_HEADS)
        and low not in FUNCTION_WORDS
    )


def place_end(tokens: Tokens, start: int, most: int = 1) -> int:
    """Return the token after the place that begins at ``start``, or ``start`` when none does.

    Parameters
    ----------
    tokens
        All tokens.
    start
        Where the place would begin.
    most
        Words it may have beyond those known to need a second one, such as "Bad" or "Schwäbisch".
    """
    at, words = start, 0
    while (
        at < len(tokens)
        and at - start < 5
        and is_place_word(tokens[at])
        and not _is_institution(tokens[at], at == start)
    ):
        if at > start and tokens[at].first:
            break
        words += tokens[at].text not in MULTIWORD_PLACES and not _describes_place(tokens, at)
        if words > most:
            break
        at += 1
    if at > start and at < len(tokens) and tokens[at].text == "Land" and tokens[at - 1].text.endswith("er"):
        return at + 1  # "LAG Altenbrücker Land"
    return at if at == start else _linked(tokens, at)


def with_partner(tokens: Tokens, end: int) -> int:
    """Return the token after "+ Kolb" or "& Partner" behind a name, or ``end``: "Architekturbüro Sander + Kolb"."""
    joins = end + 1 < len(tokens) and tokens[end].text in ("&", "+") and tokens[end + 1].is_name
    return end + 2 if joins and not tokens[end + 1].first else end


def _describes_place(tokens: Tokens, at: int) -> bool:
    """Whether a word is the adjective of a place of two words: "Hohes Venntal", "Vorderes Aubachtal"."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    adjective = tokens[at].text.endswith("es") and len(tokens[at].text) > 4
    return adjective and following is not None and is_place_word(following) and not following.first


def _is_institution(token: Token, begins: bool) -> bool:
    return not begins and bool(head(token.text, INSTITUTIONS)) and token.text.lower() not in ("campus",)


def _linked(tokens: Tokens, at: int) -> int:
    """Take along "am Rhein", "an der Donau", "(Oder)" and "a. d. Rott"."""
    if at + 1 < len(tokens) and tokens[at].text in ("a", "i", "b", "v", "o") and tokens[at + 1].text == ".":
        further = at + 4 if [one.text for one in tokens[at + 2 : at + 4]] == ["d", "."] else at + 2
        return further + 1 if further < len(tokens) and is_place_word(tokens[further]) else at
    if at + 1 < len(tokens) and tokens[at].text in PLACE_LINKS:
        link = PLACE_LINKS[tokens[at].text]
        if tokens[at + 1].text in link:
            two = tokens[at + 1].text == "der"
            return at + 3 if two and at + 2 < len(tokens) and is_place_word(tokens[at + 2]) else at + 2 - 2 * two
    return at


def field_end(tokens: Tokens, start: int) -> int:
    """Return the token after "für Finanzen, Bildung und Wirtschaft" that begins at ``start``, or ``start``."""
    if start >= len(tokens) or tokens[start].text not in ("für", "zur", "gegen", "of", "for"):
        return start
    at, last = start + 1, start
    while at < len(tokens) and at - start < 14:
        token = tokens[at]
        if token.is_name and token.text not in STOP and not (token.first and at > start + 1):
            at += 1
            last = at
            if at < len(tokens) and not tokens[at].is_name and not _goes_further(tokens, at):
                break
        elif (
            (at == start + 1 and _small(token))
            or _goes_further(tokens, at)
            or (
                _small(token)
                and at + 1 < len(tokens)
                and tokens[at + 1].is_name
                and tokens[at - 1].text in ("für", "und", ",", "zur")
            )
        ):
            at += 1
        else:
            break
    return _of_something(tokens, last) if last > start + 1 else start


def _of_something(tokens: Tokens, at: int) -> int:
    """Take "des ländlichen Raums" behind "für die Entwicklung" where an abbreviation of the whole follows."""
    following = tokens[at : at + 4]
    genitive = len(following) == 4 and following[0].text in ("des", "der")
    if genitive and _small(following[1]) and following[2].is_name and following[3].text == "(":
        return at + 3
    return at + 2 if genitive and following[1].is_name and following[2].text == "(" else at


def _small(token: Token) -> bool:
    """Whether an adjective or article of a field: "für nachhaltige Entwicklung", "für den ländlichen Raum"."""
    return (
        token.kind is TokenKind.WORD
        and token.text[0].islower()
        and (token.text.endswith(("e", "en", "er", "es", "em")) or token.text in ("die", "den", "das"))
        and token.text not in ("werden", "wurden", "haben", "wurde", "werde", "unter", "über", "seine", "ihre")
    )


def _goes_further(tokens: Tokens, at: int) -> bool:
    """Whether a field goes on with a noun, or with an adjective and a noun."""
    return _goes_on(tokens, at) or _adjective_follows(tokens, at)


def _adjective_follows(tokens: Tokens, at: int) -> bool:
    """Whether "und" is followed by an adjective and a noun of the same field: "Verkehr und digitale Infrastruktur"."""
    if at + 2 >= len(tokens) or tokens[at].text != "und" or not _small(tokens[at + 1]) or not tokens[at + 2].is_name:
        return False
    noun = tokens[at + 2]
    return (
        tokens[at + 1].text not in ("die", "den", "das", "der", "dem")
        and not head(noun.text, INSTITUTIONS)
        and not lookup(noun.text, PLACE_HEADS)
    )


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Whether a comma or "und" at a place is followed by one more word of the same field."""
    if at + 1 >= len(tokens) or tokens[at].text not in (",", "und", "&"):
        return False
    following = tokens[at + 1]
    if following.text.endswith("-"):
        last = next(
            (tokens[k + 1] for k in range(at + 2, min(at + 6, len(tokens) - 1)) if tokens[k].text in ("und", "&")),
            following,
        )
        return not head(last.text, INSTITUTIONS)
    if not following.is_name or lookup(following.text, PLACE_HEADS) or head(following.text, INSTITUTIONS):
        return False
    if tokens[at].text == ",":
        return _ends_with_and(tokens, at)
    return not (at + 2 < len(tokens) and tokens[at + 2].kind is TokenKind.LEGAL)


LONGEST_FIELD = 12  # tokens from a comma of a field to its "und"


def _ends_with_and(tokens: Tokens, at: int) -> bool:
    """Whether the words behind a comma are a row of plain nouns that ends with "und": ", Verkehr, Arbeit und Tourismus"."""
    for step in range(at + 1, min(at + LONGEST_FIELD, len(tokens)) - 1):
        token = tokens[step]
        if token.text in ("und", "&"):
            return True
        if token.text == ",":
            continue
        if not token.is_name or token.first or lookup(token.text, PLACE_HEADS) or head(token.text, INSTITUTIONS):
            return False
    return False


def left(tokens: Tokens, at: int, adjectives_only: bool = False) -> int:
    """Return the first token of the name whose last word is the token ``at``.

    Parameters
    ----------
    tokens
        All tokens.
    at
        A head word or legal form.
    adjectives_only
        Take only words that end as adjectives and names of origin do, or hold capitals inside.
    """
    start = at
    while start > 0 and at - start < LONGEST_NAME:
        before = tokens[start - 1]
        if not _belongs(before, adjectives_only) or (tokens[start].first and start != at):
            break
        start -= 1
    while start < at and (tokens[start].text in ("&", "+") or tokens[start].text.lower() in FUNCTION_WORDS):
        start += 1
    return start


def _belongs(token: Token, adjectives_only: bool) -> bool:
    if token.text in ("&", "+"):
        return not adjectives_only
    if not token.is_name or (token.text in STOP and token.text != "Mitte") or token.text.lower() in MONTHS:
        return False
    if (
        lookup(token.text, PLURALS)
        and not token.text.endswith("-")
        and PLURALS.get(token.text.lower(), "") != token.text
    ):
        return False
    if adjectives_only:
        return _describes(token)
    return not (token.first and token.text.endswith(("ung", "ungen")) and not head(token.text, INSTITUTIONS))


def _describes(token: Token) -> bool:
    word = token.text
    if word.endswith("-") or word.isupper() or word.rstrip("nrs") in _OFFICIAL:
        return True
    return word.endswith(("er", "e", "es", "en", "em")) and not token.first and not _noun(word)


def _noun(word: str) -> bool:
    return word.endswith(
        (
            "ungen",
            "ionen",
            "heiten",
            "keiten",
            "schaften",
            "innen",
            "nehmen",
            "träger",
            "nehmer",
            "geber",
            "leiter",
            "partner",
        )
    )


def joined(tokens: Tokens, start: int, end: int, text: str) -> str:
    """Return the words of the tokens ``[start, end)`` as one name.

    Parameters
    ----------
    tokens
        Tokens of the copy.
    start
        Number of the first token.
    end
        Number of the token behind the last.
    text
        The copy itself.
    """
    return " ".join(text[tokens[start].start : tokens[end - 1].end].split())
