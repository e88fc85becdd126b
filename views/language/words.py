"""Words, numbers, money and dates in the visitor's language.

Words live in ``views/locales/<language>/<area>.json``: the key ``frame.error.title`` is the entry ``error.title`` of
``frame.json``. `Words` looks them up and knows the formats of its language; everything a person reads goes
through it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

LANGUAGES = ("de", "en")
LOCALES = Path(__file__).parent.parent / "locales"
WITHOUT_AMOUNTS = Path(__file__).parent / "without_amounts"  # words in place of those of `LOCALES`
NBSP = "\N{NO-BREAK SPACE}"

_MARKS = re.compile(r"\\(?P<sign>.)|\*\*|\[(?P<linked>(?:\\.|[^\\\]])*)\]\([^)]*\)")
_ABBREVIATED = re.compile(r"\b([kzdu])\. (?=[ABhau]\.)")  # k. A., z. B., d. h., u. a. stand on one line
_SAME = 1e-9  # shares this close are one: what is left is the computer's rounding
# from which amount on, unit, its word, digits: what is rounded to a thousand of a unit is one of the next
_SIZES: tuple[tuple[int, int, str, int], ...] = (
    (999_950_000, 10**9, "billion", 1),
    (999_500, 10**6, "million", 1),
    (1_000, 10**3, "thousand", 0),
)
_MARKDOWN = str.maketrans({sign: f"\\{sign}" for sign in r"\`*_{}[]()<>#+-.!|~$:&^="})


def plain(text: str) -> str:
    """Text from the data made safe for places that read Markdown: shown as it is written, never interpreted."""
    return " ".join(text.split()).translate(_MARKDOWN)


def capitalised(text: str) -> str:
    """Write a text as the beginning of a sentence, which has a capital letter."""
    return f"{text[:1].upper()}{text[1:]}"


def unmarked(text: str) -> str:
    """Undo `plain` and drop the marks of our own words, for places that show text as it is.

    >>> unmarked(f"**{plain('A*B GmbH')}** is [here](https://example.org).")
    'A*B GmbH is here.'
    """
    return _MARKS.sub(lambda found: unmarked(found["linked"] or "") if found["linked"] else found["sign"] or "", text)


@dataclass(frozen=True, slots=True)
class Words:
    """Words and formats of one language."""

    language: str
    entries: Mapping[str, str]
    leaves_out_amounts: bool = False

    def without_amounts(self) -> Words:
        """Return the words of files from which amounts were taken: they are left out, not unknown."""
        said = json.loads((WITHOUT_AMOUNTS / f"{self.language}.json").read_text("utf-8"))
        return replace(self, entries={**self.entries, **said}, leaves_out_amounts=True)

    def __call__(self, key: str, **values: str) -> str:
        """Words for a key, its ``{placeholders}`` filled with ``values``."""
        text = self.entries[key]
        return text.format(**values) if values else text

    def count(self, key: str, n: int, **values: str) -> str:
        """Words for a number of things: ``key.none``, ``key.one`` or ``key.other``; ``{n}`` is the number.

        Parameters
        ----------
        key
            Key of the three forms.
        n
            The number that decides on singular and plural.
        **values
            What stands in the gaps of the sentence, by name.
        """
        form = "one" if n == 1 else "other"
        if n == 0 and f"{key}.none" in self.entries:
            form = "none"
        return self.entries[f"{key}.{form}"].format(n=self.number(n), **values)

    def term(self, vocabulary: str, code: str) -> str:
        """Word for a code of a closed vocabulary; the code itself when it has none."""
        if code:
            return self.entries.get(f"term.{vocabulary}.{code}", code)
        return self.entries.get(f"format.missing.{vocabulary}") or self("format.missing.text")

    def recorded(self, word: str) -> str:
        """Word for a type or kind of the data, which is free text; unknown ones stay as they are, none is ``""``."""
        return self.entries.get(f"term.recorded.{word}", word)

    def recorded_amid(self, word: str) -> str:
        """Word for a type amid a sentence: in English it begins small there; words of the data stay as they are.

        >>> words("en").recorded_amid("Hochschule"), words("de").recorded_amid("Hochschule")
        ('university', 'Hochschule')
        """
        found = self.recorded(word)
        return found if found == word or self.language == "de" else found[0].lower() + found[1:]

    def has(self, key: str) -> bool:
        """Whether there are words for a key."""
        return key in self.entries

    def names(self, names: Iterable[str]) -> str:
        """Names joined as in a sentence: ``A, B und C``."""
        *first, last = names
        return f"{', '.join(first)} {self('format.list.and')} {last}" if first else last

    def number(self, value: float | Decimal, digits: int = 0) -> str:
        """Write a number: ``1.234,5`` or ``1,234.5``."""
        return self._localised(f"{value:,.{digits}f}")

    def expected(self, value: float) -> str:
        """Write a number that chance would give; only nothing at all is ``0,0``.

        >>> words("de").expected(1.74), words("de").expected(0.02), words("de").expected(0.0)
        ('1,7', 'unter 0,1', '0,0')
        """
        if round(value, 1) == 0 and value > _SAME:
            return self("format.share.under", share=self.number(0.1, 1))
        return self.number(value, 0 if value >= 9.95 else 1)

    def percent(self, share: float, digits: int = 0) -> str:
        """Write a share of 1 as percentage: ``12,5 %`` or ``12.5%``.

        Only nothing is ``0 %`` and only all of it ``100 %``: what would be rounded to them is said to be so nearly.

        >>> words("en").percent(0.9999), words("en").percent(1.0), words("en").percent(0.001)
        ('just under 100%', '100%', 'under 1%')
        """
        shown, least = round(share * 100, digits), 10**-digits
        if shown == 0 and share > _SAME:
            return self("format.share.under", share=self._percentage(least, digits))
        if shown == 100 and share < 1 - _SAME:
            return self("format.share.nearly", share=self._percentage(100, 0))
        return self._percentage(shown, digits)

    def _percentage(self, number: float, digits: int) -> str:
        gap = NBSP if self.language == "de" else ""
        return f"{self.number(number + 0.0, digits)}{gap}%"  # + 0.0: nothing has no sign

    def money(self, amount: int | Decimal | None) -> str:
        """Exact amount in euros: ``1.234.567,50 €``; whole euros without cents; ``k. A.`` when not recorded."""
        if amount is None:
            return self("format.missing.amount")
        digits = 0 if amount == int(amount) else 2
        return self._euros(self.number(amount, digits))

    def money_short(self, amount: int | Decimal | None) -> str:
        """Round an amount: ``48,3 Mio. €`` or ``€48.3m``."""
        if amount is None:
            return self("format.missing.amount")
        for least, size, key, digits in _SIZES:
            if abs(Decimal(amount)) >= least:
                number = self.number(Decimal(amount) / size, digits)
                return self(f"format.money.{key}", number=number)
        return self.money(amount)

    def day(self, day: date) -> str:
        """Write a day: ``23.11.2026`` or ``23 Nov 2026``."""
        if self.language == "de":
            return f"{day:%d.%m.%Y}"
        return f"{day.day} {self(f'format.month_short.{day.month}')} {day.year}"

    def _euros(self, number: str) -> str:
        return f"{number}{NBSP}€" if self.language == "de" else f"€{number}"

    def _localised(self, number: str) -> str:
        number = number.replace("-", "\N{MINUS SIGN}")
        return number.translate(str.maketrans(",.", ".,")) if self.language == "de" else number


def words(language: str) -> Words:
    """Words of a language; unknown languages get German."""
    return _WORDS.get(language, _WORDS["de"])


def read_locale(language: str) -> Mapping[str, str]:
    """All entries of a language by dotted key, read from its files."""
    entries: dict[str, str] = {}
    for file in sorted((LOCALES / language).glob("*.json")):
        entries |= _flatten(json.loads(file.read_text("utf-8")), f"{file.stem}.")
    return MappingProxyType(entries)


def _unbroken(text: str) -> str:
    """Text whose abbreviations of two words are not broken over two lines.

    >>> _unbroken("k. A. heißt: nicht erfasst").startswith(f"k.{NBSP}A. ")
    True
    """
    return _ABBREVIATED.sub(rf"\1.{NBSP}", text)


def _flatten(tree: Mapping[str, Any], prefix: str) -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in tree.items():
        name = f"{prefix}{key}"
        flat |= _flatten(value, f"{name}.") if isinstance(value, dict) else {name: _unbroken(value)}
    return flat


_WORDS = {language: Words(language, read_locale(language)) for language in LANGUAGES}
