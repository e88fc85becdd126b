"""Where shapes, lines and names of a drawing lie; the same in every format, in the units of the drawing.

The proportions are those of the canvas (`graph/picture/canvas/paint.js`).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, cos, hypot, pi, sin

from graph.picture.drawn import Drawing, DrawnEdge, DrawnNode
from graph.picture.encoding import Shape
from graph.picture.labels import ACTOR_FONT, LINE_HEIGHT, PROJECT_FONT, text_width
from graph.vocabulary import Mode

Point = tuple[float, float]
Bounds = tuple[float, float, float, float]  # left, top, right, bottom

LABEL_GAP = 4.0  # px at the zoom of the drawing between a shape and its name
MANY_LINES = 120  # lines; more step back behind the nodes
MANY_SIGNS = 24  # changed lines that carry a sign
ROUNDNESS = 0.18  # of the bow of a second line, as in `graph.picture.vis`

# half width and half height in parts of the diameter
_HALVES = {Shape.PROJECT: (0.575, 0.41), Shape.FUNDER: (0.6, 0.6)}


def halves(shape: Shape, size: float) -> tuple[float, float]:
    """Half width and half height of a shape of that diameter."""
    wide, high = _HALVES.get(shape, (0.5, 0.5))
    return wide * size, high * size


def label_font(node: DrawnNode, drawing: Drawing) -> float:
    """Font size of the name of a node."""
    return (ACTOR_FONT if node.mode == Mode.ACTOR else PROJECT_FONT) / drawing.zoom


def label_top(node: DrawnNode, drawing: Drawing) -> float:
    """Height at which the name of a node begins: below the shape."""
    return node.y + node.size / 2 + LABEL_GAP / drawing.zoom


def extent(drawing: Drawing) -> Bounds:
    """Left, top, right and bottom of all shapes and written names; zeros when nothing is drawn."""
    boxes = [_shape_box(node) for node in drawing.nodes]
    boxes += [_label_box(node, drawing) for node in drawing.nodes if node.label_shown]
    if not boxes:
        return 0.0, 0.0, 0.0, 0.0
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


def _shape_box(node: DrawnNode) -> Bounds:
    wide, high = halves(node.shape, node.size)
    room = 6.0 if node.focus or node.selected else 2.0
    return node.x - wide - room, node.y - high - room, node.x + wide + room, node.y + high + room


def _label_box(node: DrawnNode, drawing: Drawing) -> Bounds:
    font, top = label_font(node, drawing), label_top(node, drawing)
    half = text_width(node.short_name, font, bold=node.mode == Mode.ACTOR) / 2
    return node.x - half, top, node.x + half, top + font * LINE_HEIGHT


def bow(start: Point, end: Point) -> Point:
    """Control point of the bow of a second line between two points, as vis-network draws ``curvedCW``."""
    dx, dy = end[0] - start[0], start[1] - end[1]
    part = ROUNDNESS * 0.5 + 0.5
    angle = (atan2(dy, dx) + part * pi) % (2 * pi)
    reach = part * hypot(dx, dy)
    return start[0] + reach * sin(angle), start[1] + reach * cos(angle)


def border(node: DrawnNode, towards: Point, gap: float = 0.0) -> Point:
    """Point on the outline of a node in the direction of another point."""
    dx, dy = towards[0] - node.x, towards[1] - node.y
    length = hypot(dx, dy) or 1.0
    dx, dy = dx / length, dy / length
    reach = _reach(node, abs(dx), abs(dy)) + gap
    return node.x + reach * dx, node.y + reach * dy


def _reach(node: DrawnNode, dx: float, dy: float) -> float:
    wide, high = halves(node.shape, node.size)
    if node.shape is Shape.PROJECT:
        return min(wide / dx if dx else high / dy, high / dy if dy else wide / dx)
    if node.shape is Shape.FUNDER:
        return wide / (dx + dy)
    return wide


def hexagon(x: float, y: float, size: float) -> list[Point]:
    """Corners of a hexagon of that diameter around a point."""
    return [(x + size / 2 * cos(i * pi / 3), y + size / 2 * sin(i * pi / 3)) for i in range(6)]


def line_opacity(edges: Sequence[DrawnEdge]) -> float:
    """Opacity of lines, so that many of them do not turn into a grey cloth."""
    return 0.5 if len(edges) > MANY_LINES else 0.85
