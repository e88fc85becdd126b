"""GraphML, read by Gephi, yEd, Cytoscape, R and NetworkX."""

from __future__ import annotations

from io import BytesIO

import networkx as nx

from graph.dataset import Dataset
from graph.export.exchange.network import exchange_network


def graphml(dataset: Dataset) -> bytes:
    """Write all elements and ties; names of attributes are those of the columns."""
    written = BytesIO()
    nx.write_graphml_xml(exchange_network(dataset), written, named_key_ids=True)
    return written.getvalue()
