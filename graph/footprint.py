"""The room a node needs on the canvas: its shape at the largest, and its label when it is likely to show one."""

from __future__ import annotations

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from graph.encoding import EQUAL, SMALLEST, diameter
from graph.labels import (
    ACTOR_FONT,
    GAP,
    LINE_HEIGHT,
    PROJECT_FONT,
    PROJECTS_WITH_LABELS,
    text_width,
)
from graph.vocabulary import Mode

BREATH = 7.0  # px kept free around every shape
LABELS = 40  # nodes for whose labels room is left: a little more than the usual budget


def footprints(network: nx.Graph, nodes: list[str], connected: list[str]) -> NDArray[np.float64]:
    """Width and height in px of each node of ``nodes``.

    Sizes follow the number of ties whatever measure is shown later: changing the measure must not move a node.
    """
    degrees = {node: len(set(network.adj[node])) for node in nodes}
    if network.is_directed():
        degrees = {node: len({*network.pred[node], *network.succ[node]}) for node in nodes}
    largest = max(degrees.values(), default=0)
    few = len(nodes) <= PROJECTS_WITH_LABELS
    with_label = {
        node
        for node in sorted(connected, key=lambda node: (-degrees[node], node))
        if few or network.nodes[node].get("mode") != Mode.PROJECT
    }
    if not few:
        ranked = sorted(with_label, key=lambda node: (-degrees[node], node))
        with_label = set(ranked[:LABELS])
    return np.array([_box(network, node, degrees[node], largest, node in with_label) for node in nodes]).reshape(
        len(nodes), 2
    )


def _box(network: nx.Graph, node: str, degree: int, largest: int, label: bool) -> tuple[float, float]:
    attributes = network.nodes[node]
    project = attributes.get("mode") == Mode.PROJECT
    side = (SMALLEST if project else max(diameter(degree, largest), EQUAL)) + BREATH
    if not label:
        return side, side
    font = PROJECT_FONT if project else ACTOR_FONT
    width = text_width(str(attributes.get("short_name") or node), font, bold=not project) + 2 * GAP
    # the label hangs below the shape; a box around both, centred on the shape, keeps the geometry simple
    return max(side, width), side + 2 * font * LINE_HEIGHT
