"""The legend below a picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.export.legend import FONT, TITLE_FONT, PlacedEntry, PlacedTitle, placed, sample_size
from graph.export.pictures import LegendGroup
from graph.export.svg.element import Element, element
from graph.export.svg.paragraph import QUIET, Piece, Style, line_of_text, shortened
from graph.export.svg.shapes import line_sample, node
from graph.picture.drawn import LineSwatch, NodeSwatch

_TITLE, _TEXT = Style(TITLE_FONT, bold=True), Style(FONT, colour=QUIET)


def legend(groups: Iterable[LegendGroup], width: float, scale: float = 1.0) -> Piece:
    """Draw all groups within a width in px; circles of sizes are as much larger as ``scale`` says.

    Parameters
    ----------
    groups
        Entries of the legend under their headings.
    width
        Width in px.
    scale
        How much larger circles are than on screen.
    """
    whole = placed(groups, width, scale)
    return Piece(tuple(drawn for part in whole.parts for drawn in _draw(part, width)), whole.height)


def sample(swatch: NodeSwatch | LineSwatch, x: float, y: float) -> list[Element]:
    """Sample that begins at x and has its middle at y.

    Parameters
    ----------
    swatch
        What the sample looks like.
    x
        Left edge.
    y
        Middle from the top.
    """
    if isinstance(swatch, NodeSwatch):
        return node(swatch, x + sample_size(swatch)[0] / 2, y, paper=False)
    return line_sample(swatch, x, y)


def _draw(part: PlacedTitle | PlacedEntry, width: float) -> Iterator[Element]:
    if isinstance(part, PlacedTitle):
        yield line_of_text(shortened(part.text, _TITLE, width - part.left), part.left, part.top + 14, _TITLE)
        return
    yield element("g", *sample(part.sample, part.left, part.middle))
    text = shortened(part.text, _TEXT, width - part.beside)
    yield line_of_text(text, part.beside, part.middle + FONT * 0.35, _TEXT)
