"""A network on a slide: shapes and connectors that stay tied when somebody moves them, or a picture of many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from math import hypot, sqrt

from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from graph.export.geometry import border, label_font, line_opacity, name_of
from graph.export.labels import relabelled
from graph.export.pictures import DrawnNetwork
from graph.export.png import rendered
from graph.export.pptx.parts import Part, Shapes, Slide
from graph.export.pptx.texts import INK, QUIET, SlideLine, colour, describe, textbox, without_style, write_in_middle
from graph.export.pptx.units import EMU, SlideBox, emu, points
from graph.export.svg.element import document
from graph.export.svg.network import BORDER_OPACITY, SIGNS, network, points_of
from graph.export.svg.page import fitting
from graph.picture.drawn import Drawing, DrawnEdge, DrawnNode
from graph.picture.encoding import TINT, Fill, Shape
from graph.picture.labels import PROJECT_FONT, text_width
from graph.picture.names import LINE
from graph.picture.outline import halves
from graph.picture.palette import LINES
from graph.vocabulary import Mode

NATIVE = 60  # elements up to which every one is a shape of its own
ALIGNED = {1: PP_ALIGN.LEFT, 0: PP_ALIGN.CENTER, -1: PP_ALIGN.RIGHT}
SMALLEST_CODE = 24.0  # px of a shape that has room for two letters
LEAST = 16.0  # px of text on a slide, 12 pt
LARGER = LEAST / PROJECT_FONT  # names on slides beside those on screen: none is smaller than 12 pt

COLOURS = LINES["light"]
SHAPES: Mapping[Shape, MSO_SHAPE] = {
    Shape.ACTOR: MSO_SHAPE.OVAL,
    Shape.PROJECT: MSO_SHAPE.ROUNDED_RECTANGLE,
    Shape.FUNDER: MSO_SHAPE.DIAMOND,
    Shape.FIELD: MSO_SHAPE.HEXAGON,
}
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
class Placed:
    """A drawing on a slide: zoom and offsets in px from its own units."""

    zoom: float
    x: float
    y: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Place of a point on the slide."""
        return self.x + self.zoom * x, self.y + self.zoom * y


def placement(drawing: Drawing, box: SlideBox) -> Placed:
    """Place of a drawing in the middle of a box."""
    zoom, x, y, height = fitting(drawing, box.width, box.height)
    return Placed(zoom, box.left + x, box.top + y + (box.height - height) / 2)


def add_network(slide: Slide, shown: DrawnNetwork, box: SlideBox, name: str) -> None:
    """Add a network: native shapes for up to `NATIVE` elements, else one picture; what is dimmed is left out.

    Parameters
    ----------
    slide
        Slide that is written.
    shown
        The picture.
    box
        Where it stands, in px of the slide.
    name
        Name in the list of shapes.
    """
    drawing = relabelled(_without_dimmed(shown.drawing), box.width, box.height, LARGER, all_names=shown.all_names)
    if len(drawing.shown) > NATIVE:
        _add_picture(slide, drawing, shown.description, box, name)
    elif drawing.shown:
        _add_shapes(slide, drawing, shown.description, placement(drawing, box), name)


def _without_dimmed(drawing: Drawing) -> Drawing:
    return replace(
        drawing,
        nodes=tuple(node for node in drawing.shown if not node.dimmed),
        edges=tuple(edge for edge in drawing.edges if not edge.dimmed),
    )


def _add_picture(slide: Slide, drawing: Drawing, description: str, box: SlideBox, name: str) -> None:
    placed = placement(drawing, box)
    group = network(drawing, placed.zoom)
    group.set("transform", f"translate({placed.x - box.left:.2f} {placed.y - box.top:.2f}) scale({placed.zoom:.4f})")
    picture = slide.shapes.add_picture(BytesIO(rendered(document(box.width, box.height, [group]))), *box.emu)
    describe(picture, description, name)


def _add_shapes(slide: Slide, drawing: Drawing, description: str, placed: Placed, name: str) -> None:
    shapes = slide.shapes
    ground = [_add_borders(shapes, drawing, placed)] if drawing.borders else []
    made = {node.id: _add_node(shapes, node, placed) for node in reversed(drawing.nodes)}
    ends = {node.id: _End(node, made[node.id]) for node in drawing.nodes}
    # many lines step back behind the nodes
    part = 1.0 if len(drawing.edges) <= NATIVE else line_opacity(drawing.edges)
    lines = [
        _add_line(shapes, edge, (ends[edge.source], ends[edge.target]), placed, part)
        for edge in drawing.edges
        if edge.source in ends and edge.target in ends
    ]
    names = [made for node in drawing.nodes for made in _add_name(shapes, node, drawing, placed)]
    group = shapes.add_group_shape()
    # lines lie below the nodes, names above; every move keeps the place on the slide
    for shape in (*ground, *lines, *made.values(), *names):
        group._element.append(shape._element)
    group._element.recalculate_extents()
    describe(group, description, name)


def _add_borders(shapes: Shapes, drawing: Drawing, placed: Placed) -> Part:
    """Borders of the counties below a map, as one shape."""
    first, *rest = ([placed.at(*point) for point in points_of(line)] for line in drawing.borders)
    builder = shapes.build_freeform(emu(first[0][0]), emu(first[0][1]))
    builder.add_line_segments([(emu(x), emu(y)) for x, y in first[1:]], close=False)
    for line in rest:
        builder.move_to(emu(line[0][0]), emu(line[0][1]))
        builder.add_line_segments([(emu(x), emu(y)) for x, y in line[1:]], close=False)
    made = without_style(builder.convert_to_shape())
    made.fill.background()
    made.line.color.rgb, made.line.width = colour(mixed(COLOURS["quiet"], BORDER_OPACITY)), Pt(0.6)
    return made


@dataclass(frozen=True, slots=True)
class _End:
    """A node and the shape it has become."""

    node: DrawnNode
    shape: Part


def _add_node(shapes: Shapes, node: DrawnNode, placed: Placed) -> Part:
    wide, high = (half * placed.zoom for half in halves(node.shape, node.size))
    x, y = placed.at(node.x, node.y)
    made = shapes.add_shape(SHAPES[node.shape], *SlideBox(x - wide, y - high, 2 * wide, 2 * high).emu)
    describe(made, node.name, node.short_name)
    paint(made, node.fill, node.colour)
    ring = COLOURS["selected"] if node.selected else COLOURS["primary"] if node.focus else ""
    if ring:
        made.line.color.rgb, made.line.width = colour(ring), Pt(3)
    if node.border_dashed:
        made.line.dash_style = MSO_LINE.DASH
    write_sign(made, node.fill, node.code if 2 * wide >= SMALLEST_CODE else "", node.ink, 2 * wide)
    return made


def paint(shape: Part, fill: Fill, value: str) -> None:
    """Give a shape the fill of its status and an outline.

    Parameters
    ----------
    shape
        Shape on the slide.
    fill
        How the shape is filled.
    value
        Colour as ``#rrggbb``.
    """
    without_style(shape)
    shape.fill.solid()
    shades = {Fill.FULL: 1.0, Fill.TINT: TINT}
    shape.fill.fore_color.rgb = colour(mixed(value, shades.get(fill, 0.0)))
    shape.line.color.rgb = colour(COLOURS["tie"] if fill is Fill.CROSSED else COLOURS["ink"])
    shape.line.width = Pt(1.1)


def write_sign(shape: Part, fill: Fill, code: str, ink: str, wide: float) -> None:
    """Write code, cross or question mark in a shape of that width in px.

    Parameters
    ----------
    shape
        Shape on the slide.
    fill
        How the shape is filled.
    code
        Letters that stand for the type, ``""`` for none.
    ink
        Colour of letters on a full fill.
    wide
        Width of the shape in px.
    """
    sign = {Fill.CROSSED: "✕", Fill.UNKNOWN: "?"}.get(fill, code)
    if sign:
        size = min(max(wide * 0.4, 16.0), 18.0)
        full = fill is Fill.FULL and bool(code)
        write_in_middle(shape.text_frame, SlideLine(sign, size, bold=True, colour=ink if full else INK))


def mixed(value: str, part: float) -> str:
    """Mix a colour with white, so that nothing shines through on any program."""
    channels = (int(value[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - channel) * part):02X}" for channel in channels)


def _add_line(shapes: Shapes, edge: DrawnEdge, ends: tuple[_End, _End], placed: Placed, part: float) -> Part:
    first, second = (end.node for end in ends)
    holds = [_hold(first, second, curved=edge.curved), _hold(second, first, curved=edge.curved)]
    (x1, y1), (x2, y2) = (placed.at(*point) for _, point in holds)
    made = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, emu(x1), emu(y1), emu(x2), emu(y2))
    without_style(made).name = edge.id
    made.line.color.rgb = colour(mixed(COLOURS[edge.line], part))
    made.line.width = Emu(round((edge.width + (1.5 if edge.line in SIGNS else 0)) * placed.zoom * EMU))
    if edge.dashed:
        made.line.dash_style = MSO_LINE.DASH
    if edge.arrow:
        point(made)
    _tie(made, [(end.shape, site) for end, (site, _) in zip(ends, holds, strict=True)])
    return made


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


def _add_name(shapes: Shapes, node: DrawnNode, drawing: Drawing, placed: Placed) -> Iterator[Part]:
    """Name of a node, and before it the thin line to a name that stands further away."""
    name = name_of(node, drawing)
    if name is None:
        return
    if name.leader:
        yield _add_leader(shapes, name.leader, placed)
    bold = node.mode != Mode.PROJECT
    size = float(points(max(label_font(node, drawing) * placed.zoom, LEAST)).pt) / 0.75
    wide = max(text_width(line, size, bold=bold) for line in name.lines) + 8
    x, y = placed.at(name.x, name.top)
    lines = [SlideLine(line, size, bold=bold, colour=INK if bold else QUIET) for line in name.lines]
    box = SlideBox(x - (wide / 2) * (1 - name.align) - 4 * name.align, y - 1, wide, size * LINE * len(lines))
    made = textbox(shapes, box, lines, name=node.short_name, align=ALIGNED[name.align])
    made.text_frame.word_wrap = False
    _veil(made)
    yield made


def _add_leader(shapes: Shapes, ends: tuple[float, float, float, float], placed: Placed) -> Part:
    (x1, y1), (x2, y2) = placed.at(*ends[:2]), placed.at(*ends[2:])
    made = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, emu(x1), emu(y1), emu(x2), emu(y2))
    without_style(made)
    made.line.color.rgb, made.line.width = colour(QUIET), Pt(0.6)
    return made


def _veil(shape: Part) -> None:
    """Lay white over the lines below a name, so that it can be read."""
    shape.fill.solid()
    shape.fill.fore_color.rgb = colour("#FFFFFF")
    value = shape.fill._xPr.find(qn("a:solidFill"))[0]
    value.append(value.makeelement(qn("a:alpha"), {"val": "70000"}))
