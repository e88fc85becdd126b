"""What is drawn: a network, its positions and an encoding become plain nodes, edges and legend entries.

The same `Drawing` is shown on screen and written to every export.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from typing import Any

import networkx as nx

from graph.apart import Called
from graph.ledger.amounts import omission, total
from graph.picture.drawn import Drawing, DrawnEdge, DrawnNode, LineRole, bounds
from graph.picture.encoding import (
    EQUAL,
    FILL_OF_STATUS,
    HUB,
    HUB_SIZE,
    OTHER_WIDTH,
    ROLE_WIDTHS,
    SMALLEST,
    Encoding,
    Fill,
    Shape,
    amount_class,
    diameter,
    weight_class,
)
from graph.picture.giving_way import part_passed, smaller, with_clear_names, with_names
from graph.picture.hubs import own_lines
from graph.picture.labels import CANVAS, Box, fit_zoom
from graph.picture.legend import legend
from graph.picture.names import Room, is_measured
from graph.picture.spread import Arrange, Spread, spread
from graph.vocabulary import AmountBasis, Certainty, Mode, Status


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
    edges = _edges(network, set(ids), dimmed)
    nodes = _ranked(_node(network, node, positions[node], encoding) for node in ids)
    nodes = _dashed(_sized(nodes, encoding), edges)
    nodes = [replace(n, focus=n.id == focus, selected=n.id == selected, dimmed=n.id in dimmed) for n in nodes]
    if arrange is not None and not arrange.held:
        return _arranged(edges, spread(nodes, edges, arrange, canvas), encoding)
    in_view = [node for node in nodes if not node.dimmed], [edge for edge in edges if not edge.dimmed]
    left, top, right, bottom = bounds(in_view[0] or nodes)
    zoom = fit_zoom(right - left, bottom - top, canvas)
    part = part_passed(*in_view, zoom) if arrange else 1.0
    nodes = smaller(nodes, part)
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


def _edges(network: nx.Graph, drawn: Set[str], dimmed: Set[str]) -> list[DrawnEdge]:
    """One line per pair of nodes, and one more when money flows between them beside another tie."""
    bundles: dict[tuple[str, str, bool], list[Mapping[str, Any]]] = {}
    for a, b, attributes in network.edges(data=True):
        if a in drawn and b in drawn and a != b:
            money = attributes.get("kind") == "funds"
            bundles.setdefault((*_ends(network, a, b), money), []).append(attributes)
    lines_of_pair = Counter(frozenset((a, b)) for a, b, _ in bundles)
    return [
        _edge((a, b), bundle, dimmed=a in dimmed or b in dimmed, curved=lines_of_pair[frozenset((a, b))] > 1)
        for (a, b, _), bundle in sorted(bundles.items(), key=lambda item: item[0])
    ]


def _ends(network: nx.Graph, a: str, b: str) -> tuple[str, str]:
    """Directed lines keep their direction, others run from actor to project, then by id."""
    if network.is_directed():
        return a, b
    first, second = sorted((a, b), key=lambda node: (str(network.nodes[node].get("mode", "")), node))
    return first, second


def _edge(ends: tuple[str, str], bundle: list[Mapping[str, Any]], *, dimmed: bool, curved: bool) -> DrawnEdge:
    """One line for several ties of a pair; the strongest role is shown."""
    first = min(bundle, key=_strength)
    kind = str(first.get("kind") or "cooperation")
    amount = total(attributes.get("amount_eur") for attributes in bundle if _counts(attributes))
    width_class, width = amount_class(amount) if kind == "funds" else _width(kind, first)
    certainties = {str(attributes.get("certainty") or Certainty.CONFIRMED) for attributes in bundle}
    return DrawnEdge(
        id=">".join((*ends, kind) if curved and kind == "funds" else ends),
        source=ends[0],
        target=ends[1],
        kind=kind,
        width_class=width_class,
        width=width,
        line=_line(kind, first.get("change")),
        dashed=Certainty.CONFIRMED not in certainties,
        arrow=kind == "funds",
        curved=curved and kind == "funds",
        ties=sum(_ties(attributes) for attributes in bundle),
        amount_eur=amount,
        dimmed=dimmed,
        weight=float(first["weight"]) if "weight" in first else None,
    )


def _line(kind: str, change: str | None) -> LineRole:
    if change:
        return LineRole(change)
    return _LINE_OF.get(kind, LineRole.TIE)


_LINE_OF = {"funds": LineRole.FUNDING, HUB: LineRole.FIELD}


def _strength(attributes: Mapping[str, Any]) -> int:
    roles = list(ROLE_WIDTHS)
    kind = attributes.get("kind")
    return roles.index(kind) if kind in roles else len(roles)


def _width(kind: str, attributes: Mapping[str, Any]) -> tuple[str, float]:
    if "weight" in attributes:
        return weight_class(attributes["weight"])
    return (kind, ROLE_WIDTHS[kind]) if kind in ROLE_WIDTHS else ("", OTHER_WIDTH)


def _counts(attributes: Mapping[str, Any]) -> bool:
    """Whether the amount of a tie may be added up; an edge of `graph.funding` already holds such a sum."""
    if "omission" in attributes:
        return attributes["omission"] is None
    basis = attributes.get("amount_basis") or AmountBasis.GRANTED
    return omission(attributes.get("amount_eur"), basis, attributes.get("status") or "") is None


def _ties(attributes: Mapping[str, Any]) -> int:
    if "weight" in attributes:
        return len(attributes.get("projects", ())) + len(attributes.get("bodies", ()))
    return len(attributes.get("ties", ())) or 1
