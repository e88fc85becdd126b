"""What a passage speaks of where its sentence names no project: the project of the heading, or the one named last."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.extraction.coreference import MentionPlace
from graph.extraction.entities import Entity
from graph.extraction.mention import What
from graph.extraction.reading import Reading

FAR = 900  # characters back to a project that no heading names
_HEADING = re.compile(
    r"(?:\A|(?<=\n))[ \t]*(?:(?:[\dIVX]{1,4}(?:\.\d{1,2})*[.)]?|[a-z]\)|TOP \d+:?|#+|§ ?\d+) +)?(?P<words>[^\n]{3,90}?)[ \t]*(?=\n)"
)
_NO_HEADING_ENDS = (".", ",", ";", ":", "!", "?", "-")
_PARAGRAPH = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True)
class Topics:
    """The headings of a paper and the projects named in it.

    Attributes
    ----------
    places
        All places of names, in their order.
    headings
        Where each heading begins, and the project it names, if any; in their order.
    paragraphs
        Where each paragraph begins.
    projects
        Places of projects that a passage may speak of, in their order.
    """

    places: Sequence[MentionPlace] = field(repr=False)
    headings: Sequence[tuple[int, Entity | None]]
    paragraphs: Sequence[int]
    projects: Sequence[MentionPlace] = field(repr=False)

    def at(self, place: int) -> Entity | None:
        """Return the project a passage speaks of, or nothing."""
        begin, heading = self._heading(place)
        paragraph = self.paragraphs[max(bisect_right(self.paragraphs, place) - 1, 0)] if self.paragraphs else 0
        near = self._between(max(begin, paragraph), place)
        found = near or ([] if heading else self._between(max(0, place - FAR), place))
        return found[-1].entity if found else heading

    def _heading(self, place: int) -> tuple[int, Entity | None]:
        at = bisect_right(self.headings, place, key=lambda pair: pair[0]) - 1
        return self.headings[at] if at >= 0 else (0, None)

    def _between(self, start: int, end: int) -> Sequence[MentionPlace]:
        first = bisect_left(self.projects, start, key=lambda place: place.start)
        last = bisect_left(self.projects, end, key=lambda place: place.start)
        return self.projects[first:last]


def topics_of(reading: Reading, places: Sequence[MentionPlace]) -> Topics:
    """Find the headings, and the projects a passage may speak of.

    Parameters
    ----------
    reading
        The paper.
    places
        All places of names.
    """
    projects = [place for place in places if _is_topic(place.entity)]
    found = [hit for hit in _HEADING.finditer(reading.text) if _is_heading(reading.text, hit)]
    headings = [(hit.start("words"), _named(hit, projects)) for hit in found]
    paragraphs = [0, *(hit.end() for hit in _PARAGRAPH.finditer(reading.text))]
    return Topics(places, headings, paragraphs, projects)


def _is_topic(entity: Entity) -> bool:
    return entity.what is What.PROJECT and entity.kind not in ("Gremium", "Programm") and not entity.collective


def _is_heading(text: str, hit: re.Match[str]) -> bool:
    """Whether a line stands after an empty one or is numbered, and is no sentence."""
    words = hit["words"]
    alone = (
        not hit.start() or text[: hit.start()].rstrip(" \t").endswith("\n\n") or hit.start("words") > hit.start() + 1
    )
    return alone and not words.rstrip().endswith(_NO_HEADING_ENDS) and words[0] not in "•-–*"


def _named(hit: re.Match[str], projects: Sequence[MentionPlace]) -> Entity | None:
    at = bisect_left(projects, hit.start("words"), key=lambda place: place.start)
    inside = at < len(projects) and projects[at].start < hit.end("words") and not projects[at].indirect
    return projects[at].entity if inside else None
