"""How far ranks can be trusted: what they become without unconfirmed ties and without planned projects."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from dataclasses import replace

import networkx as nx
import pandas as pd

from graph.dataset import Dataset, among
from graph.measures import Study, measure_table, rank
from graph.projection import cooperation
from graph.vocabulary import Certainty, Status

# Projects that nobody has promised yet to carry out.
PLANNED = frozenset({Status.IDEA, Status.APPLIED, Status.PLANNED, Status.TENTATIVE})

RECORDED = "recorded"  # everything in the data: what the ranks are compared with


def confirmed_only(dataset: Dataset) -> Dataset:
    """Leave out ties that are unconfirmed or on which sources conflict; data without any stay what they are."""
    if (dataset.ties["certainty"] == Certainty.CONFIRMED).all():
        return dataset
    return replace(dataset, ties=_kept(dataset.ties, dataset.ties["certainty"] == Certainty.CONFIRMED))


def without_planned(dataset: Dataset) -> Dataset:
    """Leave out projects that are ideas, applied for, planned or tentative, and ties of that status."""
    if not pd.concat((dataset.projects["status"], dataset.ties["status"])).isin(PLANNED).any():
        return dataset
    projects = _kept(dataset.projects, ~dataset.projects["status"].isin(PLANNED))
    dropped = set(dataset.projects["id"]) - set(projects["id"])
    ends = among(dataset.ties["from_id"], dropped) | among(dataset.ties["to_id"], dropped)
    return replace(
        dataset,
        projects=projects,
        ties=_kept(dataset.ties, ~ends & ~dataset.ties["status"].isin(PLANNED)),
        events=_kept(dataset.events, ~among(dataset.events["project_id"], dropped)),
    )


# What is left out, from nothing to everything; all variants have the same actors.
VARIANTS: Mapping[str, Callable[[Dataset], Dataset]] = {
    RECORDED: lambda dataset: dataset,
    "confirmed": confirmed_only,
    "carried_out": without_planned,
    "confirmed_and_carried_out": lambda dataset: confirmed_only(without_planned(dataset)),
}


def variants(dataset: Dataset, build: Callable[[Dataset], nx.Graph] = cooperation) -> dict[str, nx.Graph]:
    """Build the network anew for each of `VARIANTS`."""
    return {code: build(leave_out(dataset)) for code, leave_out in VARIANTS.items()}


def rank_ranges(
    networks: Mapping[str, nx.Graph | Study], measure: str, *, among: Container[str] | None = None
) -> pd.DataFrame:
    """Show how far the rank of each actor moves between variants of a network.

    Parameters
    ----------
    networks
        Variants by code, `RECORDED` among them; see `variants`. Measures that count records need studies that know
        their dataset (`graph.measures.study`).
    measure
        Id of the measure that ranks (`graph.measures.MEASURES`).
    among
        Who is ranked, such as only the actors of a two-mode network; by default everyone.

    Returns
    -------
    pd.DataFrame
        Index: actors of the recorded network. Columns: ``value`` and ``rank`` there; ``best`` and ``worst`` rank
        over all variants; ``unranked``, the number of variants in which the actor has no value. Ranks are NaN
        where there is none in any variant; 1 is the strongest position, equal values share the better rank.
    """
    measured = {id(each): measure_table(each, [measure])[measure] for each in networks.values()}
    values = {code: measured[id(network)] for code, network in networks.items()}
    if among is not None:
        values = {code: column[[node in among for node in column.index]] for code, column in values.items()}
    recorded = values[RECORDED]
    ranks = pd.DataFrame({code: rank(column, measure).reindex(recorded.index) for code, column in values.items()})
    return pd.DataFrame(
        {
            "value": recorded,
            "rank": ranks[RECORDED],
            "best": ranks.min(axis=1),
            "worst": ranks.max(axis=1),
            "unranked": ranks.isna().sum(axis=1),
        }
    )


def _kept(table: pd.DataFrame, rows: pd.Series) -> pd.DataFrame:
    return table[rows].reset_index(drop=True)
