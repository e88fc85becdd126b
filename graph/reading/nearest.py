"""The known word nearest to a mistyped one: a proposal, never a correction."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz, process

LONGEST = 100  # letters of a word that is looked up; comparing takes the product of two lengths
ALIKE = 75  # of 100; below, a proposal is more often wrong than right


def nearest(word: str, known: Sequence[str]) -> str:
    """Return the known word most like the given one, ``""`` when none is alike enough."""
    if len(word) > LONGEST:
        return ""
    best = process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=ALIKE)
    return best[0] if best else ""
