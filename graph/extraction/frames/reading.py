"""Trying the frames on the sentences of a paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import count

from graph.extraction.entities import Entity
from graph.extraction.frames.clauses import FIRST_PERSON, attributes_of, without, without_asides
from graph.extraction.frames.default import default_ties
from graph.extraction.frames.frame import SLOTS, Frame
from graph.extraction.frames.roles import ties_by_roles
from graph.extraction.frames.ties import FoundTie, ambiguous, fitting, is_possible
from graph.extraction.frames.together import together
from graph.extraction.frames.unsaid import given, listed
from graph.extraction.mention import What
from graph.extraction.place import MentionPlace, between, first_from
from graph.extraction.scenes import MARK, MaskedSentence
from graph.extraction.status import is_conditional, is_negated, is_open, is_vague, status_of
from graph.extraction.topics import Topics

SHORT_ROW = 160  # characters of the row of a table without prose
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
    lists = count(1)
    words = frozenset(word for frame in frames for word in frame.words)
    for before, scene in zip((None, *scenes), scenes, strict=False):
        if ("⟦" in scene.text or FIRST_PERSON.search(scene.text)) and len(found) < MOST_TIES:
            present = {word for word in words if word in scene.text}
            may_fit = [frame for frame in frames if not present.isdisjoint(frame.words)]
            for tie in _of_scene(scene, before, topics, may_fit, lists):
                found.setdefault((tie.source.number, tie.target.number, tie.kind), tie)
    return list(found.values())


def _of_scene(
    scene: MaskedSentence,
    before: MaskedSentence | None,
    topics: Topics,
    frames: Sequence[Frame],
    lists: Iterator[int],
) -> Iterator[FoundTie]:
    """Yield the ties of a sentence by the frames that may fit; the first that speaks of a pair has it.

    Each list of names has a number of its own, the next of ``lists``.
    """
    taken: set[frozenset[int]] = set()
    stated: list[FoundTie] = []
    named = {topics.places[int(number)].entity.number for _, number in MARK.findall(scene.text)}
    several = scene.text.count("⟦") > 1
    plain = _parted(without_asides(without(scene.text, [span for span, _ in attributes_of(scene.text)])))
    for frame in frames:
        if not (several or frame.implied):
            continue
        for hit in frame.pattern.finditer(plain):
            ties = list(_of_hit(frame, hit, scene, topics, next(lists)))
            new = [tie for tie in ties if _pair(tie) not in taken and not _gave_already(tie, stated)]
            yield from new
            stated.extend(new)
            taken.update(map(_pair, ties))
    told = {(tie.source.number, tie.kind) for tie in stated}
    acts = {tie.source.number for tie in stated if tie.kind in _DEEDS}
    acts |= {tie.target.number for tie in stated if tie.kind == "cooperates_with"}
    row = scene.text.count("\t") > 1 and len(scene.text) < SHORT_ROW  # its columns say what it says
    for tie in () if row else ties_by_roles(scene, topics, lists):
        implied = tie.target.number not in named and tie.source.number in acts
        if _pair(tie) not in taken and not implied and (tie.source.number, tie.kind) not in told:
            stated.append(tie)
            yield tie
    if not row:
        yield from _further(scene, before, topics, lists, (stated, taken))


def _further(
    scene: MaskedSentence,
    before: MaskedSentence | None,
    topics: Topics,
    lists: Iterator[int],
    told: tuple[Sequence[FoundTie], set[frozenset[int]]],
) -> Iterator[FoundTie]:
    """Yield who works with whom, and what is read by default, of those that no tie of the sentence names."""
    stated, taken = told
    ends = {number for pair in (*taken, *map(_pair, stated)) for number in pair}
    for tie in (*listed(scene, before, topics, lists), *given(scene, topics, stated, lists)):
        if _pair(tie) not in taken:
            taken.add(_pair(tie))
            yield tie
    ends = ends.union(*taken)
    for tie in together(scene, topics, lists):
        if not _pair(tie) <= ends:
            taken.add(_pair(tie))
            yield tie
    ends = ends.union(*taken)
    yield from default_ties(scene, topics, ends, lists, {tie.kind for tie in stated})


_NEW_SUBJECT = re.compile(r"; (?=(?:die|der|das) ⟦A\d+⟧ [a-zäöüß]{3,}(?:t|te|en) )")


def _parted(text: str) -> str:
    """Put a bar for the semicolon before a new subject and its verb, so that it is no mark of a list."""
    return _NEW_SUBJECT.sub("| ", text)


# who is said to do one of these in a sentence does it to what the sentence names, not to what its passage speaks of
_DEEDS = ("leads", "partner", "supports", "funds", "cooperates_with", "submitted_to")


def _gave_already(tie: FoundTie, stated: Sequence[FoundTie]) -> bool:
    """Whether who gives in a sentence was said to give to a project of it: those named beside it only carry it out."""
    projects = [one for one in stated if one.kind == tie.kind == "funds" and one.target.what is What.PROJECT]
    return tie.target.what is What.ACTOR and any(one.source.number == tie.source.number for one in projects)


def _pair(tie: FoundTie) -> frozenset[int]:
    return frozenset((tie.source.number, tie.target.number))


def _of_hit(frame: Frame, hit: re.Match[str], scene: MaskedSentence, topics: Topics, group: int) -> Iterator[FoundTie]:
    parts, places = hit.groupdict(), topics.places
    first, second = ("b0", "b") if parts.get("b0") else ("a", "b")
    sources, targets = _named(parts.get(first), places), _named(parts.get(second), places)
    start, end = scene.copy_place(hit.start()), scene.copy_place(hit.end())
    clause = _clause(scene.text, hit)
    kind = _kind(frame, clause)
    if not kind or is_conditional(scene.text[max(0, hit.start() - 90) : hit.start()]):
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
            if is_possible(source.entity, target.entity, kind):
                indirect = implied or source.indirect or target.indirect
                yield FoundTie(
                    source.entity,
                    target.entity,
                    fitting(kind, target.entity),
                    *_evidence(start, end, source, target),
                    frame.name,
                    status,
                    group,
                    not indirect,
                    *ambiguous(source, target),
                )


def _evidence(start: int, end: int, source: MentionPlace, target: MentionPlace) -> tuple[int, int]:
    """Return the words of the clause; those of one item when the list is long."""
    if end - start <= 300:
        return start, end
    nearer = source if start <= source.start < end else target
    return nearer.start, nearer.end


def _named(text: str | None, places: Sequence[MentionPlace]) -> list[MentionPlace]:
    return [places[int(number)] for _, number in MARK.findall(_OF_ANOTHER.sub("", text))] if text else []


_OF_ANOTHER = re.compile(r"(?<=⟧) (?:der|des|dem) ⟦[AP]\d+⟧")  # "das ⟦A1⟧ der ⟦A2⟧" is no list


def _clause(text: str, hit: re.Match[str]) -> str:
    """Return the words of the hit and what follows to the end of its clause."""
    stop = re.search(r"[.;](?!\d)|, (?:die|der|das|so|wobei|während|aber)\b|$", text[hit.end() : hit.end() + 90])
    return text[hit.start() : hit.end() + (stop.start() if stop else 0)]


# who supports something with money funds it
_WITH_MONEY = re.compile(r"\b(?:[Ff]inanziell\w*|Fördermitteln?|Zuschuss|Zuwendung|Euro|EUR|Mio\.)|€")
_WITH_SUM = re.compile(
    rf"\bbeteilig[^;]{{0,40}}\bmit (?:rund |bis zu |insgesamt |knapp )?{SLOTS['SUM']}(?<!%)(?<!Prozent)"
)
_WITH_ADVICE = re.compile(r"\b(?:[Bb]egleit|[Bb]erat|[Bb]erät|[Ee]valuier)")
_APPLIES = re.compile(r"\bbewirbt|\bbeworben|\bBewerbung")


def _kind(frame: Frame, clause: str) -> str:
    """Return the tie a frame states in this clause, empty when the clause denies it."""
    if is_negated(clause) or is_vague(clause) or (frame.tie == "partner" and _APPLIES.search(clause)):
        return ""
    if frame.tie == "supports" and _WITH_MONEY.search(clause) and not _WITH_ADVICE.search(clause):
        return "" if is_open(clause) else "funds"
    if frame.tie == "partner" and _WITH_SUM.search(clause):
        return "" if is_open(clause) else "funds"
    return frame.open_as if frame.tie != frame.open_as and is_open(clause) else frame.tie


def _implied(what: str, start: int, topics: Topics, others: Sequence[MentionPlace]) -> list[MentionPlace]:
    """Return the thing spoken of last that fits, or nothing."""
    taken = {place.entity.number for place in others}
    if what == "topic":
        entity = topics.at(start)
        return [MentionPlace(start, start, entity, indirect=True)] if entity and entity.number not in taken else []
    if what == "issuer":
        return _issuer(start, topics)
    return _last_actor(start, topics, taken) if what == "last_actor" else _last_that_fits(what, start, topics, taken)


def _last_that_fits(what: str, start: int, topics: Topics, taken: Collection[int]) -> list[MentionPlace]:
    places, fits = topics.places, _FITS.get(what)
    if fits is None:
        return []
    if what == "project" and (spoken := topics.at(start)) and spoken.number not in taken:
        return [MentionPlace(start, start, spoken, indirect=True)]
    places = topics.projects if what == "project" else places  # not what came before, named by the way
    before = between(places, start - FAR, start)
    near = [place for place in before if place.entity.number not in taken and fits(place.entity)]
    if what == "last_company":
        return near[-1:]
    if what == "company":
        return [max(near, key=lambda place: (len(place.entity.mentions), place.start))] if near else []
    return near[-1:]


def _issuer(start: int, topics: Topics) -> list[MentionPlace]:
    """Return whose paper it is: the town or district at its head, else the network, else the first town or district."""
    towns = [p for p in topics.places if p.entity.kind in ("Kommune", "Landkreis") and not p.indirect]
    if topics.network and not (towns and towns[0].start < _HEAD):
        return [MentionPlace(start, start, topics.network, indirect=True)]
    return towns[:1]


_HEAD = 300  # characters of a paper that say whose it is


def _last_actor(start: int, topics: Topics, taken: Collection[int]) -> list[MentionPlace]:
    """Return the organisation that the passage speaks of: whose part of the paper it is, or the last a sentence began with."""
    before = [one for one in between(topics.places, start - FAR, start) if one.entity.what is What.ACTOR]
    owner = topics.owner_at(start)
    if owner and owner.number not in taken:
        return [MentionPlace(start, start, owner, indirect=True)]
    opens = [one for one in before if topics.opens(one.start) and one.entity.number not in taken]
    return opens[-1:]


def implied_company(start: int, places: Sequence[MentionPlace]) -> Entity | None:
    """Return the organisation that a table before which nobody is named speaks of: the one the paper names most."""
    before = places[: first_from(places, start)]
    fits = [place.entity for place in before if place.entity.what is What.ACTOR and not place.entity.collective]
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
