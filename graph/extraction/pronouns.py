"""Pronouns that stand for what begins the sentence before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.extraction.mention import What
from graph.extraction.place import MentionPlace, between, first_from
from graph.extraction.reading import Reading

_PRONOUN = re.compile(r"(?<![^\n.!?] )(?<![\w,])(?:Sie|Er|Es|Diese[rs]?)(?= (?!und|oder)[a-zäöü]{3,})")


def pronouns_of(reading: Reading, places: Sequence[MentionPlace]) -> Iterator[MentionPlace]:
    """Yield pronouns that stand for what begins the sentence before: at its beginning, or behind the verb of "Mit dem Geld baut sie ...".

    Parameters
    ----------
    reading
        The paper.
    places
        Places of names and nouns, in their order.
    """
    yield from _inverted(reading, places)
    starts = {start: at for at, (start, _) in enumerate(reading.sentences)}
    spans = reading.sentences
    for found in _PRONOUN.finditer(reading.text):
        at = next((starts[s] for s in (found.start(), found.start() - 1) if s in starts), None)
        if not at:
            continue
        if found[0].startswith("Dies"):
            last = first_from(places, spans[at - 1][1])
            named = [
                p
                for p in places[max(0, last - 12) : last]
                if p.start >= spans[at - 1][0] and p.entity.what is What.PROJECT
            ]
            if named:
                yield MentionPlace(found.start(), found.end(), named[-1].entity, indirect=True)
            continue
        first = first_from(places, spans[at - 1][0])
        if first < len(places) and places[first].start < min(spans[at - 1][1], spans[at - 1][0] + 60):
            meant = _subject(places, first, spans[at - 1], reading.text)
            yield MentionPlace(found.start(), found.end(), meant.entity, indirect=True)


_OBLIQUE = re.compile(
    r"\b(?:[Aa]us|[Vv]on|[Vv]om|[Mm]it|[Bb]ei|[Bb]eim|[Ii]m|[Ii]n|[Aa]n|[Aa]m|[Zz]um|[Zz]ur|[Ff]ür|[Dd]urch|[Nn]eben|[Uu]nter|[Aa]uf)(?: (?:der|dem|den|die|das|des))? [„\"]?\Z"
)


def _subject(places: Sequence[MentionPlace], first: int, span: tuple[int, int], text: str) -> MentionPlace:
    """Return the first name of a sentence that stands behind no preposition, or its first name."""
    named = (one for one in places[first : first + 8] if one.start < span[1])
    plain = (one for one in named if not _OBLIQUE.search(text, max(span[0], one.start - 24), one.start))
    return next(plain, places[first])


# "Mit dem Geld baut sie ...", "Gemeinsam richten sie ...": the subject stands behind the verb
_INVERTED = re.compile(
    r"\s*[A-ZÄÖÜ][a-zäöüß]+(?: (?!sie\b|er\b|es\b)[\wäöüß,.€-]+){0,7}? (?P<verb>[a-zäöüß]{2,}(?:t|en|te|ten|rd|at|ar|uf)) (?P<who>sie|er|es)\b(?! [a-zäöü]+,)"
)
_BEGINS = 60  # characters of a sentence before the names it begins with


def _inverted(reading: Reading, places: Sequence[MentionPlace]) -> Iterator[MentionPlace]:
    """Yield the places of pronouns behind a verb; "sie" of several is one place for each, one letter long."""
    for before, (start, end) in zip(reading.sentences, reading.sentences[1:], strict=False):
        hit = _INVERTED.match(reading.text, start, end)
        named = between(places, start, hit.start("who")) if hit else ()
        if hit is None or named:
            continue
        first = [p for p in between(places, *before) if not p.object_only and not p.entity.collective]
        if first and first[0].start - before[0] < _BEGINS:
            yield from _meant(hit, reading.text, first)


def _meant(hit: re.Match[str], text: str, first: Sequence[MentionPlace]) -> Iterator[MentionPlace]:
    start, end = hit.span("who")
    several = hit["verb"].endswith("en") and len(first) > 1 and text[first[0].end : first[1].start] == " und "
    actor = next((one for one in first if one.entity.what is What.ACTOR), None) if hit["who"] != "es" else first[0]
    if several:
        yield MentionPlace(start, start + 1, first[0].entity, indirect=True)
        yield MentionPlace(start + 1, end, first[1].entity, indirect=True)
    elif actor is not None:
        yield MentionPlace(start, end, actor.entity, indirect=True)
