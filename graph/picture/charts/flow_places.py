"""Where the nodes of a flow stand, and where its bands begin and end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.ledger.flow import FlowNode

HEIGHT = 430  # pixels, more only when the names would not fit
SLOT = 24  # pixels a name needs at least
GAP = 6  # pixels between nodes
NODE = 0.02  # half the width of a node as a part of the distance that bands bridge
PLATE = 2.4  # room for the names outside the first and the last level, and within the nodes of those between


@dataclass(frozen=True, slots=True)
class FlowPlace:
    """Vertical extent of a node in pixels from the top, and the middle of its slot."""

    top: float
    bottom: float
    middle: float


def places_of(columns: Sequence[Sequence[FlowNode]], height: float, least: float) -> dict[str, FlowPlace]:
    """Place the nodes of each level from the top, none in less than a name needs.

    Parameters
    ----------
    columns
        Nodes of each level, the largest first.
    height
        Height of the picture in px, which the largest level fills.
    least
        px that a name needs.
    """
    amounts = ([float(node.amount_eur) for node in column] for column in columns if column)
    scale = min((_scale(column, height, least) for column in amounts), default=0)
    places = {}
    for column in columns:
        top = 0.0
        for node in column:
            thick = scale * float(node.amount_eur)
            slot = max(thick, least)
            middle = top + slot / 2
            places[node.key] = FlowPlace(middle - thick / 2, middle + thick / 2, middle)
            top += slot + GAP
    return places


def _scale(amounts: Sequence[float], height: float, least: float) -> float:
    """Pixels per euro so that a level fits although small nodes keep the slot a name needs."""
    room = height - GAP * (len(amounts) - 1)
    small: set[int] = set()
    while len(small) < len(amounts):
        large = sum(amount for index, amount in enumerate(amounts) if index not in small)
        if not large:
            break
        scale = (room - least * len(small)) / large
        too_small = {index for index, amount in enumerate(amounts) if amount * scale < least} - small
        if not too_small:
            return max(scale, 0.0)
        small |= too_small
    # only small nodes: the largest may fill its slot
    return least / max(amounts) if max(amounts, default=0) else 0.0


def level_at(level: int, last: int) -> float:
    """Where the nodes of a level begin; each level between the first and the last is as wide as its names need.

    Two levels alone stand as far apart as if there were one between them.
    """
    return level * (2 + PLATE) if last == 1 else level + PLATE * max(level - 1, 0)


def ends_of(level: int, last: int) -> tuple[float, float]:
    """Where bands end at a level, and where those to the next level begin: a name between them is crossed by none."""
    here = level_at(level, last)
    return here - NODE, here + (PLATE if 0 < level < last else 0.0) + NODE
