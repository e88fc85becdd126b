"""GEXF 1.3, the format of Gephi, with the places and colours of a picture.

NetworkX's writer takes columns called ``start`` and ``end`` for times of its own, so this one writes them as what they
are: attributes. Schema: https://gexf.net/1.3/gexf.xsd
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any
from xml.etree import ElementTree as ET

import networkx as nx

from graph.dataset import Dataset
from graph.export.exchange.network import TABLES_KEY, exchange_network
from graph.export.exchange.shown import shown_network
from graph.export.stamp import STAMPS
from graph.giving_up import Buffer
from graph.picture.drawn import Drawing, DrawnNode
from graph.picture.encoding import Shape

NAMESPACE, VIZ = "http://gexf.net/1.3", "http://gexf.net/1.3/viz"
CREATOR = "Akteursnetz"
_TYPES: Mapping[type, str] = {bool: "boolean", float: "double", str: "string"}
_SHAPES = {Shape.ACTOR: "disc", Shape.PROJECT: "square", Shape.FUNDER: "diamond", Shape.FIELD: "triangle"}


def gexf(dataset: Dataset, drawing: Drawing | Sequence[Drawing] | None = None, day: str = "") -> bytes:
    """Write what pictures show, by default all elements and ties.

    Parameters
    ----------
    dataset
        What is written.
    drawing
        One picture or several; what they show is written, with places, sizes and colours.
    day
        Day of the export, as ISO date.
    """
    drawings = [drawing] if isinstance(drawing, Drawing) else drawing
    network = exchange_network(dataset) if drawings is None else shown_network(dataset, drawings)
    drawn = {node.id: node for one in reversed(drawings or ()) for node in one.nodes}
    root = ET.Element("gexf", {"xmlns": NAMESPACE, "xmlns:viz": VIZ, "version": "1.3"})
    meta = ET.SubElement(root, "meta", {"lastmodifieddate": day} if day else {})
    ET.SubElement(meta, "creator").text = CREATOR
    if keywords := ", ".join(dataset.about[key] for key in STAMPS if dataset.about.get(key)):
        ET.SubElement(meta, "keywords").text = keywords
    ET.SubElement(meta, "description").text = str(network.graph[TABLES_KEY])
    graph = ET.SubElement(root, "graph", {"defaultedgetype": "directed", "mode": "static", "idtype": "string"})
    of_nodes = _declared(graph, "node", (seen for _, seen in network.nodes(data=True)))
    of_edges = _declared(graph, "edge", (seen for _, _, seen in network.edges(data=True)))
    nodes, edges = ET.SubElement(graph, "nodes"), ET.SubElement(graph, "edges")
    nodes.extend([*_nodes(network, of_nodes, drawn)])
    edges.extend([*_edges(network, of_edges)])
    written = Buffer()
    ET.ElementTree(root).write(written, encoding="utf-8", xml_declaration=True)
    return written.getvalue()


def _declared(graph: ET.Element, kind: str, rows: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Declare all attributes of nodes or edges, and return their numbers by name."""
    types: dict[str, str] = {}
    for name, value in chain.from_iterable(row.items() for row in rows):
        if name != "label":
            types.setdefault(name, _TYPES[type(value)])
    declared = ET.SubElement(graph, "attributes", {"class": kind, "mode": "static"})
    for number, (name, type_name) in enumerate(types.items()):
        ET.SubElement(declared, "attribute", {"id": str(number), "title": name, "type": type_name})
    return {name: str(number) for number, name in enumerate(types)}


def _nodes(
    network: nx.MultiDiGraph, numbers: Mapping[str, str], drawn: Mapping[str, DrawnNode]
) -> Iterator[ET.Element]:
    for key, seen in network.nodes(data=True):
        node = ET.Element("node", {"id": key, "label": seen["label"]})
        node.append(_values(seen, numbers))
        if key in drawn:
            node.extend([*_looks(drawn[key])])
        yield node


def _edges(network: nx.MultiDiGraph, numbers: Mapping[str, str]) -> Iterator[ET.Element]:
    for start, end, key, seen in network.edges(keys=True, data=True):
        # readers of a directed file refuse undirected edges, so that is said by an attribute
        edge = ET.Element("edge", {"id": key, "source": start, "target": end, "type": "directed"})
        edge.append(_values(seen, numbers))
        yield edge


def _values(seen: Mapping[str, Any], numbers: Mapping[str, str]) -> ET.Element:
    values = ET.Element("attvalues")
    for name, value in seen.items():
        if name in numbers:
            text = str(value).lower() if isinstance(value, bool) else str(value)
            ET.SubElement(values, "attvalue", {"for": numbers[name], "value": text})
    return values


def _looks(node: DrawnNode) -> Iterator[ET.Element]:
    """Colour, place, size and shape; in Gephi y grows upwards."""
    red, green, blue = (str(int(node.colour[i : i + 2], 16)) for i in (1, 3, 5))
    yield ET.Element("viz:color", {"r": red, "g": green, "b": blue})
    yield ET.Element("viz:position", {"x": f"{node.x:.2f}", "y": f"{-node.y:.2f}", "z": "0"})
    yield ET.Element("viz:size", {"value": f"{node.size:.2f}"})
    yield ET.Element("viz:shape", {"value": _SHAPES[node.shape]})
