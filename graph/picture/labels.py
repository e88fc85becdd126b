"""How large names and the canvas are; which names are written, and where, says `graph.picture.names`."""

from __future__ import annotations

from dataclasses import dataclass

CANVAS = (1032.0, 600.0)  # px: the canvas beside the detail panel at 1440 x 900
EDGE = 30.0  # px between the picture and the border of the canvas
TOOLS = 44.0  # px at the right of the canvas that its buttons need
LARGEST_ZOOM = 1.5  # a picture of few nodes is not blown up further
AREA_PER_LABEL = 18_000  # px² of canvas; 34 labels on 1032 x 600
ACTOR_FONT, PROJECT_FONT = 13.0, 11.0  # px
GAP = 3.0  # px between the shape and its label, and the halo around the label
LINE_HEIGHT = 1.25

# Advance widths in parts of the font size, upper bounds of common sans-serif faces.
_NARROW, _WIDE = frozenset("fijlrtI.,;:'|!()[]/- "), frozenset("mwMWÄÖ@%&")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the canvas, in px; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two share an area."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def text_width(text: str, font: float, *, bold: bool = True) -> float:
    """Estimated width of a line of text in px: never less than what common sans-serif faces need.

    Parameters
    ----------
    text
        The text.
    font
        Size of the type in px.
    bold
        Whether the text is bold.
    """
    parts = (0.36 if c in _NARROW else 0.92 if c in _WIDE else 0.68 if c.isupper() else 0.58 for c in text)
    return font * sum(parts) * (1.0 if bold else 0.95)


def name_width(text: str, font: float, *, bold: bool = True) -> float:
    """Width in px that is kept free for a line of a name: also enough for faces whose letters are all alike.

    Parameters
    ----------
    text
        The text.
    font
        Size of the type in px.
    bold
        Whether the text is bold.
    """
    return max(text_width(text, font, bold=bold), len(text) * font * (0.565 if bold else 0.525))


def budget(width: float, height: float) -> int:
    """Count the labels a canvas of that size in px may show."""
    return int(width * height // AREA_PER_LABEL)


def fit_zoom(width: float, height: float, canvas: tuple[float, float] = CANVAS) -> float:
    """Zoom at which a picture of that size in px fills the canvas, with a margin for labels.

    Parameters
    ----------
    width
        Width of the picture in px.
    height
        Height of the picture in px.
    canvas
        Width and height in px.
    """
    wide, high = canvas[0] - 2 * EDGE - TOOLS, canvas[1] - 2 * EDGE
    return min(wide / max(width, 1.0), high / max(height, 1.0), LARGEST_ZOOM)
