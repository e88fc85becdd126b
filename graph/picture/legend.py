"""The legend of a picture: only what occurs in it, with counts, in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from graph.picture.drawn import DrawnEdge, DrawnNode, LegendEntry, LineRole, LineSwatch, NodeSwatch
from graph.picture.encoding import (
    AMOUNT_CLASSES,
    HUB,
    ROLE_WIDTHS,
    UNKNOWN_AMOUNT,
    WEIGHT_CLASSES,
    Encoding,
    Fill,
    Shape,
    diameter,
)
from graph.picture.hubs import without_hubs
from graph.picture.palette import NEUTRAL
from graph.vocabulary import Mode, Status

_WIDTH_ORDER = (
    *ROLE_WIDTHS,
    *(name for _, name, _ in WEIGHT_CLASSES),
    *(name for _, name, _ in AMOUNT_CLASSES),
    UNKNOWN_AMOUNT,
)
SIZE_STEPS = (1.0, 0.5, 0.1)  # parts of the largest value shown as circles


def legend(
    nodes: Sequence[DrawnNode], edges: Sequence[DrawnEdge], encoding: Encoding, *, zoom: float = 1.0
) -> tuple[LegendEntry, ...]:
    """Entries in reading order: shape, colour, fill, line, width, size; circles as large as at that zoom.

    Parameters
    ----------
    nodes
        Elements of the drawing.
    edges
        Lines of the drawing.
    encoding
        Which colours and sizes mean what.
    zoom
        Zoom of the picture, for the size of circles.
    """
    return (
        *_shapes(nodes),
        *_colours(without_hubs(nodes), encoding),
        *_fills(nodes),
        *_lines(edges),
        *_widths(edges),
        *_sizes(nodes, encoding, zoom),
    )


def _shapes(nodes: Sequence[DrawnNode]) -> list[LegendEntry]:
    elements = without_hubs(nodes)
    counts = Counter(node.shape for node in elements)
    found = [(shape, str(shape), counts[shape]) for shape in Shape if counts[shape]]
    if hubs := len([*nodes]) - len(elements):
        found.append((Shape.FIELD, HUB, hubs))
    return [
        LegendEntry("shape", value, count, node=NodeSwatch(shape, Fill.FULL, NEUTRAL.fill))
        for shape, value, count in found
    ]


def _colours(nodes: Iterable[DrawnNode], encoding: Encoding) -> list[LegendEntry]:
    """Categories by frequency, then name; a category shown by several shapes uses the most frequent one."""
    looks = Counter((node.category, node.shape) for node in nodes if node.category)
    counts: Counter[str] = Counter()
    shapes: dict[str, Shape] = {}
    for (category, shape), count in looks.most_common():
        counts[category] += count
        shapes.setdefault(category, shape)
    entries = []
    for category in sorted(counts, key=lambda name: (-counts[name], name)):
        swatch = encoding.swatch(category)
        node = NodeSwatch(shapes[category], Fill.FULL, swatch.fill, swatch.ink, swatch.code, size=24.0)
        entries.append(LegendEntry("colour", category, counts[category], node=node))
    return entries


def _fills(nodes: Iterable[DrawnNode]) -> list[LegendEntry]:
    counts = Counter(node.status for node in nodes if node.mode == Mode.PROJECT)
    fills = {node.status: node.fill for node in nodes if node.mode == Mode.PROJECT}
    return [
        LegendEntry("fill", status, counts[status], node=NodeSwatch(Shape.PROJECT, fills[status], NEUTRAL.fill))
        for status in (*Status, "")
        if counts[status]
    ]


def _lines(edges: Sequence[DrawnEdge]) -> list[LegendEntry]:
    looks = Counter((edge.line, edge.dashed, edge.arrow) for edge in edges)
    return [
        LegendEntry(
            "line",
            "uncertain" if dashed else "certain",
            count,
            line=LineSwatch(1.5, line, dashed=dashed, arrow=arrow),
        )
        for (line, dashed, arrow), count in sorted(
            looks.items(), key=lambda item: (item[0][0] != LineRole.TIE, item[0])
        )
    ]


def _widths(edges: Sequence[DrawnEdge]) -> list[LegendEntry]:
    looks = Counter((edge.width_class, edge.width, edge.line, edge.arrow) for edge in edges if edge.width_class)
    return [
        LegendEntry("width", name, count, line=LineSwatch(width, line, arrow=arrow))
        for (name, width, line, arrow), count in sorted(looks.items(), key=lambda item: _WIDTH_ORDER.index(item[0][0]))
    ]


def _sizes(nodes: Iterable[DrawnNode], encoding: Encoding, zoom: float) -> list[LegendEntry]:
    """Three real circles with real numbers; none when the size says nothing."""
    largest = max((node.value or 0 for node in nodes), default=0.0) if encoding.size else 0.0
    if largest <= 0:
        return []
    whole = all(float(value).is_integer() for value in encoding.size.values())
    values = {max(round(largest * step), 1) if whole else largest * step for step in SIZE_STEPS}
    return [
        LegendEntry(
            "size",
            f"{value:.6g}",
            0,
            node=NodeSwatch(Shape.ACTOR, Fill.FULL, NEUTRAL.fill, size=round(diameter(value, largest) * zoom, 1)),
        )
        for value in sorted(values, reverse=True)
    ]
