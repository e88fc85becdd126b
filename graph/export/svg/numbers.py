"""What stands on lines: how many ties they stand for, or that their amount is not known; where it covers nothing.

The rule of graph/picture/canvas/lines.js and numbers.js.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.export.geometry import MANY_SIGNS, Bounds, name_of
from graph.export.svg.element import Element, element, text_element
from graph.export.svg.shapes import COLOURS
from graph.picture.bending import ROUNDNESS, control
from graph.picture.drawn import Drawing, DrawnEdge, DrawnNode
from graph.picture.labels import text_width
from graph.picture.outline import halves

MOST = 30  # numbers of a picture, those of most ties
FONT = 10.5  # px on the screen
PARTS = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)  # of a line where its number may stand


@dataclass(frozen=True, slots=True)
class LineNumber:
    """What a line says, and where that is written: the middle, size and half width of the text."""

    text: str
    x: float
    y: float
    font: float
    half: float


def numbers(
    drawing: Drawing,
    edges: Sequence[DrawnEdge],
    places: Mapping[str, DrawnNode],
    least: float = 0.0,
    unknown: str = "",
) -> Iterator[Element]:
    """Write what stands on lines, see `numbers_of`.

    Parameters
    ----------
    drawing, edges, places, least, unknown
        As there.
    """
    for number in numbers_of(drawing, edges, places, least, unknown):
        yield from _number(number)


def numbers_of(
    drawing: Drawing,
    edges: Sequence[DrawnEdge],
    places: Mapping[str, DrawnNode],
    least: float = 0.0,
    unknown: str = "",
) -> Iterator[LineNumber]:
    """Place the number of ties on the lines of most ties, in the units of the drawing, and what is not known.

    Parameters
    ----------
    drawing
        The picture.
    edges
        Its lines.
    places
        Its nodes by id.
    least
        Smallest font size, in units of the drawing.
    unknown
        What a line of money says whose amount is not known; ``""`` for nothing.
    """
    taken = [*_shapes(places.values()), *(name.box for n in places.values() if (name := name_of(n, drawing)))]
    for edge, text in texts_of(edges, unknown):
        font = max(FONT / drawing.zoom, least)
        half = text_width(text, font) / 2 + 2 / drawing.zoom
        for part in PARTS:
            x, y = _along(edge, places, part)
            box = x - half, y - font * 0.7, x + half, y + font * 0.7
            if not any(_meet(box, other) for other in taken):
                taken.append(box)
                yield LineNumber(text, x, y, font, half)
                break


def texts_of(edges: Sequence[DrawnEdge], unknown: str) -> list[tuple[DrawnEdge, str]]:
    """Return the lines that say something and what, the most important first.

    Parameters
    ----------
    edges
        Lines of a picture.
    unknown
        What a line of money says whose amount is not known; said where not too many would.
    """
    several = sorted((e for e in edges if e.ties > 1 and e.kind != "funds"), key=lambda edge: (-edge.ties, edge.id))
    silent = [edge for edge in edges if edge.kind == "funds" and edge.amount_eur is None]
    said = [(edge, unknown) for edge in silent if unknown and len(silent) <= MANY_SIGNS]
    return [(e, text) for e, text in [*((e, str(e.ties)) for e in several[:MOST]), *said] if not e.dimmed]


def _shapes(nodes: Iterable[DrawnNode]) -> Iterator[Bounds]:
    for node in nodes:
        wide, high = halves(node.shape, node.size)
        yield node.x - wide, node.y - high, node.x + wide, node.y + high


def _along(edge: DrawnEdge, places: Mapping[str, DrawnNode], part: float) -> tuple[float, float]:
    """Point of a line between its ends."""
    a, b = places[edge.source], places[edge.target]
    start, end = (a.x, a.y), (b.x, b.y)
    bend = edge.bend or (ROUNDNESS if edge.curved else 0.0)
    via = control(start, end, bend) if bend else ((a.x + b.x) / 2, (a.y + b.y) / 2)
    first, middle, last = (1 - part) ** 2, 2 * part * (1 - part), part**2
    return (
        first * start[0] + middle * via[0] + last * end[0],
        first * start[1] + middle * via[1] + last * end[1],
    )


def _meet(a: Bounds, b: Bounds) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _number(number: LineNumber) -> Iterator[Element]:
    x, y, font, half = number.x, number.y, number.font, number.half
    veil = element("rect", x=x - half, y=y - font * 0.6, width=2 * half, height=font * 1.2, rx=font * 0.4)
    veil.set("fill", COLOURS["paper"])
    veil.set("fill-opacity", "0.85")
    yield veil
    made = text_element("text", number.text, x=x, y=y + font * 0.35, font_size=font, fill=COLOURS["ink"])
    made.set("text-anchor", "middle")
    yield made
