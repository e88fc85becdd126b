"""Numbers in words: ``dreihundert``, ``zweieinhalb``, ``eine halbe Million``, ``three hundred thousand``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

_HALF = Decimal("0.5")
_ADDED: Mapping[str, Decimal] = {
    word: Decimal(value)
    for value, words in {
        "0": "null zero",
        "1": "eins eine einer einem einen ein one a an",
        "2": "zwei zwo two",
        "3": "drei three",
        "4": "vier four",
        "5": "fünf fuenf five",
        "6": "sechs six",
        "7": "sieben seven",
        "8": "acht eight",
        "9": "neun nine",
        "10": "zehn ten",
        "11": "elf eleven",
        "12": "zwölf zwoelf twelve dutzend dozen",
        "13": "dreizehn thirteen",
        "14": "vierzehn fourteen",
        "15": "fünfzehn fuenfzehn fifteen",
        "16": "sechzehn sixteen",
        "17": "siebzehn seventeen",
        "18": "achtzehn eighteen",
        "19": "neunzehn nineteen",
        "20": "zwanzig twenty",
        "30": "dreißig dreissig thirty",
        "40": "vierzig forty",
        "50": "fünfzig fuenfzig fifty",
        "60": "sechzig sixty",
        "70": "siebzig seventy",
        "80": "achtzig eighty",
        "90": "neunzig ninety",
        "0.5": "einhalb half",
        "1.5": "anderthalb eineinhalb",
    }.items()
    for word in words.split()
}
_PARTS: Mapping[str, Decimal] = {
    **dict.fromkeys(("halbe", "halben", "halber", "halb"), _HALF),
    **dict.fromkeys(("dreiviertel", "three-quarters"), Decimal("0.75")),
    **dict.fromkeys(("viertel", "quarter"), Decimal("0.25")),
}
_HUNDREDS = frozenset({"hundert", "hundred"})
_TIMES: Mapping[str, int] = {
    **dict.fromkeys(("tausend", "thousand"), 1_000),
    **dict.fromkeys(("millionen", "millions", "million"), 1_000_000),
    **dict.fromkeys(("milliarden", "milliarde"), 1_000_000_000),
}
_JOINS, _POINTS = frozenset({"und", "and", "of"}), frozenset({"komma", "point"})
# how many there are is not said, but that it is about an amount
_VAGUE = frozenset(
    {"paar", "zig", "several", "some", "few", "many", "hundreds", "thousands"}
    | {f"{word}{ending}" for word in ("mehrere", "einige", "viele", "wenige") for ending in ("", "n", "r")}
    | {f"{word}{ending}" for word in ("hunderte", "tausende", "hunderttausende") for ending in ("", "n", "r")}
)
_BILLIONS = frozenset({"billion", "billions", "billionen"})  # 10^9 or 10^12


def _pattern() -> str:
    """Pattern of a number in words; each word is made of the parts above, and parts are not tried again."""
    never_joined = {"a", "an", "of", "eine", "einer", "einem", "einen", *_VAGUE}
    every = {*_ADDED, *_PARTS, *_HUNDREDS, *_TIMES, *_JOINS, *_POINTS, *_VAGUE, *_BILLIONS}
    parts = [
        re.escape(word) + (r"(?!\w)" if word in never_joined else "")
        for word in sorted(every, key=lambda word: (-len(word), word))
    ]
    word = rf"(?<!\w)(?>(?>{'|'.join(parts)})++)(?!\w)"
    begins = rf"(?!(?:{'|'.join(sorted({*_JOINS, *_POINTS}))})(?!\w))"
    return rf"(?:{begins}{word}(?:[\s-]+{word})*)"


NUMERAL = _pattern()
_PART = re.compile("|".join(sorted({*_ADDED, *_PARTS, *_HUNDREDS, *_TIMES, *_JOINS, *_POINTS}, key=lambda w: -len(w))))


@cache
def _whole() -> re.Pattern[str]:
    """Return the pattern of a whole numeral; compiling it takes longer than most commands have to wait."""
    return re.compile(NUMERAL, re.IGNORECASE)


def read_numeral(text: str) -> Decimal | None:
    """Return the number that words say, ``None`` for anything else and for words such as ``mehrere``.

    >>> read_numeral("zweieinhalb Millionen")
    Decimal('2500000.0')
    """
    if not _whole().fullmatch(text):
        return None
    words = [part for word in re.split(r"[\s-]+", text.casefold()) for part in _split(word)]
    return None if not words or "" in words else _value(words)


def _split(word: str) -> list[str]:
    """Parts of a word; an empty one where something else is among them."""
    parts = _PART.findall(word)
    return parts if "".join(parts) == word else [""]


def _value(words: list[str]) -> Decimal | None:
    whole, _, decimals = _around_point(words)
    total, group = Decimal(0), Decimal(0)
    for place, word in enumerate(whole):
        if word in _PARTS:  # "eine halbe Million": the article counts nothing
            group = group * _PARTS[word] if place and whole[place - 1] in {"eine", "einer", "einen"} else _PARTS[word]
        elif word in {"a", "an"} and group:  # "half a million"
            continue
        elif word in _HUNDREDS:
            group = (group or Decimal(1)) * 100
        elif word in _TIMES:
            total, group = total + (group or Decimal(1)) * _TIMES[word], Decimal(0)
        elif word in _ADDED:
            group += _ADDED[word]
    return total + group if not decimals else _with_decimals(total + group, decimals)


def _around_point(words: list[str]) -> tuple[list[str], str, list[str]]:
    point = next((word for word in words if word in _POINTS), "")
    if not point:
        return words, "", []
    return words[: words.index(point)], point, words[words.index(point) + 1 :]


def _with_decimals(whole: Decimal, words: list[str]) -> Decimal | None:
    """Add digits that are said after the point, and multiply by what follows: ``drei Komma fünf Millionen``."""
    digits = [word for word in words if word in _ADDED and _ADDED[word] < 10 and _ADDED[word] % 1 == 0]
    rest = words[len(digits) :]
    if not digits or any(word not in _TIMES for word in rest):
        return None
    number = Decimal(f"{int(whole)}.{''.join(str(int(_ADDED[word])) for word in digits)}")
    for word in rest:
        number *= _TIMES[word]
    return number
