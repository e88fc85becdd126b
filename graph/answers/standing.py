"""Who stands where in the network by a measure, and how far the place can be trusted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import networkx as nx
import numpy as np
import pandas as pd

from graph.answers.groups import Grouping
from graph.apart import called
from graph.brokerage import TOTAL, Brokered, brokerage_table, most_brokered
from graph.build import two_mode
from graph.dataset import Dataset, among
from graph.kernels.csr import CompactNetwork
from graph.measures import MEASURES, On, Sampling, measure_table, study
from graph.measures.study import Study
from graph.pairs import compact_pairs
from graph.picture.drawing import draw
from graph.picture.drawn import Drawing
from graph.picture.encoding import Colour, Encoding, diameter
from graph.picture.palette import palette
from graph.picture.scene import MOST_COMPLETE, STRONGEST, Positions
from graph.picture.spread import Arrange
from graph.projection import cooperation
from graph.rankrange import RECORDED, VARIANTS, rank_ranges

# Roles of Gould and Fernandez that differ where ties have no direction.
PAIR_ROLES = ("coordinator", "gatekeeper", "itinerant", "liaison")


@dataclass(frozen=True, slots=True)
class Standing:
    """The place of an actor by one measure.

    Attributes
    ----------
    actor
        Actor id.
    value
        In the recorded network; money is exact; ``None`` where the measure is not defined or nothing is recorded.
    rank
        1 for the strongest position; equal values share the better rank; ``None`` without a value.
    best, worst
        Lowest and highest rank when doubtful ties and planned projects are left out, see `graph.rankrange`.
    unranked
        Whether the actor loses its value in one of these cases.
    """

    actor: str
    value: int | float | Decimal | None
    rank: int | None
    best: int | None
    worst: int | None
    unranked: bool


@dataclass(frozen=True, slots=True)
class Sample:
    """From how many sources a measure was estimated, and by how much a value may be off (95 %)."""

    sources: int
    error: float


@dataclass(frozen=True, slots=True)
class Ranking:
    """All actors by one measure, the first first; those without a value last.

    Attributes
    ----------
    measure
        Id of the measure (`graph.measures.MEASURES`).
    standings
        One per actor, those of equal rank in the order of the dataset.
    sample
        How the values were estimated; ``None`` when they are exact.
    """

    measure: str
    standings: tuple[Standing, ...]
    sample: Sample | None = None

    @property
    def first(self) -> tuple[Standing, ...]:
        """Those who share the first place; empty when all have the same value, since then nobody stands out.

        Who alone has a value stands out by it unless it is zero.
        """
        ranked = [standing for standing in self.standings if standing.rank is not None]
        leaders = tuple(standing for standing in ranked if standing.rank == 1)
        stands_out = len(leaders) < len(ranked) or (len(ranked) == 1 and bool(leaders[0].value))
        return leaders if stands_out else ()

    @property
    def values(self) -> dict[str, float]:
        """Value of each actor that has one."""
        return {one.actor: float(one.value) for one in self.standings if one.value is not None}


@dataclass(frozen=True, slots=True)
class Broker:
    """Whom an actor connects who are not connected without it; pairs of contacts, each counted once.

    Attributes
    ----------
    actor
        Actor id.
    pairs
        By role: ``coordinator`` within the own type, ``gatekeeper`` between the own and another type (without
        direction the same as ``representative``), ``itinerant`` within one other type, ``liaison`` between two.
    z
        Distance of each from chance in standard deviations, ``total`` included; ``None`` where chance leaves no room.
    groups
        The types it connects most often; ``None`` when it connects nobody.
    """

    actor: str
    pairs: Mapping[str, int]
    z: Mapping[str, float | None]
    groups: Brokered | None

    @property
    def total(self) -> int:
        """All pairs."""
        return sum(self.pairs.values())


def brokers(dataset: Dataset) -> tuple[Broker, ...]:
    """Actors of a known type who broker between others in the cooperation network, the most active first."""
    if not any(dataset.actors["type"]):
        return ()
    studied = study(compact_pairs(dataset))
    table = brokerage_table(studied)
    places = np.flatnonzero((table[TOTAL] > 0).to_numpy()).tolist()
    rows, most = table.iloc[places].iterrows(), most_brokered(studied, places)
    found = [_broker(str(actor), row, groups) for (actor, row), groups in zip(rows, most, strict=True)]
    return tuple(sorted(found, key=lambda broker: (-broker.total, broker.actor)))


def _broker(actor: str, row: pd.Series, groups: Brokered | None) -> Broker:
    # each pair is counted in both directions; of own and other, one direction is the gatekeeper's
    pairs = {role: int(row[role]) // (1 if role == "gatekeeper" else 2) for role in PAIR_ROLES}
    z = {name: None if pd.isna(row[f"{name}_z"]) else float(row[f"{name}_z"]) for name in (*PAIR_ROLES, TOTAL)}
    return Broker(actor, pairs, z, groups)


def network_for(dataset: Dataset, measure: str) -> nx.Graph:
    """Network a measure of actors is taken on: who cooperates with whom, or who takes part where."""
    return cooperation(dataset) if On.COOPERATION in MEASURES[measure].on else two_mode(dataset)


def measurable(dataset: Dataset, measure: str) -> nx.Graph | CompactNetwork:
    """Return `network_for` in the form that is measured soonest."""
    return compact_pairs(dataset) if On.COOPERATION in MEASURES[measure].on else two_mode(dataset)


def ranking(dataset: Dataset, measure: str, *, sampling: Sampling | None = None) -> Ranking:
    """Rank all actors by a measure, with the range of their ranks.

    Parameters
    ----------
    dataset
        Tables of the data.
    measure
        Name of the measure.
    sampling
        From which size on betweenness is estimated.
    """
    left_out = {code: leave_out(dataset) for code, leave_out in VARIANTS.items()}
    studies = {part: study(measurable(part, measure), dataset=part, sampling=sampling) for part in left_out.values()}
    networks = {code: studies[part] for code, part in left_out.items()}
    ranges = rank_ranges(networks, measure, among=frozenset(dataset.actors["id"]))
    ordered = ranges.sort_values("rank", kind="stable", na_position="last")
    rows = (dict(zip(ordered.columns, row, strict=True)) for row in ordered.to_numpy())
    standings = tuple(_standing(actor, row) for actor, row in zip(ordered.index, rows, strict=True))
    return Ranking(measure, standings, _sample(networks[RECORDED], measure))


def _sample(recorded: Study, measure: str) -> Sample | None:
    estimated = measure_table(recorded, [measure]).attrs["sampled"].get(measure)
    return Sample(estimated["samples"], estimated["error"]) if estimated else None


def drawn_part(part: Dataset, found: Ranking) -> Dataset:
    """Return what a picture of a ranking shows: all actors, or of very many those with the strongest values."""
    if len(part.actors) <= MOST_COMPLETE:
        return part
    few = {one.actor for one in found.standings[:STRONGEST]}
    left_out = set(part.actors["id"]) - few
    actors = part.actors[among(part.actors["id"], few)].reset_index(drop=True)
    ties = part.ties[~among(part.ties["from_id"], left_out) & ~among(part.ties["to_id"], left_out)].reset_index(
        drop=True
    )
    return replace(part, actors=actors, ties=ties)


def draw_standing(
    whole: Dataset, part: Dataset, positions: Positions, found: Ranking, grouping: Grouping | None = None
) -> Drawing:
    """Draw the cooperation network with the value of a measure as area.

    Parameters
    ----------
    whole
        All data, so that types keep their colours under every filter.
    part
        What is drawn.
    positions
        Places of the actors of the whole network.
    found
        Ranking of the actors of ``part``.
    grouping
        Groups the fill shows; types when ``None``.
    """
    groups: Mapping[str, str] = {}
    if grouping is not None:
        groups = {actor: str(number) for actor, number in grouping.group_of.items()}
    encoding = Encoding(
        colour=Colour.TYPE if grouping is None else Colour.GROUP,
        palette=palette(whole.actors["type"] if grouping is None else groups.values()),
        groups=groups,
        size=found.values,
        size_name=found.measure,
        called=called(whole),
    )
    network = cooperation(part)
    return draw(network, positions, encoding, arrange=Arrange(_sizes(network, found.values)))


def _sizes(network: nx.Graph, values: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    """Diameter of each actor by the measure: large ones need more room than on the page of the network."""
    top = max(values.values(), default=0.0)
    return {node: (diameter(values.get(node, 0.0), top),) * 2 for node in network}


def value_pairs(dataset: Dataset, across: str, up: str) -> dict[str, tuple[float, float]]:
    """Values of two measures for every actor that has both, in the order of the dataset.

    Parameters
    ----------
    dataset
        Tables of the data.
    across
        Name of the measure that is shown across.
    up
        Name of the measure that is shown upwards.
    """
    columns = [_values(dataset, measure) for measure in (across, up)]
    return {
        actor: (columns[0][actor], columns[1][actor])
        for actor in dataset.actors["id"]
        if actor in columns[0] and actor in columns[1]
    }


def _values(dataset: Dataset, measure: str) -> dict[str, float]:
    table = measure_table(study(measurable(dataset, measure), dataset=dataset), [measure])[measure]
    return {str(node): float(value) for node, value in table.items() if not pd.isna(value)}


def _standing(actor: object, row: Mapping[str, Any]) -> Standing:
    value = None if pd.isna(row["value"]) else row["value"]
    rank, best, worst = (None if pd.isna(row[name]) else int(row[name]) for name in ("rank", "best", "worst"))
    return Standing(str(actor), value, rank, best, worst, rank is not None and int(row["unranked"]) > 0)
