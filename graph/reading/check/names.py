"""Two rows that may be the same: suggested for a person to decide, never merged."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

import numpy as np
from rapidfuzz import fuzz, process

from graph.issue import Issue
from graph.memory import remembered
from graph.reading.check.identity import fold
from graph.reading.rows import Rows, Tables

Tokens = tuple[str, ...]

COMPARED = 2_000  # words compared each with each; in larger groups only equal names are found
MOST_WORDS = 20  # of a name that is looked at for a typing error; longer ones are descriptions
ALIKE = 85  # of 100, for single words
_SHORTEST, _LONGEST = 5, 60  # letters; shorter words are other words when they differ at all

_ELEMENTS = ("actors", "projects")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_LEGAL_FORM = re.compile(
    r"\b(?:e\. ?v\.?|eingetragener verein|g?gmbh|mbh|& co\.?|kgaa|kg|ag|ohg|gbr|eg|se|ug|aoer|kdoer)(?!\w)"
)
_WORD = re.compile(r"[a-z0-9]+")
_FILLER = re.compile("co|und|and|der|die|das|des|dem|den|fuer|for|the|of|in|im|am|zu|zum|zur")
_LONG_FORMS: Mapping[str, str] = {
    "bw": "badenwuerttemberg",
    "fh": "fachhochschule",
    "hs": "hochschule",
    "hwk": "handwerkskammer",
    "ihk": "industriehandelskammer",
    "lk": "landkreis",
    "lra": "landratsamt",
    "st": "sankt",
    "uni": "universitaet",
    "vhs": "volkshochschule",
}


def check_names(tables: Tables) -> Iterator[Issue]:
    """Report actors that may be one, and projects that may be one."""
    for name in _ELEMENTS:
        yield from _shared(tables[name])
        yield from _near_duplicates(tables[name])


def _shared(rows: Rows) -> Iterator[Issue]:
    """Find aliases that are a name or an alias of another row too."""
    owners: dict[str, str] = {}
    for own, *words in zip(*(rows.columns[column] for column in ("id", "name", "short_name")), strict=True):
        for word in words:
            owners.setdefault(fold(word), own)
    for row, aliases in enumerate(rows.columns["aliases"]):
        own = rows.columns["id"][row]
        for alias in aliases:
            if (owner := owners.setdefault(fold(alias), own)) != own:
                yield rows.finding("shared-alias", row, "aliases", value=alias, hint=owner)


def _near_duplicates(rows: Rows) -> Iterator[Issue]:
    """Find names that are equal but for spelling, word order, abbreviations and legal forms, or for a typing error.

    Names that differ in a place, a number or a short word are names of different things.
    """
    tokens = [tokenized(text) for text in rows.columns["name"]]
    first: dict[int, int] = {}
    for row, other in sorted({*_equal(tokens), *_mistyped(tokens, _places(rows))}):
        first.setdefault(row, other)
    for row, other in first.items():
        value, hint = rows.columns["name"][row], rows.columns["id"][other]
        yield rows.finding("near-duplicate-name", row, "name", value=value, hint=hint)


@remembered(8192)
def tokenized(text: str) -> Tokens:
    """Return the words of a name that tell it from others, in one spelling."""
    plain = fold(text).translate(_UMLAUTS)
    if not plain.isascii():
        plain = unicodedata.normalize("NFD", plain)
        plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    words = _WORD.findall(_LEGAL_FORM.sub(" ", plain))
    return tuple(_LONG_FORMS.get(word, word) for word in words if not _FILLER.fullmatch(word))


def _places(rows: Rows) -> Set[str]:
    return {word for location in set(rows.columns["location"]) for word in tokenized(location)}


def _equal(tokens: Sequence[Tokens]) -> Iterator[tuple[int, int]]:
    """Yield rows whose words are those of an earlier row in another order, or the same letters in other words."""
    first: dict[object, int] = {}
    for row, words in enumerate(tokens):
        for form in ("".join(words), tuple(sorted(words))) if words else ():
            if (other := first.setdefault(form, row)) != row:
                yield row, other


def _mistyped(tokens: Sequence[Tokens], places: Set[str]) -> Iterator[tuple[int, int]]:
    """Yield rows that have all words of an earlier row but one, which is almost the same.

    Names are sorted into groups that share all words but one, so that few words are compared with each other.
    """
    groups: dict[Tokens, dict[str, int]] = defaultdict(dict)
    for row, words in enumerate(tokens):
        for place, word in enumerate(words if len(words) <= MOST_WORDS else ()):
            if _SHORTEST <= len(word) <= _LONGEST and word.isalpha():
                others = tuple(sorted(words[:place] + words[place + 1 :]))
                groups[others].setdefault(word, row)
    for group in groups.values():
        if 1 < len(group) <= COMPARED:
            yield from _alike(group, places)


def _alike(group: Mapping[str, int], places: Set[str]) -> Iterator[tuple[int, int]]:
    """Yield pairs of rows, the later first, whose words are alike and not both places."""
    words = tuple(group)
    scores = process.cdist(words, words, scorer=fuzz.ratio, score_cutoff=ALIKE, dtype=np.uint8)
    for one, other in np.argwhere(np.tril(scores, -1)):
        if words[one] not in places or words[other] not in places:
            rows = group[words[one]], group[words[other]]
            yield max(rows), min(rows)
