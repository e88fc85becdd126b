"""The room a node needs on the canvas: its shape at the largest, and its label when it is likely to show one."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from graph.picture.encoding import EQUAL, SMALLEST, diameter
from graph.picture.labels import (
    ACTOR_FONT,
    CANVAS,
    EDGE,
    GAP,
    LINE_HEIGHT,
    PROJECT_FONT,
    budget,
    text_width,
)
from graph.vocabulary import Mode

BREATH = 8.0  # px kept free around every shape
# Area of a picture in parts of the area of its nodes: small ones have air, large ones must fit the canvas.
LEAST_SHARE, MOST_SHARE = 2.0, 4.0
CANVAS_SHARE = 0.7  # of the canvas that small pictures fill at zoom 1
LABELS_WITH_ROOM = 0.8  # of the budget; the others are written where there happens to be room
LEAST_ZOOM = 0.65  # below, labels would push the nodes so far apart that these could not be told from each other
SPILL = 1.25  # how much larger the picture becomes than its area because boxes do not fill a plane
ZOOM_STEPS = 6
NAMED_PROJECTS = 120  # nodes; in larger pictures no room is left for names of projects


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


def footprints(network: nx.Graph, nodes: list[str], *, beside: float = 0.0) -> Footprints:
    """Rectangles of ``nodes``; ``beside`` is the area in px² of what is shown next to them.

    Sizes follow the number of ties, whatever measure is shown later: changing the measure must not move a node.
    Labels have the same size on the screen at every zoom, so in a picture that has to be made smaller to fit the
    canvas they need more of it.

    Parameters
    ----------
    network
        The network.
    nodes
        Ids of the elements.
    beside
        Area in px² of what is shown next to them.
    """
    degrees = {node: _neighbours(network, node) for node in nodes}
    largest = max(degrees.values(), default=0)
    sides = np.array([_side(network, node, degrees[node], largest) for node in nodes])
    labelled = _likely_labelled(network, nodes, degrees)
    labels = np.array([_label(network, node) if node in labelled else (0.0, 0.0) for node in nodes])
    return _with_labels(sides, labels.reshape(len(nodes), 2), beside)


def _with_labels(sides: NDArray[np.float64], labels: NDArray[np.float64], beside: float) -> Footprints:
    """Rectangles with room for labels at the zoom that the picture will be shown at, found by iteration."""
    zoom = 1.0
    for _ in range(ZOOM_STEPS):
        widths, heights = (labels / zoom).T
        room = Footprints(np.stack([np.maximum(sides, widths), sides + heights], axis=1), heights / 2)
        canvas = (CANVAS[0] - 2 * EDGE) * (CANVAS[1] - 2 * EDGE)
        zoom = min(max(sqrt(canvas / max(SPILL * room.area + beside, 1.0)), LEAST_ZOOM), 1.0)
    return room


def _neighbours(network: nx.Graph, node: str) -> int:
    return len({*network.pred[node], *network.succ[node]}) if network.is_directed() else len(network.adj[node])


def _is_project(network: nx.Graph, node: str) -> bool:
    return bool(network.nodes[node].get("mode") == Mode.PROJECT)


def _side(network: nx.Graph, node: str, degree: int, largest: int) -> float:
    if _is_project(network, node):
        return SMALLEST + BREATH
    return max(diameter(degree, largest), EQUAL) + BREATH


def _likely_labelled(network: nx.Graph, nodes: list[str], degrees: dict[str, int]) -> set[str]:
    """Actors first, in smaller pictures projects too: around a focus they are named."""
    projects = len(nodes) <= NAMED_PROJECTS
    named = [node for node in nodes if projects or not _is_project(network, node)]
    named.sort(key=lambda node: (_is_project(network, node), -degrees[node], node))
    return set(named[: int(LABELS_WITH_ROOM * budget(*CANVAS))])


def _label(network: nx.Graph, node: str) -> tuple[float, float]:
    """Width and height of a label in px on the screen."""
    attributes = network.nodes[node]
    actor = not _is_project(network, node)
    font = ACTOR_FONT if actor else PROJECT_FONT
    text = str(attributes.get("short_name") or attributes.get("name") or node)
    return text_width(text, font, bold=actor) + 2 * GAP, font * LINE_HEIGHT + 2 * GAP
