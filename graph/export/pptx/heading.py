"""The heading of the elements without ties on a slide: above their block, or on a line of its own below the picture."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from graph.export.geometry import heading_box
from graph.export.heading import above_block, covers
from graph.export.pptx.numbered import LEAST
from graph.export.pptx.parts import Part, Shapes
from graph.export.pptx.texts import QUIET, SlideLine, textbox
from graph.export.pptx.units import Placed, SlideBox
from graph.export.svg.page import HEADING_FONT
from graph.picture.beside import LINE
from graph.picture.drawn import Drawing
from graph.picture.hubs import heading_key
from graph.picture.labels import text_width

STRIP = LEAST * LINE  # px of a heading below the picture
_SAFE = 1.1  # of a width that other programs measure with another typeface


class SlideHeading(NamedTuple):
    """What the heading says, how large in px, and where."""

    said: str
    size: float
    box: SlideBox

    def add(self, shapes: Shapes) -> Part:
        """Write it."""
        return textbox(shapes, self.box, [SlideLine(self.said, self.size, colour=QUIET)], name=self.said)


def heading_above(drawing: Drawing, placed: Placed, words: Mapping[str, str], right: float) -> SlideHeading | None:
    """Return the heading above its block; ``None`` where everybody has ties or it would cover shapes or names.

    Parameters
    ----------
    drawing
        The picture with the names of the slide.
    placed
        Where it stands.
    words
        ``unconnected`` and ``unconnected_hubs`` are the heading.
    right
        px of the slide that it may not reach beyond.
    """
    if drawing.unconnected is None:
        return None
    at, said = (placed.zoom, placed.x, placed.y), _said(drawing, words)
    left, _, end, _ = heading_box(drawing, drawing.unconnected)
    size = max(HEADING_FONT / drawing.zoom * placed.zoom, LEAST)
    wide = max((end - left) * placed.zoom, text_width(said, size) / 2 + 4 * size)
    high = size * LINE * (1 if text_width(said, size) <= wide else 2)
    box = above_block(drawing, at, (wide, high), right)
    return None if covers(drawing, at, box) else SlideHeading(said, size, SlideBox(box.left, box.top, wide, high))


def heading_below(drawing: Drawing, placed: Placed, words: Mapping[str, str], room: SlideBox) -> SlideHeading:
    """Return the heading on the line below the picture, as near to its block as the line allows.

    Parameters
    ----------
    drawing
        Picture with elements without ties.
    placed
        Where it stands.
    words
        ``unconnected`` and ``unconnected_hubs`` are the heading.
    room
        Room of the picture in px of the slide.
    """
    said = _said(drawing, words)
    wide = min(text_width(said, LEAST) * _SAFE + 8, room.width)
    x, _ = placed.at(drawing.unconnected.x if drawing.unconnected else 0.0, 0.0)
    left = max(min(x, room.right - wide), room.left)
    return SlideHeading(said, LEAST, SlideBox(left, room.bottom, wide, STRIP))


def _said(drawing: Drawing, words: Mapping[str, str]) -> str:
    return words[heading_key(drawing.nodes)].format(n=drawing.unconnected.count if drawing.unconnected else 0)
