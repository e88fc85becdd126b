"""From the text of a paper to proposals: read, find names, merge them, find ties, amounts and dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.extraction.belonging import owner_of, receiver_of
from graph.extraction.clean import unify_line_ends
from graph.extraction.coreference import places_of
from graph.extraction.dates import find_dates
from graph.extraction.derived import bodies_of_projects, derived_ties, with_owners
from graph.extraction.entities import Entity, entities_of
from graph.extraction.frames import DEFAULT, FRAMES, FoundTie, ties_of
from graph.extraction.given import Above
from graph.extraction.granted import APPROVED, GrantedList, granted_lists, granted_ties
from graph.extraction.mention import Mention, What, without_overlaps
from graph.extraction.money import find_amounts
from graph.extraction.passages import topics_of
from graph.extraction.payments import listed_of
from graph.extraction.place import MentionPlace
from graph.extraction.plugins import ADDING, added
from graph.extraction.proposals import Proposal, Proposed
from graph.extraction.reading import Reading, read_paper
from graph.extraction.recognisers import RECOGNISERS
from graph.extraction.recognisers.company import acting
from graph.extraction.recognisers.persons import is_bare_person
from graph.extraction.recognisers.siblings import find_siblings
from graph.extraction.rosters import Roster, find_listed, roster_ties, rosters_of, without_inner
from graph.extraction.scenes import scenes_of
from graph.extraction.stages import Stages, stages_of
from graph.extraction.tables import PaperTable, tables_of
from graph.extraction.tables.facts import TableFacts, facts_of
from graph.extraction.tables.items import item_mentions
from graph.extraction.tables.sums import checked_sums
from graph.extraction.topics import Topics
from graph.extraction.zones import Zones, zones_of

_WINTER = "-24"  # begins in one year and ends in the next: a person must look
LONGEST_READ = 150_000  # characters, about fifty pages; of a longer text the rest is shown, not read


@dataclass(frozen=True)
class Extraction:
    """What was found in a paper.

    Attributes
    ----------
    text
        The text as given, each line end one character; spans count its characters.
    proposals
        In the order of the review.
    read_to
        Characters that were read; fewer than the text has when it is longer than `LONGEST_READ`.
    """

    text: str
    proposals: tuple[Proposal, ...]
    read_to: int


def extract(text: str) -> Extraction:
    """Read a paper and propose what stands in it.

    Parameters
    ----------
    text
        Plain text of any length.

    Returns
    -------
    Extraction
        Proposals, actors first, then projects, ties, amounts and dates, each kind in the order of the text.
    """
    shown = unify_line_ends(text)
    reading = read_paper(shown[:LONGEST_READ])
    zones = zones_of(reading.text)
    tables = tables_of(reading)
    rosters = rosters_of(reading)
    entities, owners = with_owners(reading, entities_of(reading, mentions_of(reading, zones, tables, rosters)))
    places = [place for place in places_of(reading, entities) if not zones.is_signature(place.start)]
    topics = topics_of(reading, places)
    facts = facts_of(tables, topics)
    scenes = scenes_of(reading, places)
    granted = granted_lists(reading, places)
    said = without_inner(rosters, topics, ties_of(scenes, topics, FRAMES))
    stated = [*facts.ties, *said, *granted_ties(granted)]
    derived = (*derived_ties(entities, owners), *bodies_of_projects(reading, places))
    ties = unique([*stated, *roster_ties(reading, rosters, scenes, topics, stated), *derived])
    approved = {item.entity.number: APPROVED for one in granted for item in one.items}
    dates = list(_dates(reading, places, topics, zones, facts, ties=ties))
    stages = stages_of(reading, topics, ties, [(date.of, date.edtf) for date in dates])
    ahead = {} if stages.day else dict.fromkeys(facts.terms, "planned")  # what has a term in a paper without a day
    proposals = [
        *_entities(reading, entities, {**ahead, **approved, **facts.statuses}, stages),
        *_ties(reading, ties),
        *_amounts(
            reading, places, topics, zones, facts, sums=checked_sums(reading.text, tables), granted=granted, ties=ties
        ),
        *dates,
    ]
    persons = [reading.clean.span(m.start, m.end) for m in RECOGNISERS["person"](reading)]
    more = added(shown, proposals, persons) if ADDING else ()
    return Extraction(shown, (*proposals, *more), min(len(shown), LONGEST_READ))


def unique(ties: Sequence[FoundTie]) -> list[FoundTie]:
    """Keep the first of ties with the same ends and kind, and of those read by default only between what no other tie joins."""
    read = {frozenset((tie.source.number, tie.target.number)) for tie in ties if tie.rule != DEFAULT}
    kept = [t for t in ties if t.rule != DEFAULT or frozenset((t.source.number, t.target.number)) not in read]
    return list({(tie.source.number, tie.target.number, tie.kind): tie for tie in reversed(kept)}.values())


_SHORT = 8  # letters of what is short for the organisation before its bracket


def mentions_of(
    reading: Reading, zones: Zones, tables: Sequence[PaperTable], rosters: Sequence[Roster]
) -> list[Mention]:
    """Return what the recognisers find, each stretch of text once; nothing in form boxes and signatures.

    Parameters
    ----------
    reading
        The copy of the text.
    zones
        What each part of the text is: body, form box, signature ...
    tables
        Tables of the paper.
    rosters
        Its lists of organisations.
    """
    found = _as_quoted([mention for find in RECOGNISERS.values() for mention in find(reading)])
    found = acting(reading.text, found, tables)
    named = without_overlaps(sorted(found, key=lambda mention: not mention.sure))
    items = item_mentions(tables, named)
    cells = {(m.start, m.end) for m in items}
    sure = [m for m in named if m.sure and (m.start, m.end) not in cells]
    headed = list(find_siblings(reading, named))
    whole = _without_inner(named, headed)
    listed = find_listed(reading, rosters, [m for m in named if m.sure])
    found = without_overlaps([*headed, *sure, *items, *listed, *whole])
    kept = [m for m in found if m.what is not What.PERSON and not is_bare_person(reading.text, m)]
    return [m for m in kept if not zones.is_form(m.start) and not zones.is_signature(m.start)]


def _without_inner(named: Sequence[Mention], headed: Sequence[Mention]) -> list[Mention]:
    """Leave out names inside of a heading that is one name: "Alte Schule Ebsweiler" in "Dorfzentrum Alte Schule Ebsweiler"."""
    return [one for one in named if not any(head.start <= one.start < head.end for head in headed)]


def _as_quoted(mentions: Sequence[Mention]) -> list[Mention]:
    """Take what is a project in quotation marks for one wherever it stands: "das Projekt „KI-Werkbank“" is no bank.

    A house inside of "die Sanierung des Saals im Kulturhaus Au" is no project beside it.
    """
    quoted = {
        name for m in mentions if m.rule in ("quoted", "item") for name in (m.name, *m.aliases) if "„" not in name
    }
    works = [m for m in mentions if m.rule == "work"]
    ends = {m.end for m in mentions if m.what is What.ACTOR}
    return [
        replace(m, what=What.PROJECT, kind="Projekt") if m.rule == "institution" and m.name in quoted else m
        for m in mentions
        if not (m.rule == "project_head" and any(work.start < m.start and m.end <= work.end for work in works))
        and not (m.rule == "brand" and m.start - 2 in ends and len(m.name) < _SHORT)  # "Agentur Au (AfW)"
    ]


def _entities(
    reading: Reading, entities: Sequence[Entity], statuses: Mapping[int, str], stages: Stages
) -> Iterator[Proposal]:
    proposals = [_entity(reading, entity, statuses, stages) for entity in entities]
    order = {Proposed.ACTOR: 0, Proposed.PROJECT: 1}
    yield from sorted(proposals, key=lambda p: (order[p.kind], p.collective, p.span))


def _entity(reading: Reading, entity: Entity, statuses: Mapping[int, str], stages: Stages) -> Proposal:
    spans = tuple(reading.clean.span(m.start, m.end) for m in entity.mentions)
    best = max(entity.mentions, key=lambda m: (m.name == entity.name, -m.start))
    return Proposal(
        Proposed(entity.what.value),
        reading.clean.span(best.start, best.end),
        entity.name,
        entity.kind,
        status=statuses.get(entity.number) or stages.of(entity) if entity.what is What.PROJECT else "",
        collective=entity.collective,
        aliases=tuple(entity.aliases),
        spans=spans,
        rule=best.rule,
        sure=best.sure and not entity.collective,
    )


def _ties(reading: Reading, ties: Sequence[FoundTie]) -> Iterator[Proposal]:
    for tie in sorted(ties, key=lambda tie: tie.start):
        start, end = reading.clean.span(tie.start, tie.end)
        end = min(end, start + 399)
        yield Proposal(
            Proposed.TIE,
            (start, end),
            " ".join(reading.clean.shown[start:end].split()),
            tie.kind,
            tie.status,
            source=tie.source.name,
            target=tie.target.name,
            rule=tie.rule,
            sure=tie.sure,
            group=tie.group,
            choices=tuple(name for name in tie.choices if name not in (tie.source.name, tie.target.name)),
            open_end=tie.open_end,
        )


# whether the column of an amount adds up to the total under it -> name of the reason
_SUMS: Mapping[bool | None, str] = {None: "amount", True: "sum_fits", False: "sum_differs"}


def _amounts(
    reading: Reading,
    places: Sequence[MentionPlace],
    topics: Topics,
    zones: Zones,
    facts: TableFacts,
    *,
    sums: Mapping[int, bool],
    granted: Sequence[GrantedList],
    ties: Sequence[FoundTie],
) -> Iterator[Proposal]:
    in_tables = {amount.start: (amount, owner) for amount, owner in facts.amounts}
    found = find_amounts(reading.text, reading.sentences)
    plain = [(amount, None) for amount in found if amount.start not in in_tables and not facts.covers(amount.start)]
    before, above = 0, Above(reading)
    for amount, known in sorted([*in_tables.values(), *plain], key=lambda pair: pair[0].start):
        listed = listed_of(reading.text, places, before, amount.start) if before else None
        before = amount.end
        owner = (
            known
            or listed
            or receiver_of(ties, reading, places, amount.start)
            or owner_of(reading, places, topics, amount.start, amount.end, money=True)
        )
        if owner is None or zones.is_form(amount.start):
            continue
        given = any(one.covers(amount.start) for one in granted) or above.says_given(amount.start)
        basis = amount.basis or ("granted" if given else "")
        span = reading.clean.span(amount.start, amount.end)
        words = reading.clean.shown[slice(*span)]
        yield Proposal(
            Proposed.AMOUNT,
            span,
            words,
            value_eur=amount.euro,
            basis=basis,
            of=owner.name,
            rule=_SUMS[sums.get(amount.start)],
            sure=sums.get(amount.start) is not False,
        )


def _dates(
    reading: Reading,
    places: Sequence[MentionPlace],
    topics: Topics,
    zones: Zones,
    facts: TableFacts,
    *,
    ties: Sequence[FoundTie],
) -> Iterator[Proposal]:
    names = [(place.start, place.end) for place in places]
    in_tables = {date.start: owner for date, owner, _ in facts.dates}
    for date in find_dates(reading.text):
        if zones.is_form(date.start) or _in_name(names, date.start):
            continue
        owner = (
            in_tables.get(date.start)
            or receiver_of(ties, reading, places, date.start)
            or owner_of(reading, places, topics, date.start, date.end)
        )
        if owner is None:
            continue
        span = reading.clean.span(date.start, date.end)
        yield Proposal(
            Proposed.DATE,
            span,
            reading.clean.shown[slice(*span)],
            edtf=date.edtf,
            of=owner.name,
            rule="date",
            sure=not date.edtf.startswith(_WINTER, 4),
        )


def _in_name(names: Sequence[tuple[int, int]], place: int) -> bool:
    """Whether a number is part of a name, such as "Masterplan 2015"."""
    from bisect import bisect_right  # noqa: PLC0415

    at = bisect_right(names, (place, 1 << 60))
    return any(start <= place < end for start, end in names[max(0, at - 3) : at])
