"""Numbers on lines that stand for several ties, where they cover nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.export.geometry import Bounds, name_of
from graph.export.svg.element import Element, element, text_element
from graph.export.svg.shapes import COLOURS
from graph.picture.bending import control
from graph.picture.drawn import Drawing, DrawnEdge, DrawnNode
from graph.picture.labels import text_width
from graph.picture.outline import halves

MOST = 30  # numbers of a picture, those of most ties
FONT = 10.5  # px on the screen
PARTS = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)  # of a line where its number may stand


@dataclass(frozen=True, slots=True)
class LineNumber:
    """How many ties a line stands for, and where that is written: the middle, size and half width of the text."""

    text: str
    x: float
    y: float
    font: float
    half: float


def numbers(
    drawing: Drawing, edges: Sequence[DrawnEdge], places: Mapping[str, DrawnNode], least: float = 0.0
) -> Iterator[Element]:
    """Say how many ties a line stands for, see `numbers_of`.

    Parameters
    ----------
    drawing, edges, places, least
        As there.
    """
    for number in numbers_of(drawing, edges, places, least):
        yield from _number(number)


def numbers_of(
    drawing: Drawing, edges: Sequence[DrawnEdge], places: Mapping[str, DrawnNode], least: float = 0.0
) -> Iterator[LineNumber]:
    """Place the number of ties on the lines of most ties, in the units of the drawing.

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
    """
    several = [edge for edge in edges if edge.ties > 1 and edge.kind != "funds" and not edge.dimmed]
    taken = [*_shapes(places.values()), *(name.box for n in places.values() if (name := name_of(n, drawing)))]
    for edge in sorted(several, key=lambda edge: (-edge.ties, edge.id))[:MOST]:
        text, font = str(edge.ties), max(FONT / drawing.zoom, least)
        half = text_width(text, font) / 2 + 2 / drawing.zoom
        for part in PARTS:
            x, y = _along(edge, places, part)
            box = x - half, y - font * 0.7, x + half, y + font * 0.7
            if not any(_meet(box, other) for other in taken):
                taken.append(box)
                yield LineNumber(text, x, y, font, half)
                break


def _shapes(nodes: Iterable[DrawnNode]) -> Iterator[Bounds]:
    for node in nodes:
        wide, high = halves(node.shape, node.size)
        yield node.x - wide, node.y - high, node.x + wide, node.y + high


def _along(edge: DrawnEdge, places: Mapping[str, DrawnNode], part: float) -> tuple[float, float]:
    """Point of a line between its ends."""
    a, b = places[edge.source], places[edge.target]
    start, end = (a.x, a.y), (b.x, b.y)
    via = control(start, end, edge.bend) if edge.bend else ((a.x + b.x) / 2, (a.y + b.y) / 2)
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
