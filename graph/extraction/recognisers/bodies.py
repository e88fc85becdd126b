"""Bodies of councils and companies: "Gemeinderat", "Ausschuss für Bildung", "Aufsichtsrat"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extraction.lemma import bases, lookup, nominative
from graph.extraction.lexicon import BODIES
from graph.extraction.mention import Mention, What
from graph.extraction.reading import Reading
from graph.extraction.tokens import TokenKind
from graph.extraction.walk import Tokens, field_end, is_place_word, joined, place_end


def find(reading: Reading) -> Iterator[Mention]:
    """Yield a mention for each body."""
    tokens = reading.tokens
    for at, token in enumerate(tokens):
        if token.kind is not TokenKind.WORD or not token.text[0].isupper():
            continue
        end, start = at + 1, at
        more = _of_several_words(tokens, at) or _council_of_row(tokens, at, reading.text)
        if more:
            name = nominative(joined(tokens, at, more, reading.text))
            yield Mention(What.PROJECT, token.start, tokens[more - 1].end, name, "Gremium", "body")
            continue
        if token.text == "AG" and at + 1 < len(tokens) and is_place_word(tokens[at + 1]) and not tokens[at + 1].first:
            end = place_end(tokens, at + 1, most=3)
            yield Mention(
                What.PROJECT, token.start, tokens[end - 1].end, joined(tokens, at, end, reading.text), "Gremium", "body"
            )
            continue
        if _is_committee(token.text):
            to = at + 1 < len(tokens) and tokens[at + 1].text == "zur"  # "dem Ausschuss zur Billigung vorgelegt"
            end = at + 1 if to else _of_fields(tokens, at)
            start = _fields_before(tokens, at)
            if (
                end == at + 1
                and start == at
                and not lookup(token.text, BODIES)
                and token.text.lower().startswith("ausschu")
            ):
                continue
        elif not (lookup(token.text, BODIES) or _is_council(token.text)) or token.text.endswith(
            ("tage", "tagen", "räte", "räten", "beiräte", "gruppen", "kreise", "kreisen", "versammlungen")
        ):
            continue
        if lookup(token.text, _LOCAL) and end < len(tokens) and not tokens[end].first:
            end = place_end(tokens, end, most=1)
        name = nominative(joined(tokens, start, end, reading.text))
        yield Mention(What.PROJECT, tokens[start].start, tokens[end - 1].end, _singular(name), "Gremium", "body")


_COUNCIL = re.compile(
    r"\b(?P<name>Rat(?:e?s)? der (?:Stadt|Gemeinde|Samtgemeinde|Hansestadt|Landeshauptstadt) [A-ZÄÖÜ][\wäöüß-]+)"
)


def find_councils(reading: Reading) -> Iterator[Mention]:
    """Yield "der Rat der Stadt Au", which is not the town."""
    for found in _COUNCIL.finditer(reading.text):
        name = re.sub(r"^Rate?s", "Rat", found["name"])
        yield Mention(What.PROJECT, found.start("name"), found.end("name"), name, "Gremium", "body")


# a council of a Hanseatic town where it decides or sits; elsewhere the word means the citizens
_CITIZENS = re.compile(
    r"\b(?:hat|beschließt|ermächtigt|beauftragt) die Bürgerschaft\b|\bBürgerschaft (?:hat|beschließt|beschloss|beauftragt|ermächtigt|stimmt|nimmt|möge|\(BS\))"
    r"|\b(?:Sitzung|Beschluss|Beschlusses|Mitglieder|Fraktionen) der (?:[A-ZÄÖÜ][a-zäöü]+ischen )?Bürgerschaft\b|\b(?:Hamburg|Brem)ischen? Bürgerschaft\b"
)
_BODY = re.compile(r"(?<![\w-])(?P<name>(?:(?:Hamburg|Brem)ischen? )?Bürgerschaft)(?![\w-])")


def find_citizens(reading: Reading) -> Iterator[Mention]:
    """Yield "die Bürgerschaft" where the paper says that it decides or sits."""
    for found in _BODY.finditer(reading.text) if _CITIZENS.search(reading.text) else ():
        name = nominative(found["name"])
        yield Mention(What.PROJECT, found.start("name"), found.end("name"), name, "Gremium", "body")


# what ends in "-versammlung" and is no body
_MEETINGS = (
    "bürgerversammlung",
    "einwohnerversammlung",
    "betriebsversammlung",
    "personalversammlung",
    "gründungsversammlung",
)
_COUNCILS = ("beirat", "gemeinderat", "kuratorium", "gremium", "steuerungsgruppe", "lenkungskreis", "lenkungsgruppe")


def _is_council(word: str) -> bool:
    """Whether a compound ends as a body does: "Kulturbeirat", "Verbandsgemeinderat"."""
    assembly = any(base.endswith("versammlung") and base not in ("versammlung", *_MEETINGS) for base in bases(word))
    return assembly or any(base.endswith(_COUNCILS) and base not in ("gremium",) for base in bases(word))


_LOCAL = frozenset(
    "ortsrat ortschaftsrat ortsbeirat bezirksbeirat bezirksrat beirat fachbeirat projektbeirat verbandsgemeinderat samtgemeinderat gemeinderat stadtrat".split()
)


def _of_several_words(tokens: Tokens, at: int) -> int:
    """Return the token after "Rat der Stadt" or "Runder Tisch Tourismus", 0 for neither."""
    following = [token.text for token in tokens[at + 1 : at + 3]]
    if (
        tokens[at].text == "Rat"
        and following[:1] == ["der"]
        and following[-1] in ("Stadt", "Gemeinde", "Samtgemeinde", "Hansestadt")
    ):
        return place_end(tokens, at + 3, most=1)
    if tokens[at].text.startswith("Runde") and following and following[0].startswith("Tisch"):
        return place_end(tokens, at + 2, most=2)
    return 0


def _of_fields(tokens: Tokens, at: int) -> int:
    """Return the token after "Ausschuss für Bildung" or "Fachausschuss Wirtschaft und Arbeit"; "zur" goes on with a compound as a sentence does."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following and following.text == "zur" and not tokens[at].text.lower().startswith("ausschu"):
        return at + 1
    if tokens[at].text.startswith("Fachausschu") and following and is_place_word(following) and not following.first:
        end = at + 2
        joined_field = end + 1 < len(tokens) and tokens[end].text == "und" and is_place_word(tokens[end + 1])
        return end + 2 if joined_field else end
    return field_end(tokens, at + 1)


def _is_committee(word: str) -> bool:
    return any(base.endswith("ausschuss") for base in bases(word)) and not word.endswith("ausschüsse")


def _council_of_row(tokens: Tokens, at: int, text: str) -> int:
    """Return the token after "Rat" where a day stands behind it, as in the sequence of bodies and days, 0 elsewhere."""
    return at + 1 if tokens[at].text in ("Rat", "Kreistag") and _DAY.match(text, tokens[at].end) else 0


_DAY = re.compile(r"[ \t]+\d{1,2}\.\d{1,2}\.\d{4}")


def _fields_before(tokens: Tokens, at: int) -> int:
    """Take "Verwaltungs- und" before "Finanzausschuss"."""
    start = at
    while start > 1 and tokens[start - 1].text in ("und", ",", "&") and tokens[start - 2].text.endswith("-"):
        start -= 2
    if start == at and start and _ADJECTIVE.fullmatch(tokens[start - 1].text):
        return start - 1
    return start


_ADJECTIVE = re.compile(
    r"(?:Techn|Gemeins|Zeitweil|Beratend|Beschließend|Ständig|Gesellschaftlich|Ökolog|Kulturell|Sozial|Betriebl)\w*(?:er|en|e)"
)


def _singular(name: str) -> str:
    return name.replace("ausschusses", "ausschuss")
