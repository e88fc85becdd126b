"""How far each project has come: by the words about it, what came after it, its dates against the day of the paper, the tense."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.extraction.dates import find_dates
from graph.extraction.entities import Entity
from graph.extraction.frames.ties import FoundTie
from graph.extraction.frames.unsaid import ISSUER_GIVES
from graph.extraction.mention import Mention, What
from graph.extraction.reading import Reading
from graph.extraction.status import (
    is_about,
    is_earlier,
    is_past,
    is_present,
    is_to_be_founded,
    status_of,
    status_of_heading,
    tells_of_grant,
)
from graph.extraction.topics import Topics

MOST_LOOKED_AT = 40  # mentions of a project whose sentences may say how far it has come
_ENDED = ("cancelled", "postponed")  # said of a project itself it comes before its dates
_QUOTES = ("„", "»", '"', "“")  # with which somebody begins to speak
_EVENTS = ("Messe", "Veranstaltung")
_HEAD = 700  # characters of a paper in which its day stands
_TITLE = 200  # characters of a paper that say what it tells of
_DAY = re.compile(r"\b(?:\d{1,2}\. ?\d{1,2}\. ?\d{4}|\d{1,2}\. [A-ZÄÖÜ][a-zäöü]+ \d{4})\b")
_SEASONS = {"21": "03", "22": "06", "23": "09", "24": "12"}  # first months


@dataclass(frozen=True)
class Stages:
    """What is needed to say how far a project has come.

    Attributes
    ----------
    reading, topics
        The paper, and what its passages speak of.
    spoken
        For the number of a project the sentences that go on about it without its name.
    followed
        Numbers of what something else continues.
    dates
        EDTF dates of each name.
    day
        Day of the paper as ISO text, empty when it says none.
    granted, given
        Numbers of what somebody funds, and of what the organisation whose paper it is gives money for.
    captions
        Where lines begin, and the status that a heading states of all below it: empty from where prose begins again.
    """

    reading: Reading
    topics: Topics
    spoken: Mapping[int, Sequence[tuple[int, int]]]
    followed: frozenset[int]
    dates: Mapping[str, Sequence[str]]
    day: str
    captions: Sequence[tuple[int, str]]
    granted: frozenset[int] = frozenset()
    given: frozenset[int] = frozenset()

    def of(self, entity: Entity) -> str:
        """Return the code of the status, empty when the paper says nothing."""
        if entity.kind == "Gremium":
            return "planned" if any(is_to_be_founded(self._clause(m)) for m in entity.mentions[:1]) else ""
        mentions = entity.mentions[:MOST_LOOKED_AT]
        text = self.reading.text
        if entity.number in self.followed or any(is_earlier(text[max(0, m.start - 50) : m.start]) for m in mentions):
            return "completed"
        own = [self._clause(mention) for mention in mentions]
        dated = self._by_dates(entity)
        spoken = self._spoken(entity)
        above = _first(map(self._above, mentions[:2]))
        return (
            _first(map(status_of, own))
            or next((said for said in spoken if said in _ENDED), "")
            or ("approved" if self._is_given(entity, dated, above) else dated)
            or next(iter(spoken), "")
            or above
            or self._by_tense(entity, mentions)
        )

    def _is_given(self, entity: Entity, dated: str, above: str) -> bool:
        """Whether what has not ended by its dates is granted: it is funded and yet to begin, or stands below such a heading."""
        ahead = dated == "planned" and entity.number in self.granted and entity.kind not in _EVENTS
        return ahead or (dated in ("planned", "ongoing") and above == "approved")

    def _spoken(self, entity: Entity) -> Sequence[str]:
        """Return what the sentences say that go on about a project; of an end or a mere wish only where they name it by a noun."""
        told = [self.reading.text[slice(*span)] for span in self.spoken.get(entity.number, ())]
        stated = [(status_of(sentence), sentence) for sentence in told]
        return [
            s for s, sentence in stated if s and is_about(sentence, s) and not sentence.lstrip().startswith(_QUOTES)
        ]

    def _by_tense(self, entity: Entity, mentions: Sequence[Mention]) -> str:
        """Return what the tense says: what is granted by the paper itself is approved, what is told of the past is over."""
        told = list(self._sentences(entity, mentions))
        if any(map(is_present, told)):
            titled = entity.number in self.granted and tells_of_grant(self.reading.text[:_TITLE])
            return "approved" if titled or entity.number in self.given else "ongoing"
        return "completed" if any(map(is_past, told)) else ""

    def _clause(self, mention: Mention) -> str:
        """Return the words about a mention: its sentence, or its clause where the sentence names other projects."""
        start, end = self.reading.sentence_at(mention.start)
        text = self.reading.text
        several = any(
            start <= p.start < end and not mention.start <= p.start < mention.end for p in self.topics.projects
        )
        parts = _PARTS if several else _SEMICOLON
        first = max((m.end() for m in parts.finditer(text, start, mention.start)), default=start)
        last = next((m.start() for m in parts.finditer(text, mention.end, end)), end)
        return text[first:last]

    def _sentences(self, entity: Entity, mentions: Sequence[Mention]) -> Iterator[str]:
        text = self.reading.text
        yield from map(self._clause, mentions)
        yield from (text[slice(*span)] for span in self.spoken.get(entity.number, ()))

    def _above(self, mention: Mention) -> str:
        """Return the last short line above a mention that says how far all below it have come, unless prose stands between."""
        at = bisect_right(self.captions, mention.start, key=lambda pair: pair[0]) - 1
        return self.captions[at][1] if at >= 0 else ""

    def _by_dates(self, entity: Entity) -> str:
        event = entity.kind in _EVENTS
        return (
            _first(_against(edtf, self.day, event=event) for edtf in self.dates.get(entity.name, ()))
            if self.day
            else ""
        )


_SEMICOLON = re.compile(r"; ")
_PARTS = re.compile(r"; | – |, (?:die|der|das|den|dem|wobei|während|aber|sondern|und)\b")


def _first(found: Iterator[str] | map[str]) -> str:
    return next(filter(None, found), "")


def stages_of(reading: Reading, topics: Topics, ties: Sequence[FoundTie], dates: Sequence[tuple[str, str]]) -> Stages:
    """Gather what says how far the projects of a paper have come.

    Parameters
    ----------
    reading
        The paper.
    topics
        What its passages speak of.
    ties
        Its ties.
    dates
        Names and the EDTF dates that belong to them.
    """
    followed = frozenset(tie.target.number for tie in ties if tie.kind == "continues")
    of_name: dict[str, list[str]] = {}
    for name, edtf in dates:
        of_name.setdefault(name, []).append(edtf)
    return Stages(
        reading,
        topics,
        _spoken(reading, topics),
        followed,
        of_name,
        _day(reading.text),
        _captions(reading.text),
        frozenset(tie.target.number for tie in ties if tie.kind == "funds"),
        frozenset(tie.target.number for tie in ties if tie.kind == "funds" and tie.rule == ISSUER_GIVES),
    )


def _captions(text: str) -> Sequence[tuple[int, str]]:
    """Return where short lines state a status of all below them, and where prose ends what the last one stated."""
    lines = [(hit.start(), hit[0].rstrip()) for hit in re.finditer(r"[^\n]+", text)]
    stated = [(start, status_of_heading(line) if len(line) < _CAPTION else "") for start, line in lines]
    return [
        (start, status)
        for (start, status), (_, line) in zip(stated, lines, strict=True)
        if status or (len(line) > _PROSE and "\t" not in line)
    ]


_CAPTION = 110  # characters of a heading or caption at most
_PROSE = 200  # characters of a line that is prose


def _spoken(reading: Reading, topics: Topics) -> Mapping[int, Sequence[tuple[int, int]]]:
    """Return for each project the sentences without a project that its passage goes on with."""
    found: dict[int, list[tuple[int, int]]] = {}
    starts = [place.start for place in topics.projects]
    for start, end in reading.sentences:
        named = topics.projects[bisect_right(starts, start - 1) : bisect_right(starts, end)]
        meant = {id(place.entity): place.entity for place in named}
        by_noun = len(meant) == 1 and all(place.indirect for place in named)
        about = next(iter(meant.values())) if by_noun else None if named else topics.subject_at(start)
        if about is not None and about.what is What.PROJECT:
            found.setdefault(about.number, []).append((start, end))
    return found


def _day(text: str) -> str:
    """Return the day of the paper: the first day at its head, else the last one at its end."""
    days = _DAY.findall(text[:_HEAD]) or _DAY.findall(text[-_HEAD // 2 :])[-1:]
    return next((date.edtf for day in days for date in find_dates(day)), "")


def _against(edtf: str, day: str, *, event: bool) -> str:
    """Return what a date says on the day of the paper: a range may be over, running or ahead, an event be past."""
    first, ranged, last = edtf.rstrip("?~").partition("/")
    begins, ends = _month(first), _month(last)
    if not ranged and not event:
        return ""
    if begins.strip(".") and begins > day[: len(begins)]:
        return "planned"
    if not ranged or (ends.strip(".") and ends < day[: len(ends)]):
        return "completed" if ranged or begins < day[: len(begins)] else "planned"
    return "ongoing"


def _month(point: str) -> str:
    """Return a point in time as an ISO text of its length, a season as its first month."""
    return point[:5] + _SEASONS[point[5:7]] if point[5:7] in _SEASONS else point
