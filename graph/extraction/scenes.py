"""Sentences with marks in the place of names, so that a frame is a pattern of plain words and slots.

"Gesellschafter der TRK GmbH sind die Stadt A und die Stadt B" reads "Gesellschafter der ⟦A7⟧ sind die ⟦A8⟧ und die ⟦A9⟧"; the number is the
place of the name among all, see `graph.extraction.coreference.places_of`. A list after a colon belongs to its sentence.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.extraction.mention import What
from graph.extraction.place import MentionPlace, first_from
from graph.extraction.reading import Reading
from graph.extraction.verbs import reported

MARK = re.compile(r"⟦([AP])(\d+)⟧")
LONGEST_SCENE = 6_000  # characters of the masked text

_ITEM = re.compile(r"\s*(?:[•▪●○◦‣∙·*➢➔→✓–—-]|[\uf000-\uf0ff]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+")
_WORDS = tomllib.loads(Path(__file__).with_name("german_lists.toml").read_text(encoding="utf-8"))["scene"]
_OPENS_LIST, _LABEL_LINE = re.compile(_WORDS["opens"]), re.compile(_WORDS["label_line"])
_LABEL_ROW = re.compile(
    r"[A-ZÄÖÜ][\w/-]{2,24}(?: [A-ZÄÖÜa-zäöü][\w/-]{2,20})?\t[^\t\n]+$|[A-ZÄÖÜ][\w/-]{2,24}\t[^\t\n]+\n"
)
_STATES = re.compile(r"[“”\"«]?(?: ?[–:(,]| - )")  # behind the name of a project that its item says something of
_SHORT = 110  # characters of an item without a bullet


@dataclass(frozen=True)
class MaskedSentence:
    """A sentence, masked.

    Attributes
    ----------
    start, end
        Characters ``[start, end)`` of the copy.
    text
        The masked text.
    starts
        For pieces of the masked text where they begin in it and in the copy, in order.
    """

    start: int
    end: int
    text: str
    starts: Sequence[tuple[int, int]]

    def copy_place(self, place: int) -> int:
        """Return the place in the copy of a character of the masked text."""
        at = bisect_left(self.starts, (place + 1, -1)) - 1
        masked, copied = self.starts[at]
        return min(copied + place - masked, self.end)


def scenes_of(reading: Reading, places: Sequence[MentionPlace]) -> list[MaskedSentence]:
    """Return the sentences of a paper in their order, masked, each with the list that it opens."""
    return [_masked(reading.text, start, end, places) for start, end in _with_lists(reading, places)]


def _with_lists(reading: Reading, places: Sequence[MentionPlace]) -> Iterator[tuple[int, int]]:
    spans, at = reading.sentences, 0
    while at < len(spans):
        start, end = spans[at]
        label = _LABEL_LINE.fullmatch(reading.text[start:end].strip()) is not None
        if label or _OPENS_LIST.search(reading.text[start:end].rstrip()) or _LABEL_ROW.match(reading.text, start, end):
            while at + 1 < len(spans) and end - start < LONGEST_SCENE and _is_item(reading, spans[at + 1], places, end):
                at += 1
                end = spans[at][1]
        yield start, end
        at += 1


def _is_item(reading: Reading, span: tuple[int, int], places: Sequence[MentionPlace], before: int) -> bool:
    """Whether a line is an item of a list: short, with a name near its beginning and no verb."""
    text = reading.text[slice(*span)]
    bullet = _ITEM.match(text)
    place = first_from(places, span[0])
    named = (
        place < len(places)
        and places[place].start < span[0] + (bullet.end() + 40 if bullet else 14)
        and places[place].start < span[1]
    )
    if bullet and named and _is_statement(reading, span, places, place):
        return False
    if "\t" in text:
        return False
    paragraph = reading.text[before - 2 : span[0]].count("\n") > 1
    if bullet:
        return named and len(text) < 3 * _SHORT
    return named and len(text) < _SHORT and not paragraph and not text.rstrip().endswith((".", ":"))


def _is_statement(reading: Reading, span: tuple[int, int], places: Sequence[MentionPlace], at: int) -> bool:
    """Whether an item says something of the project it begins with: "1. „X“ – Träger: ..."; it is a sentence of its own."""
    project = places[at].entity.what is What.PROJECT and _STATES.match(reading.text, places[at].end)
    return bool(project) and at + 1 < len(places) and places[at + 1].start < span[1]


def _masked(text: str, start: int, end: int, places: Sequence[MentionPlace]) -> MaskedSentence:
    pieces: list[str] = []
    starts: list[tuple[int, int]] = []
    length, at = 0, start
    for number in range(first_from(places, start), len(places)):
        place = places[number]
        if place.end > end:
            break
        if _is_label(text, place, start):
            pieces.append(_plain(text[at : place.start]))
            starts.append((length, at))
            length, at = length + place.start - at, place.end + 1
            continue
        for piece, where in (*_told(_plain(text[at : place.start]), at), (_mark(place, number), place.start)):
            starts.append((length, where))
            pieces.append(piece)
            length += len(piece)
        at = place.end
    for piece, where in _told(_plain(text[at:end]), at):
        starts.append((length, where))
        pieces.append(piece)
        length += len(piece)
    return MaskedSentence(start, end, "".join(pieces), starts)


_LABELS = ("Landkreis", "Land", "Bezirk")  # kinds that stand before their towns: "- Landkreis A: B, C, D"


def _is_label(text: str, place: MentionPlace, start: int) -> bool:
    """Whether a district only says where those behind its colon are."""
    line = text[text.rfind("\n", 0, place.start) + 1 : place.start]
    opens = place.entity.kind in _LABELS and text.startswith(": ", place.end) and _BULLET.fullmatch(line) is not None
    return opens and place.start > start


_BULLET = re.compile(r"[ \t]*[•▪●·*–-] ?")
_SAID = re.compile(r"(?<!ich )\b[a-zäöüß]{2,}e(?:i|n|ien)?\b")


def _told(text: str, start: int) -> Iterator[tuple[str, int]]:
    """Yield pieces of a text and where each begins; what is reported ("sei beteiligt") reads as a fact ("ist beteiligt")."""
    at = 0
    for hit in _SAID.finditer(text):
        if fact := reported().get(hit[0]):
            yield text[at : hit.start()], start + at
            yield fact, start + hit.start()
            at = hit.end()
    yield text[at:], start + at


def _mark(place: MentionPlace, number: int) -> str:
    return f"⟦{'A' if place.entity.what is What.ACTOR else 'P'}{number}⟧"


def _plain(text: str) -> str:
    first, line_end, rest = text.partition("\n")
    if line_end and not first.endswith(":") and _LABEL_LINE.fullmatch(first.strip()):
        text = f"{first}:{rest}"
    return text.replace("⟦", "[").replace("⟧", "]").replace("\n", " ")
