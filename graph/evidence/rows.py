"""The rows of a table that a source tips: those whose rank or membership is another one without it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.evidence.firmness import Firmness

Row = Hashable  # an actor, project, field, pair or group, as the tables of a kind have them
Standing = tuple[int, int]  # first and last place that an actor shares with others


@dataclass(frozen=True, slots=True)
class Marks:
    """How firmly a view stands.

    Attributes
    ----------
    found
        Of its sentence.
    rows
        Of the rows of its table, those that a source tips; see `tipping_rows`.
    """

    found: Firmness
    rows: Mapping[Row, tuple[str, ...]]


def _members(answer: Any) -> Mapping[Row, Standing]:  # noqa: ANN401  # each kind has an answer of its own
    return dict.fromkeys(answer, (1, 1))


def _places(answer: Any) -> Mapping[Row, Standing]:  # noqa: ANN401
    return {actor: (first, last) for actor, first, last in answer}


def _ending(answer: Any) -> Mapping[Row, Standing]:  # noqa: ANN401
    return _members(answer[0] if answer else ())


def _common(answer: Any) -> Mapping[Row, Standing]:  # noqa: ANN401
    kinds = ("partners", "projects", "funders")
    return _members((kind, one) for kind, own in zip(kinds, answer or ((), (), ()), strict=True) for one in own)


def _joining(answer: Any) -> Mapping[Row, Standing]:  # noqa: ANN401
    return _members(member for members in answer for member in members)


def _losing(answer: Any) -> Mapping[Row, Standing]:  # noqa: ANN401
    lost, new, alone, cut_off, *_ = answer or ((), (), (), ())
    return _members([*lost, *new, *alone, *cut_off])


# kind of statement -> the rows of its table with their places; where there are only members, all share the first.
# Kinds that are not here have no table of members, or their sum rests on every row of it.
ROWS: Mapping[str, Callable[[Any], Mapping[Row, Standing]]] = {
    "ranks": _places,
    "cut_points": _members,
    "groups": _members,
    "gaps": _members,
    "broker": _members,
    "largest_funder": _members,
    "largest": _members,
    "cliff": _ending,
    "comparison": _common,
    "partners": _members,
    "consortium": _joining,
    "what_if": _losing,
}


def tipping_rows(found: Firmness) -> Mapping[Row, tuple[str, ...]]:
    """Find for each row of an answer the sources without which its rank or membership would be another one.

    Actors with equal values share places. A rank is another one when an actor would share none of the places that it
    shares now, when it would join or leave the first place, and when it would fall behind one of its equals. It is not
    another one because all of a long row of equals move up by one when somebody far above is gone.

    Parameters
    ----------
    found
        How firmly the answer stands; of a kind without rows nothing is found.

    Returns
    -------
    Mapping
        Row -> sources, sorted; `graph.evidence.firmness.UNCONFIRMED` stands first for what is not confirmed. Rows that
        nothing tips are absent.
    """
    rows_of = ROWS.get(found.statement.kind)
    if rows_of is None or not found.answer:
        return {}
    now, tipping = rows_of(found.answer), defaultdict(list)
    for source in sorted(found.others):
        for row in _moved(now, rows_of(found.others[source])):
            tipping[row].append(source)
    return {row: tuple(sources) for row, sources in tipping.items()}


def _moved(now: Mapping[Row, Standing], then: Mapping[Row, Standing]) -> Iterator[Row]:
    """Rows that are gone, and those whose rank is another one."""
    best: dict[Standing, int] = {}  # first place that any of those who share a place now would have
    for row, place in now.items():
        if row in then:
            best[place] = min(best.get(place, then[row][0]), then[row][0])
    for row, place in now.items():
        if row not in then or _is_another(place, then[row], best[place]):
            yield row


def _is_another(place: Standing, then: Standing, best: int) -> bool:
    apart = place[1] < then[0] or then[1] < place[0]
    return apart or (place[0] == 1) != (then[0] == 1) or then[0] > best
