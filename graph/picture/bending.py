"""Lines that would run through a foreign node bend around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import atan2, cos, hypot, pi, sin

import numpy as np

from graph.kernels.bends import bows
from graph.picture.drawn import DrawnEdge, DrawnNode
from graph.picture.outline import halves

Point = tuple[float, float]

ROUNDNESS = 0.18  # of the bow of a second line of two nodes
MOST = 1500  # lines; in a picture of more nobody follows a single one


def control(start: Point, end: Point, bend: float) -> Point:
    """Control point of a line that bends, as vis-network draws ``curvedCW`` (or ``curvedCCW`` for negative bends).

    Parameters
    ----------
    start, end
        Ends of the line.
    bend
        Roundness of vis-network, negative to the other side.
    """
    dx, dy = end[0] - start[0], start[1] - end[1]
    part, turn = abs(bend) * 0.5 + 0.5, bend * 0.5 + 0.5
    angle = (atan2(dy, dx) + turn * pi) % (2 * pi)
    reach = part * hypot(dx, dy)
    return start[0] + reach * sin(angle), start[1] + reach * cos(angle)


def bend(nodes: Sequence[DrawnNode], edges: Sequence[DrawnEdge]) -> list[DrawnEdge]:
    """Bend the lines that would run through a foreign node, as little as needed; others stay straight."""
    place = {node.id: index for index, node in enumerate(nodes)}
    if len(edges) > MOST or not edges:
        return list(edges)
    found = bows(
        np.array([(node.x, node.y, min(halves(node.shape, node.size))) for node in nodes]),
        np.array([(place[edge.source], place[edge.target]) for edge in edges], np.int64),
        np.array([ROUNDNESS if edge.curved else 0.0 for edge in edges]),
        np.array([not node.listed for node in nodes], np.uint8),
    )
    return [replace(edge, bend=bend) if bend else edge for edge, bend in zip(edges, found.tolist(), strict=True)]
