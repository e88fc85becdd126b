"""Where names stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class PlacedName:
    """Where the name of a node is written, in the units of the drawing.

    Attributes
    ----------
    lines
        One line or two.
    x
        Where a line begins, ends or has its middle, as ``align`` says.
    top
        Where the first line begins.
    align
        1 begins at ``x``, 0 is centred on it, -1 ends there.
    box
        Left, top, right and bottom of the room kept for it.
    leader
        Ends of the thin line between the node and a name that found no place beside it.
    """

    lines: tuple[str, ...]
    x: float
    top: float
    align: int
    box: tuple[float, float, float, float]
    leader: tuple[float, float, float, float] | None = None


class NameBeside(NamedTuple):
    """How the name of an element of a column is written where its row has room.

    Attributes
    ----------
    side
        1 at the right of its shape, -1 at the left; towards the other column where rows are low.
    lines
        One line or two.
    """

    side: int
    lines: tuple[str, ...]
