"""Towns, districts and states: "Stadt Aalen", "Landkreises Heidenheim", "Ostalbkreis", and lists of them."""

from __future__ import annotations

from collections.abc import Iterator

from graph.extraction.lemma import head, lookup, nominative
from graph.extraction.lexicon import CIRCLE_MEMBERS, CIRCLES, INSTITUTIONS, PLACE_HEADS, PLURALS, STOP
from graph.extraction.mention import Mention, What
from graph.extraction.reading import Reading
from graph.extraction.tokens import TokenKind
from graph.extraction.walk import Tokens, is_place_word, joined, place_end

LONGEST_LIST = 60  # items

_KIND_OF = {"Stadt": "Kommune", "Gemeinde": "Kommune", "Landkreis": "Landkreis", "Land": "Land", "Kreis": "Landkreis"}


def find(reading: Reading) -> Iterator[Mention]:
    """Yield a mention for each place that acts."""
    tokens = reading.tokens
    for at, token in enumerate(tokens):
        if token.kind is not TokenKind.WORD or not token.text[0].isupper():
            continue
        base = lookup(token.text, PLACE_HEADS)
        if base:
            yield from _headed(reading, tokens, at, base)
        elif _is_district(token.text):
            name = nominative(token.text)
            yield Mention(
                What.ACTOR, token.start, token.end, name, "Landkreis", "place", aliases=(f"Landkreis {name}",)
            )


# "der Markt Au" and "- Markt Au" are municipalities, "auf dem Markt Au" is not
_BEFORE_MARKET = frozenset("der Der des Des vom und sowie durch für , • ▪ ● · * - –".split())


def _headed(reading: Reading, tokens: Tokens, at: int, base: str) -> Iterator[Mention]:
    end = place_end(tokens, at + 1, most=1)
    if base == "markt" and (
        not at
        or (tokens[at - 1].text not in _BEFORE_MARKET and reading.text[tokens[at].start - 1] != "\t")
        or tokens[at].text == "Märkte"
    ):
        return
    if end == at + 1 or (
        base in ("kreis", "land") and tokens[at + 1].text.lower().endswith(("ung", "keit", *CIRCLE_MEMBERS))
    ):
        return
    start = _official(tokens, at)
    name = nominative(joined(tokens, start, end, reading.text))
    if start == at and tokens[at].text.lower() != base:
        name = f"{base.capitalize()} {joined(tokens, at + 1, end, reading.text)}"  # "des Landes Hessen"
    place = joined(tokens, at + 1, end, reading.text)
    aliases = () if base in ("landkreis", "kreis") else (place,)
    yield Mention(
        What.ACTOR, tokens[start].start, tokens[end - 1].end, name, PLACE_HEADS[base], "place", aliases=aliases
    )


def _official(tokens: Tokens, at: int) -> int:
    """Take along "Große" and "Freie und"."""
    return at - 1 if at and tokens[at - 1].text in ("Große", "Großen", "Großer", "Hohe") else at


def _is_district(word: str) -> bool:
    low = word.lower()
    base = next((low[: len(low) - len(end)] for end in ("", "s", "es") if low.endswith(f"kreis{end}")), "")
    return len(base) > 8 and not any(base.startswith(circle) or base.endswith(f"{circle}kreis") for circle in CIRCLES)


def find_lists(reading: Reading) -> Iterator[Mention]:
    """Yield a mention for each item of "die Städte A, B und C": Stadt A, Stadt B, Stadt C."""
    tokens = reading.tokens
    for at, token in enumerate(tokens):
        plural = _plural(token.text) if token.is_name else ""
        if plural:
            yield from _items(reading, tokens, at, plural)


def _plural(word: str) -> str:
    """Return the plural that a word is or ends with: "Gemeinden", "Ortsgemeinden"; empty for none."""
    low = word.lower()
    forms = (low, low.removesuffix("n"), low.removesuffix("s"))
    plain = next((form for form in forms if form in PLURALS), "")
    return plain or next((form for form in forms if form.endswith(_OF_PLACES) and len(form) > MOST_PLAIN), "")


_OF_PLACES = ("gemeinden", "gemeinde", "städte", "kreise")  # ends of compounds that name places as well
MOST_PLAIN = 9  # letters of such a word that is no compound


def _singular(plural: str) -> str:
    """Return what each item is called: "Ortsgemeinde" of "ortsgemeinden"."""
    if plural in PLURALS:
        return PLURALS[plural]
    ends = {"gemeinden": "gemeinde", "gemeinde": "gemeinde", "städte": "stadt", "kreise": "kreis"}
    end = next(one for one in ends if plural.endswith(one))
    return f"{plural.removesuffix(end)}{ends[end]}".capitalize()


def _items(reading: Reading, tokens: Tokens, at: int, plural: str) -> Iterator[Mention]:
    spans = list(_item_spans(tokens, at + 1))
    if len(spans) < 2:
        return
    prefix = _prefix(tokens, at, _singular(plural))
    for start, end in spans:
        place = joined(tokens, start, end, reading.text)
        own = _is_district(tokens[end - 1].text) or not prefix or place.split()[0] in (prefix, "Landkreis")
        name = nominative(place if own else f"{prefix} {place}")
        kind = _KIND_OF.get(prefix.split(" ")[0], "Kommune" if not prefix else _institution(prefix))
        aliases = (place,) if prefix.lower().endswith(("stadt", "gemeinde")) else ()
        yield Mention(What.ACTOR, tokens[start].start, tokens[end - 1].end, name, kind, "distributive", aliases=aliases)


def _institution(prefix: str) -> str:
    found = head(prefix.rsplit(maxsplit=1)[-1], INSTITUTIONS) or head(prefix.split(maxsplit=1)[0], INSTITUTIONS)
    return INSTITUTIONS.get(found, "Kommune")


def _prefix(tokens: Tokens, at: int, prefix: str) -> str:
    """Return what the items are called; "Städte und Gemeinden A, B" leaves that open."""
    if at > 1 and tokens[at - 1].text in ("und", "oder", "/") and _plural(tokens[at - 2].text):
        return ""
    return prefix


def _item_spans(tokens: Tokens, at: int) -> Iterator[tuple[int, int]]:
    """Yield token spans of the items: places with commas, "und" or "sowie" between them."""
    if at < len(tokens) and tokens[at].text == ":":
        at += 1
    for _ in range(LONGEST_LIST):
        if at >= len(tokens) or not is_place_word(tokens[at]) or tokens[at].text in STOP:
            return
        end = place_end(tokens, at, most=2)
        if end == at or (end < len(tokens) and (tokens[end].kind is TokenKind.LEGAL)):
            return
        yield at, end
        at = _after_separator(tokens, _after_bracket(tokens, end))
        if not at:
            return


def _after_bracket(tokens: Tokens, at: int) -> int:
    """Step over "(Hessen)" after an item."""
    if at < len(tokens) and tokens[at].text == "(":
        for end in range(at + 1, min(at + 8, len(tokens))):
            if tokens[end].text == ")":
                return end + 1
    return at


def _after_separator(tokens: Tokens, at: int) -> int:
    """Return the place after a comma, "und" or "sowie"; 0 when the list is over."""
    if at >= len(tokens) or tokens[at].text not in (",", "und", "sowie", "/", "&"):
        return 0
    following = at + 1
    while following < len(tokens) and tokens[following].text == ",":  # a name that got lost
        following += 1
    if following < len(tokens) and tokens[at].text == "," and tokens[following].text in ("und", "sowie"):
        following += 1
    return _after_aside(tokens, following)


LONGEST_ASIDE = 14  # tokens between two dashes


def _after_aside(tokens: Tokens, at: int) -> int:
    """Step over "– seit dem Beitritt 2024 –" before an item."""
    if at < len(tokens) and tokens[at].text in ("–", "—"):
        ends = (end for end in range(at + 1, min(at + LONGEST_ASIDE, len(tokens))) if tokens[end].text in ("–", "—"))
        return next(ends, at - 1) + 1
    return at
