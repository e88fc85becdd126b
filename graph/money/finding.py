"""Amounts of money in texts, in whatever way a person has written them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graph.money.grammar import (
    DIGITS,
    EURO,
    FOREIGN,
    GROUP,
    LETTER,
    MULTIPLE,
    NO_LETTER,
    NUMERAL,
    ROUND,
    SPACE,
    SYMBOL,
    plain_signs,
)

_BETWEEN = f"[{SPACE}‑-]{{0,3}}"  # between number and unit: 5-Millionen-Euro-Projekt
_CURRENCY = rf"(?:(?:{EURO}|{FOREIGN}){NO_LETTER})"
_LARGE = rf"(?:{MULTIPLE}\.?{NO_LETTER})"
_SHORT = rf"(?:(?:mio|mill|mrd|tsd){NO_LETTER}\.?)"
_NUMBER = rf"(?:(?<![0-9A-Za-z])(?<![0-9][.,]){DIGITS}{ROUND}?|{NUMERAL})"
# "500 k€", "3 Mill. Euro", "2 MioEUR", "5.000EUR"
_NAMED = rf"(?:{_CURRENCY}|\({_CURRENCY}\)|\[{_CURRENCY}\])"
_UNIT = rf"(?:{_LARGE}?{_BETWEEN}{_NAMED}|{MULTIPLE}\.?{_CURRENCY}|{LETTER}\.?[{SPACE}]?{_CURRENCY})"
_TO = r"(?:bis(?:\szu)?|to|oder|or|und|and|bzw\.?|[-–—/])"
_ABOUT = r"(?:(?:rund|etwa|knapp|gut|fast|circa|ca\.?|über|about|around|nearly|some)\s*)?"
_ALSO = rf"(?:{_NUMBER}{_BETWEEN}(?:{_UNIT}|{_LARGE})?\s*{_TO}\s*{_ABOUT}){{0,4}}"
_FIRST = rf"(?:(?:{EURO}|{SYMBOL}){NO_LETTER})"
_BEFORE = rf"(?<![^\W\d_])(?:{MULTIPLE}\.?\s*{_FIRST}|{LETTER}{_FIRST}|{_FIRST})"
_BEHIND = rf"(?:{DIGITS}{ROUND}?|{NUMERAL})"  # may stand at the currency: EUR500
_AFTER = rf"(?:{_BETWEEN}(?:{_LARGE}|{LETTER}{NO_LETTER}))?"
# nouns after which a number is money though no currency is named
_NOUN = (
    r"(?:\w*(?:betrag|beträge|summe|zuschuss|zuschüsse|zuwendung|budget|kosten|volumen|etat|mittel|fördersumme|förderung"
    r"|investition|investitionen|spende|darlehen|kredit)|amount|sum|grant|costs?|funding|investment|loan)"
)
_SAYS = r"(?:\s*[:=]\s*|\s+(?:von|in\s+höhe\s+von|i\.\s?h\.\s?v\.|beträgt|betragen|über|of|is|totals?)\s+|\s+)"
_LONG = rf"(?:[0-9]{{1,3}}(?:{GROUP}[0-9]{{3}}(?![0-9]))+(?:[.,][0-9]+)?|[0-9]{{5,}}(?:[.,][0-9]+)?)"

# "drei Millionen" is an amount without its currency too, "tausend" alone is none
_LARGE_WORD = re.compile(r"(?:million|milliard|billion)\w*$", re.IGNORECASE)


@cache
def _amount() -> re.Pattern[str]:
    """Return the pattern of all forms; compiling it takes longer than most commands have to wait."""
    return re.compile(
        rf"(?P<unit>{_ALSO}{_NUMBER}{_BETWEEN}{_UNIT})"
        rf"|(?P<large>{_ALSO}(?:(?<![0-9A-Za-z])(?<![0-9][.,]){DIGITS}{_BETWEEN}{_LARGE}|{NUMERAL}{_BETWEEN}{_SHORT}))"
        rf"|(?P<words>{NUMERAL})"
        rf"|(?P<before>{_BEFORE}\s*[:=]?\s*[-+−]?{_BEHIND}{_AFTER}(?:\s*(?:bis|to|[-–—])\s*(?:{_BEFORE}\s*)?{_BEHIND}{_AFTER})?)"
        rf"|(?P<dash>(?<![0-9A-Za-z])(?<![0-9][.,])(?:{DIGITS},|{_LONG}\.|[0-9]{{3}}\.)[-–—]{{1,2}}(?!\w))"
        rf"|(?<!\w){_NOUN}{_SAYS}{_ABOUT}(?P<bare>{_LONG}{ROUND}?(?:{_BETWEEN}(?:{_UNIT}|{_LARGE}))?)(?![\w%])",
        re.IGNORECASE,
    )


def found_amounts(text: str) -> Iterator[tuple[int, int]]:
    """Yield where amounts begin and end in a text."""
    for found in _amount().finditer(plain_signs(text)):
        if found.lastgroup != "words" or _LARGE_WORD.search(found[0]):
            yield found.span(found.lastgroup or 0)


def replace_amounts(text: str, by: str) -> str:
    """Return a text with something else for each amount.

    >>> replace_amounts("Zuschuss 500 k€ im Jahr", "…")
    'Zuschuss … im Jahr'
    """
    parts, end = [], 0
    for start, stop in found_amounts(text):
        parts += [text[end:start], by]
        end = stop
    return "".join([*parts, text[end:]])
