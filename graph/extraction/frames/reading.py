"""Trying the frames on the sentences of a paper."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.extraction.coreference import MentionPlace
from graph.extraction.entities import Entity
from graph.extraction.frames.frame import Frame
from graph.extraction.mention import What
from graph.extraction.scenes import MARK, MaskedSentence
from graph.extraction.status import is_negated, is_open, status_of
from graph.extraction.topics import Topics

MOST_TIES = 4_000  # of one paper
FAR = 1_500  # characters back to what an implied end means
_OWNABLE = (
    "Unternehmen",
    "Gesellschaft",
    "Genossenschaft",
    "Kooperation",
    "Klinik",
    "Bank",
    "Anstalt",
    "Wirtschaftsförderung",
)


@dataclass(frozen=True, slots=True)
class FoundTie:
    """A tie that a frame states.

    Attributes
    ----------
    source, target
        Its ends.
    kind
        Code of the kind of tie.
    start, end
        Characters of the copy it rests on.
    rule
        Name of the frame.
    status
        Code, empty when the clause says nothing.
    group
        Number shared by the ties of one list.
    sure
        False when an end is implied, or stands for a noun.
    """

    source: Entity
    target: Entity
    kind: str
    start: int
    end: int
    rule: str
    status: str = ""
    group: int = 0
    sure: bool = True


def ties_of(scenes: Sequence[MaskedSentence], topics: Topics, frames: Sequence[Frame]) -> list[FoundTie]:
    """Return the ties stated in the sentences, each pair and kind once, by the first frame that fits.

    Parameters
    ----------
    scenes
        The masked sentences, see `graph.extraction.scenes.scenes_of`.
    topics
        All places of names, which the marks of the sentences count, and what each passage speaks of.
    frames
        The frames, in the order in which they are tried.
    """
    found: dict[tuple[int, int, str], FoundTie] = {}
    for number, scene in enumerate(scenes):
        if "⟦" in scene.text and len(found) < MOST_TIES:
            for tie in _of_scene(scene, topics, frames, number * len(frames)):
                found.setdefault((tie.source.number, tie.target.number, tie.kind), tie)
    return list(found.values())


def _of_scene(scene: MaskedSentence, topics: Topics, frames: Sequence[Frame], group: int) -> Iterator[FoundTie]:
    """Yield the ties of a sentence; the first frame that speaks of a pair has it."""
    taken: set[frozenset[int]] = set()
    several = scene.text.count("⟦") > 1
    for at, frame in enumerate(frames, 1):
        if not (several or frame.implied) or not any(word in scene.text for word in frame.words):
            continue
        for hit in frame.pattern.finditer(scene.text):
            ties = list(_of_hit(frame, hit, scene, topics, group + at))
            yield from (tie for tie in ties if _pair(tie) not in taken)
            taken.update(map(_pair, ties))


def _pair(tie: FoundTie) -> frozenset[int]:
    return frozenset((tie.source.number, tie.target.number))


def _of_hit(frame: Frame, hit: re.Match[str], scene: MaskedSentence, topics: Topics, group: int) -> Iterator[FoundTie]:
    parts, places = hit.groupdict(), topics.places
    first, second = ("b0", "b") if parts.get("b0") else ("a", "b")
    sources, targets = _named(parts.get(first), places), _named(parts.get(second), places)
    start, end = scene.copy_place(hit.start()), scene.copy_place(hit.end())
    clause = _clause(scene.text, hit)
    kind = _kind(frame, clause)
    if not kind:
        return
    implied = not sources or not targets
    if implied:
        other = _implied(frame.implied, start, topics, sources or targets)
        sources, targets = sources or other, targets or other
    if parts.get("s"):
        sources = [*sources, *_named(parts["s"], places)]
    status = status_of(clause)
    for source in sources:
        for target in targets:
            if _possible(source.entity, target.entity, kind):
                indirect = implied or source.indirect or target.indirect
                yield FoundTie(
                    source.entity,
                    target.entity,
                    _fitting(kind, target.entity),
                    *_evidence(start, end, source, target),
                    frame.name,
                    status,
                    group,
                    not indirect,
                )


def _fitting(kind: str, target: Entity) -> str:
    """Return the kind of tie in the words of the data: one takes part in a project, and is a member of a body."""
    bodies = ("Gremium", "Netzwerk", "Programm", "Vereinbarung")
    return "partner" if kind == "member_of" and target.what is What.PROJECT and target.kind not in bodies else kind


def _evidence(start: int, end: int, source: MentionPlace, target: MentionPlace) -> tuple[int, int]:
    """Return the words of the clause; those of one item when the list is long."""
    if end - start <= 300:
        return start, end
    nearer = source if start <= source.start < end else target
    return nearer.start, nearer.end


def _named(text: str | None, places: Sequence[MentionPlace]) -> list[MentionPlace]:
    return [places[int(number)] for _, number in MARK.findall(text)] if text else []


def _clause(text: str, hit: re.Match[str]) -> str:
    """Return the words of the hit and what follows to the end of its clause."""
    stop = re.search(r"[.;](?!\d)|, (?:die|der|das|so|wobei|während|aber)\b|$", text[hit.end() : hit.end() + 90])
    return text[hit.start() : hit.end() + (stop.start() if stop else 0)]


_APPLIES = re.compile(r"\bbewirbt|\bbeworben|\bBewerbung")


def _kind(frame: Frame, clause: str) -> str:
    """Return the tie a frame states in this clause, empty when the clause denies it."""
    if is_negated(clause) or (frame.tie == "partner" and _APPLIES.search(clause)):
        return ""
    return frame.open_as if frame.tie != frame.open_as and is_open(clause) else frame.tie


_AUTHORITIES = ("Kommune", "Landkreis", "Land")


def _possible(source: Entity, target: Entity, kind: str) -> bool:
    """Whether a tie of this kind may hold between two things."""
    rule = _RULES.get(kind)
    return source.number != target.number and (rule is None or rule(source, target))


def _may_own(source: Entity, target: Entity) -> bool:
    actors = source.what is What.ACTOR and target.what is What.ACTOR
    return actors and not target.collective and target.kind not in _AUTHORITIES


def _may_take_part(source: Entity, target: Entity) -> bool:
    return source.what is What.ACTOR and (target.what is What.PROJECT or target.kind in ("Netzwerk", "Verein"))


def _may_join(source: Entity, target: Entity) -> bool:
    return source.what is What.ACTOR and target.kind not in (*_AUTHORITIES, "Unternehmen")


_RULES: Mapping[str, Callable[[Entity, Entity], bool]] = {
    "shareholder_of": _may_own,
    "leads": _may_take_part,
    "partner": _may_take_part,
    "awarded": _may_take_part,
    "member_of": _may_join,
    "cooperates_with": lambda source, target: source.what is What.ACTOR and target.what is What.ACTOR,
    "continues": lambda source, target: source.what is target.what or "Netzwerk" in (source.kind, target.kind),
    "funds": lambda source, _: source.what is What.ACTOR or source.kind == "Programm",
}


def _implied(what: str, start: int, topics: Topics, others: Sequence[MentionPlace]) -> list[MentionPlace]:
    """Return the thing spoken of last that fits, or nothing."""
    places, taken = topics.places, {place.entity.number for place in others}
    if what == "topic":
        entity = topics.at(start)
        return [MentionPlace(start, start, entity, indirect=True)] if entity and entity.number not in taken else []
    if what == "issuer":
        first = (place for place in places if place.entity.kind in ("Kommune", "Landkreis") and not place.indirect)
        return [place for place in [next(first, None)] if place]
    fits = _FITS.get(what)
    if fits is None:
        return []
    begin = bisect_left(places, start - FAR, key=lambda place: place.start)
    end = bisect_left(places, start, key=lambda place: place.start)
    near = [place for place in places[begin:end] if place.entity.number not in taken and fits(place.entity)]
    if what == "last_company":
        return near[-1:]
    if what == "company":
        return [max(near, key=lambda place: (len(place.entity.mentions), place.start))] if near else []
    return near[-1:]


def implied_company(start: int, places: Sequence[MentionPlace]) -> Entity | None:
    """Return the organisation that a table before which nobody is named speaks of: the one the paper names most."""
    first = bisect_left(places, start, key=lambda place: place.start)
    fits = [place.entity for place in places[:first] if place.entity.what is What.ACTOR and not place.entity.collective]
    return max(fits, key=lambda entity: len(entity.mentions), default=None)


_FITS: Mapping[str, Callable[[Entity], bool]] = {
    "company": lambda entity: entity.what is What.ACTOR and entity.kind in _OWNABLE,
    "last_company": lambda entity: entity.what is What.ACTOR and entity.kind in _OWNABLE,
    "project": lambda entity: entity.what is What.PROJECT and entity.kind not in ("Gremium", "Programm"),
    "network": lambda entity: entity.kind in ("Netzwerk", "Verein", "Verband", "Genossenschaft", "Verbund"),
    "group": lambda entity: (
        entity.kind in ("Gremium", "Netzwerk") and entity.name.lower() not in ("gemeinderat", "kreistag", "stadtrat")
    ),
}
