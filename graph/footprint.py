"""The room a node needs on the canvas: its shape at the largest, and its label when it is likely to show one."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from graph.encoding import EQUAL, SMALLEST, diameter
from graph.labels import (
    ACTOR_FONT,
    CANVAS,
    GAP,
    LINE_HEIGHT,
    PROJECT_FONT,
    PROJECTS_WITH_LABELS,
    budget,
    text_width,
)
from graph.vocabulary import Mode

BREATH = 8.0  # px kept free around every shape
# Area of a picture in parts of the area of its nodes: small ones have air, large ones must fit the canvas.
LEAST_SHARE, MOST_SHARE = 2.0, 4.0
CANVAS_SHARE = 0.7  # of the canvas that small pictures fill at zoom 1
SPARE_LABELS = 1.2  # room is left for a few more labels than the budget allows


@dataclass(frozen=True, slots=True)
class Footprints:
    """Rectangles around nodes, in px at zoom 1.

    Attributes
    ----------
    boxes
        Width and height, shape (n, 2).
    drops
        How far the centre of the rectangle lies below that of the node, shape (n,): labels hang below.
    """

    boxes: NDArray[np.float64]
    drops: NDArray[np.float64]

    @property
    def area(self) -> float:
        """Area in px² of a picture in which they have room."""
        covered = float(np.prod(self.boxes, axis=1).sum())
        airy = min(MOST_SHARE * covered, CANVAS_SHARE * CANVAS[0] * CANVAS[1])
        return max(LEAST_SHARE * covered, airy)


def footprints(network: nx.Graph, nodes: list[str]) -> Footprints:
    """Rectangles of ``nodes``.

    Sizes follow the number of ties, whatever measure is shown later: changing the measure must not move a node.
    Labels have the same size on the screen at every zoom, so in a picture that has to be made smaller to fit the
    canvas they need more of it.
    """
    degrees = {node: _neighbours(network, node) for node in nodes}
    largest = max(degrees.values(), default=0)
    sides = np.array([_side(network, node, degrees[node], largest) for node in nodes])
    bare = Footprints(np.stack([sides, sides], axis=1), np.zeros(len(nodes)))
    zoom = min(1.0, sqrt(CANVAS[0] * CANVAS[1] / max(bare.area, 1.0)))
    boxes, drops = bare.boxes.copy(), bare.drops.copy()
    labelled = _likely_labelled(network, nodes, degrees)
    for index, node in enumerate(nodes):
        if node in labelled:
            width, height = _label(network, node, zoom)
            boxes[index] = max(sides[index], width), sides[index] + height
            drops[index] = height / 2
    return Footprints(boxes, drops)


def _neighbours(network: nx.Graph, node: str) -> int:
    return len({*network.pred[node], *network.succ[node]}) if network.is_directed() else len(network.adj[node])


def _side(network: nx.Graph, node: str, degree: int, largest: int) -> float:
    if network.nodes[node].get("mode") == Mode.PROJECT:
        return SMALLEST + BREATH
    return max(diameter(degree, largest), EQUAL) + BREATH


def _likely_labelled(network: nx.Graph, nodes: list[str], degrees: dict[str, int]) -> set[str]:
    few = len(nodes) <= PROJECTS_WITH_LABELS
    named = [node for node in nodes if few or network.nodes[node].get("mode") != Mode.PROJECT]
    named.sort(key=lambda node: (-degrees[node], node))
    return set(named[: int(SPARE_LABELS * budget(*CANVAS))])


def _label(network: nx.Graph, node: str, zoom: float) -> tuple[float, float]:
    """Width and height of a label in px at zoom 1 when the picture is shown at ``zoom``."""
    attributes = network.nodes[node]
    actor = attributes.get("mode") != Mode.PROJECT
    font = ACTOR_FONT if actor else PROJECT_FONT
    text = str(attributes.get("short_name") or attributes.get("name") or node)
    return (text_width(text, font, bold=actor) + 2 * GAP) / zoom, (font * LINE_HEIGHT + GAP) / zoom
