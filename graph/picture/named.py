"""The names of a finished drawing anew: after an element was moved, on a page of another size."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from graph.apart import Called
from graph.picture.block import COUNTED, HEADING
from graph.picture.drawn import Drawing, bounds
from graph.picture.labels import CANVAS, TOOLS, Box, fit_zoom
from graph.picture.names import Room, is_measured, names

UNBOUNDED = 10_000  # names, so that their number is no limit
SCREEN = CANVAS[0] - TOOLS, CANVAS[1]


def moved(drawing: Drawing, places: Mapping[str, tuple[float, float]]) -> Drawing:
    """Return the drawing with elements where somebody has put them, in units of the drawing."""
    if not any(node.id in places for node in drawing.nodes):
        return drawing
    nodes = (replace(n, x=places[n.id][0], y=places[n.id][1]) if n.id in places else n for n in drawing.nodes)
    return named(replace(drawing, nodes=tuple(nodes)))


def told_apart(drawing: Drawing, called: Mapping[str, Called]) -> Drawing:
    """Return the drawing of a part with the names that elements have among all, see `graph.apart.called`."""
    if not any(node.id in called and called[node.id] != (node.name, node.short_name) for node in drawing.nodes):
        return drawing
    nodes = (replace(node, **called[node.id]._asdict()) if node.id in called else node for node in drawing.nodes)
    return named(replace(drawing, nodes=tuple(nodes)))


def named(
    drawing: Drawing, canvas: tuple[float, float] = SCREEN, *, all_names: bool = False, even: bool = False
) -> Drawing:
    """Return the drawing with the names that fit a canvas.

    Parameters
    ----------
    drawing
        Nodes, lines and legend stay as they are.
    canvas
        Width and height in px, where names are as large as on the screen.
    all_names
        Write every name that finds a place.
    even
        Write all names as large as those of projects, and leave one out rather than write it over another node.
    """
    if not drawing.shown:
        return drawing
    zoom = zoom_in(drawing, canvas)
    left, top, right, bottom = drawing.frame or drawing.ground or _around(drawing, canvas, zoom)
    frame = Box(left * zoom, top * zoom, right * zoom, bottom * zoom)
    found = names(
        drawing.nodes,
        drawing.edges,
        zoom,
        Room(
            frame,
            _headings(drawing, zoom),
            most=UNBOUNDED if all_names else None,
            measured=is_measured(drawing.size_name),
            even=even,
        ),
    )
    written = (replace(node, label_shown=node.id in found, written=found.get(node.id)) for node in drawing.nodes)
    return replace(drawing, nodes=tuple(written), zoom=zoom)


def zoom_in(drawing: Drawing, room: tuple[float, float]) -> float:
    """Zoom at which what the canvas shows fits a page of that width and height in px."""
    if shown := drawing.frame or drawing.ground:
        left, top, right, bottom = shown
        return min(room[0] / (right - left), room[1] / (bottom - top))
    left, top, right, bottom = bounds(drawing.shown)
    return fit_zoom(right - left, bottom - top, room)


def _around(drawing: Drawing, room: tuple[float, float], zoom: float) -> tuple[float, float, float, float]:
    """Page around the middle of the nodes, in units of the drawing."""
    left, top, right, bottom = bounds(drawing.shown)
    x, y, half_w, half_h = (left + right) / 2, (top + bottom) / 2, room[0] / zoom / 2, room[1] / zoom / 2
    return x - half_w, y - half_h, x + half_w, y + half_h


def _headings(drawing: Drawing, zoom: float) -> tuple[Box, ...]:
    """Room of the heading of the elements without ties, and of their block."""
    if not drawing.unconnected or not drawing.frame:
        return ()
    first = min((node.y - node.size / 2 for node in drawing.shown if node.apart), default=None)
    wide, high = COUNTED if first is None else HEADING
    left, top = min(drawing.unconnected.x, drawing.frame[2] - wide / zoom) * zoom, drawing.unconnected.top * zoom
    right, bottom = drawing.unconnected.right * zoom, drawing.frame[3] * zoom
    if first is None:
        return (Box(left, top, left + wide, top + high),)
    return (Box(left, min(top, first * zoom - high), max(right, left + wide), bottom),)
