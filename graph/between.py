"""What makes a tie: the projects, bodies and fundings that two elements have in common."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.dataset import Dataset
from graph.profile import TieEnd, tie_ends
from graph.vocabulary import PARTICIPATION_KINDS

SHARED_KINDS = frozenset({"leads", "partner", "supports", "member_of", "shareholder_of", "part_of"})


@dataclass(frozen=True, slots=True)
class TieReason:
    """One thing that ties two elements.

    Attributes
    ----------
    element
        Project or body that both take part in; ``""`` where the two are tied directly.
    start, end
        Period in EDTF of the element, else of the tie; ``""`` where it is not recorded.
    status
        Of the project, ``""`` for others.
    ends
        Who is tied by what: id of one of the two, and the tie seen from it.
    money
        Fundings of a project that is shared, seen from it.
    """

    element: str
    start: str
    end: str
    status: str
    ends: tuple[tuple[str, TieEnd], ...]
    money: tuple[TieEnd, ...] = ()


def between(dataset: Dataset, one: str, other: str) -> tuple[TieReason, ...]:
    """Collect what ties two elements: direct ties first, then what they share, the latest first.

    Parameters
    ----------
    dataset
        Where to look; give it what fits the filters.
    one, other
        Ids of actors or projects.
    """
    ends = {element: tie_ends(dataset, element) for element in (one, other)}
    direct = [end for end in ends[one] if end.other == other]
    shared = _others(ends[one]) & _others(ends[other])
    reasons = [TieReason("", end.start, end.end, end.status, ((one, end),)) for end in direct]
    return (*_by_time(reasons), *_by_time(_shared(dataset, element, ends) for element in sorted(shared)))


def _others(ends: Iterable[TieEnd]) -> set[str]:
    return {end.other for end in ends if end.kind in SHARED_KINDS}


def taking_part(dataset: Dataset, project: str, actors: Iterable[str]) -> TieReason:
    """Collect how some actors take part in a project, who funds it and when.

    Parameters
    ----------
    dataset
        Where to look; give it what fits the filters.
    project
        Id of the project.
    actors
        Ids of the actors, in the order wanted.
    """
    by_actor: dict[str, list[TieEnd]] = {}
    for end in tie_ends(dataset, project):
        if end.kind in PARTICIPATION_KINDS and not end.outward:
            by_actor.setdefault(end.other, []).append(end)
    return _reason(dataset, project, tuple((who, end) for who in actors for end in by_actor.get(who, ())))


def _shared(dataset: Dataset, element: str, ends: dict[str, tuple[TieEnd, ...]]) -> TieReason:
    return _reason(
        dataset, element, tuple((who, end) for who, own in ends.items() for end in own if end.other == element)
    )


def _reason(dataset: Dataset, element: str, ends: tuple[tuple[str, TieEnd], ...]) -> TieReason:
    rows = dataset.projects[dataset.projects["id"] == element]
    if rows.empty:
        return TieReason(element, ends[0][1].start, ends[0][1].end, "", ends)
    row = rows.iloc[0]
    money = tuple(end for end in tie_ends(dataset, element) if end.kind == "funds" and not end.outward)
    return TieReason(element, str(row["start"]), str(row["end"]), str(row["status"]), ends, money)


def _by_time(reasons: Iterable[TieReason]) -> list[TieReason]:
    found = sorted(reasons, key=lambda reason: reason.element)
    return sorted(found, key=lambda reason: reason.start, reverse=True)
