"""The heading of the elements without ties in a file: above their block, or below the picture where that is not free.

A heading keeps its size on every page, while the picture becomes smaller: what was free on screen may not be.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.export.geometry import name_of
from graph.picture.drawn import Drawing
from graph.picture.labels import Box
from graph.picture.outline import halves

_GAP = 2.0  # px between the heading and its block
_TOUCH = 1.0  # px that a heading may reach into a shape


def above_block(drawing: Drawing, placed: tuple[float, float, float], size: tuple[float, float], most: float) -> Box:
    """Return the place of the heading in px: it ends above the first element of the block.

    Parameters
    ----------
    drawing
        Picture with elements without ties.
    placed
        Zoom of the picture and its place.
    size
        Width and height of the heading.
    most
        What it may not reach beyond at the right.
    """
    zoom, x, y = placed
    heading, (wide, high) = drawing.unconnected, size
    if heading is None:
        return Box(x, y, x, y)
    tops = [node.y - node.size / 2 for node in drawing.shown if node.apart]
    tops += [name.box[1] for node in drawing.shown if node.apart and (name := name_of(node, drawing))]
    left = min(x + zoom * heading.x, most - wide)
    top = y + zoom * min(tops) - high - _GAP if tops else y + zoom * heading.top
    return Box(left, top, left + wide, top + high)


def covers(drawing: Drawing, placed: tuple[float, float, float], heading: Box) -> bool:
    """Tell whether a heading lies over a shape or a name of the picture.

    Parameters
    ----------
    drawing
        The picture.
    placed
        Zoom of the picture and its place in px.
    heading
        Place of the heading in px.
    """
    inner = Box(heading.left + _TOUCH, heading.top + _TOUCH, heading.right - _TOUCH, heading.bottom - _TOUCH)
    return any(inner.meets(box) for box in _taken(drawing, *placed))


def _taken(drawing: Drawing, zoom: float, x: float, y: float) -> Iterator[Box]:
    """Yield shapes and names in px."""
    for node in drawing.shown:
        wide, high = halves(node.shape, node.size)
        boxes = [(node.x - wide, node.y - high, node.x + wide, node.y + high)]
        if name := name_of(node, drawing):
            boxes.append(name.box)
        for left, top, right, bottom in boxes:
            yield Box(x + zoom * left, y + zoom * top, x + zoom * right, y + zoom * bottom)
