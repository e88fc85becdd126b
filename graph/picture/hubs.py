"""Fields of competence as nodes of their own: a hub for each field, tied to whatever carries it.

A hub is neither actor nor project: no count and no measure looks at it, and nothing is nearer to something else because
both carry a field. So hubs are added last, to what is already narrowed down.
"""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

from graph.picture.drawn import DrawnEdge, DrawnNode
from graph.picture.encoding import HUB

PREFIX = "feld#"  # of the ids of hubs; no id of an element has this sign in it


def with_hubs(network: nx.Graph) -> nx.Graph:
    """Add the fields that actors and projects of a network carry; the network itself is only read."""
    carried = [
        (f"{PREFIX}{field}", field, node)
        for node, fields in network.nodes(data="kompetenzfelder")
        for field in fields or ()
    ]
    made = network.copy()
    for hub, field, node in sorted(carried):
        made.add_node(hub, mode=HUB, name=field, short_name=field, type="", kind="")
        made.add_edge(hub, node, kind=HUB)  # from the hub: who only gives money stays a funder
    return made


def field_of(clicked: str) -> str:
    """Return the field of a hub or of one of its lines; ``""`` for any other element or line."""
    ends = [clicked] if clicked.startswith(PREFIX) else clicked.split(">", 1)
    return next((end.removeprefix(PREFIX) for end in ends if end.startswith(PREFIX)), "")


def without_hubs(nodes: Iterable[DrawnNode]) -> list[DrawnNode]:
    """Return the actors and projects of a drawing."""
    return [node for node in nodes if node.mode != HUB]


def heading_key(nodes: Iterable[DrawnNode]) -> str:
    """Return the word above what stands apart: beside fields, only what carries none of them and has no tie."""
    return "unconnected_hubs" if any(node.mode == HUB for node in nodes) else "unconnected"


def own_lines(edges: Iterable[DrawnEdge]) -> list[DrawnEdge]:
    """Return the lines of a drawing that are ties of the data, not those to a field."""
    return [edge for edge in edges if edge.kind != HUB]


def untied(nodes: Iterable[DrawnNode], edges: Iterable[DrawnEdge]) -> int:
    """Count the actors and projects of a drawing that are tied to none of the others.

    Parameters
    ----------
    nodes, edges
        Of the drawing.
    """
    tied = {end for edge in own_lines(edges) for end in (edge.source, edge.target)}
    return sum(node.id not in tied for node in without_hubs(nodes))
