"""Amounts of money as people type them in German or English, read without float arithmetic.

Rule for a single separator, where the two languages contradict each other: followed by exactly three
digits it separates thousands (``1.234`` and ``1,234`` are 1234), since cents have two digits; in every
other place it is the decimal sign (``1234,5``, ``12.34``, ``0.500``). With a word such as ``Mio.`` a comma
is always the decimal sign (``1,234 Mio.`` is 1234000). `is_ambiguous` tells where the rule decided.
"""

from __future__ import annotations

import re
from decimal import Decimal

from graph.errors import AkteursnetzError
from graph.money.grammar import EURO, FRACTIONS, LETTER, MULTIPLE, MULTIPLES, ROUND, any_of
from graph.money.numerals import read_numeral

Money = int | Decimal

LONGEST = 28  # characters of a number: as many digits as a Decimal keeps without rounding
_LONGEST_WORDS = 120  # characters of a number in words

# "k€", "TEUR", "MioEUR": what multiplies may be written together with the currency
_CURRENCY = re.compile(rf"(?<![a-z])({LETTER}|{MULTIPLE}\.?)?{EURO}(?![a-z])|{EURO}(?![a-z])")
_FRACTION = re.compile(rf"(?<![0-9.,])([0-9]+)?\s?([{''.join(FRACTIONS)}])")
_WORD = any_of(MULTIPLES)
_AMOUNT = re.compile(
    rf"(?P<word>{_WORD}(?=[\s.:=]*[-+]?\s*[0-9]))?\.?\s*[:=]?\s*(?P<sign>[-+]?)\s*"
    rf"(?P<number>[0-9][0-9.,' ]*?){ROUND}?\s*(?P<after>[a-z]+)?\.?"
)
_GROUPED = re.compile(r"[0-9]{1,3}(?:(?P<group>[.,' ])[0-9]{3})(?:(?P=group)[0-9]{3})*(?:(?!(?P=group))[.,][0-9]+)?")
_PLAIN = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_EITHER = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")


class UnreadableAmountError(AkteursnetzError, ValueError):
    """A text is not an amount in euro."""


def read_amount(text: str) -> Money | None:
    """Read an amount in euro.

    Parameters
    ----------
    text
        Such as ``1.234,56 €``, ``1,234.56``, ``50000``, ``1,2 Mio. €``, ``350 Tsd. €``, ``T€ 350``,
        ``500 k€``, ``1.000.- €``, ``dreihundert Euro``.

    Returns
    -------
    Whole euro as ``int``, anything else as ``Decimal`` without trailing zeros, ``None`` for an empty text.

    Raises
    ------
    UnreadableAmountError
        When the text is not an amount in euro.
    """
    if not text.strip():
        return None
    parts = _parts(text)
    if parts is None:
        return _in_words(text)
    sign, number, multiple = parts
    return as_money(_number(number, comma_is_decimal=multiple != 1) * multiple * (-1 if sign == "-" else 1))


def is_ambiguous(text: str) -> bool:
    """Whether German and English reading of the amount differ, so that the rule for one separator decided."""
    parts = _parts(text)
    return parts is not None and _EITHER.fullmatch(parts[1]) is not None


def write_amount(amount: Money | None) -> str:
    """Write an amount so that `read_amount` gives it back: digits and a decimal point, nothing for ``None``."""
    if amount is None:
        return ""
    if isinstance(amount, int):
        return str(amount)
    text = format(amount, "f")
    return f"{text}0" if _EITHER.fullmatch(text.lstrip("-")) else text


def as_money(number: Decimal) -> Money:
    """Return whole euro as ``int`` and anything else as ``Decimal`` without trailing zeros."""
    return int(number) if number == number.to_integral_value() else number.normalize()


def _parts(text: str) -> tuple[str, str, int] | None:
    """Split into sign, digits with separators, and what a word multiplies them by."""
    if len(text) > 2 * LONGEST:
        return None
    found = _AMOUNT.fullmatch(_without_currency(text))
    if found is None:
        return None
    multiple = MULTIPLES.get(found["after"] or found["word"] or "") if found["after"] or found["word"] else 1
    number = found["number"].strip()
    if multiple is None or len(number) > LONGEST or not (_GROUPED.fullmatch(number) or _PLAIN.fullmatch(number)):
        return None
    return found["sign"], number, multiple


def _without_currency(text: str) -> str:
    plain = _decimal(text).casefold().replace("−", "-").replace("’", "'").replace("´", "'")
    return " ".join(_CURRENCY.sub(r" \1 ", plain).split())


def _decimal(text: str) -> str:
    """Write a fraction as decimals: 3½ as 3,5."""
    return _FRACTION.sub(lambda found: f"{found[1] or 0},{FRACTIONS[found[2]]}", text)


def _in_words(text: str) -> Money:
    """Read ``dreihundert Euro``, ``zweieinhalb Mio. €``."""
    words = _without_currency(text) if len(text) <= _LONGEST_WORDS else ""
    said, _, last = words.rpartition(" ")
    multiple = MULTIPLES.get(last.removesuffix("."))
    number = read_numeral(words)
    if number is None and multiple and (number := read_numeral(said)) is not None:
        number *= multiple
    if number is None:
        raise UnreadableAmountError(text)
    return as_money(number)


def _number(text: str, *, comma_is_decimal: bool) -> Decimal:
    if _EITHER.fullmatch(text) and not (comma_is_decimal and "," in text):
        return Decimal(text.replace(".", "").replace(",", ""))
    if "." in text and "," in text:
        decimal = max(".,", key=text.rindex)
    else:
        decimal = next((sign for sign in ".," if text.count(sign) == 1), "")
    whole, _, rest = text.partition(decimal) if decimal else (text, "", "")
    return Decimal(re.sub(r"[^0-9]", "", whole) + (f".{rest}" if rest else ""))
