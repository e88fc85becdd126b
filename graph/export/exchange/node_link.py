"""JSON as NetworkX, D3 and others read it: a list of nodes and a list of links."""

from __future__ import annotations

import json
from collections.abc import Sequence

import networkx as nx

from graph.dataset import Dataset
from graph.export.exchange.shown import network_of
from graph.picture.drawn import Drawing


def node_link(dataset: Dataset, drawings: Sequence[Drawing] | None = None) -> bytes:
    """Write what pictures show, by default all elements and ties.

    ``networkx.node_link_graph(data, edges="edges")`` reads them back.
    """
    data = nx.node_link_data(network_of(dataset, drawings), edges="edges")
    return json.dumps(data, ensure_ascii=False, indent=1).encode()
