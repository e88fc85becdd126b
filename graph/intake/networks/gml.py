"""GML: keys with values or lists in square brackets, read without recursion."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from graph.intake.networks.web import Edge, Node, UnreadableWebError, Web

_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|([\[\]])|([^\s\[\]"]+)|(\n)')
_DEEPEST = 20
_LOOKS = frozenset({"graphics", "labelgraphics"})
_Pairs = list[tuple[str, Any]]


def read_gml(text: str) -> Web:
    """Read the first graph of a GML file."""
    graphs = [value for key, value, _ in _pairs(text) if key == "graph" and isinstance(value, list)]
    if not graphs:
        raise UnreadableWebError("network-broken", "graph [")
    if len(graphs) > 1:
        raise UnreadableWebError("several-networks", str(len(graphs)))
    web = Web()
    for key, value, line in graphs[0]:
        if key == "directed":
            web.directed = value == "1"
        elif key == "node" and isinstance(value, list):
            cells = _cells(value)
            if "id" not in cells:
                raise UnreadableWebError("network-broken", "node", line)
            own = cells.pop("id")
            web.add_node(Node(own, cells.pop("label", cells.pop("name", "")), cells, line))
        elif key == "edge" and isinstance(value, list):
            cells = _cells(value)
            if not cells.get("source") or not cells.get("target"):
                raise UnreadableWebError("network-broken", "edge", line)
            web.add_edge(Edge(cells.pop("source"), cells.pop("target"), cells, line))
    return web


def _cells(pairs: list[Any]) -> dict[str, str]:
    return {
        key: html.unescape(value) for key, value, _ in pairs if isinstance(value, str) and key.casefold() not in _LOOKS
    }


def _pairs(text: str) -> list[tuple[str, Any, int]]:
    """Return the pairs of the outermost list; lists are kept on a stack of our own."""
    stack: list[list[tuple[str, Any, int]]] = [[]]
    key = ""
    for word, bracket, line in _tokens(text):
        if bracket == "[":
            if not key or len(stack) > _DEEPEST:
                raise UnreadableWebError("network-broken", "[", line)
            inner: list[tuple[str, Any, int]] = []
            stack[-1].append((key, inner, line))
            stack.append(inner)
            key = ""
        elif bracket == "]":
            if len(stack) == 1 or key:
                raise UnreadableWebError("network-broken", "]", line)
            stack.pop()
        elif key:
            stack[-1].append((key, word, line))
            key = ""
        else:
            key = word.casefold()
    if len(stack) > 1:
        raise UnreadableWebError("network-broken", "]")
    return stack[0]


def _tokens(text: str) -> Iterator[tuple[str, str, int]]:
    line = 1
    for found in _TOKEN.finditer(re.sub(r"(?m)^\s*#.*$", "", text)):
        quoted, bracket, word, newline = found.groups()
        if newline:
            line += 1
        else:
            yield (quoted if quoted is not None else word or ""), bracket or "", line
            line += found[0].count("\n")
