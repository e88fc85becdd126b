"""Places of what is shown: an arrangement of its own that keeps the order a reader knows from the whole.

It starts from the places of the whole network, takes the shape that the ties of the visible part ask for, fills the
canvas, and then moves elements a little until lines keep away from foreign elements. The arrangement is a function of
what is shown alone: the same view gives the same picture on every machine.

References
----------
Gansner, Koren & North (2004), Graph drawing by stress majorization. Proc. Graph Drawing, LNCS 3383, 239-250.
Misue, Eades, Lai & Sugiyama (1995), Layout adjustment and the mental map. J. Vis. Lang. Comput. 6, 183-210.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf, sqrt

import networkx as nx
import numpy as np

from graph.picture.block import IN_BLOCK, Block, block
from graph.picture.drawn import DrawnEdge, DrawnNode, Unconnected
from graph.picture.giving_way import part_apart, part_passed, smaller
from graph.picture.labels import CANVAS, EDGE, LARGEST_ZOOM, TOOLS, Box
from graph.picture.name_size import name_rooms
from graph.picture.names import FULLY_NAMED, LEAST_NAMED, MANY, by_importance
from graph.picture.packing import Points
from graph.picture.settling import settled_places
from graph.picture.surface import Ground
from graph.vocabulary import Mode

Sizes = Mapping[str, tuple[float, float]]  # diameter by the usual measure, and the largest by any
Places = dict[str, tuple[float, float]]

FEW = 24  # elements; fewer do not fill the canvas at its usual zoom, so they are shown larger
COVERED = 0.08  # of the canvas that the shapes of many elements cover at most
NAMES_COVER = 0.6  # of the canvas that shapes and names cover at most
LEAST_ZOOM = 0.3
LEAST_SHAPE, LEAST_OF_MANY = 10.0, 5.0  # px that the smallest shape has where lines leave it the room
DENSE, DENSE_ZOOM_OF_MANY = 4.0, 0.55  # ties for each of many elements from which on shapes are smaller, and how small
MOST_ARRANGED = 600  # elements; of more nobody follows a single one, and they stay where the whole network has them


@dataclass(frozen=True, slots=True)
class Arrange:
    """How what is shown is to be arranged.

    Attributes
    ----------
    sizes
        Diameter that each node usually has, and the largest it may get: another measure moves nothing.
    settled
        Elements with ties stand where they are to be; only the block of the others is made.
    held
        Everything stands where it is to be, with shapes as large as the lines in view leave room for.
    passing
        Network whose lines shapes that are held leave room for, so that they are as large in every year; ``None`` for
        the lines in view.
    """

    sizes: Sizes
    settled: bool = False
    held: bool = False
    passing: nx.Graph | None = None


@dataclass(frozen=True, slots=True)
class Spread:
    """An arrangement.

    Attributes
    ----------
    nodes
        At their new places; those that are only counted are marked as listed.
    zoom
        px of the canvas for a unit of the drawing.
    frame
        Left, top, right and bottom of what the canvas shows, in units of the drawing.
    unconnected
        Elements without ties.
    kept_clear
        Rectangles without names, in px of the canvas around the origin of the drawing.
    part
        Of their size that the shapes have, so that lines pass them.
    """

    nodes: tuple[DrawnNode, ...]
    zoom: float
    frame: tuple[float, float, float, float]
    unconnected: Unconnected | None
    kept_clear: tuple[Box, ...]
    part: float = 1.0


def spread(
    nodes: Sequence[DrawnNode],
    edges: Sequence[DrawnEdge],
    arrange: Arrange,
    canvas: tuple[float, float] = CANVAS,
) -> Spread:
    """Arrange the visible part of a network.

    Parameters
    ----------
    nodes
        What is shown, at the places it has in the whole network.
    edges
        Its lines.
    arrange
        How.
    canvas
        Width and height in px.
    """
    sizes, settled = arrange.sizes, arrange.settled
    tied = [node for node in nodes if node.neighbours] or list(nodes)
    alone = [node for node in nodes if not node.neighbours] if len(tied) < len(nodes) else []
    frame = Box(0.0, 0.0, canvas[0] - TOOLS, canvas[1])
    zoom = _zoom(tied, edges, sizes, frame)
    nodes, sizes = _enlarged(nodes, sizes, _least(tied) / zoom)
    tied = [node for node in nodes if node.neighbours] or list(nodes)
    signs = {node.id: sizes[node.id][1] * zoom for node in alone}
    beside = block(alone, signs, frame, at_left=len(alone) <= IN_BLOCK and _middle(alone) < _middle(tied))
    if settled or len(tied) > MOST_ARRANGED:
        places, zoom = _fitted(tied, zoom if settled else 0.0, frame)
    else:
        places = _centred(settled_places(Ground.of(tied, edges, sizes, zoom, (frame, beside.corner))), zoom, frame)
    made = _made(nodes, places | _centred(beside.rows, zoom, frame), beside, zoom, frame)
    standing = [node for node in made.nodes if node.id in places]
    part = part_passed(standing, edges, zoom)
    if len(standing) <= MANY:
        part = min(part, part_apart(standing))
    return replace(made, nodes=tuple(smaller(made.nodes, part)), part=part)


def _end(corner: Box, zoom: float, frame: Box) -> float:
    """Right border of the block in units of the drawing."""
    return round((corner.right - frame.right / 2) / zoom, 1)


def _middle(nodes: Sequence[DrawnNode]) -> float:
    """Place from left to right that half of the nodes do not reach."""
    return float(np.median([node.x for node in nodes])) if nodes else 0.0


def _made(nodes: Sequence[DrawnNode], places: Places, beside: Block, zoom: float, frame: Box) -> Spread:
    half_w, half_h = frame.right / 2 / zoom, frame.bottom / 2 / zoom
    corner = beside.corner
    heading = _centred({"": (corner.left, corner.top)}, zoom, frame)[""] if corner else (0.0, 0.0)
    return Spread(
        nodes=tuple(_placed(node, places, apart=node.id in beside.rows) for node in nodes),
        zoom=zoom,
        frame=(-half_w, -half_h, half_w, half_h),
        unconnected=Unconnected(beside.count, *heading, _end(corner, zoom, frame)) if corner else None,
        kept_clear=(_moved(corner, frame.right / 2, frame.bottom / 2),) if corner else (),
    )


def _placed(node: DrawnNode, places: Places, *, apart: bool) -> DrawnNode:
    if node.id not in places:
        return replace(node, listed=True)
    x, y = places[node.id]
    return replace(node, x=x, y=y, apart=apart)


def _fitted(nodes: Sequence[DrawnNode], zoom: float, frame: Box) -> tuple[Places, float]:
    """Places as they are, and the zoom at which they fill the frame, unless it is known."""
    if zoom or not nodes:
        return {node.id: (node.x, node.y) for node in nodes}, zoom or 1.0
    points = np.array([(node.x, node.y) for node in nodes])
    middle = (points.min(axis=0) + points.max(axis=0)) / 2
    wide, high = np.maximum(np.ptp(points, axis=0), 1.0)
    zoom = float(min((frame.right - 2 * EDGE) / wide, (frame.bottom - 2 * EDGE) / high, LARGEST_ZOOM))
    return {node.id: _rounded(point) for node, point in zip(nodes, points - middle, strict=True)}, zoom


def _centred(points: Mapping[str, tuple[float, float]], zoom: float, frame: Box) -> Places:
    """Places in units of the drawing, whose origin is the middle of the canvas."""
    middle = np.array([frame.right / 2, frame.bottom / 2])
    return {node: _rounded((np.array(point) - middle) / zoom) for node, point in points.items()}


def _rounded(point: Points) -> tuple[float, float]:
    """Round to a tenth of a unit: differences in the last digit between machines do not reach the picture."""
    return round(float(point[0]), 1), round(float(point[1]), 1)


def _moved(box: Box, x: float, y: float) -> Box:
    return Box(box.left - x, box.top - y, box.right - x, box.bottom - y)


def _zoom(nodes: Sequence[DrawnNode], edges: Sequence[DrawnEdge], sizes: Sizes, frame: Box) -> float:
    """Zoom at which shapes and names that are likely to be written leave each other enough air."""
    airy = _airy(nodes, sizes, frame)
    if len(nodes) > MANY:
        return airy * max(min(DENSE * len(nodes) / max(len(edges), 1), 1.0), DENSE_ZOOM_OF_MANY)
    measured = [sizes[node.id][0] for node in nodes if node.mode == Mode.ACTOR] or [sizes[n.id][0] for n in nodes]
    return max(airy, min(1.0, LEAST_SHAPE / min(measured, default=LEAST_SHAPE)))


def _least(nodes: Sequence[DrawnNode]) -> float:
    """Diameter in px that the smallest shape has at least, where lines leave it the room."""
    return LEAST_SHAPE if len(nodes) <= MANY else LEAST_OF_MANY


def _enlarged(nodes: Sequence[DrawnNode], sizes: Sizes, least: float) -> tuple[list[DrawnNode], Sizes]:
    """Give what has one size anyway, such as projects, the least diameter that is seen, in units of the drawing."""

    def enlarged(node: DrawnNode, size: float) -> float:
        return size if node.mode == Mode.ACTOR else max(size, round(least, 1))

    made = [replace(node, size=enlarged(node, node.size)) for node in nodes]
    return made, {n.id: (enlarged(n, sizes[n.id][0]), enlarged(n, sizes[n.id][1])) for n in nodes}


def _airy(nodes: Sequence[DrawnNode], sizes: Sizes, frame: Box) -> float:
    """Zoom at which shapes and names leave the canvas enough air."""
    n, area = len(nodes), frame.right * frame.bottom
    if n <= FEW:
        return min(LARGEST_ZOOM, sqrt(FEW / max(n, 1)))
    shapes = sum((sizes[node.id][0] + 6.0) ** 2 for node in nodes)
    named = by_importance(nodes)[: max(LEAST_NAMED, min(n, FULLY_NAMED))]
    rooms = sum(wide * high for wide, high in name_rooms(named, inf).values())
    fitting = sqrt(max(NAMES_COVER * area - rooms, 0.1 * area) / shapes)
    airy = sqrt(COVERED * area / shapes) if n > FULLY_NAMED else 1.0
    return max(min(1.0, fitting, airy), LEAST_ZOOM)
