"""From the tables to the one simple graph a question needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

import networkx as nx
import pandas as pd

from graph.dataset import Dataset, among, records, unpacked
from graph.ledger.amounts import omissions, total
from graph.vocabulary import PARTICIPATION_KINDS, Certainty, Mode

STRONGEST_FIRST = (Certainty.CONFIRMED, Certainty.CONFLICTING, Certainty.UNCONFIRMED)


def two_mode(dataset: Dataset) -> nx.Graph:
    """Who takes part where: actors and projects, tied by participation.

    Parameters
    ----------
    dataset
        Checked tables.

    Returns
    -------
    nx.Graph
        Node attributes as in `add_elements`. Edge attributes: ``kind``, the strongest of leads, partner and
        supports; ``kinds`` and ``ties``, tuples of all kinds and tie ids of the pair; ``certainty``.
    """
    network = nx.Graph()
    add_actors(network, dataset.actors)
    add_projects(network, dataset.projects)
    for (actor, project), ties in _by_pair(participations(dataset), "kind").items():
        kinds = sorted({tie.kind for tie in ties}, key=PARTICIPATION_KINDS.index)
        network.add_edge(
            actor,
            project,
            kind=kinds[0],
            kinds=tuple(kinds),
            ties=tuple(tie.id for tie in ties),
            certainty=best_certainty(tie.certainty for tie in ties),
        )
    return network


def funding(dataset: Dataset, only: Collection[str] | None = None) -> nx.DiGraph:
    """Where money goes from and to: funders, projects and recipients.

    Only ties of kind ``funds`` make edges; a project's amount stays with the project and is never spread over its
    partners.

    Parameters
    ----------
    dataset
        Checked tables.
    only
        Only these elements and the ties among them; all when ``None``.

    Returns
    -------
    nx.DiGraph
        Edge attributes: ``amount_eur``, exact sum in euros of the ties that count (`graph.ledger.amounts.omission`), or
        ``None``; ``ties``, all tie ids of the pair; ``left_out``, those not in the sum; ``certainty``.
    """
    ties = _inside(dataset.ties[dataset.ties["kind"] == "funds"], only, "from_id", "to_id")
    ties = ties.assign(omission=omissions(ties, dataset.projects))
    network = nx.DiGraph()
    elements = multiplex_elements(dataset, only)
    for (funder, recipient), pair in _by_pair(ties, "amount_eur", "omission").items():
        network.add_nodes_from((node, elements[node]) for node in (funder, recipient))
        network.add_edge(
            funder,
            recipient,
            kind="funds",
            amount_eur=total(tie.amount_eur for tie in pair if tie.omission is None),
            ties=tuple(tie.id for tie in pair),
            left_out=tuple(tie.id for tie in pair if tie.omission is not None),
            certainty=best_certainty(tie.certainty for tie in pair),
        )
    return network


def multiplex(dataset: Dataset, kinds: Collection[str] = (), only: Collection[str] | None = None) -> nx.MultiDiGraph:
    """Every tie in the data, for drawing and exchange; no measure is defined on it.

    Parameters
    ----------
    dataset
        Checked tables.
    kinds
        Only ties of these kinds; all when empty.
    only
        Only these elements and the ties among them; all when ``None``.

    Returns
    -------
    nx.MultiDiGraph
        Edge key is the tie id; edge attributes are the other columns of ``dataset.ties`` and, for funding,
        ``omission``: why no sum contains its amount, or ``None`` when sums do.
    """
    network = nx.MultiDiGraph()
    network.add_nodes_from(multiplex_elements(dataset, only).items())
    ties = dataset.ties[dataset.ties["kind"].isin(kinds)] if kinds else dataset.ties
    ties = _inside(ties, only, "from_id", "to_id")
    for tie, reason in zip(records(ties), omissions(ties, dataset.projects), strict=True):
        key, start, end = tie.pop("id"), tie.pop("from_id"), tie.pop("to_id")
        own = {"omission": reason} if tie["kind"] == "funds" else {}
        network.add_edge(start, end, key=key, **tie, **own)
    return network


def participations(dataset: Dataset) -> pd.DataFrame:
    """Ties by which an actor takes part in a project (rows of ``dataset.ties``); read-only, as the data are."""
    return dataset.once(_participations)


def _participations(dataset: Dataset) -> pd.DataFrame:
    ties = dataset.ties[dataset.ties["kind"].isin(PARTICIPATION_KINDS)]
    return ties[
        among(ties["from_id"], dataset.actors["id"].tolist()) & among(ties["to_id"], dataset.projects["id"].tolist())
    ]


def add_actors(network: nx.Graph, actors: pd.DataFrame) -> None:
    """Add one node per actor with ``mode, name, short_name, type, kompetenzfelder, location, collective``."""
    columns = ("name", "short_name", "type", "kompetenzfelder", "location", "collective")
    network.add_nodes_from(_elements(actors, Mode.ACTOR, columns))


def add_projects(network: nx.Graph, projects: pd.DataFrame) -> None:
    """Add one node per project with ``mode, name, short_name, kind, status, kompetenzfelder, start, end``."""
    columns = ("name", "short_name", "kind", "status", "kompetenzfelder", "start", "end")
    network.add_nodes_from(_elements(projects, Mode.PROJECT, columns))


def multiplex_elements(dataset: Dataset, only: Collection[str] | None = None) -> dict[str, dict[str, Any]]:
    """Node attributes of every actor and project, or of some, by id."""
    network = nx.Graph()
    add_actors(network, _inside(dataset.actors, only, "id"))
    add_projects(network, _inside(dataset.projects, only, "id"))
    return dict(network.nodes(data=True))


def best_certainty(certainties: Iterable[str]) -> str:
    """Certainty of several statements of the same thing: that of the best supported one."""
    return min(certainties, key=STRONGEST_FIRST.index)


def worst_certainty(certainties: Iterable[str]) -> str:
    """Certainty of a conclusion that needs all statements: that of the least supported one."""
    return max(certainties, key=STRONGEST_FIRST.index)


def _inside(table: pd.DataFrame, only: Collection[str] | None, *columns: str) -> pd.DataFrame:
    """Keep the rows that name some elements in each of the columns; all when ``None``."""
    for column in columns if only is not None else ():
        table = table[among(table[column], only or ())]
    return table


def _elements(table: pd.DataFrame, mode: Mode, columns: tuple[str, ...]) -> list[tuple[str, dict[str, Any]]]:
    rows = unpacked(table, "id", *columns)
    return [(row[0], {"mode": str(mode), **dict(zip(columns, row[1:], strict=True))}) for row in rows]


def _by_pair(ties: pd.DataFrame, *columns: str) -> dict[tuple[str, str], list[Any]]:
    """Ties of each two ends, with their id, certainty and some more columns."""
    pairs: dict[tuple[str, str], list[Any]] = defaultdict(list)
    read = ties[["from_id", "to_id", "id", "certainty", *columns]].astype(object)  # columns of texts are slow to walk
    for tie in read.itertuples(index=False):
        pairs[str(tie.from_id), str(tie.to_id)].append(tie)
    return pairs
