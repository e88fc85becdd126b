"""The words and characters amounts are written with, in German and English; patterns ignore case.

`graph.money.reading` reads a cell that is an amount, `graph.money.finding` finds amounts in a text. Both are made of
what stands here, so that what one of them knows the other knows too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from graph.money.numerals import NUMERAL

# word -> what it multiplies a number by; None where the word means 10^9 in one language and 10^12 in the other
MULTIPLES: Mapping[str, int | None] = {
    **dict.fromkeys(("billion", "billions", "billionen", "bio", "trillion", "trillions"), None),
    **dict.fromkeys(("milliarde", "milliarden", "mrd", "mrden", "mia", "md", "bn"), 1_000_000_000),
    **dict.fromkeys(("million", "millionen", "millions", "mio", "mill", "mion", "mln", "m"), 1_000_000),
    **dict.fromkeys(("tausend", "thousand", "tsd", "tds", "t", "k"), 1_000),
    **dict.fromkeys(("hundert", "hundred"), 100),
}


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of some words; longer ones are tried first."""
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))})"


# letters that stand for a multiple only where a currency follows or precedes: 5 m are metres, 5 M€ are not
_LETTERS = frozenset({"m", "t", "k", "md", "bn"})
LETTER = any_of(_LETTERS)
MULTIPLE = any_of(set(MULTIPLES) - _LETTERS)

EURO = r"(?:€|&euro;|euros?|eur)"
FOREIGN = (
    r"(?:us-?\$|\$|£|us-?dollars?|dollars?|usd|chf|sfr|(?:schweizer\s)?franken|gbp|pfund|pounds?"
    r"|d-?mark|dm|mark|cents?)"
)
SYMBOL = r"(?:us-?\$|\$|£|usd|chf|gbp)"  # currencies that stand before a number
NO_LETTER = r"(?![^\W\d_])"  # after a word
ROUND = r"(?:[.,]\s?[-–—]{1,2})"  # ends an amount without cents: 1.000,- and 1.000.–

SPACE = "\\s\u00a0\u202f\u2009"  # what may stand between digits besides other characters
GROUP = f"['’´.,{SPACE}]"
FRACTIONS: Mapping[str, str] = {"½": "5", "¼": "25", "¾": "75", "⅛": "125", "⅜": "375", "⅝": "625", "⅞": "875"}
_FRACTION = f"[{''.join(FRACTIONS)}⅓⅔]"  # thirds are found, but are no amount in cents
DIGITS = (
    rf"(?:[0-9]{{1,3}}(?:{GROUP}[0-9]{{3}}(?![0-9]))+(?:[.,][0-9]+)?|[0-9]+(?:[.,'’][0-9]+)*(?:[{SPACE}]?{_FRACTION})?"
    rf"|{_FRACTION})"
)


def plain_signs(text: str) -> str:
    """Return a text of the same length with the common digits and signs for those of other scripts and widths."""
    return text if text.isascii() else "".join(sign if sign.isascii() else _plain(sign) for sign in text)


def _plain(sign: str) -> str:
    if unicodedata.category(sign) == "Nd":
        return str(unicodedata.decimal(sign))
    return unicodedata.normalize("NFKC", sign) if "\N{FULLWIDTH EXCLAMATION MARK}" <= sign <= "\uffe6" else sign


__all__ = [
    "DIGITS",
    "EURO",
    "FOREIGN",
    "FRACTIONS",
    "GROUP",
    "LETTER",
    "MULTIPLE",
    "MULTIPLES",
    "NO_LETTER",
    "NUMERAL",
    "ROUND",
    "SPACE",
    "SYMBOL",
    "any_of",
    "plain_signs",
]
