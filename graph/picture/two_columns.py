"""The drawing of projects at the left and actors at the right."""

from __future__ import annotations

from dataclasses import replace

import networkx as nx

from graph.picture.bending import bend
from graph.picture.drawing import draw
from graph.picture.drawn import Drawing
from graph.picture.encoding import Encoding
from graph.picture.named import named
from graph.picture.sides import frame, sides, zoom_of
from graph.picture.widened import widened


def in_columns(network: nx.Graph, encoding: Encoding, order: str = "", focus: str = "") -> Drawing:
    """Draw projects at the left and actors at the right, as far apart as leaves the picture filled.

    Parameters
    ----------
    network
        Actors and projects.
    encoding
        What colour and size show.
    order
        Order that projects keep, see `graph.picture.sides.sides`.
    focus
        Element whose surroundings are drawn; ``""`` for none.
    """
    drawing = draw(network, sides(network, order), encoding, focus=focus or None)
    _, top, _, bottom = drawing.bounds
    zoom = max(drawing.zoom, zoom_of(drawing.nodes, bottom - top))
    nodes, written = widened(drawing.nodes, zoom, [(edge.source, edge.target) for edge in drawing.edges])
    edges = tuple(bend(nodes, drawing.edges))
    shown = frame((written[0], top, written[1], bottom), zoom)
    return named(replace(drawing, nodes=tuple(nodes), edges=edges, frame=shown, columns=True))
