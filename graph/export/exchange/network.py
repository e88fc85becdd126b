"""A dataset as one network whose attributes are plain enough for every file format, and back to tables.

Nodes are actors and projects, edges are ties; parallel ties stay apart. An attribute is text, a number or a truth
value; a list is text separated by ``;``; what is not recorded has no attribute: missing never turns into zero.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

import networkx as nx
import pandas as pd

from graph.dataset import Dataset, unpacked
from graph.export.plain import clean
from graph.export.stamp import NOTE, STAMPS
from graph.giving_up import ensure_wanted
from graph.money import as_money, write_amount
from graph.schema import TABLES, CellKind
from graph.tables import csv_bytes, table_texts
from graph.vocabulary import UNDIRECTED_KINDS, Mode

Attributes = dict[str, str | float | bool]

TABLES_KEY = "akteursnetz_tables"  # graph attribute: what is neither node nor edge, as JSON
_EXACT = "_exact"  # ends the name of an amount no floating point number can hold
# names that formats or readers use for something else, so a column of that name gets a prefix
_TAKEN = frozenset(
    {
        *("id", "key", "label", "mode", "networkx_key", "pid", "source", "target", "viz", "weight", "directed"),
        # NetworkX's readers hand attributes on as arguments of functions with these parameters
        *("self", "node_for_adding", "u_for_edge", "v_for_edge"),
        # what a picture adds
        *("x", "y", "size", "colour", "ties", "derived"),
    }
)
DERIVED = "derived"  # edge attribute: a line of a picture that is no tie of the data
_PREFIX = "column_"
_CONTRACT = {table.name: frozenset(table.names) for table in TABLES.values()}
_ALL_COLUMNS = frozenset(name for names in _CONTRACT.values() for name in names)
_IDS = frozenset({"id", "from_id", "to_id"})
_OF_MODE = {Mode.ACTOR: "actors", Mode.PROJECT: "projects"}


def exchange_network(dataset: Dataset) -> nx.MultiDiGraph:
    """Network of all elements and ties.

    Returns
    -------
    nx.MultiDiGraph
        Node attributes: ``mode``, ``label`` and every recorded cell by the name of its column. Edge attributes:
        every recorded cell, and ``directed``, false for kinds whose order means nothing; the key is the tie id.
        Sources, events, facts on the dataset, and the order of columns and ties are in ``graph["akteursnetz_tables"]``;
        what was taken out of the data, and the note on a picture, are attributes of the graph by themselves.
    """
    network = nx.MultiDiGraph()
    network.graph.update({key: clean(dataset.about[key]) for key in STAMPS if dataset.about.get(key)})
    network.graph[TABLES_KEY] = json.dumps(_rest(dataset), ensure_ascii=False)
    for mode, table in _OF_MODE.items():
        frame = getattr(dataset, table)
        for key, row in zip(frame["id"], _rows(table, frame.drop(columns="id")), strict=True):
            label = row.get("short_name") or row.get("name") or key
            network.add_node(key)
            network.nodes[key].update({"mode": str(mode), "label": label, **row})
    ties = dataset.ties
    rows = _rows("links", ties.drop(columns=["id", "from_id", "to_id"]))
    for key, start, end, row in zip(
        ties["id"].tolist(), ties["from_id"].tolist(), ties["to_id"].tolist(), rows, strict=True
    ):
        network.add_edge(start, end, key=key)
        network.edges[start, end, key].update({"directed": row["kind"] not in UNDIRECTED_KINDS, **row})
    return network


def tables_of(network: nx.Graph) -> dict[str, bytes]:
    """Return the tables of a network made by `exchange_network`, for `graph.load.load`, which checks them.

    Parameters
    ----------
    network
        As read back from a file; a reader may have made it a plain graph when no ties are parallel.
    """
    rest = json.loads(network.graph.get(TABLES_KEY) or "{}")
    columns = rest.get("columns", {})
    tables = {f"{name}.csv": csv_bytes(header, rows) for name, (header, *rows) in rest.get("tables", {}).items()}
    nodes = [(node, dict(attributes)) for node, attributes in network.nodes(data=True)]
    for mode, table in _OF_MODE.items():
        rows = [{"id": str(node), **seen} for node, seen in nodes if seen.get("mode") == mode]
        tables[f"{table}.csv"] = _csv(table, columns.get(table), rows)
    tables["links.csv"] = _csv("links", columns.get("links"), _ties(network, rest.get("order", ())))
    return tables


def _ties(network: nx.Graph, order: Sequence[str]) -> list[dict[str, Any]]:
    """Return the ties in the order of the dataset: a network keeps them by node."""
    edges = network.edges(keys=True, data=True) if network.is_multigraph() else _keyed(network)
    ties = {
        str(key): {"from_id": str(start), "to_id": str(end), **seen}
        for start, end, key, seen in edges
        if not seen.get(DERIVED)
    }
    places = {key: place for place, key in enumerate(order)}
    return [ties[key] for key in sorted(ties, key=lambda key: places.get(key, len(places)))]


def _keyed(network: nx.Graph) -> Iterator[tuple[Any, Any, Any, dict[str, Any]]]:
    for start, end, seen in network.edges(data=True):
        yield start, end, seen.get("id", (start, end)), seen


def _rest(dataset: Dataset) -> dict[str, Any]:
    frames = {"sources": dataset.sources, "events": dataset.events, "identifiers": dataset.identifiers}
    tables = {
        name: [list(map(str, frame.columns)), *table_texts(TABLES[name], frame)] for name, frame in frames.items()
    }
    tables["about"] = [["key", "value"], *([key, value] for key, value in dataset.about.items() if key != NOTE)]
    columns = {
        "actors": list(map(str, dataset.actors.columns)),
        "projects": list(map(str, dataset.projects.columns)),
        "links": [str(name) for name in dataset.ties.columns if name != "id"],
    }
    return {"columns": columns, "tables": tables, "order": list(dataset.ties["id"])}


def _rows(table: str, frame: pd.DataFrame) -> Iterator[Attributes]:
    """Yield the recorded cells of each row by attribute name."""
    names = [str(name) for name in frame.columns]
    cells = {column.name: column.cell for column in TABLES[table].columns}
    values = unpacked(frame, *names)
    for texts, row in zip(table_texts(TABLES[table], frame), values, strict=True):
        ensure_wanted()
        attributes: Attributes = {}
        for name, text, value in zip(names, texts, row, strict=True):
            attributes.update(_attribute(_name(table, name), cells.get(name, CellKind.TEXT), text, value))
        yield attributes


def _attribute(name: str, cell: CellKind, text: str, value: object) -> Attributes:
    if cell is CellKind.FLAG:
        return {name: bool(value)}
    if not text:
        return {}
    if cell is CellKind.MONEY and isinstance(value, int | Decimal):
        number = float(value)
        return {name: number} if Decimal(repr(number)) == value else {name: number, f"{name}{_EXACT}": text}
    return {name: clean(text)}


def _name(table: str, column: str) -> str:
    """Attribute name of a column; one the contract does not know never gets a name that means something else.

    An attribute has one type in a file, so a column of actors called like one of projects is prefixed too.
    """
    if column in _CONTRACT[table] and column not in _TAKEN:
        return column
    own = column in _TAKEN | _ALL_COLUMNS or column.startswith(_PREFIX) or column.endswith(_EXACT)
    return f"{_PREFIX}{column}" if own else column


def _csv(table: str, columns: Sequence[str] | None, rows: Sequence[Mapping[str, Any]]) -> bytes:
    header = list(columns or TABLES[table].names)
    cells = {column.name: column.cell for column in TABLES[table].columns}
    names = [(name, name if name in _IDS and name in _CONTRACT[table] else _name(table, name)) for name in header]
    return csv_bytes(
        header, ([_text(row, attribute, cells.get(name, CellKind.TEXT)) for name, attribute in names] for row in rows)
    )


def _text(row: Mapping[str, Any], attribute: str, cell: CellKind) -> str:
    value = row.get(attribute)
    if cell is CellKind.MONEY:
        value = row.get(f"{attribute}{_EXACT}", value)
    if value is None or value is False:
        return ""
    if value is True:
        return "ja"
    if cell is CellKind.MONEY and isinstance(value, int | float):
        return write_amount(as_money(Decimal(repr(value))))
    return str(value)
