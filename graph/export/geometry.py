"""Where shapes, lines and names of a drawing lie; the same in every format, in the units of the drawing.

The proportions are those of the canvas (`graph/picture/canvas/paint.js`).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, hypot, pi, sin

from graph.picture.block import COUNTED, HEADING
from graph.picture.drawn import Drawing, DrawnEdge, DrawnNode, Unconnected
from graph.picture.encoding import Shape
from graph.picture.labels import ACTOR_FONT, LINE_HEIGHT, PROJECT_FONT, text_width
from graph.picture.outline import halves
from graph.picture.placed import PlacedName
from graph.vocabulary import Mode

Point = tuple[float, float]
Bounds = tuple[float, float, float, float]  # left, top, right, bottom

LABEL_GAP = 4.0  # px at the zoom of the drawing between a shape and its name
MANY_LINES = 120  # lines; more step back behind the nodes
MANY_SIGNS = 24  # changed lines that carry a sign


def label_font(node: DrawnNode, drawing: Drawing) -> float:
    """Font size of the name of a node."""
    return (PROJECT_FONT if node.mode == Mode.PROJECT else ACTOR_FONT) / drawing.zoom


def name_of(node: DrawnNode, drawing: Drawing) -> PlacedName | None:
    """Where the name of a node is written: its place in the drawing, else on one line below the shape."""
    if not node.label_shown or node.listed:
        return None
    if node.written:
        return node.written
    font, ring = label_font(node, drawing), 5.5 if node.selected or node.focus else 0.0
    top = node.y + node.size / 2 + (LABEL_GAP + ring) / drawing.zoom
    half = text_width(node.short_name, font, bold=node.mode == Mode.ACTOR) / 2
    return PlacedName((node.short_name,), node.x, top, 0, (node.x - half, top, node.x + half, top + font * LINE_HEIGHT))


def extent(drawing: Drawing) -> Bounds:
    """Left, top, right and bottom of all shapes, written names and headings; zeros when nothing is drawn."""
    boxes = [_shape_box(node) for node in drawing.shown]
    boxes += [name.box for node in drawing.shown if (name := name_of(node, drawing))]
    if not boxes:
        return 0.0, 0.0, 0.0, 0.0
    if drawing.ground:
        boxes.append(drawing.ground)
    if drawing.unconnected:
        boxes.append(heading_box(drawing, drawing.unconnected))
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


def heading_box(drawing: Drawing, unconnected: Unconnected) -> Bounds:
    """Room of the heading of the elements without ties."""
    wide, high = HEADING if any(node.apart for node in drawing.nodes) else COUNTED
    right, bottom = unconnected.x + wide / drawing.zoom, unconnected.top + high / drawing.zoom
    return unconnected.x, unconnected.top, right, bottom


def _shape_box(node: DrawnNode) -> Bounds:
    wide, high = halves(node.shape, node.size)
    room = 6.0 if node.focus or node.selected else 2.0
    return node.x - wide - room, node.y - high - room, node.x + wide + room, node.y + high + room


def border(node: DrawnNode, towards: Point, gap: float = 0.0) -> Point:
    """Point on the outline of a node in the direction of another point.

    Parameters
    ----------
    node
        The element.
    towards
        Point the line leads to.
    gap
        Distance in px kept from the outline.
    """
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
    """Corners of a hexagon of that diameter around a point.

    Parameters
    ----------
    x
        Middle from the left.
    y
        Middle from the top.
    size
        Diameter.
    """
    return [(x + size / 2 * cos(i * pi / 3), y + size / 2 * sin(i * pi / 3)) for i in range(6)]


def line_opacity(edges: Sequence[DrawnEdge]) -> float:
    """Opacity of lines, so that many of them do not turn into a grey cloth."""
    return 0.5 if len(edges) > MANY_LINES else 0.85
