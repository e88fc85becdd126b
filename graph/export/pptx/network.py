"""A network on a slide: shapes and connectors that stay tied when somebody moves them, or a picture of many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from io import BytesIO

from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from graph.export.geometry import extent, line_opacity, name_of
from graph.export.pictures import DrawnNetwork
from graph.export.png import rendered
from graph.export.pptx.heading import STRIP, SlideHeading, heading_above, heading_below
from graph.export.pptx.lines import COLOURS, End, add_leader, add_line
from graph.export.pptx.numbered import LARGER, LEAST, NATIVE, NamedPicture, add_key, named_picture
from graph.export.pptx.parts import Part, Shapes, Slide
from graph.export.pptx.texts import (
    INK,
    QUIET,
    SlideLine,
    colour,
    describe,
    mixed,
    textbox,
    without_style,
    write_in_middle,
)
from graph.export.pptx.units import Placed, SlideBox, emu, points
from graph.export.svg.element import document
from graph.export.svg.network import BORDER_OPACITY, network, points_of
from graph.export.svg.numbers import numbers_of
from graph.picture.beside import LINE
from graph.picture.drawn import Drawing, DrawnEdge, DrawnNode
from graph.picture.encoding import TINT, Fill, Shape
from graph.picture.labels import PROJECT_FONT, text_width
from graph.picture.named import zoom_in
from graph.picture.outline import halves
from graph.vocabulary import Mode

ALIGNED = {1: PP_ALIGN.LEFT, 0: PP_ALIGN.CENTER, -1: PP_ALIGN.RIGHT}
SMALLEST_CODE = 24.0  # px of a shape that has room for two letters

SHAPES: Mapping[Shape, MSO_SHAPE] = {
    Shape.ACTOR: MSO_SHAPE.OVAL,
    Shape.PROJECT: MSO_SHAPE.ROUNDED_RECTANGLE,
    Shape.FUNDER: MSO_SHAPE.DIAMOND,
    Shape.FIELD: MSO_SHAPE.HEXAGON,
}


def slide_zoom(drawing: Drawing, box: SlideBox) -> float:
    """Px of a slide for a unit of a drawing that stands in a box: names then keep the size they were placed with."""
    return zoom_in(drawing, (box.width / LARGER, box.height / LARGER)) * LARGER


def _placement(drawing: Drawing, box: SlideBox) -> Placed:
    """Place of a drawing with the names of a slide in the middle of a box."""
    left, top, right, bottom = extent(replace(drawing, unconnected=None))  # a heading moves into the frame
    wide, high = max(right - left, 1.0), max(bottom - top, 1.0)
    zoom = min(drawing.zoom * LARGER, box.width / wide, box.height / high)
    across, down = box.left + box.width / 2, box.top + box.height / 2
    return Placed(zoom, across - zoom * (left + right) / 2, down - zoom * (top + bottom) / 2)


def add_network(slide: Slide, shown: DrawnNetwork, box: SlideBox, words: Mapping[str, str]) -> NamedPicture:
    """Add a network: native shapes for up to `NATIVE` elements, else one picture; what is dimmed is left out.

    Names that find no place are numbered, and a key has them; of more elements it is said how many have no name.

    Parameters
    ----------
    slide
        Slide that is written.
    shown
        The picture.
    box
        Where it stands, in px of the slide.
    words
        ``picture`` names it in the list of shapes, ``unconnected`` heads the elements without ties, ``no_amount`` is on
        lines of money whose amount is not known; and those of `graph.export.pptx.numbered.named_picture`.
    """
    drawing = _without_dimmed(shown.drawing)
    made, heading = _headed(shown, drawing, box, words)
    if len(drawing.shown) > NATIVE:
        _add_picture(slide, made.drawing, shown.description, made.room, words)
        _with_heading(slide.shapes, heading)
    elif drawing.shown:
        _add_shapes(slide.shapes, made, shown.description, words, heading)
    add_key(slide, made, words["numbered"])
    return made


def _headed(
    shown: DrawnNetwork, drawing: Drawing, box: SlideBox, words: Mapping[str, str]
) -> tuple[NamedPicture, SlideHeading | None]:
    """Return the picture and its heading, which has a line below where it would cover something in the picture."""
    made = named_picture(shown, drawing, box, words)
    if drawing.unconnected is None:
        return made, None
    above = heading_above(made.drawing, _placement(made.drawing, made.room), words, made.room.right)
    if above is not None:
        return made, above
    alone = named_picture(shown, replace(drawing, unconnected=None), box.without_bottom(STRIP), words)
    below = heading_below(drawing, _placement(alone.drawing, alone.room), words, alone.room)
    return alone._replace(below=alone.below.below(STRIP)), below


def _with_heading(shapes: Shapes, heading: SlideHeading | None) -> list[Part]:
    if heading is None:
        return []
    made = heading.add(shapes)
    _veil(made)
    return [made]


def _without_dimmed(drawing: Drawing) -> Drawing:
    return replace(
        drawing,
        nodes=tuple(node for node in drawing.shown if not node.dimmed),
        edges=tuple(edge for edge in drawing.edges if not edge.dimmed),
    )


def _add_picture(slide: Slide, drawing: Drawing, description: str, box: SlideBox, words: Mapping[str, str]) -> None:
    placed = _placement(drawing, box)
    x, y = placed.x - box.left, placed.y - box.top
    group = network(drawing, placed.zoom, unknown=words["no_amount"])
    group.set("transform", f"translate({x:.2f} {y:.2f}) scale({placed.zoom:.4f})")
    picture = slide.shapes.add_picture(BytesIO(rendered(document(box.width, box.height, [group]))), *box.emu)
    describe(picture, description, words["picture"])


def _add_shapes(
    shapes: Shapes, made: NamedPicture, description: str, words: Mapping[str, str], heading: SlideHeading | None
) -> None:
    drawing, placed = made.drawing, _placement(made.drawing, made.room)
    ground = [_add_borders(shapes, drawing, placed)] if drawing.borders else []
    signs = {node.id: _add_node(shapes, node, placed) for node in reversed(drawing.nodes)}
    ends = {node.id: End(node, signs[node.id]) for node in drawing.nodes}
    # many lines step back behind the nodes
    part = 1.0 if len(drawing.edges) <= NATIVE else line_opacity(drawing.edges)
    drawn = [edge for edge in drawing.edges if edge.source in ends and edge.target in ends]
    lines = [add_line(shapes, edge, (ends[edge.source], ends[edge.target]), placed, part) for edge in drawn]
    numbers = [*_add_numbers(shapes, drawing, drawn, placed, words["no_amount"])]
    elements = [_with_name(shapes, end, drawing, placed) for end in reversed(ends.values())]
    # lines lie below the nodes and their names
    group = _grouped(shapes, [*ground, *lines, *numbers, *elements, *_with_heading(shapes, heading)])
    describe(group, description, words["picture"])


def _with_name(shapes: Shapes, end: End, drawing: Drawing, placed: Placed) -> Part:
    """Join the shape of a node with its name and the line to it, so that both come along when somebody moves it."""
    name = [*_add_name(shapes, end.node, drawing, placed)]
    if not name:
        return end.shape
    group = _grouped(shapes, [end.shape, *name])
    describe(group, end.node.name, end.node.short_name)
    return group


def _grouped(shapes: Shapes, parts: Sequence[Part]) -> Part:
    """Group shapes in that order, from the lowest to the one on top; all keep their place on the slide."""
    group = shapes.add_group_shape()
    for shape in parts:
        group._element.append(shape._element)
    group._element.recalculate_extents()
    return group


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


def _add_name(shapes: Shapes, node: DrawnNode, drawing: Drawing, placed: Placed) -> Iterator[Part]:
    """Name of a node, and before it the thin line to a name that stands further away."""
    name = name_of(node, drawing)
    if name is None:
        return
    if name.leader:
        yield add_leader(shapes, name.leader, placed)
    bold = node.mode != Mode.PROJECT
    size = float(points(max(PROJECT_FONT / drawing.zoom * placed.zoom, LEAST)).pt) / 0.75
    wide = max(text_width(line, size, bold=bold) for line in name.lines) + 8
    x, y = placed.at(name.x, name.top)
    lines = [SlideLine(line, size, bold=bold, colour=INK if bold else QUIET) for line in name.lines]
    box = SlideBox(x - (wide / 2) * (1 - name.align) - 4 * name.align, y - 1, wide, size * LINE * len(lines))
    made = textbox(shapes, box, lines, name=node.short_name, align=ALIGNED[name.align])
    made.text_frame.word_wrap = False
    _veil(made)
    yield made


def _add_numbers(
    shapes: Shapes, drawing: Drawing, edges: Sequence[DrawnEdge], placed: Placed, unknown: str
) -> Iterator[Part]:
    """How many ties the lines stand for, or that their amount is not known, where that covers nothing."""
    places = {node.id: node for node in drawing.shown}
    for number in numbers_of(drawing, edges, places, LEAST / placed.zoom, unknown):
        x, y = placed.at(number.x, number.y)
        size = float(points(number.font * placed.zoom).pt) / 0.75
        wide = 2 * number.half * placed.zoom
        box = SlideBox(x - wide / 2, y - size * LINE / 2, wide, size * LINE)
        made = textbox(shapes, box, [SlideLine(number.text, size)], name=number.text, align=PP_ALIGN.CENTER)
        made.text_frame.word_wrap = False
        _veil(made)
        yield made


def _veil(shape: Part) -> None:
    """Lay white over the lines below a name, so that it can be read."""
    shape.fill.solid()
    shape.fill.fore_color.rgb = colour("#FFFFFF")
    value = shape.fill._xPr.find(qn("a:solidFill"))[0]
    value.append(value.makeelement(qn("a:alpha"), {"val": "70000"}))
