"""A paper as the recognisers see it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from graph.extraction.clean import Clean, clean
from graph.extraction.tokens import Token, sentences, tokenise


@dataclass(frozen=True)
class Reading:
    """A copy with its tokens and sentences."""

    clean: Clean
    tokens: Sequence[Token] = field(repr=False)

    @property
    def text(self) -> str:
        """The flattened copy."""
        return self.clean.text

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """``[start, end)`` of each sentence of the copy."""
        return sentences(self.text)

    def sentence_at(self, place: int) -> tuple[int, int]:
        """Return ``[start, end)`` of the sentence a character stands in."""
        return self.sentences[max(bisect_left(self.sentences, (place + 1, -1)) - 1, 0)]


def read_paper(text: str) -> Reading:
    """Prepare a paper for the recognisers."""
    copy = clean(text)
    return Reading(copy, _without_inner_brackets(tokenise(copy.text)))


def _without_inner_brackets(tokens: list[Token]) -> list[Token]:
    """Leave out "(AG)" in "Arbeitsgemeinschaft (AG) Weinheimer Initiative"; the name goes on behind it."""
    left_out = {
        at + step
        for at in range(len(tokens) - 4)
        if _is_inner(tokens[at : at + 5], tokens[max(0, at - _BEFORE) : at])
        for step in (1, 2, 3)
    }
    return [token for at, token in enumerate(tokens) if at not in left_out]


_BEFORE = 3  # words before the last one that the letters in a bracket may begin with


def _is_inner(five: list[Token], before: list[Token]) -> bool:
    word, opening, short, closing, following = five
    fits = opening.text == "(" and closing.text == ")" and short.text.isupper() and 1 < len(short.text) < 5
    begins = any(one.is_name and one.text[0] == short.text[0] for one in (*before, word))
    return fits and word.is_name and following.is_name and not following.first and begins
