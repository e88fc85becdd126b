"""What a picture shows, as data: its elements and lines with weights and places, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

import networkx as nx
import numpy as np
import pandas as pd

from graph.dataset import Dataset, among, unpacked
from graph.export.exchange.network import DERIVED, Attributes, exchange_network
from graph.picture.drawn import Drawing, DrawnEdge, DrawnNode
from graph.picture.hubs import own_lines, without_hubs
from graph.redaction.certainty import listing_only
from graph.vocabulary import Certainty

_Pair = tuple[frozenset[str], bool]  # ends, and whether money flows between them


@dataclass(frozen=True, slots=True)
class Shown:
    """The part of the data a picture shows.

    Attributes
    ----------
    dataset
        Elements and ties that are drawn as such, with the sources they refer to.
    nodes
        What is drawn of them; elements the data do not have, such as a field, are here alone.
    derived
        Lines that are no ties of the data: cooperations, and sums of fundings.
    """

    dataset: Dataset
    nodes: tuple[DrawnNode, ...]
    derived: tuple[DrawnEdge, ...]


def shown(dataset: Dataset, drawings: Iterable[Drawing]) -> Shown:
    """Return what pictures of a dataset show together; what is dimmed is not shown.

    Fields of competence drawn as nodes stay what they are in the data, a property of actors and projects.
    """
    drawings = list(drawings)
    nodes = {n.id: n for drawing in reversed(drawings) for n in without_hubs(drawing.nodes) if not n.dimmed}
    edges = {edge.id: edge for drawing in drawings for edge in own_lines(drawing.edges) if not edge.dimmed}
    tied = {_pair(edge) for edge in edges.values() if edge.weight is None}
    is_drawn = np.array([pair in tied for pair in _pairs(dataset.ties)], dtype=bool)
    ties = dataset.ties[is_drawn].reset_index(drop=True)
    known = set(_pairs(ties))
    derived = tuple(edge for edge in edges.values() if edge.weight is not None or _pair(edge) not in known)
    return Shown(_part(dataset, set(nodes), ties), tuple(nodes.values()), derived)


def shown_network(dataset: Dataset, drawings: Iterable[Drawing]) -> nx.MultiDiGraph:
    """Return the network of pictures.

    Parameters
    ----------
    dataset
        What the pictures were drawn from.
    drawings
        The pictures; of an element in several of them the first place counts.

    Returns
    -------
    nx.MultiDiGraph
        As `graph.export.exchange.network.exchange_network` makes it; nodes also have ``x``, ``y`` (in px, downwards),
        ``size`` (px) and ``colour``, edges a ``weight``. Lines that are no ties of the data are ``derived``.
    """
    part = shown(dataset, drawings)
    network = exchange_network(part.dataset)
    for node in part.nodes:
        if node.id not in network:
            network.add_node(node.id, mode=node.mode, label=node.short_name or node.id, name=node.name)
        network.nodes[node.id].update(x=float(node.x), y=float(node.y), size=float(node.size), colour=node.colour)
    for *_, seen in network.edges(data=True):
        seen["weight"] = 1.0
    for edge in part.derived:
        network.add_edge(edge.source, edge.target, key=edge.id, **_attributes(edge))
    return network


def network_of(dataset: Dataset, drawings: Sequence[Drawing] | None) -> nx.MultiDiGraph:
    """Return the network of pictures, and that of the whole dataset when there are none."""
    return exchange_network(dataset) if drawings is None else shown_network(dataset, drawings)


def weight(edge: DrawnEdge) -> float:
    """Weight of a line: that of its cooperation, else the number of ties behind it."""
    return float(edge.ties if edge.weight is None else edge.weight)


def certainty(edge: DrawnEdge) -> str:
    """Certainty of a line, as the column of ties has it."""
    return str(Certainty.UNCONFIRMED if edge.dashed else Certainty.CONFIRMED)


def _attributes(edge: DrawnEdge) -> Attributes:
    money: Attributes = {} if edge.amount_eur is None else {"amount_eur": float(edge.amount_eur)}
    return {
        "directed": edge.arrow,
        "kind": edge.kind,
        "certainty": certainty(edge),
        "ties": float(edge.ties),
        "weight": weight(edge),
        DERIVED: True,
        **money,
    }


def _pair(edge: DrawnEdge) -> _Pair:
    return frozenset((edge.source, edge.target)), edge.kind == "funds"


def _pairs(ties: pd.DataFrame) -> Iterator[_Pair]:
    for start, end, kind in unpacked(ties, "from_id", "to_id", "kind"):
        yield frozenset((start, end)), kind == "funds"


def _part(dataset: Dataset, kept: Set[str], ties: pd.DataFrame) -> Dataset:
    actors = dataset.actors[among(dataset.actors["id"], kept)].reset_index(drop=True)
    projects = listing_only(dataset.projects[among(dataset.projects["id"], kept)].reset_index(drop=True), ties)
    events = dataset.events[among(dataset.events["project_id"], kept)].reset_index(drop=True)
    cells = [cell for frame in (actors, projects, ties, events) for cell in frame["reference"]]
    said = {part.strip() for cell in cells for part in cell.split(";")}
    sources = dataset.sources[among(dataset.sources["id"], said)].reset_index(drop=True)
    own = dataset.identifiers_of(kept)
    return replace(
        dataset, actors=actors, projects=projects, ties=ties, events=events, sources=sources, identifiers=own
    )
