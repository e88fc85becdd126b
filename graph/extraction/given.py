"""Whether a paper says above an amount that it was given, where the clause of the amount says nothing of it.

"Die Stiftung unterstützt drei Vorhaben. 5.000 Euro gehen an ..." says it in the sentence before, a list in what leads it in, a
paper in its title. What is asked for, put up by who has it, capital and costs are given by nobody.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.extraction.clean import opens_block
from graph.extraction.reading import Reading

_FILE = tomllib.loads(Path(__file__).with_name("german_money.toml").read_text(encoding="utf-8"))["above"]
_GIVEN, _OTHER, _ASKED = (re.compile(_FILE[name], re.IGNORECASE) for name in ("given", "other", "asked"))
_LINE = re.compile(r"[^\n]*\S[^\n]*")
LONGEST_CAPTION = 250  # characters of a line that leads in what stands below it
_HEAD = 300  # characters of a paper that say what it is about
_BACK = 1_500  # characters back to where a paragraph begins


class Above:
    """What stands above the amounts of a paper: the words for money that is given, and lines that lead in what follows."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._captions = list(_captions(reading.text))
        self._given, self._other, self._asked = (
            [hit.start() for hit in words.finditer(reading.text)] for words in (_GIVEN, _OTHER, _ASKED)
        )

    def says_given(self, start: int) -> bool:
        """Whether an amount that begins here was given by what its sentence, its paragraph, its caption or the title says."""
        first, last = self._reading.sentence_at(start)
        if _holds(self._other, first, last):
            return False
        if _holds(self._given, first, last):
            return True
        paragraph = max(self._reading.text.rfind("\n\n", 0, start), first - _BACK, 0)
        if _holds(self._given, paragraph, first):
            return not _holds(self._asked, paragraph, first)
        above = (self._caption(first), (0, _HEAD))
        return any(_holds(self._given, *span) and not _holds(self._other, *span) for span in above)

    def _caption(self, place: int) -> tuple[int, int]:
        at = bisect_right(self._captions, place, key=lambda span: span[0]) - 1
        return self._captions[at] if at >= 0 else (0, 0)


def _holds(places: Sequence[int], start: int, end: int) -> bool:
    return bisect_left(places, start) < bisect_left(places, end)


def _captions(text: str) -> Iterator[tuple[int, int]]:
    """Yield ``[start, end)`` of each heading, and of the end of each line with a colon behind it."""
    for hit in _LINE.finditer(text):
        words = hit[0].rstrip()
        alone = len(words) < LONGEST_CAPTION and opens_block(text, hit.start())
        if words.endswith(":") or (alone and not words.endswith((".", ",", ";", "!"))):
            yield max(hit.start(), hit.end() - LONGEST_CAPTION), hit.end()
