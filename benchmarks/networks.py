"""The networks that are measured: shipped, generated, and Horizon 2020."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import networkx as nx
import numpy as np
import pandas as pd

from graph.kernels.csr import CompactNetwork
from graph.kernels.projection_kernel import compact_cooperation

CORDIS = "h2020_participations.csv.gz"
TYPES = 7
LARGEST_PROJECT, LARGEST_ACTOR = 120, 150  # members; times the mean activity


class Size(NamedTuple):
    """Size of a generated network."""

    actors: int
    projects: int
    participations: int


MIDDLE = Size(5_000, 10_000, 50_000)


def heavy_tailed(size: Size = MIDDLE, seed: int = 7) -> pd.DataFrame:
    """Participations of actors in projects: few large projects, few actors in most of them.

    Sizes of projects and activity of actors are drawn from Pareto distributions. Of the 5,000 actors of `MIDDLE`,
    about 233,000 pairs cooperate.
    """
    chance = np.random.default_rng(seed)
    members = np.minimum(2 + chance.pareto(1.53, size.projects), LARGEST_PROJECT)
    activity = 1 + chance.pareto(1.1, size.actors)
    activity = np.minimum(activity, LARGEST_ACTOR * activity.mean())
    actors = chance.choice(size.actors, 3 * size.participations, p=activity / activity.sum())
    projects = chance.choice(size.projects, 3 * size.participations, p=members / members.sum())
    drawn = pd.DataFrame({"from_id": actors, "to_id": projects + size.actors})
    return drawn.drop_duplicates().head(size.participations).reset_index(drop=True)


def heavy_tailed_actors(size: Size = MIDDLE) -> pd.DataFrame:
    """The actors of `heavy_tailed`, with types."""
    return pd.DataFrame({"id": np.arange(size.actors), "type": [f"type {v % TYPES}" for v in range(size.actors)]})


def horizon_2020(folder: Path) -> pd.DataFrame:
    """Participations of organisations in Horizon 2020 projects."""
    table = pd.read_csv(folder / CORDIS, usecols=["pic", "rcn", "type"], dtype=str, keep_default_na=False)
    return table.rename(columns={"pic": "from_id", "rcn": "to_id"})


def horizon_network(participations: pd.DataFrame) -> CompactNetwork:
    """Cooperation network of Horizon 2020 with the type of each organisation."""
    network = compact_cooperation(participations)
    types = participations.drop_duplicates("from_id").set_index("from_id")["type"]
    return replace(network, labels={"type": tuple(types[list(network.ids)])})


def as_networkx(network: CompactNetwork) -> nx.Graph:
    """The same network as a NetworkX graph."""
    graph = nx.Graph()
    graph.add_nodes_from(network.ids)
    nx.set_node_attributes(graph, dict(zip(network.ids, network.labels.get("type", network.ids), strict=True)), "type")
    once = network.rows < network.indices
    ends = ([network.ids[v] for v in side[once]] for side in (network.rows, network.indices))
    graph.add_weighted_edges_from(zip(*ends, network.weights[once].tolist(), strict=True))
    return graph


def two_mode(participations: pd.DataFrame) -> nx.Graph:
    """Participations as a NetworkX graph."""
    graph = nx.Graph()
    graph.add_nodes_from(participations["from_id"], mode="actor")
    graph.add_nodes_from(participations["to_id"], mode="project")
    graph.add_edges_from(participations[["from_id", "to_id"]].itertuples(index=False, name=None))
    return graph
