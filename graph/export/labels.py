"""Names on a page of another size than the screen, as large as they must be to be read there."""

from __future__ import annotations

from dataclasses import replace

from graph.graphemes import clusters
from graph.picture.drawn import Drawing
from graph.picture.named import named

LONGEST_NAME = 60  # characters of a name in a picture


def legible(drawing: Drawing) -> Drawing:
    """Return the picture with names no longer than a page can hold; a name of thousands of letters has no size."""
    if all(len(node.short_name) <= LONGEST_NAME for node in drawing.nodes):
        return drawing
    return replace(drawing, nodes=tuple(replace(n, short_name=_legible(n.short_name)) for n in drawing.nodes))


def _legible(name: str) -> str:
    signs = clusters(name)
    return name if len(signs) <= LONGEST_NAME else f"{''.join(signs[:LONGEST_NAME]).rstrip()}…"


def relabelled(
    drawing: Drawing, width: float, height: float, larger: float = 1.0, *, all_names: bool = False, even: bool = False
) -> Drawing:
    """Return the same picture with the names that fit a page, placed by the rule of the screen.

    Parameters
    ----------
    drawing
        Picture as on screen; nodes, lines and legend stay as they are.
    width, height
        Room in px.
    larger
        Size of names in parts of that on screen.
    all_names
        Write every name that finds a place: a fixed arrangement has room for most.
    even
        Write all names as large as those of projects, and leave one out rather than write it over another node.
    """
    return named(legible(drawing), (width / larger, height / larger), all_names=all_names, even=even)
