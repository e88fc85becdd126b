"""The same operations in three ways: ours, NetworkX, and igraph where it is installed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import networkx as nx
import numpy as np
import pandas as pd

from benchmarks import plain
from benchmarks.timing import Operation, Work
from graph.brokerage import brokerage_table
from graph.cutpoints import cut_points
from graph.kernels.brandes import dependencies
from graph.kernels.csr import CompactNetwork
from graph.kernels.projection_kernel import compact_cooperation
from graph.measures import MEASURES, Study
from graph.proximity import closest, proximity

try:
    import igraph
except ModuleNotFoundError:
    igraph = None

SAMPLE, PAIRS = 256, 100

# How many times faster than NetworkX each is meant to be
AIMS: Mapping[str, int] = {
    "projection": 200,
    "betweenness, exact": 80,
    "closeness": 3000,
    "harmonic": 3000,
    "brokerage": 200,
    "constraint": 30,
    "constraint, weighted": 30,
    "effective size": 30,
    "clustering": 200,
    "pagerank": 50,
    f"Adamic-Adar, {PAIRS} best of all pairs": 1000,
}
# Operations for which NetworkX takes from ten seconds to a quarter of an hour
SLOW = frozenset(
    {
        "betweenness, exact",
        f"betweenness, {SAMPLE} sources",
        "closeness",
        "harmonic",
        "brokerage",
        "clustering",
        f"Adamic-Adar, {PAIRS} best of all pairs",
    }
)


def operations(
    network: CompactNetwork, participations: pd.DataFrame, g: nx.Graph, affiliations: nx.Graph
) -> list[Operation]:
    """All rows of the comparison on one network, given as arrays and as NetworkX graph."""
    hub = int(np.argmax(np.diff(network.indptr)))
    others = {"networkx": by_networkx(g, affiliations, network.ids[hub])}
    if igraph is not None:
        others["igraph"] = by_igraph(from_networkx(g), igraph.Graph.from_networkx(affiliations), hub)
    return [
        Operation(
            name,
            way,
            {library: ways[name] for library, ways in others.items() if name in ways},
            frozenset({"networkx"} if name in SLOW else ()),
            AIMS.get(name),
        )
        for name, way in ours(network, participations, hub).items()
    ]


def ours(network: CompactNetwork, participations: pd.DataFrame, hub: int) -> dict[str, Work]:
    """Ours, each from scratch: nothing is kept from an earlier run."""

    def measure(key: str) -> Work:
        return lambda: MEASURES[key].compute(Study(network))

    return {
        "projection": lambda: compact_cooperation(participations),
        "betweenness, exact": measure("betweenness"),
        f"betweenness, {SAMPLE} sources": lambda: dependencies(network.ties, sample(network.size), directed=False),
        "closeness": measure("closeness"),
        "harmonic": measure("harmonic"),
        "brokerage": lambda: brokerage_table(network),
        "constraint": measure("constraint"),
        "constraint, weighted": measure("constraint_weighted"),
        "effective size": measure("effective_size"),
        "clustering": measure("clustering"),
        "core number": measure("core_number"),
        "pagerank": measure("pagerank"),
        "eigenvector": measure("eigenvector"),
        "components": lambda: Study(network).components,
        "cut points": lambda: cut_points(network),
        "Adamic-Adar, one actor": lambda: proximity(network, network.ids[hub]),
        f"Adamic-Adar, {PAIRS} best of all pairs": lambda: closest(network, PAIRS),
    }


def by_networkx(g: nx.Graph, affiliations: nx.Graph, hub: Any) -> dict[str, Work]:
    """NetworkX, and what a user writes with it where it has no function."""
    actors = [node for node, mode in affiliations.nodes(data="mode") if mode == "actor"]
    return {
        "projection": lambda: nx.bipartite.weighted_projected_graph(affiliations, actors),
        "betweenness, exact": lambda: nx.betweenness_centrality(g),
        f"betweenness, {SAMPLE} sources": lambda: nx.betweenness_centrality(g, k=SAMPLE, seed=1),
        "closeness": lambda: nx.closeness_centrality(g),
        "harmonic": lambda: nx.harmonic_centrality(g),
        "brokerage": lambda: plain.brokerage(g, "type"),
        "constraint": lambda: nx.constraint(g),
        "constraint, weighted": lambda: nx.constraint(g, weight="weight"),
        "effective size": lambda: nx.effective_size(g),
        "clustering": lambda: nx.clustering(g),
        "core number": lambda: nx.core_number(g),
        "pagerank": lambda: nx.pagerank(g),
        "eigenvector": lambda: nx.eigenvector_centrality(g),
        "components": lambda: list(nx.connected_components(g)),
        "cut points": lambda: list(nx.articulation_points(g)),
        "Adamic-Adar, one actor": lambda: plain.close_to(g, hub),
        f"Adamic-Adar, {PAIRS} best of all pairs": lambda: plain.closest_pairs(g, PAIRS),
    }


def by_igraph(i: Any, affiliations: Any, hub: int) -> dict[str, Work]:
    """igraph, in C."""
    is_project = [mode == "project" for mode in affiliations.vs["mode"]]
    return {
        "projection": lambda: affiliations.bipartite_projection(types=is_project, which=0),
        "betweenness, exact": i.betweenness,
        f"betweenness, {SAMPLE} sources": lambda: i.betweenness(sources=sample(i.vcount()).tolist()),
        "closeness": i.closeness,
        "harmonic": i.harmonic_centrality,
        "constraint": i.constraint,
        "constraint, weighted": lambda: i.constraint(weights="weight"),
        "clustering": lambda: i.transitivity_local_undirected(mode="zero"),
        "core number": i.coreness,
        "pagerank": lambda: i.pagerank(weights="weight"),
        "eigenvector": i.eigenvector_centrality,
        "components": i.connected_components,
        "cut points": i.articulation_points,
        "Adamic-Adar, one actor": lambda: i.similarity_inverse_log_weighted(vertices=[hub]),
    }


def sample(size: int) -> np.ndarray:
    """The same sources for everybody."""
    return np.linspace(0, size - 1, SAMPLE).astype(np.int32)


def from_networkx(g: nx.Graph) -> Any:
    """The same network for igraph, with weights."""
    place = {node: v for v, node in enumerate(g)}
    i = igraph.Graph(n=len(g), edges=[(place[u], place[v]) for u, v in g.edges])
    i.es["weight"] = [weight for *_, weight in g.edges(data="weight")]
    return i
