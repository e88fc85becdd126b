"""One way of writing a column of amounts: its decimal sign, decided by all of its cells.

A cell beyond doubt (``5,819,053``) decides. What does not fit then is not recorded, and never guessed;
where nothing decides, or cells beyond doubt disagree, the column is a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

EURO = "EUR"
# other currencies by what stands beside an amount, or in the header of a column
_FOREIGN = {
    **{"£": "GBP", "gbp": "GBP", "$": "USD", "usd": "USD", "chf": "CHF", "sfr": "CHF", "fr.": "CHF", "pln": "PLN"},
    **{"zł": "PLN", "czk": "CZK", "kč": "CZK", "huf": "HUF", "sek": "SEK", "nok": "NOK", "dkk": "DKK", "ron": "RON"},
}
_FOREIGN_WORD = re.compile(
    r"(?<![^\W\d_])(?:" + "|".join(re.escape(word) for word in _FOREIGN) + r")(?![^\W\d_])", re.IGNORECASE
)
_CURRENCY = re.compile(r"\s*(?:€|eur(?:o)?(?![^\W\d_])|" + _FOREIGN_WORD.pattern + r")\s*", re.IGNORECASE)
_BLANKS = re.compile(r"[\s'’\u00a0\u202f]")
_NEGATIVE = re.compile(r"\((?P<inside>[0-9.,]+)\)|(?P<before>[0-9.,]*[0-9])-")  # as accounts and SAP write it
_DASHES = re.compile(r"(?:,-{1,2}|,–)$")
_NUMBER = re.compile(r"-?[0-9][0-9.,]*")
_PLAIN = re.compile(r"-?[0-9]+(?:\.[0-9]{1,2})?")
_CENTS = re.compile(r"-?[0-9]{1,36}([.,])[0-9]{1,2}")  # nearly every cell of a register; cannot be read in two ways
_LONGEST, _LONGEST_HEADER = 40, 400
_SCALES = (
    (re.compile(r"(?<![^\W\d_])(?:mio\.?|millionen|million|millions|m€|mln\.?)(?![^\W\d_])", re.IGNORECASE), 1_000_000),
    (
        re.compile(r"(?<![^\W\d_])(?:t ?€|teur|tsd\.?|tausend|thousands?|k€|keur|tys\.?)(?![^\W\d_])", re.IGNORECASE),
        1_000,
    ),
)
_EURO_WORD = re.compile(r"€|(?<![^\W\d_])euro?s?(?![^\W\d_])", re.IGNORECASE)
NOT_STATED = frozenset(
    {
        *(
            "",
            "na",
            "n/a",
            "n.a.",
            "k.a.",
            "ka",
            "k/a",
            "o.a.",
            "n.v.",
            "n.b.",
            "-",
            "–",
            "—",
            "--",
            "---",
            "?",
            "...",
            "…",
        ),
        *("null", "none", "nan", "unbekannt", "unknown", "keineangabe", "keineangaben", "ohneangabe", "nichtbekannt"),
        # what a spreadsheet shows where a formula has no value
        *(
            "#n/a",
            "#na",
            "#nv",
            "#wert!",
            "#value!",
            "#bezug!",
            "#ref!",
            "#name?",
            "#div/0!",
            "#zahl!",
            "#num!",
            "#null!",
        ),
    }
)
_LONGEST_NOTHING = 24


@dataclass(frozen=True, slots=True)
class Amounts:
    """How the amounts of a column are written.

    Attributes
    ----------
    decimal
        ``,`` or ``.``; ``""`` when no cell needs one.
    open
        Nothing decides: cells such as ``1.234`` can be read in two ways.
    scale
        What the header says amounts are counted in, such as 1,000 for thousands.
    """

    decimal: str = ""
    open: bool = False
    scale: int = 1

    def cents(self, text: str) -> int | None:
        """Return an amount in cents, ``None`` when the text is none or does not fit the column."""
        if len(text) <= _LONGEST and _PLAIN.fullmatch(text) and (self.decimal == "." or "." not in text):
            return _cents(text, self.scale)
        number = bare(text)
        if len(text) > _LONGEST or not _NUMBER.fullmatch(number):
            return None
        return self._grouped_cents(number, _scaled(text)[1] or self.scale)

    def _grouped_cents(self, number: str, scale: int) -> int | None:
        if "." not in number and "," not in number:
            return _cents(number, scale)
        if not self.decimal:
            return None
        group = "." if self.decimal == "," else ","
        whole, sign, rest = number.partition(self.decimal)
        if self.decimal in rest or group in rest or not _grouped(whole, group) or (sign and not rest.isdecimal()):
            return None
        return _cents(whole.replace(group, "") + (f".{rest}" if rest else ""), scale)


def bare(text: str) -> str:
    """Return an amount without currency, blanks and dashes for no cents."""
    if len(text) > _LONGEST:
        return text
    number = _DASHES.sub("", _BLANKS.sub("", _CURRENCY.sub("", _scaled(text)[0]).replace("−", "-")))
    return f"-{found['inside'] or found['before']}" if (found := _NEGATIVE.fullmatch(number)) else number


def _scaled(text: str) -> tuple[str, int]:
    """Return an amount without its word for thousands or millions, and what that multiplies it by; 0 without one."""
    if text and not text[-1].isdecimal():
        for pattern, factor in _SCALES:
            if pattern.search(text):
                return pattern.sub(" ", text), factor
    return text, 0


def currency_of(text: str) -> str:
    """Return the currency that an amount, a header or a cell of its own names, ``""`` when it names none."""
    if text.isdecimal() or len(text) > _LONGEST_HEADER:
        return ""
    if found := _FOREIGN_WORD.search(text):
        return _FOREIGN[found[0].casefold()]
    return EURO if _EURO_WORD.search(text) else ""


def scale_of(header: str) -> int:
    """Return what the amounts below a header are multiplied by: 1,000 for ``T€``, a million for ``Mio. EUR``."""
    return next((factor for pattern, factor in _SCALES if pattern.search(header[:_LONGEST_HEADER])), 1)


def is_stated(text: str) -> bool:
    """Whether a cell says anything at all; ``NA``, ``k. A.`` and dashes do not."""
    if text[:1].isdecimal() or len(text) > _LONGEST_NOTHING:
        return True
    return "".join(text.casefold().split()) not in NOT_STATED


def amounts_of(texts: Iterable[str], decimal: str = "") -> Amounts:
    """Return how the amounts of a column are written.

    Parameters
    ----------
    texts
        All cells of the column.
    decimal
        The decimal sign if a recipe or a person says it; then nothing is open.
    """
    if decimal:
        return Amounts(decimal)
    beyond_doubt: set[str] = set()
    likely: set[str] = set()
    doubtful = False
    for text in texts:
        if "." not in text and "," not in text:
            continue
        if found := _CENTS.fullmatch(text):
            likely.add(found[1])
            continue
        number = bare(text)
        if not _NUMBER.fullmatch(number):
            continue
        sign, sure = _decimal_of(number)
        if sure:
            beyond_doubt.add(sign)
        elif sign:
            likely.add(sign)
        else:
            doubtful = True
    deciding = beyond_doubt or likely
    if len(deciding) == 1:
        return Amounts(next(iter(deciding)))
    return Amounts("", open=bool(deciding) or doubtful)


def _decimal_of(number: str) -> tuple[str, bool]:
    """Return the decimal sign a number shows and whether beyond doubt; ``""`` when it can be read in two ways."""
    if "." in number and "," in number:
        return max(".,", key=number.rindex), True
    sign = "." if "." in number else ","
    if number.count(sign) > 1:
        return ("," if sign == "." else "."), True
    whole, _, rest = number.lstrip("-").partition(sign)
    if len(rest) == 3 and 1 <= len(whole) <= 3 and whole != "0":
        return "", False
    return sign, False


def _grouped(whole: str, group: str) -> bool:
    """Whether digits before the decimal sign have no groups, or groups of three."""
    first, *groups = whole.lstrip("-").split(group)
    return first.isdecimal() and (not groups or (len(first) <= 3 and all(len(each) == 3 for each in groups)))


def _cents(number: str, scale: int = 1) -> int:
    whole, _, rest = number.partition(".")
    if len(rest) <= 2:
        return int(whole + rest.ljust(2, "0")) * scale
    return int((Decimal(number) * 100 * scale).to_integral_value())
