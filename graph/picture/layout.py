"""Where each node stands: seeded, the same in every process, made for a canvas of a given aspect ratio.

The connected part is laid out on two levels: Louvain groups first, then a spring layout inside each. Gaps between
groups are therefore clearer than in the data; what is near stays near. Small components and nodes without ties stand
in a tidy block beside the picture.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt

import networkx as nx
import numpy as np
import rustworkx as rx
from numpy.typing import NDArray

from graph.picture.footprint import Footprints, footprints
from graph.picture.packing import CELL, Points, block, pushed_apart, stretched_to

SPRING_UP_TO = 60  # nodes; below, one spring layout of the whole reads better than groups
CRUMB = 6  # nodes; components up to this size stand in the block beside the picture
RANK_SHARE = 0.65  # of a position is its rank, so that outliers do not squash the centre
BREATHS = 10  # times the picture is pushed apart and pressed into its frame again: dense places give to sparse ones
ROUNDS = 25  # of pushing between two breaths
MARGIN = 48.0  # px between the picture and the block
COLUMN = 12  # new nodes without known neighbours in one column


def layout(
    network: nx.Graph,
    *,
    seed: int = 1,
    aspect: float = 1.72,
    fixed: Mapping[str, tuple[float, float]] | None = None,
) -> dict[str, tuple[float, float]]:
    """Positions of all nodes in px at zoom 1, centred on the origin, y growing downwards.

    Parameters
    ----------
    network
        Any network; direction and parallel ties do not matter. ``short_name``, ``mode`` and ``type`` of the nodes
        are used to leave room for labels and to sort the block of unconnected nodes.
    seed
        Same network, same seed: same positions, in every process.
    aspect
        Width of the canvas divided by its height.
    fixed
        Known positions. Nodes named here never move, all others are placed near their neighbours.

    Returns
    -------
    dict
        Node id -> (x, y), in the order of the sorted ids.
    """
    nodes = sorted(network)
    known = {node: fixed[node] for node in nodes if node in fixed} if fixed else {}
    if known:
        return _beside_known(network, nodes, known, seed)
    connected, crumbs = _parts(network, nodes)
    area_beside = CELL**2 * sum(map(len, crumbs))
    room = footprints(network, connected, beside=area_beside)
    height = sqrt((room.area + area_beside) / aspect)
    beside = block(network, crumbs, height=height)
    width = max((x + MARGIN for x, _ in beside.values()), default=0.0)
    picture = _picture(network, connected, room, seed, max(aspect - width / height, 1.0) if height else aspect)
    placed = dict(zip(connected, picture.tolist(), strict=True))
    left = max((x for x, _ in placed.values()), default=-MARGIN) + MARGIN
    placed |= {node: [x + left, y] for node, (x, y) in beside.items()}
    return _centred(nodes, placed)


def _parts(network: nx.Graph, nodes: list[str]) -> tuple[list[str], list[list[str]]]:
    """Nodes of the picture, sorted, and the components that stand beside it, largest first."""
    undirected = nx.Graph()
    undirected.add_nodes_from(nodes)
    undirected.add_edges_from(network.edges())
    components = [sorted(component) for component in nx.connected_components(undirected)]
    components.sort(key=lambda component: (-len(component), component))
    largest = len(components[0]) if components else 0
    crumb = CRUMB if largest > 2 * CRUMB else 1
    connected = [node for component in components if len(component) > crumb for node in component]
    return sorted(connected), [component for component in components if len(component) <= crumb]


def _picture(network: nx.Graph, nodes: list[str], room: Footprints, seed: int, aspect: float) -> Points:
    """Positions of the connected part, without overlaps of shapes and of the labels that matter."""
    if not nodes:
        return np.zeros((0, 2))
    edges = _edges(network, nodes)
    plain = len(nodes) <= SPRING_UP_TO
    shape = _spring(len(nodes), edges, seed) if plain else _two_level(len(nodes), edges, seed)
    spread = (1 - RANK_SHARE) * _unit(shape) + RANK_SHARE * _ranks(shape)
    size = np.array([sqrt(room.area * aspect), sqrt(room.area / aspect)])
    points = spread * size
    for _ in range(BREATHS):
        points = _unit(_clear(points, room, rounds=ROUNDS)) * size
    return stretched_to(_clear(points, room), aspect)


def _clear(points: Points, room: Footprints, movable: NDArray[np.bool_] | None = None, rounds: int = 400) -> Points:
    """Push nodes apart until neither shapes nor likely labels overlap."""
    drop = np.stack([np.zeros(len(points)), room.drops], axis=1)
    return pushed_apart(points + drop, room.boxes, movable=movable, rounds=rounds) - drop


def _edges(network: nx.Graph, nodes: list[str]) -> list[tuple[int, int]]:
    """Ties as sorted pairs of places in ``nodes``, each once, without loops.

    Numbers instead of ids: sets of numbers iterate in the same order in every process, sets of texts do not.
    """
    place = {node: index for index, node in enumerate(nodes)}
    inside = ((place[a], place[b]) for a, b in network.edges() if a in place and b in place and a != b)
    return sorted({(min(pair), max(pair)) for pair in inside})


def _spring(n: int, edges: list[tuple[int, int]], seed: int, weights: list[float] | None = None) -> Points:
    """Fruchterman-Reingold in the unit square around the origin."""
    graph = rx.PyGraph()
    graph.add_nodes_from(range(n))
    values = weights or [1.0] * len(edges)
    graph.add_edges_from([(a, b, value) for (a, b), value in zip(edges, values, strict=True)])
    # in groups of nodes with many leaves the default optimal distance packs the leaves too tightly
    positions = rx.spring_layout(graph, k=1.6 / sqrt(max(n, 1)), weight_fn=float, num_iter=120, seed=seed)
    return np.array([positions[index] for index in range(n)]).reshape(n, 2)


def _two_level(n: int, edges: list[tuple[int, int]], seed: int) -> Points:
    """Place groups as discs that do not overlap, a spring layout inside each disc."""
    graph = nx.Graph()
    graph.add_nodes_from(range(n))
    graph.add_edges_from(edges)
    groups = [sorted(group) for group in nx.community.louvain_communities(graph, seed=seed)]
    groups.sort(key=lambda group: (-len(group), group))
    centres = _centres(groups, edges, seed)
    positions = np.zeros((n, 2))
    for group, centre in zip(groups, centres, strict=True):
        place = {node: index for index, node in enumerate(group)}
        inner = [(place[a], place[b]) for a, b in edges if a in place and b in place]
        positions[group] = centre + sqrt(len(group)) * 0.8 * _in_disc(_spring(len(group), inner, seed))
    return _turned(positions, groups, centres, edges)


def _centres(groups: list[list[int]], edges: list[tuple[int, int]], seed: int) -> Points:
    """Spring layout of the groups, their discs of radius sqrt(size) pushed apart."""
    group_of = {node: index for index, group in enumerate(groups) for node in group}
    ties: dict[tuple[int, int], int] = {}
    for a, b in edges:
        pair = (min(group_of[a], group_of[b]), max(group_of[a], group_of[b]))
        if pair[0] != pair[1]:
            ties[pair] = ties.get(pair, 0) + 1
    pairs = sorted(ties)
    centres = _spring(len(groups), pairs, seed, [sqrt(ties[pair]) for pair in pairs])
    radii = np.sqrt([len(group) for group in groups])
    return pushed_apart(centres * radii.sum() / 2, np.stack([2 * radii, 2 * radii], axis=1))


def _in_disc(points: Points) -> Points:
    centred: Points = points - points.mean(axis=0)
    reach = float(np.hypot(centred[:, 0], centred[:, 1]).max()) if len(points) else 0.0
    return centred / reach if reach else centred


def _turned(positions: Points, groups: list[list[int]], centres: Points, edges: list[tuple[int, int]]) -> Points:
    """Turn each disc so that its nodes face their neighbours in other groups (orthogonal Procrustes)."""
    group_of = {node: index for index, group in enumerate(groups) for node in group}
    across = [(a, b) for a, b in edges if group_of[a] != group_of[b]]
    across += [(b, a) for a, b in across]
    for _ in range(3):
        for index, group in enumerate(groups):
            pairs = [(a, b) for a, b in across if group_of[a] == index]
            if pairs:
                inner = positions[[a for a, _ in pairs]] - centres[index]
                outer = positions[[b for _, b in pairs]] - centres[index]
                u, _, v = np.linalg.svd(inner.T @ outer)
                positions[group] = (positions[group] - centres[index]) @ (u @ v) + centres[index]
    return positions


def _unit(points: Points) -> Points:
    """Points scaled to -0.5..0.5 on each axis."""
    low, reach = points.min(axis=0), np.ptp(points, axis=0)
    share: Points = (points - low) / np.where(reach > 0, reach, 1.0)
    return share - 0.5


def _ranks(points: Points) -> Points:
    """Rank of each point on each axis, -0.5..0.5."""
    order: Points = np.argsort(np.argsort(points, axis=0, kind="stable"), axis=0, kind="stable").astype(float)
    return order / max(len(points) - 1, 1) - 0.5


def _beside_known(
    network: nx.Graph, nodes: list[str], known: Mapping[str, tuple[float, float]], seed: int
) -> dict[str, tuple[float, float]]:
    """Keep the known, start the new near their neighbours and push only the new."""
    start = _near_neighbours(network, nodes, known, seed)
    new = np.array([node not in known for node in nodes])
    moved = _clear(np.array([start[node] for node in nodes]), footprints(network, nodes), new)
    places = zip(nodes, moved.round(1).tolist(), strict=True)
    return {node: known.get(node, (x, y)) for node, (x, y) in places}


def _near_neighbours(
    network: nx.Graph, nodes: list[str], known: Mapping[str, tuple[float, float]], seed: int
) -> dict[str, tuple[float, float]]:
    """Place new nodes in the middle of their neighbours, best known first; without any, at the right border."""
    undirected = network.to_undirected(as_view=True)
    new = [node for node in nodes if node not in known]
    new.sort(key=lambda node: (-sum(other in known for other in undirected[node]), node))
    rng = np.random.default_rng(seed)
    right, top = max(x for x, _ in known.values()), min(y for _, y in known.values())
    placed = dict(known)
    for index, node in enumerate(new):
        near = [placed[other] for other in sorted(undirected[node]) if other in placed]
        column, row = divmod(index, COLUMN)
        border = (right + MARGIN * (1 + column), top + MARGIN * row)
        # not exactly in the middle: several new nodes may have the same neighbours
        x, y = np.mean(near, axis=0) + rng.uniform(-30, 30, 2) if near else border
        placed[node] = (float(x), float(y))
    return placed


def _centred(nodes: list[str], placed: Mapping[str, list[float]]) -> dict[str, tuple[float, float]]:
    if not nodes:
        return {}
    points = np.array([placed[node] for node in nodes])
    middle = (points.min(axis=0) + points.max(axis=0)) / 2
    # a tenth of a pixel: differences in the last digit between machines do not reach the picture
    return {node: (round(float(x), 1), round(float(y), 1)) for node, (x, y) in zip(nodes, points - middle, strict=True)}
