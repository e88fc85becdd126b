"""What is drawn: a network, its positions and an encoding become plain nodes, edges and legend entries.

The same `Drawing` is shown on screen and written to every export.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace

import networkx as nx

from graph.apart import Called
from graph.picture.bending import bend
from graph.picture.bundling import bundled
from graph.picture.drawn import Drawing, DrawnEdge, DrawnNode, bounds
from graph.picture.encoding import (
    EQUAL,
    FILL_OF_STATUS,
    HUB,
    HUB_SIZE,
    SMALLEST,
    Encoding,
    Fill,
    Shape,
    diameter,
)
from graph.picture.giving_way import part_apart, part_passed, smaller, with_clear_names, with_names
from graph.picture.hubs import own_lines
from graph.picture.labels import CANVAS, Box, fit_zoom
from graph.picture.legend import legend
from graph.picture.names import Room, is_measured
from graph.picture.spread import Arrange, Spread, spread
from graph.vocabulary import Mode, Status


def draw(
    network: nx.Graph,
    positions: Mapping[str, tuple[float, float]],
    encoding: Encoding,
    *,
    focus: str | None = None,
    selected: str | None = None,
    dimmed: Set[str] = frozenset(),
    canvas: tuple[float, float] = CANVAS,
    arrange: Arrange | None = None,
) -> Drawing:
    """Draw a network; the network itself is only read.

    Parameters
    ----------
    network
        `graph.two_mode`, `graph.cooperation`, `graph.funding`, `graph.multiplex` or `graph.picture.contrast.contrast`.
    positions
        Node id -> (x, y) in px, as from `graph.picture.layout.layout`; nodes without a position are not drawn.
    encoding
        What colour and size show.
    focus, selected
        Node in the centre of the question, and node whose details are open.
    dimmed
        Nodes outside the current filter that stay visible in the background.
    canvas
        Width and height in px, for the number of labels.
    arrange
        Give what is shown an arrangement of its own that starts from the positions. Without it everything stands where
        the positions say.

    Returns
    -------
    Drawing
        Nodes by importance (largest first), lines by their ends. Several ties of one pair are one line. The
        legend counts what is not dimmed.
    """
    ids = [node for node in sorted(network) if node in positions]
    edges = bundled(network, set(ids), dimmed)
    nodes = _ranked(_node(network, node, positions[node], encoding) for node in ids)
    nodes = _dashed(_sized(nodes, encoding), edges)
    nodes = [replace(n, focus=n.id == focus, selected=n.id == selected, dimmed=n.id in dimmed) for n in nodes]
    if arrange is not None and not arrange.held:
        return _arranged(edges, spread(nodes, edges, arrange, canvas), encoding)
    return _held(nodes, edges, arrange, encoding, canvas)


def _held(
    nodes: Sequence[DrawnNode],
    edges: Sequence[DrawnEdge],
    arrange: Arrange | None,
    encoding: Encoding,
    canvas: tuple[float, float],
) -> Drawing:
    """Draw what is shown where it stands; what is arranged so has shapes that lines pass, and lines that bend.

    Parameters
    ----------
    nodes, edges
        Everything that is drawn.
    arrange
        How, ``None`` for shapes of their size and straight lines.
    encoding
        What colour and size show.
    canvas
        Width and height in px.
    """
    in_view = [node for node in nodes if not node.dimmed], [edge for edge in edges if not edge.dimmed]
    left, top, right, bottom = bounds(in_view[0] or nodes)
    zoom = fit_zoom(right - left, bottom - top, canvas)
    part = _part(nodes, in_view, arrange, zoom) if arrange else 1.0
    nodes = smaller(nodes, part)
    edges = bend(nodes, edges) if arrange else edges
    middle = (left + right) / 2 * zoom, (top + bottom) / 2 * zoom
    frame = Box(
        middle[0] - canvas[0] / 2, middle[1] - canvas[1] / 2, middle[0] + canvas[0] / 2, middle[1] + canvas[1] / 2
    )
    return Drawing(
        nodes=tuple(with_names(nodes, edges, zoom, Room(frame, measured=is_measured(encoding.size_name)))),
        edges=tuple(edges),
        legend=legend(*in_view, encoding, zoom=min(part * zoom, 1.0)),
        colour=encoding.colour,
        size_name=encoding.size_name,
        zoom=zoom,
    )


def _part(
    nodes: Sequence[DrawnNode], in_view: tuple[list[DrawnNode], list[DrawnEdge]], arrange: Arrange, zoom: float
) -> float:
    """Part of their size that shapes have where they stand.

    Parameters
    ----------
    nodes, in_view
        Everything that is drawn, and the elements and lines that are seen.
    arrange
        How.
    zoom
        px of the canvas for a unit of the drawing.
    """
    if arrange.passing is None:
        return min(part_passed(*in_view, zoom), part_apart(in_view[0]))
    lines = bundled(arrange.passing, {node.id for node in nodes})
    return min(part_passed(nodes, lines, zoom), part_apart(nodes))


def _arranged(edges: Sequence[DrawnEdge], made: Spread, encoding: Encoding) -> Drawing:
    """Draw what is shown in an arrangement of its own, with shapes as large as names leave room for."""
    left, top, right, bottom = (side * made.zoom for side in made.frame)
    room = Room(Box(left, top, right, bottom), made.kept_clear, measured=is_measured(encoding.size_name))
    part, nodes, bent = with_clear_names(made.nodes, edges, made.zoom, room)
    return Drawing(
        nodes=nodes,
        edges=bent,
        legend=legend(made.nodes, edges, encoding, zoom=min(part * made.part * made.zoom, 1.0)),
        colour=encoding.colour,
        size_name=encoding.size_name,
        zoom=made.zoom,
        frame=made.frame,
        unconnected=made.unconnected,
    )


def _node(network: nx.Graph, node: str, at: tuple[float, float], encoding: Encoding) -> DrawnNode:
    seen = network.nodes[node]
    mode = str(seen.get("mode", Mode.ACTOR))
    status = str(seen.get("status") or Status.UNKNOWN) if mode == Mode.PROJECT else ""
    category = encoding.category(node, seen)
    swatch = encoding.swatch(category)
    name = str(seen.get("name") or node)
    called = encoding.called.get(node) or Called(name, str(seen.get("short_name") or name))
    return DrawnNode(
        id=node,
        mode=mode,
        name=called.name,
        short_name=called.short_name,
        category=category if category in encoding.palette else "",
        kind=str(seen.get("type" if mode == Mode.ACTOR else "kind") or ""),
        code=swatch.code,
        shape=_shape(network, node, mode),
        fill=_fill(status, mode, seen.get("change")),
        colour=swatch.fill,
        ink=swatch.ink,
        border_dashed=False,
        size=diameter(0, 0),
        value=encoding.size.get(node),
        x=at[0],
        y=at[1],
        status=status,
        rank=0,
        label_shown=False,
        neighbours=len(_adjacent(network, node)) - 1,
        focus=False,
        selected=False,
        dimmed=False,
    )


def _fill(status: str, mode: str, change: str | None) -> Fill:
    if change == "lost":
        return Fill.CROSSED
    return FILL_OF_STATUS.get(status, Fill.UNKNOWN) if mode == Mode.PROJECT else Fill.FULL


def _shape(network: nx.Graph, node: str, mode: str) -> Shape:
    if mode == Mode.PROJECT:
        return Shape.PROJECT
    if mode != Mode.ACTOR:
        return Shape.FIELD  # a group or a field
    kinds = {kind for _, _, kind in network.out_edges(node, data="kind")} if network.is_directed() else set()
    # who also takes part in projects is an actor; the arrow says that money comes from it
    return Shape.FUNDER if kinds == {"funds"} else Shape.ACTOR


def _adjacent(network: nx.Graph, node: str | None) -> Set[str]:
    """Find the nodes tied to one, in either direction, and itself."""
    if node is None or node not in network:
        return frozenset()
    others = {*network.pred[node], *network.succ[node]} if network.is_directed() else set(network.adj[node])
    return others | {node}


def _sized(nodes: Sequence[DrawnNode], encoding: Encoding) -> list[DrawnNode]:
    largest = max((node.value or 0.0 for node in nodes), default=0.0)
    fixed, equal = {HUB: HUB_SIZE}, {str(Mode.PROJECT): SMALLEST}

    def size(node: DrawnNode) -> float:
        usual = round(diameter(node.value or 0.0, largest), 1) if encoding.size else equal.get(node.mode, EQUAL)
        return fixed.get(node.mode, usual)

    return [replace(node, size=size(node)) for node in nodes]


def _ranked(nodes: Iterable[DrawnNode]) -> list[DrawnNode]:
    order = sorted(nodes, key=lambda node: (-(node.value or 0.0), -node.neighbours, node.mode, node.id))
    return [replace(node, rank=rank) for rank, node in enumerate(order)]


def _dashed(nodes: Sequence[DrawnNode], edges: Iterable[DrawnEdge]) -> list[DrawnNode]:
    """Dash the outline of nodes that are known by uncertain ties only."""
    tied, sure = set(), set()
    for edge in own_lines(edges):
        tied |= {edge.source, edge.target}
        sure |= set() if edge.dashed else {edge.source, edge.target}
    return [replace(node, border_dashed=node.id in tied - sure) for node in nodes]
