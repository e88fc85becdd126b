"""A network file this program has written, back to tables. Anything that is no such file is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import ParseError

import networkx as nx
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from graph.errors import AkteursnetzError
from graph.export.exchange.gexf import NAMESPACE
from graph.export.exchange.network import TABLES_KEY, tables_of

MOST_BYTES = 50_000_000


class UnreadableNetworkError(AkteursnetzError, ValueError):
    """A file is no GraphML, GEXF or node-link JSON, or is made to harm its reader."""


def read_network(content: bytes) -> dict[str, bytes]:
    """Return the tables of a network file, for `graph.load.load`, which checks every cell.

    Parameters
    ----------
    content
        GraphML, GEXF or node-link JSON as the writers of this package make it.

    Raises
    ------
    UnreadableNetworkError
        If the content is none of these, or larger than `MOST_BYTES`.
    """
    if len(content) > MOST_BYTES:
        raise UnreadableNetworkError("too large")
    try:
        return tables_of(_network(content))
    # a damaged file fails in whatever part of NetworkX meets it first
    except (ParseError, DefusedXmlException, nx.NetworkXException, LookupError, TypeError, ValueError) as error:
        raise UnreadableNetworkError(type(error).__name__) from error


def _network(content: bytes) -> nx.Graph:
    start = content.lstrip()[:1]
    if start == b"{":
        return nx.node_link_graph(json.loads(content), edges="edges")
    # entities and external references are refused here, before a reader that would follow them
    root = fromstring(content, forbid_dtd=True)
    read = _READERS.get(root.tag.rpartition("}")[2])
    if read is None:
        raise UnreadableNetworkError(root.tag)
    return read(content, root)


def _gexf(content: bytes, root: Any) -> nx.Graph:  # noqa: ANN401 - an element of ElementTree
    network = nx.read_gexf(BytesIO(content), version="1.3")
    network.graph[TABLES_KEY] = root.findtext(f"{{{NAMESPACE}}}meta/{{{NAMESPACE}}}description") or ""
    return network


def _graphml(content: bytes, _: Any) -> nx.Graph:  # noqa: ANN401
    return nx.read_graphml(BytesIO(content), force_multigraph=True)


_READERS: dict[str, Callable[[bytes, Any], nx.Graph]] = {"gexf": _gexf, "graphml": _graphml}
