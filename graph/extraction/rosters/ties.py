"""The ties that a list states: each of its items stands alike to what the list is of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from graph.extraction.entities import Entity
from graph.extraction.frames.default import DEFAULT
from graph.extraction.frames.ties import FoundTie
from graph.extraction.mention import What
from graph.extraction.place import MentionPlace, between, first_from
from graph.extraction.reading import Reading
from graph.extraction.rosters.funded import funded_ties
from graph.extraction.rosters.roster import Roster
from graph.extraction.rosters.runs import FITS, run_ties, tie_of_item
from graph.extraction.scenes import MaskedSentence
from graph.extraction.status import is_negated, is_vague, status_of
from graph.extraction.topics import Topics

GROUPS_OF_ROSTERS = 4_000_000  # groups of these lists are counted from here
_GIVES = re.compile(r"\b(?:aus|von|vom|durch|seitens|über)(?: (?:dem|der|den|des))?(?: [a-zäöüß]+en?)? ?[„\"]?$")


def roster_ties(
    reading: Reading,
    rosters: Sequence[Roster],
    scenes: Sequence[MaskedSentence],
    topics: Topics,
    stated: Sequence[FoundTie],
) -> Iterator[FoundTie]:
    """Yield the ties of all lists of a paper, but of items of which something alike is stated already.

    Parameters
    ----------
    reading
        The paper.
    rosters
        Its lists.
    scenes
        Its masked sentences.
    topics
        All places of names, and what each passage speaks of.
    stated
        Ties that sentences and tables state.
    """
    stated = [tie for tie in stated if tie.rule != DEFAULT]  # a list says more than what is read by default
    pairs = {frozenset((tie.source.number, tie.target.number)) for tie in stated}
    listed = (*run_ties(scenes, topics, stated), *_of_rosters(reading, rosters, topics, stated))
    for tie in (*listed, *funded_ties(reading, topics.places)):
        if frozenset((tie.source.number, tie.target.number)) not in pairs:
            yield tie


def without_inner(rosters: Sequence[Roster], topics: Topics, stated: Sequence[FoundTie]) -> list[FoundTie]:
    """Leave out what a clause is guessed to say between two items of one list: they stand alike to what the list is of.

    Parameters
    ----------
    rosters
        The lists.
    topics
        All places of names.
    stated
        Ties that sentences and tables state.
    """
    lists = [
        (one.start, one.items[-1].end, {place.entity.number for place in _members(one, topics.places)})
        for one in rosters
        if one.kind
    ]
    return [
        tie
        for tie in stated
        if tie.sure
        or not any(
            start <= tie.start < end and {tie.source.number, tie.target.number} <= members
            for start, end, members in lists
        )
    ]


def _of_rosters(
    reading: Reading, rosters: Sequence[Roster], topics: Topics, stated: Sequence[FoundTie]
) -> Iterator[FoundTie]:
    for number, roster in enumerate(rosters):
        lead = reading.text[roster.start : roster.end]
        if not roster.kind or is_negated(lead) or is_vague(lead):
            continue
        members = list(_members(roster, topics.places))
        kind, other = _kind_and_other(reading, roster, topics, members)
        known = _told(roster, stated)
        for place in members:
            if other is None or place.entity.number in known:
                continue
            receives = kind == "receives"
            ends = (other, place.entity) if receives else (place.entity, other)
            said = "funds" if receives else kind
            yield from tie_of_item(place, ends, said, GROUPS_OF_ROSTERS + number, status_of(lead))


def _members(roster: Roster, places: Sequence[MentionPlace]) -> Iterator[MentionPlace]:
    """Yield the organisation of each item."""
    for item in roster.items:
        first_at = first_from(places, item.start)
        begins = places[first_at - 1 : first_at]  # "Stadtwerke" is a word of the list and of the name
        over = [one for one in begins if one.end > item.start]
        inside = (one for one in (*over, *between(places, item.start, item.end)) if one.entity.what is What.ACTOR)
        first = next(inside, None)
        if first is not None:
            yield first


def _told(roster: Roster, stated: Sequence[FoundTie]) -> set[int]:
    """Return the numbers of what a tie is stated of by words of the list."""
    end = roster.items[-1].end
    near = [tie for tie in stated if tie.start < end and roster.start < tie.end]
    ends = {number for tie in near for number in (tie.source.number, tie.target.number)}
    return ends - {tie.target.number for tie in near if tie.kind == "funds"}  # who gets money takes part all the same


def _kind_and_other(
    reading: Reading, roster: Roster, topics: Topics, members: Sequence[MentionPlace]
) -> tuple[str, Entity | None]:
    """Return what the list states, and what it is of: named in its lead, else what the passage speaks of."""
    numbers = {one.entity.number for one in members}
    lead = [one for one in between(topics.places, roster.start, roster.end) if one.entity.number not in numbers]
    if roster.kind == "receives":
        gives = [one.entity for one in lead if _GIVES.search(reading.text[max(0, one.start - 60) : one.start])]
        return "receives", next((one for one in gives if one.what is What.ACTOR or one.kind == "Programm"), None)
    for kind in _ALSO.get(roster.kind, (roster.kind,)):
        named = [one.entity for one in lead if FITS[kind](one.entity)]
        other = named[-1] if named else _spoken_of(kind, roster, topics, numbers)
        if other is not None:
            return kind, other
    return roster.kind, None


def _spoken_of(kind: str, roster: Roster, topics: Topics, taken: set[int]) -> Entity | None:
    at, fits = roster.start, FITS[kind]
    whole = (topics.network, topics.main.entity if topics.main else None)
    spoken = (topics.group_at(at), topics.company_at(at), topics.subject_at(at), topics.at(at))
    near = (topics.sheet_at(at), topics.owner_at(at), *(whole + spoken if roster.heading else spoken + whole))
    found = next((one for one in near if one and one.number not in taken and fits(one)), None)
    return found or _only_one(topics.places, fits, taken)


def _only_one(places: Sequence[MentionPlace], fits: Callable[[Entity], bool], taken: set[int]) -> Entity | None:
    """Return what a list can be of where the paper names one such thing only."""
    known = {one.entity.number: one.entity for one in places if one.entity.number not in taken and fits(one.entity)}
    return next(iter(known.values())) if len(known) == 1 else None


# where who takes part holds shares or is a member, since the list is of a company or an association
_ALSO: Mapping[str, Sequence[str]] = {
    "partner": ("partner", "member_of", "shareholder_of"),
    "member_of": ("member_of", "partner"),
}
