"""Geometry of not standing on each other: boxes pushed apart, and a tidy block of small components."""

from __future__ import annotations

from collections.abc import Callable

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from graph.lazy import later
from graph.vocabulary import Mode

spatial = later("scipy.spatial")

Points = NDArray[np.float64]
Pairs = NDArray[np.intp]

CELL = 34.0  # px between two unconnected nodes
GROW_AFTER = 30  # rounds
LOOK_AFTER = 5  # rounds
LARGE = 3.0  # times the median: boxes that are compared with all others
SLACK = 6.0  # px that boxes may come nearer before pairs are looked for again


def pushed_apart(
    points: Points, boxes: Points, *, movable: NDArray[np.bool_] | None = None, rounds: int = 400
) -> Points:
    """Move boxes as little as needed until none overlap.

    Parameters
    ----------
    points
        Centres, shape (n, 2).
    boxes
        Width and height, shape (n, 2).
    movable
        Which may move; all without it.
    rounds
        At most.

    Returns
    -------
    Points
        New centres. Every 30 rounds without success the picture grows by 3 %, so that the boxes find room.
    """
    moved = points.astype(float).copy()
    free = np.ones(len(points)) if movable is None else movable.astype(float)
    large = _large(boxes)
    pairs = _near(moved, boxes, large)
    fresh = True
    for turn in range(rounds):
        if not _push(moved, boxes, free, pairs):
            if fresh:
                break
            pairs, fresh = _near(moved, boxes, large), True
            continue
        # looking for pairs takes longer than pushing them, so some rounds work with those known
        fresh = turn % LOOK_AFTER == 0
        if fresh:
            pairs = _near(moved, boxes, large)
        if movable is None and turn % GROW_AFTER == GROW_AFTER - 1:
            moved *= 1.03
    return moved


def _large(boxes: Points) -> NDArray[np.bool_]:
    """Which boxes are much larger than most."""
    if not len(boxes):
        return np.zeros(0, np.bool_)
    return np.asarray(np.any(boxes > LARGE * np.median(boxes, axis=0), axis=1))


def _near(points: Points, boxes: Points, large: NDArray[np.bool_]) -> Pairs:
    """Pairs that may overlap.

    The many boxes of usual size are looked up in a tree; the few large ones, such as hubs with their labels, would
    make its reach so long that everything is near, so they are compared with all.
    """
    if not len(points):
        return np.zeros((0, 2), dtype=np.intp)
    usual = np.flatnonzero(~large)
    pairs = np.concatenate([usual[_in_reach(points[usual], boxes[usual])], _of_large(points, boxes, large)])
    return np.asarray(pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))], dtype=np.intp)


def _in_reach(points: Points, boxes: Points) -> Pairs:
    reach = boxes.max(axis=0, initial=1.0)
    return np.asarray(spatial.cKDTree(points / reach).query_pairs(1.0, p=np.inf, output_type="ndarray"), dtype=np.intp)


def _of_large(points: Points, boxes: Points, large: NDArray[np.bool_]) -> Pairs:
    """Pairs of which at least one box is large, the smaller index first."""
    which = np.flatnonzero(large)
    apart = np.abs(points[which, None] - points[None])
    meets = (apart < (boxes[which, None] + boxes[None]) / 2 + SLACK).all(axis=2)
    a, b = np.nonzero(meets)
    once = (which[a] < b) | ~large[b]  # two large ones meet each other twice
    return np.sort(np.stack([which[a][once], b[once]], axis=1), axis=1)


def _push(points: Points, boxes: Points, free: Points, pairs: Pairs) -> bool:
    """One round: each overlapping pair gives way along the axis that needs less; says whether any did."""
    a, b = pairs[:, 0], pairs[:, 1]
    apart = points[b] - points[a]
    lack = (boxes[a] + boxes[b]) / 2 - np.abs(apart)
    meets = (lack > 0.01).all(axis=1)
    if not meets.any():
        return False
    a, b, apart, lack = a[meets], b[meets], apart[meets], lack[meets]
    axis = lack.argmin(axis=1)
    rows = np.arange(len(a))
    sign = np.where(apart[rows, axis] < 0, -1.0, 1.0)
    step = np.zeros_like(apart)
    step[rows, axis] = sign * (lack[rows, axis] + 0.02)
    share = free[a] + free[b]
    share[share == 0] = 1.0
    change = np.zeros_like(points)
    np.add.at(change, a, -step * (free[a] / share)[:, None])
    np.add.at(change, b, step * (free[b] / share)[:, None])
    points += change
    return True


def stretched_to(points: Points, aspect: float) -> Points:
    """Stretch the shorter axis until width : height is the aspect; stretching never makes boxes overlap."""
    if len(points) < 2:
        return points
    width, height = np.ptp(points, axis=0)
    if width <= 0 or height <= 0:
        return points
    stretched: Points = points * (max(aspect * height / width, 1.0), max(width / aspect / height, 1.0))
    return stretched


def block(network: nx.Graph, components: list[list[str]], *, height: float) -> dict[str, tuple[float, float]]:
    """Small components in columns of the given height, each as one node with its neighbours at its right.

    Parameters
    ----------
    network
        For the ties inside the components and the order of single nodes: by kind, type and name.
    components
        Largest first.
    height
        Height in px of the picture beside it.

    Returns
    -------
    dict
        Node id -> (x, y) with x from 0 and y centred on 0.
    """
    rows = max(int(height // CELL), 1)
    ties = [component for component in components if len(component) > 1]
    singles = sorted((component[0] for component in components if len(component) == 1), key=_order(network))
    places: dict[str, tuple[float, float]] = {}
    column = row = 0
    for component in ties:
        tall = max(len(component) - 1, 1)
        if row and row + tall > rows:
            column, row = column + 3, 0
        places |= _tree(network, component, column, row)
        row += tall
    column = column + 3 if ties else 0
    for index, node in enumerate(singles):
        places[node] = ((column + index // rows) * CELL, index % rows * CELL)
    used = max((y for _, y in places.values()), default=0.0)
    return {node: (x, y - used / 2) for node, (x, y) in places.items()}


def _tree(network: nx.Graph, component: list[str], column: int, row: int) -> dict[str, tuple[float, float]]:
    """Put the best connected node at the left, the others below each other at its right."""
    centre, *others = sorted(component, key=lambda node: (-network.degree(node), node))
    middle = row + (len(others) - 1) / 2
    places = {centre: (column * CELL, middle * CELL)}
    return places | {other: ((column + 1.6) * CELL, (row + i) * CELL) for i, other in enumerate(others)}


def _order(network: nx.Graph) -> Callable[[str], tuple[bool, str, str, str]]:
    """Sort key that keeps nodes of one kind and type together."""

    def key(node: str) -> tuple[bool, str, str, str]:
        seen = network.nodes[node]
        kind = str(seen.get("type") or seen.get("kind") or "")
        return seen.get("mode") == Mode.PROJECT, kind, str(seen.get("short_name") or ""), node

    return key
