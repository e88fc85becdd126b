"""Shapes made smaller where lines or names need the room: as little as leaves the picture legible."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from graph.kernels.clearing import passing_part
from graph.picture.bending import bend
from graph.picture.drawn import DrawnEdge, DrawnNode
from graph.picture.names import FULLY_NAMED, MANY, Room, first_named, names
from graph.picture.outline import halves
from graph.picture.tied import pairs_of

Names = Mapping[str, tuple[float, float, float, float]]

# share of lines that may run through a foreign element where all are named, and where not
FEW_THROUGH, FEW_OF_MANY = 0.045, 0.09
LEAST = 4.0  # px of the smallest shape, below which lines do not press it
LEAST_APART, ALL_PAIRS = 0.6, 600  # part of their size down to which shapes give way to each other, and of how many
PARTS = (1.0, 0.9, 0.8, 0.7, 0.6)  # of their size that are tried where names need the room
JUST = 0.985  # of the size at which lines just pass: sizes are rounded, and many lines pass as near as they may
TOUCHING = 1.0  # px that a name may reach over a shape, which is drawn round


def smaller(nodes: Sequence[DrawnNode], part: float) -> list[DrawnNode]:
    """Make all shapes smaller by one part, so that their areas still compare."""
    return [replace(node, size=round(node.size * part, 1)) for node in nodes] if part < 1.0 else list(nodes)


def part_passed(nodes: Sequence[DrawnNode], edges: Sequence[DrawnEdge], zoom: float) -> float:
    """Part of their size at which enough of the lines pass the shapes, 1 where they do already.

    Parameters
    ----------
    nodes, edges
        Tied elements at their places, and the lines.
    zoom
        px of the canvas for a unit of the drawing.
    """
    if not edges or not 0 < len(nodes) <= MANY:
        return 1.0
    at = np.array([(node.x, node.y) for node in nodes])
    radii = np.array([min(halves(node.shape, node.size)) for node in nodes])
    few = FEW_THROUGH if len(nodes) <= FULLY_NAMED else FEW_OF_MANY
    part = JUST * passing_part(at, radii, pairs_of(nodes, edges), few)
    least = LEAST / (min(node.size for node in nodes) * zoom)
    return min(max(part, least), 1.0)


def part_apart(nodes: Sequence[DrawnNode]) -> float:
    """Part of their size at which no shape covers another, 1 where none does already; not less than `LEAST_APART`.

    Parameters
    ----------
    nodes
        Elements at their places.
    """
    if len(nodes) > ALL_PAIRS:
        return 1.0
    at = np.array([(node.x, node.y) for node in nodes]).reshape(-1, 2)
    sides = np.array([halves(node.shape, node.size) for node in nodes]).reshape(-1, 2)
    one, other = np.triu_indices(len(nodes), 1)
    parts = (np.abs(at[one] - at[other]) / (sides[one] + sides[other])).max(axis=1, initial=0.0)
    return max(JUST * float(parts.min(initial=1.0 / JUST)), LEAST_APART)


def with_clear_names(
    nodes: Sequence[DrawnNode], edges: Sequence[DrawnEdge], zoom: float, room: Room
) -> tuple[float, tuple[DrawnNode, ...], tuple[DrawnEdge, ...]]:
    """Write the names that find a place, with shapes as large as leaves them clear; of many elements at their size.

    Parameters
    ----------
    nodes, edges, zoom, room
        See `graph.picture.names.names`.

    Returns
    -------
    tuple
        Part of their size that the shapes have, the nodes with their names, and the lines.
    """
    tried = []
    for part in PARTS if len(nodes) <= MANY else PARTS[:1]:
        shapes = smaller(nodes, part)
        bent = tuple(bend(shapes, edges))
        made = tuple(with_names(shapes, bent, zoom, room))
        tried.append((_in_the_way([node for node in made if not node.listed], edges, zoom), -part, made, bent))
        if not tried[-1][0]:
            break
    _, part, made, bent = min(tried, key=lambda one: one[:2])
    return -part, made, bent


def with_names(nodes: Sequence[DrawnNode], edges: Sequence[DrawnEdge], zoom: float, room: Room) -> Iterator[DrawnNode]:
    """Write the names that find a place.

    Parameters
    ----------
    nodes, edges, zoom, room
        See `graph.picture.names.names`.
    """
    written = names(nodes, edges, zoom, room)
    for node in nodes:
        yield replace(node, label_shown=node.id in written, written=written.get(node.id))


def _in_the_way(nodes: Sequence[DrawnNode], edges: Sequence[DrawnEdge], zoom: float) -> int:
    """Count the shapes that names cover, and the names that must be written and are not.

    Parameters
    ----------
    nodes, edges
        Everything that is seen, with its names.
    zoom
        px of the canvas for a unit of the drawing.
    """
    written = {node.id: node.written.box for node in nodes if node.written}
    return sum(_covered(nodes, written, TOUCHING / zoom)) + len(first_named(nodes, edges) - written.keys())


def _covered(nodes: Sequence[DrawnNode], written: Names, touching: float) -> Iterator[int]:
    """For each shape, how many names of others lie on it."""
    boxes, owners = np.array([*written.values()]).reshape(-1, 4), np.array([*written], dtype=object)
    for node in nodes:
        wide, high = halves(node.shape, node.size)
        across = np.minimum(boxes[:, 2], node.x + wide) - np.maximum(boxes[:, 0], node.x - wide)
        down = np.minimum(boxes[:, 3], node.y + high) - np.maximum(boxes[:, 1], node.y - high)
        yield int(((across > touching) & (down > touching) & (owners != node.id)).sum())
