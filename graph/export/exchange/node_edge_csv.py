"""Nodes and edges as two tables, as Gephi, Cytoscape, R and spreadsheets read them."""

from __future__ import annotations

import codecs
from collections.abc import Mapping, Sequence

import networkx as nx
import pandas as pd

from graph.dataset import Dataset
from graph.export.exchange.shown import network_of
from graph.picture.drawn import Drawing
from graph.schema import TABLES
from graph.tables import csv_bytes, write_table


def node_edge_csv(dataset: Dataset, drawings: Sequence[Drawing] | None = None) -> dict[str, bytes]:
    """Write nodes.csv, edges.csv and about.csv.

    Parameters
    ----------
    dataset
        What is written.
    drawings
        Pictures; without any all elements and ties are written.

    Returns
    -------
    dict
        Name -> content: comma, UTF-8 with a byte order mark, decimal point. Columns are the attributes that
        `graph.export.exchange.network.exchange_network` names; ``type`` of an edge is ``Directed`` or ``Undirected``.
    """
    network = network_of(dataset, drawings)
    about = pd.DataFrame({"key": list(dataset.about), "value": list(dataset.about.values())}, dtype=object)
    return {
        "nodes.csv": _csv([{"id": key, **seen} for key, seen in network.nodes(data=True)], ("id", "label", "mode")),
        "edges.csv": _csv(_edges(network), ("source", "target", "type", "id", "kind", "weight")),
        "about.csv": codecs.BOM_UTF8 + write_table(TABLES["about"], about),
    }


def _edges(network: nx.MultiDiGraph) -> list[dict[str, object]]:
    rows = []
    for start, end, key, seen in network.edges(keys=True, data=True):
        direction = "Directed" if seen["directed"] else "Undirected"
        rest = {name: value for name, value in seen.items() if name != "directed"}
        rows.append({"source": start, "target": end, "type": direction, "id": key, "weight": 1.0, **rest})
    return rows


def _csv(rows: Sequence[Mapping[str, object]], first: Sequence[str]) -> bytes:
    header = list(dict.fromkeys([*first, *(name for row in rows for name in row)]))
    return codecs.BOM_UTF8 + csv_bytes(header, ([_text(row.get(name)) for name in header] for row in rows))


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:.15g}" if isinstance(value, float) else str(value)
