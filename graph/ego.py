"""The surroundings of one element."""

from __future__ import annotations

import networkx as nx


def steps_from(network: nx.Graph, ego: str, radius: int) -> dict[str, int]:
    """Count the steps from an element to each within ``radius`` of them; nothing when it is not there.

    Parameters
    ----------
    network
        The network; directions are ignored.
    ego
        The node in the middle.
    radius
        Steps from the middle.
    """
    if ego not in network:
        return {}
    return dict(nx.single_source_shortest_path_length(network.to_undirected(as_view=True), ego, cutoff=radius))
