"""The known word nearest to a mistyped one: a proposal, never a correction."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz, process

ALIKE = 78  # of 100; below, a proposal is more often wrong than right


def nearest(word: str, known: Sequence[str]) -> str:
    """Return the known word most like the given one, ``""`` when none is alike enough."""
    best = process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=ALIKE)
    return best[0] if best else ""
