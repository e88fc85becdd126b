"""The surroundings of one element."""

from __future__ import annotations

import networkx as nx


def ego_network(network: nx.Graph, ego: str, radius: int) -> nx.Graph:
    """Copy of the part within ``radius`` steps of an element, directions ignored; empty when it is not there.

    Parameters
    ----------
    network
        The network.
    ego
        The node in the middle.
    radius
        Steps from the middle.
    """
    if ego not in network:
        return network.subgraph([]).copy()
    undirected = network.to_undirected(as_view=True)
    near = nx.single_source_shortest_path_length(undirected, ego, cutoff=radius)
    return network.subgraph(near).copy()
