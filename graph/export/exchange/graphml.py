"""GraphML, read by Gephi, yEd, Cytoscape, R and NetworkX."""

from __future__ import annotations

from collections.abc import Sequence

import networkx as nx

from graph.dataset import Dataset
from graph.export.exchange.shown import network_of
from graph.giving_up import Buffer
from graph.picture.drawn import Drawing


def graphml(dataset: Dataset, drawings: Sequence[Drawing] | None = None) -> bytes:
    """Write what pictures show, by default all elements and ties; names of attributes are those of the columns.

    Keys are numbered, since nodes and edges have attributes of the same name and a key may be declared only once.
    """
    written = Buffer()
    nx.write_graphml_xml(network_of(dataset, drawings), written)
    return written.getvalue()
