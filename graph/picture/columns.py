"""The fixed three-column drawing of a comparison: actors outside, what they share in the middle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from graph.vocabulary import Mode

DRAWN = 40  # elements in the drawing; more cannot be read from the back row


@dataclass(frozen=True, slots=True)
class ColumnPlace:
    """An element of the three-column drawing.

    Attributes
    ----------
    id, mode
        Which element, see `graph.vocabulary.Mode`.
    column
        0 left, 1 middle (what is shared), 2 right.
    row
        0 at the top, 1 at the bottom.
    """

    id: str
    mode: str
    column: int
    row: float


@dataclass(frozen=True, slots=True)
class Columns:
    """Fixed drawing: compared actors left and right, what they share in the middle.

    Attributes
    ----------
    places
        Column by column, top down.
    lines
        Pairs of compared actor and shared element.
    hidden
        Shared elements left out so that at most `DRAWN` are drawn.
    """

    places: tuple[ColumnPlace, ...]
    lines: tuple[tuple[str, str], ...]
    hidden: int


def columns(actors: Sequence[str], shared: Mapping[str, tuple[Mode, Sequence[str]]]) -> Columns:
    """Place actors left and right and shared elements in the middle, the same place each time.

    Parameters
    ----------
    actors
        Compared actors; the first half stands on the left.
    shared
        Element id -> its mode and the compared actors that have it, the most important first.
    """
    left = (len(actors) + 1) // 2
    drawn = dict(islice(shared.items(), max(DRAWN - len(actors), 0)))
    middle = [(element, mode) for element, (mode, _) in drawn.items()]
    outside = [(actor, Mode.ACTOR) for actor in actors]
    return Columns(
        places=(
            *_column(0, outside[:left]),
            *_column(1, middle),
            *_column(2, outside[left:]),
        ),
        lines=tuple((actor, element) for element, (_, of) in drawn.items() for actor in of),
        hidden=len(shared) - len(drawn),
    )


def _column(number: int, elements: Sequence[tuple[str, Mode]]) -> tuple[ColumnPlace, ...]:
    """Spread elements evenly; a single one stands in the middle."""
    return tuple(
        ColumnPlace(element, mode, number, (index + 0.5) / len(elements))
        for index, (element, mode) in enumerate(elements)
    )
