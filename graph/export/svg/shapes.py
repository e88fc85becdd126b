"""Nodes and samples of nodes and lines."""

from __future__ import annotations

from graph.export.geometry import hexagon
from graph.export.legend import LINE_SAMPLE
from graph.export.svg.element import Element, element, text_element
from graph.picture.drawn import LineSwatch, NodeSwatch
from graph.picture.encoding import TINT, Fill, Shape
from graph.picture.outline import halves
from graph.picture.palette import LINES

COLOURS = LINES["light"]
OUTLINE = 1.5
_MOST_SIGN = 0.55  # of a shape: the highest sign of two letters that it holds
_SHADES = {Fill.FULL: 1.0, Fill.TINT: TINT}


def outline(shape: Shape, x: float, y: float, size: float, grow: float = 0.0) -> Element:
    """Outline of a shape around a point, without colours.

    Parameters
    ----------
    shape
        What kind of element it is.
    x
        Middle from the left.
    y
        Middle from the top.
    size
        Size in px.
    grow
        How many px the outline is larger.
    """
    wide, high = (half + grow for half in halves(shape, size))
    if shape is Shape.PROJECT:
        corner = min(5.0, size / 4) + grow / 2
        return element("rect", x=x - wide, y=y - high, width=2 * wide, height=2 * high, rx=corner)
    if shape is Shape.FUNDER:
        return element(
            "path", d=f"M{x:.2f} {y - wide:.2f}l{wide:.2f} {wide:.2f}l{-wide:.2f} {wide:.2f}l{-wide:.2f} {-wide:.2f}z"
        )
    if shape is Shape.FIELD:
        corners = hexagon(x, y, size + 2 * grow)
        return element("polygon", points=" ".join(f"{a:.2f},{b:.2f}" for a, b in corners))
    return element("circle", cx=x, cy=y, r=wide)


def node(
    swatch: NodeSwatch,
    x: float,
    y: float,
    *,
    dashed: bool = False,
    paper: bool = True,
    smallest: float = 0.0,
    enlarged: bool = False,
) -> list[Element]:
    """Draw a node around a point: paper below, fill, outline, and its code or sign.

    Parameters
    ----------
    swatch
        How it looks.
    x, y
        The point.
    dashed
        Whether its outline is.
    paper
        Hide lines below a node that is not filled.
    smallest
        Height below which its code or question mark is left out.
    enlarged
        Whether a sign below that height is written that large instead, where the shape has room for it.
    """
    made = []
    if paper:
        below = outline(swatch.shape, x, y, swatch.size)
        below.set("fill", COLOURS["paper"])
        made.append(below)
    shape = outline(swatch.shape, x, y, swatch.size)
    shade = _SHADES.get(swatch.fill, 0.0)
    shape.set("fill", swatch.colour if shade else "none")
    if 0 < shade < 1:
        shape.set("fill-opacity", f"{shade:g}")
    shape.set("stroke", COLOURS["tie"] if swatch.fill is Fill.CROSSED else COLOURS["ink"])
    shape.set("stroke-width", f"{OUTLINE:g}")
    if dashed:
        shape.set("stroke-dasharray", "4 3")
    return [*made, shape, *_sign(swatch, x, y, smallest, enlarged=enlarged)]


def _sign(swatch: NodeSwatch, x: float, y: float, smallest: float, *, enlarged: bool) -> list[Element]:
    """Cross of a cancelled project, question mark of an unknown status, or the code of two letters."""
    size = swatch.size
    if swatch.fill is Fill.CROSSED:
        arm = size * 0.2
        path = f"M{x - arm:.2f} {y - arm:.2f}l{2 * arm:.2f} {2 * arm:.2f}m0 {-2 * arm:.2f}l{-2 * arm:.2f} {2 * arm:.2f}"
        return [element("path", d=path, fill="none", stroke=COLOURS["tie"], stroke_width=OUTLINE)]
    unknown = swatch.fill is Fill.UNKNOWN
    text = "?" if unknown else swatch.code
    height = size * 0.55 if unknown else min(size * 0.4, 15.0)
    if enlarged and height < smallest <= size * _MOST_SIGN:
        height = smallest
    if not text or height < smallest:
        return []
    colour = swatch.ink if swatch.fill is Fill.FULL and swatch.code else COLOURS["ink"]
    sign = text_element("text", text, x=x, y=y + height * 0.35, font_size=height, fill=colour)
    sign.set("font-weight", "600")
    sign.set("text-anchor", "middle")
    return [sign]


def line_sample(swatch: LineSwatch, x: float, y: float) -> list[Element]:
    """Sample of a line at its true width, from a point to the right.

    Parameters
    ----------
    swatch
        What the sample looks like.
    x
        Where the line begins, from the left.
    y
        Height of the line, from the top.
    """
    colour = COLOURS[swatch.line]
    end = x + LINE_SAMPLE - (7 if swatch.arrow else 0)
    line = element("path", d=f"M{x:.2f} {y:.2f}H{end:.2f}", stroke=colour, stroke_width=swatch.width)
    if swatch.dashed:
        line.set("stroke-dasharray", "7 5")
    if not swatch.arrow:
        return [line]
    half = 4 + swatch.width / 2
    head = element("path", d=f"M{x + LINE_SAMPLE:.2f} {y:.2f}l-9 {-half:.2f}v{2 * half:.2f}z", fill=colour)
    return [line, head]
