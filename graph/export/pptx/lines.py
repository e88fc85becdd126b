"""Lines of a network on a slide: connectors that stay tied when a node is moved, and bows around foreign nodes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot, sqrt

from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from graph.export.geometry import border
from graph.export.pptx.parts import Part, Root, Shapes
from graph.export.pptx.texts import QUIET, colour, mixed, without_style
from graph.export.pptx.units import EMU, Placed, emu
from graph.export.svg.network import SIGNS
from graph.picture.bending import control
from graph.picture.drawn import DrawnEdge, DrawnNode
from graph.picture.encoding import Shape
from graph.picture.outline import halves
from graph.picture.palette import LINES

COLOURS = LINES["light"]
_DIAGONAL = sqrt(0.5)
# places where a connector may hold on to a shape, in the order PowerPoint numbers them, in halves of its size
_SITES: Mapping[Shape, tuple[tuple[float, float], ...]] = {
    Shape.ACTOR: (
        (0, -1), (-_DIAGONAL, -_DIAGONAL), (-1, 0), (-_DIAGONAL, _DIAGONAL),
        (0, 1), (_DIAGONAL, _DIAGONAL), (1, 0), (_DIAGONAL, -_DIAGONAL),
    ),
    Shape.PROJECT: ((0, -1), (-1, 0), (0, 1), (1, 0)),
    Shape.FUNDER: ((0, -1), (-1, 0), (0, 1), (1, 0)),
    Shape.FIELD: ((1, 0), (0.5, 1), (-0.5, 1), (-1, 0), (-0.5, -1), (0.5, -1)),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class End:
    """A node and the shape it has become."""

    node: DrawnNode
    shape: Part


def add_line(shapes: Shapes, edge: DrawnEdge, ends: tuple[End, End], placed: Placed, part: float) -> Part:
    """Add a line; one that bends around a foreign node is a curve, others are tied to their nodes.

    No connector of a presentation has the form of a curve that LibreOffice and PowerPoint both draw, so a curve stays
    where it is when somebody moves a node.

    Parameters
    ----------
    shapes
        Shapes of the slide.
    edge
        The line.
    ends
        Nodes it joins.
    placed
        Where the drawing stands.
    part
        Strength of the colour beside white, 0 to 1.
    """
    # a second line of two nodes ends at another site of both, which keeps it tied
    made = without_style(
        _curve(shapes, edge, ends, placed) if edge.bend and not edge.curved else _connector(shapes, edge, ends, placed)
    )
    made.name = edge.id
    made.line.color.rgb = colour(mixed(COLOURS[edge.line], part))
    made.line.width = Emu(round((edge.width + (1.5 if edge.line in SIGNS else 0)) * placed.zoom * EMU))
    if edge.dashed:
        made.line.dash_style = MSO_LINE.DASH
    if edge.arrow:
        point(made)
    return made


def _connector(shapes: Shapes, edge: DrawnEdge, ends: tuple[End, End], placed: Placed) -> Part:
    first, second = (end.node for end in ends)
    holds = [_hold(first, second, curved=edge.curved), _hold(second, first, curved=edge.curved)]
    (x1, y1), (x2, y2) = (placed.at(*point) for _, point in holds)
    made = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, emu(x1), emu(y1), emu(x2), emu(y2))
    _tie(made, [(end.shape, site) for end, (site, _) in zip(ends, holds, strict=True)])
    return made


def _curve(shapes: Shapes, edge: DrawnEdge, ends: tuple[End, End], placed: Placed) -> Part:
    """Draw the curve of the screen: one quadratic bend between the outlines of both nodes."""
    first, second = (end.node for end in ends)
    via = control((first.x, first.y), (second.x, second.y), edge.bend)
    start, *rest = (placed.at(*place) for place in (border(first, via), via, border(second, via)))
    builder = shapes.build_freeform(emu(start[0]), emu(start[1]))
    builder.add_line_segments([(emu(x), emu(y)) for x, y in rest], close=False)
    made = builder.convert_to_shape()
    _bow(made._element.xpath(".//a:path")[0])
    made.fill.background()
    return made


def _bow(path: Root) -> None:
    """Make one quadratic curve of the two straight parts of a path."""
    bow = path.makeelement(qn("a:quadBezTo"), {})
    for straight in path.findall(qn("a:lnTo")):
        bow.append(straight[0])
        path.remove(straight)
    path.append(bow)


def point(line: Part) -> None:
    """Give a line an arrow at its end."""
    properties = line.line._get_or_add_ln()
    properties.append(properties.makeelement(qn("a:tailEnd"), {"type": "triangle", "w": "med", "len": "med"}))


def _hold(node: DrawnNode, other: DrawnNode, *, curved: bool) -> tuple[int, tuple[float, float]]:
    """Site a line holds on to, and the point where it ends: straight ahead until somebody moves the node.

    A second line of the same two nodes ends at another site, so that both are seen.
    """
    wide, high = halves(node.shape, node.size)
    if node.shape is Shape.FIELD:
        high *= sqrt(0.75)
    sites = [(node.x + wide * x, node.y + high * y) for x, y in _SITES[node.shape]]
    order = sorted(range(len(sites)), key=lambda i: (hypot(sites[i][0] - other.x, sites[i][1] - other.y), i))
    if curved:
        return order[1], sites[order[1]]
    return order[0], border(node, (other.x, other.y))


def _tie(connector: Part, ends: Sequence[tuple[Part, int]]) -> None:
    properties = connector._element.nvCxnSpPr.cNvCxnSpPr
    for tag, (shape, site) in zip(("a:stCxn", "a:endCxn"), ends, strict=True):
        properties.append(properties.makeelement(qn(tag), {"id": str(shape.shape_id), "idx": str(site)}))


def add_leader(shapes: Shapes, ends: tuple[float, float, float, float], placed: Placed) -> Part:
    """Add the thin line that leads to a name further away.

    Parameters
    ----------
    shapes
        Shapes of the slide.
    ends
        Both ends, in units of the drawing.
    placed
        Where the drawing stands.
    """
    (x1, y1), (x2, y2) = placed.at(*ends[:2]), placed.at(*ends[2:])
    made = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, emu(x1), emu(y1), emu(x2), emu(y2))
    without_style(made)
    made.line.color.rgb, made.line.width = colour(QUIET), Pt(0.6)
    return made
