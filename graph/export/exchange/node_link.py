"""JSON as NetworkX, D3 and others read it: a list of nodes and a list of links."""

from __future__ import annotations

import json

import networkx as nx

from graph.dataset import Dataset
from graph.export.exchange.network import exchange_network


def node_link(dataset: Dataset) -> bytes:
    """Write all elements and ties; ``networkx.node_link_graph(data, edges="edges")`` reads them back."""
    data = nx.node_link_data(exchange_network(dataset), edges="edges")
    return json.dumps(data, ensure_ascii=False, indent=1).encode()
