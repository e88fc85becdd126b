"""The one place where a drawing becomes a vis-network document, by pyvis.

pyvis is the model of nodes, edges and options, and its wheel carries the vis-network library. Its HTML is not used: it
loads styles from a foreign host, prints ids and headings unescaped, and needs a new page for every change. A network
made here writes a page of its own instead, whatever pyvis is asked to write it with.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import networkx as nx

from graph.lazy import later
from graph.picture.bending import ROUNDNESS
from graph.picture.drawing import draw
from graph.picture.drawn import Drawing, DrawnEdge, DrawnNode
from graph.picture.encoding import DIMMED_OPACITY, Encoding, Fill, Shape
from graph.picture.layout import layout
from graph.picture.library import library, library_version
from graph.picture.palette import LINES, palette

__all__ = ["OPTIONS", "VIS_SHAPES", "library", "library_version", "network", "pyvis_network"]

if TYPE_CHECKING:
    from graph.picture.offline import OfflineNetwork

# pyvis loads the display of notebooks, which a table has no need of
offline = later("graph.picture.offline")

VIS_SHAPES: Mapping[Shape, str] = {
    Shape.ACTOR: "dot",
    Shape.PROJECT: "box",
    Shape.FUNDER: "diamond",
    Shape.FIELD: "hexagon",
}

# Nothing moves by itself, and what the canvas itself does is switched off.
OPTIONS: Mapping[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "hoverConnectedEdges": False,
        "selectConnectedEdges": False,
        "multiselect": False,
        "keyboard": {"enabled": False},
        "navigationButtons": False,
        "tooltipDelay": 10**9,  # the canvas has its own tooltip, made of text
        "zoomSpeed": 0.7,
    },
    "nodes": {"borderWidth": 1.5, "chosen": False},
    "edges": {"smooth": {"enabled": False}, "chosen": False, "selectionWidth": 0, "hoverWidth": 0},
}


class _Ids(list[str]):
    """pyvis looks every id up in a list; with a set beside it 20,000 nodes take no longer than they must."""

    def __init__(self) -> None:
        super().__init__()
        self._known: set[object] = set()

    def append(self, node: str) -> None:
        super().append(node)
        self._known.add(node)

    def __contains__(self, node: object) -> bool:
        return node in self._known


def pyvis_network(shown: Drawing | nx.Graph, *, theme: str = "light") -> OfflineNetwork:
    """Return a drawing or a network as a pyvis network, as the app and its files show it.

    Parameters
    ----------
    shown
        A drawing (`graph.picture.scene.drawing_of`, `graph.picture.drawing.draw`), or any NetworkX graph, such as
        `graph.cooperation` or `graph.multiplex` make them; the graph is placed by `graph.picture.layout.layout` and
        left as it is. Nodes are called by their ``short_name`` or ``name``, else by their id.
    theme
        ``light`` or ``dark``: colours of lines and text.

    Returns
    -------
    OfflineNetwork
        A `pyvis.network.Network` that can be changed and written as pyvis does it (``generate_html``, ``write_html``,
        ``show``). Its page needs no other host, and every text in it is only text.

    Examples
    --------
    >>> import graph
    >>> graph.pyvis_network(graph.cooperation(graph.load("data").dataset)).write_html("network.html")
    """
    return network(shown if isinstance(shown, Drawing) else _drawn(shown), theme=theme)


def _drawn(shown: nx.Graph) -> Drawing:
    """Draw a network as it is; ids that are no texts are written as such."""
    named = nx.relabel_nodes(shown, {node: str(node) for node in shown}) if _has_other_ids(shown) else shown
    types = (str(kind) for _, kind in named.nodes(data="type") if kind)
    return draw(named, layout(named), Encoding(palette=palette(types)))


def _has_other_ids(shown: nx.Graph) -> bool:
    return any(not isinstance(node, str) for node in shown)


def network(drawing: Drawing, *, theme: str = "light") -> OfflineNetwork:
    """Fill a pyvis network with a drawing, node by node and line by line.

    Parameters
    ----------
    drawing
        From `graph.picture.drawing.draw`.
    theme
        ``light`` or ``dark``: colours of lines and text.

    Returns
    -------
    OfflineNetwork
        Directed, so that pyvis keeps every line; ``arrows`` is empty for lines without direction. Every text is data;
        titles are left out because pyvis may treat them as HTML.
    """
    built: OfflineNetwork = offline.OfflineNetwork(
        directed=True, cdn_resources="in_line", bgcolor=LINES[theme]["paper"]
    )
    built.node_ids = _Ids()
    for node in drawing.shown:
        # pyvis writes the id where the label is empty
        built.add_node(node.id, label=node.short_name or " ", **_node(node, LINES[theme]))
    for edge in drawing.edges:
        built.add_edge(edge.source, edge.target, **_edge(edge, LINES[theme]))
    built.set_options(json.dumps(OPTIONS))
    return built


def _node(node: DrawnNode, colours: Mapping[str, str]) -> dict[str, Any]:
    fill = colours["paper"] if node.fill in {Fill.HOLLOW, Fill.CROSSED, Fill.UNKNOWN} else node.colour
    border = colours["selected"] if node.selected else colours["ink"]
    return {
        "shape": VIS_SHAPES[node.shape],
        "size": node.size / 2,
        "x": node.x,
        "y": node.y,
        "color": {"background": fill, "border": border},
        "borderWidth": 4 if node.selected else 1.5,
        "shapeProperties": {"borderDashes": [4, 3] if node.border_dashed else False},
        "opacity": DIMMED_OPACITY if node.dimmed else 1,
    }


def _edge(edge: DrawnEdge, colours: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": edge.id,
        "width": edge.width,
        "arrows": "to" if edge.arrow else "",
        "dashes": [7, 5] if edge.dashed else False,
        "smooth": _bow(edge.bend or (ROUNDNESS if edge.curved else 0.0)),
        "color": {"color": colours[edge.line], "opacity": DIMMED_OPACITY if edge.dimmed else 1},
    }


def _bow(bend: float) -> dict[str, Any]:
    return {"enabled": bend != 0, "type": "curvedCW" if bend >= 0 else "curvedCCW", "roundness": abs(bend)}
