"""Words, numbers, marks and breaks of the flattened copy, and the sentences they make."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

LONGEST_SENTENCE = 1_500  # characters; a longer one is read in pieces, so that no pattern meets an endless text


class TokenKind(StrEnum):
    """What a token is."""

    WORD = "word"
    NUMBER = "number"
    LEGAL = "legal"
    BREAK = "break"
    MARK = "mark"


_LEGAL = (
    r"g?GmbH(?:\s?(?:&|u\.)\s?Co\.?\s?KG(?:aA)?)?|\((?:haftungsbeschränkt)\)|mbH(?:\s?(?:&|u\.)\s?Co\.?\s?KG)?|AG\s?&\s?Co\.?\s?KG(?:aA)?"
    r"|UG(?=\s\(haft|\s?&)|KGaA|OHG|GbR|PartG(?:\s?mbB)?|mbB|EWIV|EVTZ(?:\s?mbH)?|EZFF|AöR|KdöR|KöR|SE\s?&\s?Co\.?\s?KG|VVaG|gGmbH|gUG|gAG"
    r"|VoG|ASBL|VZW|S\.A\.|B\.V\.|N\.V\.|Ltd\.?|Sàrl|ApS|A/S|s\.r\.o\.|SpA"
    r"|\be\.\s?V(?:\.|(?=[“”\"]))|\be\.\s?G\.|\beV\b|\beG(?:mbH)?\b|\bi\.\s?G\."
)
_TOKEN = re.compile(
    rf"(?P<legal>(?<![^\W_])(?:{_LEGAL})(?![^\W_]))"
    r"|(?P<number>\d+(?:[.,:]\d+)*)(?![^\W\d_]|-[^\W\d_])"
    r"|(?P<word>St\.(?= [A-ZÄÖÜ])|(?:[^\W_]+(?:(?:[-&+'’]|\.(?=[^\W\d_]{2}))[^\W_]+)*\+?(?:-(?! (?!g?GmbH|mbH|AG\b)[A-ZÄÖÜ]))?)|St\.|Dr\.|Prof\.|Nr\.)"
    r"|(?P<break>[\n\t]+)|(?P<mark>\S)"
)
_ABBREVIATED = re.compile(
    r"(?:\d|\b(?:[A-Za-zÄÖÜ]|ca|bzw|inkl|ggf|evtl|usw|etc|Nr|Abs|Art|St|Stv|Mag|Dr|Prof|rd|vgl|sog|Mio|Mrd|Tsd|Str|Jan|Feb|Apr|Aug"
    r"|Sept?|Okt|Nov|Dez|urspr|lfd|gem|abzügl|zzgl|max|min|Co|Dipl|Ing|hl|Bad))$"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the copy, ``[start, end)``, and whether a sentence or line begins with it."""

    kind: TokenKind
    text: str
    start: int
    end: int
    first: bool = False

    @property
    def is_name(self) -> bool:
        """Whether it is a word that begins with a capital, or holds one as brands do."""
        return self.kind is TokenKind.WORD and (self.text[0].isupper() or _inner_capital(self.text))


def _inner_capital(word: str) -> bool:
    """Whether a word holds a capital as brands do: "4L", "reCon"."""
    return word[-1].isalpha() and any(sign.isupper() for sign in word[1:]) and (word[0].isdigit() or "-" not in word)


def tokenise(text: str) -> list[Token]:
    """Split a copy into tokens."""
    tokens: list[Token] = []
    first = True
    for found in _TOKEN.finditer(text):
        kind = TokenKind(found.lastgroup or "mark")
        tokens.append(Token(kind, found[0], found.start(), found.end(), first))
        first = _begins(kind, found[0], text, found.start()) or (first and kind is TokenKind.MARK)
    return tokens


def _begins(kind: TokenKind, sign: str, text: str, place: int) -> bool:
    """Whether a sentence begins after a token."""
    if kind is TokenKind.BREAK:
        return True
    if kind is not TokenKind.MARK or sign not in ".!?:":
        return False
    return sign != "." or _ABBREVIATED.search(text[max(0, place - 12) : place]) is None


_END = re.compile(r"[.!?](?=[\s\"“”«)])|\n+")


def sentences(text: str) -> list[tuple[int, int]]:
    """Return ``[start, end)`` of each sentence; a line that was meant ends one, too."""
    spans, start = [], 0
    for found in _END.finditer(text):
        ends = found[0][0] == "\n" or _ends_here(text, found.start())
        if ends or found.end() - start > LONGEST_SENTENCE:
            spans.append((start, found.end()))
            start = found.end()
    spans.append((start, len(text)))
    return [piece for span in spans if text[slice(*span)].strip() for piece in _pieces(span)]


def _ends_here(text: str, place: int) -> bool:
    if text[place] != ".":
        return True
    before = text[max(0, place - 12) : place]
    following = text[place + 1 : place + 3].lstrip()
    if before.endswith(("e.V", "e. V", "e.G")):
        return following[:1].isupper() and not following.startswith("(")
    return _ABBREVIATED.search(before) is None or (before[-4:].isdigit() and following[:1].isupper())


def _pieces(span: tuple[int, int]) -> Sequence[tuple[int, int]]:
    start, end = span
    return [(at, min(at + LONGEST_SENTENCE, end)) for at in range(start, end, LONGEST_SENTENCE)]
