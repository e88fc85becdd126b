"""Two rows that may be the same: suggested for a person to decide, never merged."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import chain

import numpy as np
from rapidfuzz import fuzz, process

from graph.check.identity import fold
from graph.issue import Issue
from graph.rows import Rows, Tables

Tokens = tuple[str, ...]

COMPARED = 2_000  # names of a table compared each with each; in larger tables only equal ones are found
LONGEST = 200  # letters of a name that are compared; comparing takes the product of two lengths
NEAR = 80  # of 100, for whole names: a first look, before their words are compared
ALIKE = 85  # of 100, for single words
_SHORT = 5  # letters; shorter words are other words when they differ at all

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
    places = _places(rows)
    tokens = [tokenized(text) for text in rows.columns["name"]]
    for row, other in _pairs(tokens):
        if _may_be_one(tokens[row], tokens[other], places):
            value, hint = rows.columns["name"][row], rows.columns["id"][other]
            yield rows.finding("near-duplicate-name", row, "name", value=value, hint=hint)


@lru_cache(maxsize=8192)
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


def _pairs(tokens: Sequence[Tokens]) -> list[tuple[int, int]]:
    """Return pairs of rows worth comparing, each row with earlier ones."""
    equal: dict[str, list[int]] = defaultdict(list)
    for row, words in enumerate(tokens):
        if words:
            equal["".join(sorted(words))].append(row)
    pairs = {(row, rows[0]) for rows in equal.values() for row in rows[1:]}
    if len(tokens) <= COMPARED:
        names = [" ".join(sorted(words))[:LONGEST] for words in tokens]
        scores = process.cdist(names, names, scorer=fuzz.ratio, score_cutoff=NEAR, dtype=np.uint8)
        pairs |= {(int(row), int(other)) for row, other in np.argwhere(np.tril(scores, -1)) if tokens[row]}
    return sorted(pairs)


def _may_be_one(first: Tokens, second: Tokens, places: Set[str]) -> bool:
    if not first or not second:
        return False
    if "".join(first) == "".join(second):
        return True
    one, two = Counter(first) - Counter(second), Counter(second) - Counter(first)
    differing = zip(sorted(one.elements()), sorted(two.elements()), strict=False)
    return one.total() == two.total() and all(_is_typing_error(*words, places) for words in differing)


def _is_typing_error(first: str, second: str, places: Set[str]) -> bool:
    if min(len(first), len(second)) < _SHORT or any(map(str.isdigit, chain(first, second))):
        return False
    if first in places and second in places:
        return False
    return fuzz.ratio(first, second) >= ALIKE
