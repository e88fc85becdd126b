"""What a recogniser finds: a stretch of the copy that names something."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class What(StrEnum):
    """What a mention may become."""

    ACTOR = "actor"
    PROJECT = "project"
    PERSON = "person"  # never proposed; it keeps others from naming the same words


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the copy.

    Attributes
    ----------
    what
        Actor, project or person.
    start, end
        Characters ``[start, end)`` of the copy.
    name
        The name as a table would hold it.
    kind
        Kind of organisation or project, a German word of the data.
    rule
        The recogniser that found it.
    sure
        Whether it may be offered as it is; others wait for a second mention.
    collective
        A group named as such.
    aliases
        Other names the same words give.
    distinct
        Never merged with another mention by its words, such as a body of a company.
    """

    what: What
    start: int
    end: int
    name: str
    kind: str = ""
    rule: str = ""
    sure: bool = True
    collective: bool = False
    aliases: tuple[str, ...] = ()
    distinct: bool = False

    def overlaps(self, other: Mention) -> bool:
        """Whether both share a character."""
        return self.start < other.end and other.start < self.end

    def renamed(self, name: str) -> Mention:
        """Return the same mention under another name."""
        return replace(self, name=name)


def without_overlaps(mentions: list[Mention]) -> list[Mention]:
    """Keep of overlapping mentions the first in their list, and bring the rest into the order of the text."""
    kept: list[Mention] = []
    taken: list[tuple[int, int]] = []
    for mention in mentions:
        if _free(taken, mention.start, mention.end):
            kept.append(mention)
    return sorted(kept, key=lambda mention: mention.start)


def _free(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    """Take a stretch when nobody has it; the list stays in order."""
    from bisect import bisect_left, insort  # noqa: PLC0415

    at = bisect_left(taken, (start, end))
    if at < len(taken) and taken[at][0] < end:
        return False
    if at and taken[at - 1][1] > start:
        return False
    insort(taken, (start, end))
    return True
