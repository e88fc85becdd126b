"""Whose an amount is where its sentence names no project: who receives it, who is joined, who gives."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path

from graph.extraction.entities import Entity
from graph.extraction.mention import What
from graph.extraction.money import is_like_before
from graph.extraction.owned import is_company
from graph.extraction.place import MentionPlace, between
from graph.extraction.reading import Reading
from graph.extraction.topics import Topics

ASSOCIATIONS = ("Verein", "Verband", "Netzwerk", "Genossenschaft", "Verbund")
PAYMENT = tomllib.loads(Path(__file__).with_name("german_money.toml").read_text(encoding="utf-8"))["payment"]
_DUES, _RECEIVES, _SUPPORTS, _COSTS = (re.compile(PAYMENT[name]) for name in ("dues", "receives", "supports", "costs"))
_SEVERAL_BEFORE, _SEVERAL_AFTER = (re.compile(PAYMENT[name]) for name in ("several_before", "several_after"))
_SEVERAL_NEAR = 110  # characters before an amount in which its projects are counted
_CAPITAL, _MEMBERSHIP = (re.compile(PAYMENT[name]) for name in ("capital", "membership"))
_BEFORE = 90  # characters before an amount in which words say that it is a cost
_AGENT = re.compile(r"\b(?:[Vv]on|[Vv]om|[Dd]urch)(?: (?:de[rmn]|die|das|einem|einer))?(?: [a-zäöü]+en)? ?[„\"]?$")
_OBJECT = re.compile(r"\b(?:den|die|das|dem) (?:[a-zäöü]+en )?[„\"]?$")
_LABEL = re.compile(r"[ \t]*(?:[•▪●○·*–-]|\(?[a-z\d]{1,2}[.)])[ \t]*(?:(?:[Dd](?:er|ie|as)|an) )?")
_SAYS = re.compile(r"[“”\"«]?(?: \([^()\n]{1,30}\))?(?::| –| -|\t| mit)[ \t](?:rund |ca\. |bis zu |insgesamt )?$")
# where it is: "- Gemeinde A, Ortsteil B, Landkreis C, ca. 284.000 Euro"
_SEAT = re.compile(r"(?:, [A-ZÄÖÜ][^,;:\n]{2,60}){1,3}, (?:rund |ca\. |bis zu |insgesamt |jeweils )?")


def is_of_members(words: str) -> bool:
    """Whether words speak of what an organisation has itself: dues of its members, its capital, its turnover."""
    return _DUES.search(words) is not None


def is_agent(text: str, place: MentionPlace) -> bool:
    """Whether a name says by whom something is done: "vom Netzwerk koordiniert"."""
    return _AGENT.search(text[max(0, place.start - 40) : place.start]) is not None


def is_cost(text: str, begin: int, start: int) -> bool:
    """Whether the words before an amount say that it is a cost, which projects have.

    Parameters
    ----------
    text
        The copy.
    begin
        Where the sentence of the amount begins.
    start
        Where the amount begins.
    """
    return _COSTS.search(text, max(begin, start - _BEFORE), start) is not None


def is_of_several(text: str, sentence: tuple[int, int], start: int, end: int) -> bool:
    """Whether an amount is for a number of projects together: "drei Projekte mit 9 Mio. Euro", "5.000 Euro für Kleinprojekte".

    Parameters
    ----------
    text
        The copy.
    sentence
        ``[start, end)`` of the sentence.
    start, end
        Where the amount stands.
    """
    before = _SEVERAL_BEFORE.search(text, max(sentence[0], start - _SEVERAL_NEAR), start)
    return before is not None or _SEVERAL_AFTER.match(text, end, sentence[1]) is not None


def giver_of(reading: Reading, topics: Topics, named: Sequence[MentionPlace], start: int) -> Entity | None:
    """Return who gives an amount to several projects: the subject of its sentence, else the body or network spoken of.

    Parameters
    ----------
    reading
        The paper.
    topics
        What its passages speak of.
    named
        The names in the sentence, in their order.
    start
        Where the amount stands.
    """
    actors = [one for one in named if one.entity.what is What.ACTOR and one.start < start]
    subject = next((one.entity for one in actors if not _is_oblique(reading.text, one)), None)
    return subject or topics.group_at(start) or topics.owner_at(start) or topics.network


def by_payment(
    reading: Reading,
    places: Sequence[MentionPlace],
    topics: Topics,
    named: Sequence[MentionPlace],
    *,
    start: int,
    end: int,
) -> Entity | None:
    """Return whose an amount is by how its sentence speaks of paying; what several projects get together is of who gives it.

    Parameters
    ----------
    reading
        The paper.
    places
        All places of names.
    topics
        What its passages speak of.
    named
        The names in the sentence, in their order.
    start, end
        Where the amount stands.
    """
    several = is_of_several(reading.text, reading.sentence_at(start), start, end)
    return (
        (giver_of(reading, topics, named, start) if several else None)
        or held_of(reading, places, named, start)
        or paid_of(reading, topics, named, start, end)
    )


def paid_of(reading: Reading, topics: Topics, named: Sequence[MentionPlace], start: int, end: int) -> Entity | None:
    """Return whose an amount is by how its sentence speaks of paying, or nothing.

    Parameters
    ----------
    reading
        The paper.
    topics
        What its passages speak of; a project of the same passage comes before who pays.
    named
        The names in the sentence, in their order.
    start, end
        Where the amount stands.
    """
    begin = reading.sentence_at(start)[0]
    actors = [one for one in named if one.entity.what is What.ACTOR]
    stated = _labelled(reading.text, named, begin, start) or _joined(reading.text[begin:end], actors, start)
    if stated or any(one.entity.what is What.PROJECT and one.entity.kind != "Programm" for one in named):
        return stated
    if topics.near_at(start) or is_cost(reading.text, begin, start):
        return None
    return _receiver(reading, actors, start, end) or topics.owner_at(start) or _closest(named, start)


def held_of(
    reading: Reading, places: Sequence[MentionPlace], named: Sequence[MentionPlace], start: int
) -> Entity | None:
    """Return the company whose capital an amount is, or the association last named whose dues it is.

    Parameters
    ----------
    reading
        The paper.
    places
        All places of names.
    named
        Those in the sentence.
    start
        Where the amount stands.
    """
    begin = reading.sentence_at(start)[0]
    before = reading.text[max(begin, start - _NOUN) : start]
    if _CAPITAL.search(before):
        return next((one.entity for one in named if one.start > start and is_company(one.entity)), None)
    if not _MEMBERSHIP.search(before) or any(one.entity.kind in ASSOCIATIONS for one in named if one.start < start):
        return None
    earlier = reversed(between(places, max(0, begin - _BACK), begin))
    return next((one.entity for one in earlier if one.entity.kind in ASSOCIATIONS and not one.entity.collective), None)


_BACK = 600  # characters back to an association whose dues a sentence tells
_NOUN = 50  # characters before an amount in which a noun says whose it must be


def listed_of(text: str, places: Sequence[MentionPlace], before: int, start: int) -> Entity | None:
    """Return the only name between two amounts whose verb is said once: "Verein A erhielt 5.000 Euro, die Schule B 2.000 Euro".

    Parameters
    ----------
    text
        The copy.
    places
        All places of names.
    before, start
        Where the first amount ends, and where the second begins.
    """
    named = {
        place.entity.number: place.entity for place in between(places, before, start) if not place.entity.collective
    }
    return next(iter(named.values())) if len(named) == 1 and is_like_before(text[before:start]) else None


def _labelled(text: str, named: Sequence[MentionPlace], begin: int, start: int) -> Entity | None:
    """Return the organisation of an item that says no more than a name and an amount: "- Hospizverein A e. V.: 500 Euro"."""
    line = max(begin, text.rfind("\n", 0, start) + 1)
    first = next((one for one in named if one.start >= line), None)
    if first is None or first.entity.what is not What.ACTOR or first.end > start:
        return None
    item = _LABEL.fullmatch(text, line, first.start)
    says = item and (
        _SAYS.fullmatch(text, first.end, start) or (item[0].strip() and _SEAT.fullmatch(text, first.end, start))
    )
    return first.entity if says else None


def _joined(words: str, actors: Sequence[MentionPlace], start: int) -> Entity | None:
    """Return the association whose dues an amount is."""
    if not is_of_members(words):
        return None
    return next((one.entity for one in reversed(actors) if one.start < start and one.entity.kind in ASSOCIATIONS), None)


def _receiver(reading: Reading, actors: Sequence[MentionPlace], start: int, end: int) -> Entity | None:
    """Return who receives: the subject of "erhält", or of what is "bezuschusst", or the object of who supports."""
    begin, last = reading.sentence_at(start)
    text = reading.text
    if favoured := [one for one in actors if _IN_FAVOUR.search(text[max(0, one.start - 25) : one.start])]:
        return favoured[0].entity
    if verb := _SUPPORTS.search(text, begin, last):
        objects = (one for one in actors if verb.end() <= one.start < start)
        return next((one.entity for one in objects if _OBJECT.search(text[max(0, one.start - 25) : one.start])), None)
    if not _RECEIVES.search(text, begin, last):
        return None
    subjects = [one for one in actors if not _is_oblique(text, one)]
    before = [one for one in subjects if one.end <= start]
    chosen = before[-1:] or [one for one in subjects if one.start >= end][:1]
    return chosen[0].entity if chosen else None


_IN_FAVOUR = re.compile(r"\b[Zz]u ?[Gg]unsten (?:de[rs] |von )?$")
_OBLIQUE = re.compile(
    r"\b(?:[Vv]on|[Vv]om|[Dd]urch|[Aa]us|[Bb]eim?|[Ff]ür|[Mm]it|[Ii]n|[Ii]m|[Zz]u[rm]?|[Aa]uf|de[sr] Programms)(?: (?:de[rmns]|die|das|eine[mnr]?))?(?: [a-zäöü]+en)? ?[„\"]?$"
)


def _is_oblique(text: str, place: MentionPlace) -> bool:
    return _OBLIQUE.search(text[max(0, place.start - 40) : place.start]) is not None


def _closest(named: Sequence[MentionPlace], start: int) -> Entity | None:
    """Return the name right before an amount, else the first behind it; an organisation before a programme."""
    actors = [one for one in named if one.entity.what is What.ACTOR] or [
        one for one in named if one.entity.kind == "Programm"
    ]
    before = [one for one in actors if one.start < start]
    return next((one.entity for one in (*before[-1:], *actors[:1])), None)
