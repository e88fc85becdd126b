"""Everything recorded about one actor or project."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.dataset import Dataset, records
from graph.ledger.amounts import Amount, Omission, omissions
from graph.overview import mode_of
from graph.projection import around, cooperation
from graph.vocabulary import PARTICIPATION_KINDS, TIE_KINDS, Mode


@dataclass(frozen=True, slots=True)
class Partner:
    """An actor that cooperates with the actor in question."""

    id: str
    projects: tuple[str, ...]
    declared: bool
    certainty: str


@dataclass(frozen=True, slots=True)
class TieEnd:
    """One tie seen from the element in question.

    Attributes
    ----------
    other
        Id of the element at the other end.
    outward
        The tie goes from the element in question to the other.
    left_out
        Why the amount is not part of a sum, or ``None``.
    """

    id: str
    other: str
    kind: str
    outward: bool
    status: str
    start: str
    end: str
    amount_eur: Amount | None
    amount_basis: str
    left_out: Omission | None
    certainty: str
    note: str
    reference: str
    locator: str


@dataclass(frozen=True, slots=True)
class Profile:
    """What is recorded about an element, grouped as a reader asks for it.

    Attributes
    ----------
    facts
        The element's own row.
    partners
        Cooperating actors, most shared projects first; empty for a project.
    participations
        Ties between an actor and a project by which the actor takes part, the leading role first.
    money
        Funding ties given and received.
    bodies
        Memberships, shares and belonging (``member_of``, ``shareholder_of``, ``part_of``).
    others
        All remaining ties, such as an actor's support of another actor.
    events
        Single dates, for a project.
    sources
        Ids of all sources behind any of it, sorted.
    """

    id: str
    mode: Mode
    facts: Mapping[str, Any]
    partners: tuple[Partner, ...]
    participations: tuple[TieEnd, ...]
    money: tuple[TieEnd, ...]
    bodies: tuple[TieEnd, ...]
    others: tuple[TieEnd, ...]
    events: tuple[Mapping[str, Any], ...]
    sources: tuple[str, ...]

    @property
    def taking_part(self) -> tuple[str, ...]:
        """Projects of an actor or actors of a project, each once however many roles there are; sorted."""
        return tuple(sorted({end.other for end in self.participations}))

    @property
    def leading(self) -> tuple[str, ...]:
        """Those of `taking_part` with the leading role."""
        return tuple(sorted({end.other for end in self.participations if end.kind == "leads"}))

    @property
    def given(self) -> tuple[TieEnd, ...]:
        """Those of `money` that the element gives."""
        return tuple(end for end in self.money if end.outward)


_BODIES = ("member_of", "shareholder_of", "part_of")


def profile(dataset: Dataset, element: str) -> Profile | None:
    """Collect what is recorded about an actor or project; ``None`` when the id is unknown."""
    mode = mode_of(dataset, element)
    if mode is None:
        return None
    table = dataset.actors if mode is Mode.ACTOR else dataset.projects
    facts = records(table[table["id"] == element])[0]
    ends = tie_ends(dataset, element)
    other_mode = set((dataset.projects if mode is Mode.ACTOR else dataset.actors)["id"])
    taking_part = tuple(end for end in ends if end.kind in PARTICIPATION_KINDS and end.other in other_mode)
    grouped = {*taking_part, *_of_kinds(ends, ("funds", *_BODIES))}
    events = records(dataset.events[dataset.events["project_id"] == element])
    return Profile(
        id=element,
        mode=mode,
        facts=facts,
        partners=partners(dataset, element) if mode is Mode.ACTOR else (),
        participations=taking_part,
        money=_of_kinds(ends, ("funds",)),
        bodies=_of_kinds(ends, _BODIES),
        others=tuple(end for end in ends if end not in grouped),
        events=tuple(events),
        sources=references(facts["reference"], *(end.reference for end in ends), *(e["reference"] for e in events)),
    )


def partners(dataset: Dataset, actor: str) -> tuple[Partner, ...]:
    """Actors cooperating with an actor, most shared projects first, then by id."""
    network = cooperation(around(dataset, (actor,)))
    found = [
        Partner(other, tie["projects"], tie["declared"], tie["certainty"]) for other, tie in network[actor].items()
    ]
    return tuple(sorted(found, key=lambda partner: (-len(partner.projects), partner.id)))


def tie_ends(dataset: Dataset, element: str) -> tuple[TieEnd, ...]:
    """All ties of an element, seen from it, in the order of the vocabulary and then by the other end."""
    ties = dataset.ties
    touching = ties[(ties["from_id"] == element) | (ties["to_id"] == element)]
    reasons = omissions(touching, dataset.projects)
    ends = (_end(row, element, reason) for row, reason in zip(records(touching), reasons, strict=True))
    order = list(TIE_KINDS)
    return tuple(sorted(ends, key=lambda end: (order.index(end.kind), end.other, end.id)))


def references(*cells: str) -> tuple[str, ...]:
    """Source ids named in reference cells, each once, sorted."""
    return tuple(sorted({part.strip() for cell in cells for part in cell.split(";") if part.strip()}))


def _end(row: Mapping[Any, Any], element: str, left_out: Omission | None) -> TieEnd:
    outward = row["from_id"] == element
    same = ("id", "kind", "status", "start", "end", "amount_eur", "amount_basis", "certainty", "note", "reference")
    return TieEnd(
        other=row["to_id"] if outward else row["from_id"],
        outward=outward,
        left_out=left_out,
        locator=row["locator"],
        **{name: row[name] for name in same},
    )


def _of_kinds(ends: tuple[TieEnd, ...], kinds: tuple[str, ...] | list[str]) -> tuple[TieEnd, ...]:
    return tuple(end for end in ends if end.kind in kinds)
