"""GraphML, GEXF and XGMML, read from the tree of their elements; document types are refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from graph.intake.networks.web import Edge, Node, UnreadableWebError, Web

_MOST_TAGS = 700_000  # an element takes some hundred bytes once it is read


def read_xml(data: bytes) -> Web:
    """Read a network in XML."""
    if data.count(b"<") > _MOST_TAGS:
        raise UnreadableWebError("network-too-large", str(len(data)))
    try:
        root = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError, RecursionError) as error:
        raise UnreadableWebError("network-broken", type(error).__name__) from error
    reader = _READERS.get(_name(root).casefold())
    if reader is None:
        raise UnreadableWebError("no-network", _name(root))
    return reader(root)


def _name(element: Any) -> str:  # noqa: ANN401 - an element of ElementTree
    return str(element.tag).rpartition("}")[2]


def _children(element: Any, name: str) -> list[Any]:  # noqa: ANN401
    return [child for child in element if _name(child) == name]


def _only(graphs: list[Any]) -> Any:  # noqa: ANN401
    if not graphs:
        raise UnreadableWebError("network-broken", "graph")
    if len(graphs) > 1:
        raise UnreadableWebError("several-networks", str(len(graphs)))
    return graphs[0]


def _graphml(root: Any) -> Web:  # noqa: ANN401
    names = {key.get("id", ""): key.get("attr.name") or key.get("id", "") for key in _children(root, "key")}
    ends = {key.get("id", ""): key.get("for", "all") for key in _children(root, "key")}
    missing = {
        key.get("id", ""): (default[0].text or "").strip()
        for key in _children(root, "key")
        if (default := _children(key, "default"))
    }
    graph = _only(_children(root, "graph"))
    if _children(graph, "hyperedge"):
        raise UnreadableWebError("hypergraph", "hyperedge")
    web = Web(directed=graph.get("edgedefault", "") == "directed")
    for node in graph.iter():
        if _name(node) == "node":
            cells = _data(node, names, {key: text for key, text in missing.items() if ends[key] in ("node", "all")})
            own = node.get("id", "")
            web.add_node(Node(own, cells.pop("label", "") or cells.pop("name", ""), cells))
        elif _name(node) == "edge":
            cells = _data(node, names, {key: text for key, text in missing.items() if ends[key] in ("edge", "all")})
            stated = {"true": True, "false": False}.get(node.get("directed", ""))
            web.add_edge(Edge(node.get("source", ""), node.get("target", ""), cells, directed=stated))
    return web


def _data(element: Any, names: Mapping[str, str], missing: Mapping[str, str]) -> dict[str, str]:  # noqa: ANN401
    cells = {names.get(key, key): text for key, text in missing.items() if text}
    for data in _children(element, "data"):
        key = data.get("key", "")
        text = (data.text or "").strip() or _label_of_yed(data)
        if text:
            cells[names.get(key, key)] = text
            if any(_name(inner) == "NodeLabel" for inner in data.iter()):
                cells["label"] = text
    return cells


def _label_of_yed(data: Any) -> str:  # noqa: ANN401
    labels = (inner.text.strip() for inner in data.iter() if _name(inner) in ("NodeLabel", "EdgeLabel") and inner.text)
    return next(labels, "")


def _gexf(root: Any) -> Web:  # noqa: ANN401
    graph = _only(_children(root, "graph"))
    titles = {
        kind: {
            each.get("id", ""): each.get("title", "")
            for declared in _children(graph, "attributes")
            if declared.get("class") == kind
            for each in _children(declared, "attribute")
        }
        for kind in ("node", "edge")
    }
    web = Web(directed=graph.get("defaultedgetype", "undirected") == "directed")
    web.is_temporal = graph.get("mode") == "dynamic"
    for group in _children(graph, "nodes"):
        for node in group.iter():
            if _name(node) == "node":
                own = node.get("id", "")
                web.add_node(Node(own, node.get("label", ""), _values(node, titles["node"])))
    for group in _children(graph, "edges"):
        for edge in _children(group, "edge"):
            cells = _values(edge, titles["edge"])
            cells |= {key: text for key in ("label", "weight", "kind") if (text := edge.get(key)) and key not in cells}
            stated = {"directed": True, "undirected": False, "mutual": False}.get(edge.get("type", ""))
            web.add_edge(Edge(edge.get("source", ""), edge.get("target", ""), cells, directed=stated))
    return web


def _values(element: Any, titles: Mapping[str, str]) -> dict[str, str]:  # noqa: ANN401
    return {
        titles.get(number, number): text
        for values in _children(element, "attvalues")
        for value in _children(values, "attvalue")
        if (number := value.get("for") or value.get("id", "")) and (text := value.get("value", "").strip())
    }


def _xgmml(root: Any) -> Web:  # noqa: ANN401
    web = Web(directed=root.get("directed", "0") == "1")
    for element in root:
        cells = {
            att.get("name", ""): att.get("value", "")
            for att in _children(element, "att")
            if att.get("value") is not None
        }
        if _name(element) == "node":
            web.add_node(Node(element.get("id", ""), element.get("label", ""), cells))
        elif _name(element) == "edge":
            label = {"label": element.get("label", "")} if element.get("label") else {}
            web.add_edge(Edge(element.get("source", ""), element.get("target", ""), {**label, **cells}))
    return web


_READERS: Mapping[str, Callable[[Any], Web]] = {"graphml": _graphml, "gexf": _gexf, "graph": _xgmml}
