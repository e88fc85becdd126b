"""Networks in JSON, told by their keys: Kumu, JSON Graph Format, node-link, CX and CX2, Cytoscape.js."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from graph.intake.networks.web import Edge, Node, UnreadableWebError, Web, text_of

_MOST_RECORDS, _MOST_VALUES = 400_000, 2_500_000  # each takes some hundred bytes once it is read


def read_json(data: bytes) -> Web:
    """Read a network in JSON."""
    document = load_json(data)
    if isinstance(document, list):
        return _cx(document)
    if not isinstance(document, dict):
        raise UnreadableWebError("no-network", type(document).__name__)
    for keys, reader in _READERS:
        if all(any(key in document for key in either.split("|")) for either in keys):
            return reader(document)
    raise UnreadableWebError("no-network", ", ".join(list(document)[:5]))


def load_json(data: bytes) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return the document of a file.

    Raises
    ------
    UnreadableWebError
        When it is no JSON, or too large, or nested deeper than any honest file.
    """
    if data.count(b"{") > _MOST_RECORDS or data.count(b",") > _MOST_VALUES:
        raise UnreadableWebError("network-too-large", str(len(data)))
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        if lines := _json_lines(data):
            return lines
        raise UnreadableWebError("network-broken", type(error).__name__) from error


def _json_lines(data: bytes) -> list[Any]:
    """Return the records of a file with one on each line (JSON Lines); none when a line is no record."""
    if not (first := data.lstrip().partition(b"\n")[0].rstrip()).endswith(b"}") or not first.startswith(b"{"):
        return []
    try:
        records = [json.loads(line) for line in data.splitlines() if line.strip()]
    except (ValueError, RecursionError):
        return []
    return records if all(isinstance(record, dict) for record in records) else []


def _cells(record: Mapping[str, Any], without: tuple[str, ...]) -> dict[str, str]:
    return {str(key): text for key, value in record.items() if key not in without and (text := text_of(value))}


def _records(value: object) -> list[Mapping[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _kumu(document: Mapping[str, Any]) -> Web:
    web = Web(directed=False)
    for element in _records(document["elements"]):
        cells = _flat(element)
        own = text_of(element.get("_id")) or text_of(element.get("id")) or cells.get("label", "")
        web.add_node(
            Node(own, cells.pop("label", ""), {**cells, "type": cells.pop("element type", cells.get("type", ""))})
        )
    for connection in _records(document["connections"]):
        cells = _flat(connection)
        kind = cells.pop("connection type", cells.get("type", ""))
        directed = text_of(connection.get("direction")).casefold() == "directed"
        ends = (text_of(connection.get("from")), text_of(connection.get("to")))
        web.add_edge(Edge(*ends, {**cells, "type": kind} if kind else cells, directed=directed))
    return web


def _flat(record: Mapping[str, Any]) -> dict[str, str]:
    stated = record.get("attributes", {})
    cells = {**_cells(record, ("_id", "id", "from", "to", "direction", "attributes")), **_cells(stated, ())}
    return {key.casefold(): text for key, text in cells.items() if not key.startswith("_")}


def _jgf(document: Mapping[str, Any]) -> Web:
    graph = document.get("graph")
    if graph is None:
        graphs = document["graphs"]
        if not isinstance(graphs, list) or len(graphs) != 1:
            raise UnreadableWebError("several-networks", str(len(graphs)) if isinstance(graphs, list) else "")
        graph = graphs[0]
    if not isinstance(graph, dict):
        raise UnreadableWebError("network-broken", "graph")
    if "hyperedges" in graph:
        raise UnreadableWebError("hypergraph", "hyperedges")
    web = Web(directed=bool(graph.get("directed", True)))
    nodes = graph.get("nodes", {})
    listed = nodes.items() if isinstance(nodes, dict) else [(text_of(each.get("id")), each) for each in _records(nodes)]
    for key, node in listed:
        if isinstance(node, dict):
            web.add_node(Node(str(key), text_of(node.get("label")), _cells(node.get("metadata") or {}, ())))
    for edge in _records(graph.get("edges", [])):
        cells = _cells(edge.get("metadata") or {}, ())
        relation = text_of(edge.get("relation")) or text_of(edge.get("label"))
        stated = edge["directed"] if isinstance(edge.get("directed"), bool) else None
        cells = {**cells, "relation": relation} if relation else cells
        web.add_edge(Edge(text_of(edge.get("source")), text_of(edge.get("target")), cells, directed=stated))
    return web


def _node_link(document: Mapping[str, Any]) -> Web:
    nodes = _records(document["nodes"])
    options = document.get("options")
    is_graphology = isinstance(options, dict) and options.get("type") in ("directed", "mixed")
    web = Web(directed=bool(document.get("directed", is_graphology)))
    keys = [text_of(node.get("id", node.get("key", node.get("name", place)))) for place, node in enumerate(nodes)]
    for key, node in zip(keys, nodes, strict=True):
        cells = _told(node)
        label = cells.pop("label", "") or cells.get("name", "")
        web.add_node(Node(key, label, _without(cells, ("id", "key", "name"))))
    known = set(keys)
    for edge in _records(document.get("links", document.get("edges"))):
        ends = [text_of(edge.get(end, edge.get(other))) for end, other in (("source", "from"), ("target", "to"))]
        # D3 once counted nodes instead of naming them
        ends = [
            keys[int(end)] if end not in known and end.isdecimal() and int(end) < len(keys) else end for end in ends
        ]
        cells = _without(_told(edge), ("source", "target", "from", "to", "key", "undirected"))
        stated = False if edge.get("undirected") is True else None
        web.add_edge(Edge(ends[0], ends[1], cells, directed=stated))
    return web


def _adjacency(document: Mapping[str, Any]) -> Web:
    """Read nodes with the lists of those that each is tied to, as NetworkX writes them."""
    web = Web(directed=bool(document.get("directed", False)))
    keys = [text_of(node.get("id")) for node in _records(document["nodes"])]
    for key, node in zip(keys, _records(document["nodes"]), strict=True):
        cells = _told(node)
        web.add_node(Node(key, cells.pop("label", "") or cells.get("name", ""), _without(cells, ("id", "name"))))
    lists = document["adjacency"] if isinstance(document["adjacency"], list) else []
    told: set[tuple[str, ...]] = set()
    for start, near in zip(keys, lists, strict=False):
        for edge in _records(near):
            end, key = text_of(edge.get("id")), text_of(edge.get("key"))
            # a tie without direction is told from both ends
            once = (start, end, key) if web.directed else (*sorted((start, end)), key)
            if once not in told:
                web.add_edge(Edge(start, end, _without(_told(edge), ("id", "key"))))
            told.add(once)
    return web


def _without(cells: Mapping[str, str], names: tuple[str, ...]) -> dict[str, str]:
    return {name: text for name, text in cells.items() if name not in names}


def _told(record: Mapping[str, Any]) -> dict[str, str]:
    """Return what is said of a node or tie, at its side or, as graphology writes it, among its attributes."""
    more = record.get("attributes")
    return {**_cells(record, ("attributes",)), **(_cells(more, ()) if isinstance(more, dict) else {})}


def _cytoscape(document: Mapping[str, Any]) -> Web:
    elements = document["elements"]
    if not isinstance(elements, dict):
        raise UnreadableWebError("no-network", "elements")
    web = Web(directed=False)
    for node in _records(elements.get("nodes")):
        data = node.get("data") or {}
        own, name = text_of(data.get("id")), text_of(data.get("name"))
        # NetworkX repeats the id as the name
        label = text_of(data.get("label")) if name in ("", own) else name
        web.add_node(Node(own, label or name, _cells(data, ("id", "name", "label"))))
    for edge in _records(elements.get("edges")):
        data = edge.get("data") or {}
        cells = _cells(data, ("id", "source", "target"))
        web.add_edge(Edge(text_of(data.get("source")), text_of(data.get("target")), cells))
    return web


def _cx(aspects: list[Any]) -> Web:
    """Read CX (``@id, n, s, t``) and CX2 (``id, v, s, t``)."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for aspect in aspects:
        if isinstance(aspect, dict):
            for name, records in aspect.items():
                found.setdefault(str(name), []).extend(_records(records))
    if "nodes" not in found:
        raise UnreadableWebError("no-network", ", ".join(list(found)[:5]))
    more: dict[str, dict[str, str]] = {}
    for name in ("nodeAttributes", "edgeAttributes"):
        for each in found.get(name, []):
            text = text_of(each.get("v"))
            more.setdefault(f"{name}{text_of(each.get('po'))}", {})[text_of(each.get("n"))] = text
    web = Web(directed=True)
    for node in found["nodes"]:
        own = text_of(node.get("@id", node.get("id")))
        cells = {**_cells(node.get("v") or {}, ()), **more.get(f"nodeAttributes{own}", {})}
        label = text_of(node.get("n")) or cells.pop("name", cells.pop("n", ""))
        web.add_node(Node(own, label, cells))
    for edge in found.get("edges", []):
        own = text_of(edge.get("@id", edge.get("id")))
        cells = {**_cells(edge.get("v") or {}, ()), **more.get(f"edgeAttributes{own}", {})}
        if kind := text_of(edge.get("i")) or cells.pop("interaction", ""):
            cells["interaction"] = kind
        web.add_edge(Edge(text_of(edge.get("s")), text_of(edge.get("t")), cells))
    return web


_READERS: tuple[tuple[tuple[str, ...], Callable[[Mapping[str, Any]], Web]], ...] = (
    (("elements", "connections"), _kumu),
    (("nodes", "links|edges"), _node_link),
    (("nodes", "adjacency"), _adjacency),
    (("graph|graphs",), _jgf),
    (("elements",), _cytoscape),
)
