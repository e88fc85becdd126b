"""What a date or an amount belongs to: the nearest name of its clause, then of its sentence, then of its section."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path

from graph.extraction.entities import Entity
from graph.extraction.frames.ties import FoundTie
from graph.extraction.mention import What
from graph.extraction.payments import ASSOCIATIONS, by_payment, is_agent, is_cost, is_of_members
from graph.extraction.place import MentionPlace, between
from graph.extraction.reading import Reading
from graph.extraction.topics import Topics

_LINE = 60  # characters; a shorter sentence is a line of a head or table
_AHEAD = 250  # characters between the first sentence of a paper and the project it turns out to speak of
_PRONOUN = 3  # letters of a pronoun at most; a longer word is a noun such as "Projekt"
FAR = 600  # characters back to the name of a section
_NO_MONEY = ("Gremium", "Programm")
_GIVERS = ("Land", "Ministerium", "Behörde")
_DATED = ("Netzwerk", "Gremium")  # kinds that have dates as projects have
_LIFE = re.compile(
    tomllib.loads(Path(__file__).with_name("german_dates.toml").read_text(encoding="utf-8"))["life"]["pattern"]
)
_RECEIVES = re.compile(r"\ban (?:die |den |das |dem )?$")
_ITEM = re.compile(r"\s*(?:[•▪●○·*–-]|\(?[a-z\d]{1,2}[.)])? ?[„\"»]?")
_LABEL = re.compile(r"[“”\"«]?(?: ?[–:(]| - |:)")
_IN_PROJECT = re.compile(
    r"\s*(?:Im|Mit dem|Für das|Im Rahmen des|Beim) (?:Projekt|Vorhaben|Teilprojekt|Verbundprojekt|Verbundvorhaben|Projekts|Vorhabens) ?[„\"»]?"
)
# a row of a sheet that says something of its project
_SHEET_ROW = re.compile(
    r"[ \t]*(?:Gesamtkosten|Kosten|Gesamtausgaben|Laufzeit|Projektlaufzeit|Zuwendung|Förder\w+|Zuschuss|Eigen\w+|Budget|Projektvolumen|Volumen|Beginn|Projektbeginn|Start|Ende|Projektende|Zeitraum|Bewilligung\w*|Finanzierung)(?: [\w()]+){0,2}(?::|\t)",
    re.IGNORECASE,
)
_SITTING = re.compile(r"\s*(?:Die )?[Nn]ächste Sitzung")
_BREAKS = re.compile(
    r"[;]|, (?:die|der|das|den|dem|deren|dessen|welche[rsmn]?|so dass|wobei|während|sowie)\b(?! \d)|, weitere\b| – "
)


def owner_of(
    reading: Reading, places: Sequence[MentionPlace], topics: Topics, start: int, end: int, *, money: bool = False
) -> Entity | None:
    """Return what a value at ``[start, end)`` of the copy belongs to; a project of its sentence comes before an actor.

    Parameters
    ----------
    reading
        The paper.
    places
        All places of names.
    topics
        What each passage speaks of.
    start, end
        Where the value stands.
    money
        Whether it is an amount; bodies of councils and programmes have none.
    """
    sentence = reading.sentence_at(start)
    named = _between(places, *sentence)
    inside = [place for place in named if not (money and place.entity.kind in _NO_MONEY)]
    if stated := _stated(reading, places, topics, inside, start=start, money=money):
        return stated
    if money and (stated := by_payment(reading, places, topics, named, start=start, end=end)):
        return stated
    clause = _clause(reading.text, sentence, start, end)
    near = [
        place for place in inside if clause[0] <= place.start < clause[1] or _is_antecedent(place, clause, reading.text)
    ]
    near = [place for place in near if not (money and is_agent(reading.text, place))] or near
    chosen = _nearest(near, start, end) or _nearest(inside, start, end)
    if chosen is None:
        return _of_passage(reading, places, topics, start, money=money)
    if other := _spoken_of(chosen, topics, start, alone=not near):
        return other
    if not money and (dated := _dated(chosen, reading, topics, start, inside)) is not chosen.entity:
        return dated
    gives = _gives(chosen, reading.text, clause, money=money)
    return (gives and topics.at(start)) or chosen.entity


def _spoken_of(chosen: MentionPlace, topics: Topics, start: int, *, alone: bool) -> Entity | None:
    """Return the project a passage speaks of where its clause names nothing, or only says "das Projekt" below a heading."""
    if alone and chosen.entity.what is What.ACTOR and (other := topics.at(start)):
        return other
    if not chosen.indirect or chosen.end - chosen.start <= _PRONOUN:
        return None
    earlier = between(topics.projects, chosen.start - FAR, chosen.start)
    named = [one for one in earlier if one.entity is chosen.entity and not one.indirect]
    return None if named and topics.begins(named[-1].start) else topics.headed_at(start)


def _of_passage(
    reading: Reading, places: Sequence[MentionPlace], topics: Topics, start: int, *, money: bool
) -> Entity | None:
    """Return what a value belongs to whose sentence names nothing; one of many projects belongs to none."""
    sentence = reading.sentence_at(start)
    if money and _OF_MANY_PROJECTS.search(reading.text[sentence[0] : start]):
        return None
    before = _between(places, max(0, sentence[0] - FAR), sentence[0])
    if money and is_of_members(reading.text[slice(*sentence)]):
        joined = [place.entity for place in before if place.entity.kind in ASSOCIATIONS]
        return joined[-1] if joined else None
    prose = sentence[1] - sentence[0] > _LINE
    before = [place for place in before if not ((money or prose) and place.entity.kind == "Gremium")]
    spoken = [place for place in before if place.entity.what is What.PROJECT] or before
    if money and not topics.near_at(start) and not is_cost(reading.text, sentence[0], start):
        near = _in_paragraph(reading.text, before, sentence[0])
        if near is not None:
            return near
    of_part = topics.at(start) or topics.owner_at(start)
    return of_part or (spoken[-1].entity if spoken else _announced(topics, sentence[1]))


def _in_paragraph(text: str, before: Sequence[MentionPlace], end: int) -> Entity | None:
    """Return the organisation named last in the paragraph of an amount that is none of those that only give."""
    begin = max(text.rfind("\n\n", 0, end), 0)
    near = [
        place.entity
        for place in before
        if place.start > begin and place.entity.kind not in (*_GIVERS, "Kommune", "Landkreis")
    ]
    return near[-1] if near else None


def _announced(topics: Topics, end: int) -> Entity | None:
    """Return the first project of a paper where it is named right behind its first sentences: "Mit 5.000 Euro ... Das Projekt"."""
    first = next(iter(topics.projects), None)
    return first.entity if first is not None and 0 <= first.start - end < _AHEAD else None


def _dated(
    chosen: MentionPlace, reading: Reading, topics: Topics, start: int, inside: Sequence[MentionPlace]
) -> Entity | None:
    """Return what a date belongs to whose nearest name is known: who takes applications, or what the passage speaks of."""
    words = reading.text[slice(*reading.sentence_at(start))]
    if _APPLY_BY.search(words):
        return chosen.entity
    if chosen.entity.kind == "Programm" and (spoken := _spoken(topics, start, inside)):
        return spoken
    if _has_dates(chosen.entity, words):
        return chosen.entity
    is_line = len(words) < _LINE and not words.rstrip().endswith((".", "!", "?"))
    told = None if is_line else chosen.entity  # the line of a head tells nothing
    return topics.subject_at(start) if topics.near_at(start) else topics.owner_at(start) or told


# "61 Projekte mit einem Volumen von zusammen 1,02 Mrd. Euro" is of no single one
_OF_MANY_PROJECTS = re.compile(r"\b\d{2,4} (?:Projekte|Vorhaben|Maßnahmen)\b[^.;]{0,60}$")
_APPLY_BY = re.compile(r"\b(?:Anträge|Bewerbungen|Skizzen|Projektanträge)\b[^.;]{0,40}\bbis (?:zum )?")


def _spoken(topics: Topics, start: int, inside: Sequence[MentionPlace]) -> Entity | None:
    """Return the project a passage speaks of where its sentence names a programme alone: "Bis Mai erhält es aus dem P ..."."""
    alone = all(place.entity.kind == "Programm" or place.entity.what is What.ACTOR for place in inside)
    return topics.at(start) if alone else None


def receiver_of(
    ties: Sequence[FoundTie], reading: Reading, places: Sequence[MentionPlace], start: int
) -> Entity | None:
    """Return the only organisation that the sentence of a value says is funded, where it funds no project; else nothing.

    Parameters
    ----------
    ties
        The ties of the paper.
    reading
        The paper.
    places
        All places of names.
    start
        Where the value stands.
    """
    first, last = reading.sentence_at(start)
    funded = {
        tie.target.number: tie.target for tie in ties if tie.kind == "funds" and first <= tie.start and tie.end <= last
    }
    only = next(iter(funded.values())) if len(funded) == 1 else None
    inside = _between(places, first, last)
    named = {place.entity.number for place in inside if not is_agent(reading.text, place)}
    return only if only is not None and only.what is What.ACTOR and only.number in named else None


def _has_dates(entity: Entity, words: str) -> bool:
    """Whether a date in these words may be an entity's: of an organisation where they speak of its life."""
    return entity.what is What.PROJECT or entity.kind in _DATED or _LIFE.search(words) is not None


def _stated(
    reading: Reading,
    places: Sequence[MentionPlace],
    topics: Topics,
    inside: Sequence[MentionPlace],
    *,
    start: int,
    money: bool,
) -> Entity | None:
    """Return whose value the form of its sentence says: a row of a sheet, an item that begins with a name, the next sitting."""
    begin = reading.sentence_at(start)[0]
    if _SHEET_ROW.match(reading.text, begin, start + 1) and (sheet := topics.sheet_at(start)):
        return sheet
    if first := _labelled(reading.text, inside, begin):
        return first.entity
    return _sitting(places, start) if not money and _SITTING.match(reading.text, begin) else None


def _is_antecedent(place: MentionPlace, clause: tuple[int, int], text: str) -> bool:
    """Whether a relative clause is about a name right before it, words at the end of that clause between."""
    near = place.end <= clause[0] and _UP_TO_COMMA.fullmatch(text[place.end : clause[0]]) is not None
    return near and _RELATIVE.match(text, clause[0]) is not None


# the end of a clause behind a name: "an dem Vorhaben „X“ mitgewirkt, das ..."
_UP_TO_COMMA = re.compile(r"[^,;]{0,7}|[“”\"«)]{0,2} [a-zäöüß]{4,20}(?: (?:hat|haben|ist|sind|wird|werden))?")
_RELATIVE = re.compile(r", (?:die|der|das|den|dem|deren|dessen|welche[rsmn]?)\b")


def _labelled(text: str, inside: Sequence[MentionPlace], start: int) -> MentionPlace | None:
    """Return the project an item or a sentence puts first: "a) „X“ – Träger: ...", "Im Projekt X entwickelt ..."."""
    first = next(iter(inside), None)
    if first is None or first.entity.what is not What.PROJECT or first.indirect:
        return None
    before, after = text[start : first.start], text[first.end : first.end + 4]
    item = _ITEM.fullmatch(before) and _LABEL.match(after)
    return first if item or _IN_PROJECT.fullmatch(before) else None


def _sitting(places: Sequence[MentionPlace], start: int) -> Entity | None:
    """Return the body whose next sitting is announced: the one a paper names first."""
    return next((place.entity for place in places if place.entity.kind == "Gremium" and place.start < start), None)


def _gives(chosen: MentionPlace, text: str, clause: tuple[int, int], *, money: bool) -> bool:
    """Whether the only names of a sentence say who gives: what it speaks of has the value."""
    if chosen.entity.what is What.PROJECT or is_of_members(text[slice(*clause)]):
        return False
    receives = _RECEIVES.search(text[max(0, chosen.start - 12) : chosen.start])
    return not receives and (money or chosen.entity.kind in _GIVERS)


def _between(places: Sequence[MentionPlace], start: int, end: int) -> list[MentionPlace]:
    return [place for place in between(places, start, end) if not place.entity.collective]


def _clause(text: str, sentence: tuple[int, int], start: int, end: int) -> tuple[int, int]:
    first, last = sentence
    for found in _BREAKS.finditer(text, *sentence):
        if found.end() <= start:
            first = found.start()
        elif found.start() >= end:
            last = found.start()
            break
    return first, last


def _nearest(places: Sequence[MentionPlace], start: int, end: int) -> MentionPlace | None:
    if not places:
        return None
    return min(places, key=lambda place: _distance(place, start, end) + _preference(place))


def _distance(place: MentionPlace, start: int, end: int) -> int:
    return start - place.end if place.end <= start else place.start - end + _LATER


_LATER = 20  # characters by which a name that comes after the value counts as farther away


_OF_MANY = 90  # a programme or a body, which the values of many projects stand beside


def _preference(place: MentionPlace) -> int:
    """Return characters by which a name counts as farther away: towns and ministries own few dates."""
    entity = place.entity
    if entity.kind in ("Programm", "Gremium"):
        return _OF_MANY
    if entity.what is What.PROJECT:
        return -60 if entity.kind in ("Messe", "Veranstaltung") else 0
    if entity.kind in ("Kommune", "Landkreis", "Land", "Ministerium", "Behörde"):
        return 150
    return 90
