"""A drawing as a group of shapes at the coordinates it has on the canvas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import atan2, cos, sin

from graph.export.geometry import MANY_SIGNS, border, label_font, line_opacity, name_of
from graph.export.svg.element import Element, element, text_element
from graph.export.svg.numbers import numbers
from graph.export.svg.shapes import COLOURS, node, outline
from graph.picture.bending import ROUNDNESS, control
from graph.picture.beside import LINE
from graph.picture.drawn import Drawing, DrawnEdge, DrawnNode, LineRole, NodeSwatch
from graph.picture.encoding import DIMMED_OPACITY
from graph.picture.labels import text_width
from graph.picture.placed import PlacedName
from graph.vocabulary import Mode

SIGNS: Mapping[LineRole, str] = {LineRole.LOST: "–", LineRole.NEW: "+"}  # their colour is not their only mark
_UNCHANGED_OPACITY = 0.25  # of lines beside lines that change
BORDER_WIDTH, BORDER_OPACITY = 0.8, 0.45  # of the borders of counties
_HEAD = 10.0  # length of an arrow head
_SIGN = 26.0  # font size of the sign of a changed line
SMALLEST_SIGN = 9.0  # px on the delivered picture; smaller letters in nodes are left out
BASELINE = 0.88  # of a font below the top of its line
ANCHORS = {1: "start", 0: "middle", -1: "end"}


def network(drawing: Drawing, scale: float | None = None, least: float = 0.0, unknown: str = "") -> Element:
    """Group with lines, nodes and names; coordinates and sizes are those of the drawing.

    Nodes and lines carry the attribute ``data-id``, names ``data-label``, so that programs find them.

    Parameters
    ----------
    drawing
        The drawing.
    scale
        px for a unit of the drawing, by default its zoom; letters that would be too small to read are left out.
    least
        px of the smallest sign and number on paper; they are enlarged where shape and line have room. 0 on screens.
    unknown
        What stands on a line of money whose amount is not known.
    """
    size = scale or drawing.zoom
    places = {node.id: node for node in drawing.shown}
    drawn = [edge for edge in drawing.edges if edge.source in places and edge.target in places]
    changes = sum(edge.line in SIGNS for edge in drawn)
    full = line_opacity(drawn)
    lines = element("g", fill="none")
    for edge in drawn:
        opacity = full if not changes or edge.line in SIGNS else _UNCHANGED_OPACITY
        lines.extend(
            [
                *_line(
                    edge,
                    places,
                    DIMMED_OPACITY if edge.dimmed else opacity,
                    signed=0 < changes <= MANY_SIGNS,
                    sign=max(_SIGN, least / size),
                )
            ]
        )
    # the most important last, so that it lies on top
    nodes = element("g", *(_node(drawn_node, size, least) for drawn_node in reversed(drawing.shown)))
    said = numbers(drawing, drawn, places, least / size, unknown)
    names = element("g", *_names(drawing), *said, text_anchor="middle")
    return element("g", *_borders(drawing), lines, nodes, names)


def _borders(drawing: Drawing) -> Iterator[Element]:
    """Borders of the counties below a map, in one path."""
    if drawing.borders:
        ways = ("L".join(f"{x:.1f} {y:.1f}" for x, y in points_of(line)) for line in drawing.borders)
        made = element("path", d="".join(f"M{way}" for way in ways), fill="none", stroke=COLOURS["quiet"])
        made.set("stroke-width", f"{BORDER_WIDTH:g}")
        made.set("stroke-opacity", f"{BORDER_OPACITY:g}")
        yield made


def points_of(line: Sequence[float]) -> Iterator[tuple[float, float]]:
    """Points of a border."""
    return zip(line[::2], line[1::2], strict=True)


def _line(
    edge: DrawnEdge, places: Mapping[str, DrawnNode], opacity: float, *, signed: bool, sign: float
) -> Iterator[Element]:
    source, target = places[edge.source], places[edge.target]
    start, end = (source.x, source.y), (target.x, target.y)
    bend = edge.bend or (ROUNDNESS if edge.curved else 0.0)
    via = control(start, end, bend) if bend else None
    near = via or start
    tip = border(target, near, gap=1.5) if edge.arrow else end
    stop = border(target, near, gap=1.5 + _HEAD * 0.7) if edge.arrow else end
    way = f"Q{via[0]:.2f} {via[1]:.2f} " if via else "L"
    width = edge.width + (1.5 if edge.line in SIGNS else 0)
    made = element("path", d=f"M{start[0]:.2f} {start[1]:.2f}{way}{stop[0]:.2f} {stop[1]:.2f}")
    made.set("stroke", COLOURS[edge.line])
    made.set("stroke-width", f"{width:g}")
    made.set("stroke-opacity", f"{opacity:g}")  # `opacity` would be a layer for each line: four times as slow
    made.set("data-id", edge.id)
    if edge.dashed:
        made.set("stroke-dasharray", "7 5")
    yield made
    if edge.arrow:
        yield _head(tip, near, COLOURS[edge.line], width, opacity)
    if signed and edge.line in SIGNS:
        yield _change(edge, start, end, sign)


def _head(tip: tuple[float, float], near: tuple[float, float], colour: str, width: float, opacity: float) -> Element:
    angle = atan2(tip[1] - near[1], tip[0] - near[0])
    half = 3.5 + width / 2
    back = tip[0] - _HEAD * cos(angle), tip[1] - _HEAD * sin(angle)
    side = half * sin(angle), -half * cos(angle)
    corners = (tip, (back[0] + side[0], back[1] + side[1]), (back[0] - side[0], back[1] - side[1]))
    points = " ".join(f"{x:.2f},{y:.2f}" for x, y in corners)
    return element("polygon", points=points, fill=colour, fill_opacity=opacity)


def _change(edge: DrawnEdge, start: tuple[float, float], end: tuple[float, float], font: float) -> Element:
    x, y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    made = text_element("text", SIGNS[edge.line], x=x, y=y + 0.3 * font, font_size=font, fill=COLOURS[edge.line])
    for name, value in {"text-anchor": "middle", "stroke": COLOURS["paper"], "stroke-width": "6"}.items():
        made.set(name, value)
    made.set("paint-order", "stroke")
    return made


def _node(drawn: DrawnNode, scale: float, least: float) -> Element:
    swatch = NodeSwatch(drawn.shape, drawn.fill, drawn.colour, drawn.ink, drawn.code, drawn.size)
    group = element("g", text_element("title", drawn.name))
    group.set("data-id", drawn.id)
    smallest = max(least, SMALLEST_SIGN) / scale
    shapes = node(swatch, drawn.x, drawn.y, dashed=drawn.border_dashed, smallest=smallest, enlarged=least > 0)
    if drawn.dimmed:
        paper, *rest = shapes
        group.append(paper)
        group.append(element("g", *rest, opacity=DIMMED_OPACITY))
    else:
        group.extend(shapes)
    if drawn.selected or drawn.focus:
        group.append(_ring(drawn))
    return group


def _ring(drawn: DrawnNode) -> Element:
    width, colour = (4.0, COLOURS["selected"]) if drawn.selected else (3.0, COLOURS["primary"])
    ring = outline(drawn.shape, drawn.x, drawn.y, drawn.size, grow=1.5 + width / 2)
    for name, value in {"fill": "none", "stroke": colour, "stroke-width": f"{width:g}"}.items():
        ring.set(name, value)
    return ring


def _names(drawing: Drawing) -> Iterator[Element]:
    for drawn in drawing.shown:
        if name := name_of(drawn, drawing):
            font, bold = label_font(drawn, drawing), drawn.mode != Mode.PROJECT
            if name.leader:
                yield _leader(name.leader, drawing.zoom)
            yield from _veils(name, font, bold=bold)
            yield _name(drawn.id, name, font, bold=bold)


def _leader(ends: tuple[float, float, float, float], zoom: float) -> Element:
    made = element("path", d=f"M{ends[0]:.2f} {ends[1]:.2f}L{ends[2]:.2f} {ends[3]:.2f}", fill="none")
    made.set("stroke", COLOURS["quiet"])
    made.set("stroke-width", f"{0.9 / zoom:.2f}")
    return made


def _name(owner: str, name: PlacedName, font: float, *, bold: bool) -> Element:
    """One line or two; a program that reads the file finds whose name it is in ``data-label``."""
    baselines = [name.top + font * (LINE * line + BASELINE) for line in range(len(name.lines))]
    if len(name.lines) == 1:
        made = text_element("text", name.lines[0], x=name.x, y=baselines[0], font_size=font)
    else:
        rows = zip(name.lines, baselines, strict=True)
        spans = [text_element("tspan", line, x=name.x, y=baseline) for line, baseline in rows]
        made = element("text", *spans, x=name.x, y=baselines[0], font_size=font)
    made.set("data-label", owner)
    made.set("text-anchor", ANCHORS[name.align])
    made.set("fill", COLOURS["ink" if bold else "quiet"])
    if bold:
        made.set("font-weight", "600")
    return made


def _veils(name: PlacedName, font: float, *, bold: bool) -> Iterator[Element]:
    """White below a name; an outline of its letters would be drawn over their neighbours by some programs."""
    for row, line in enumerate(name.lines):
        wide = text_width(line, font * 0.92, bold=bold)
        left = name.x - wide * (1 - name.align) / 2
        top = name.top + font * LINE * row
        box = element("rect", x=left, y=top, width=wide, height=font * 1.12, rx=font * 0.3)
        box.set("fill", COLOURS["paper"])
        box.set("fill-opacity", "0.72")
        yield box
