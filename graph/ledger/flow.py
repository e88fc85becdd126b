"""Where the money goes: a funding flow over selectable levels that reconciles to the cent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from graph.dataset import Dataset
from graph.ledger.amounts import Amount
from graph.ledger.breakdown import Category, category, fold, grouped, parts, rank
from graph.ledger.cents import to_euros
from graph.ledger.dimensions import CategoryRole, Several
from graph.ledger.grants import LeftOut, counted_grants, grants, left_out, table_total
from graph.ledger.passing_on import PassedOn, passed_on

LEVELS = ("funder", "kompetenzfeld", "recipient")

_UNASSIGNED = Category(CategoryRole.UNASSIGNED)


@dataclass(frozen=True, slots=True)
class FlowNode:
    """A category on one level of the flow.

    Attributes
    ----------
    level
        Place of the dimension in `Flow.levels`.
    category
        Role and code; see `graph.ledger.breakdown.Category`.
    amount_eur
        What passes through: at an inner node the sum of the bands coming in and of those going out.
    members
        Number of categories it stands for: 1, or more in the rest.
    ties
        Ids of the funding ties behind it, sorted.
    """

    level: int
    category: Category
    amount_eur: Amount
    members: int
    ties: tuple[str, ...]

    @property
    def key(self) -> str:
        """Name of the node in pictures and links."""
        return f"{self.level}:{self.category.role}:{self.category.code}"


@dataclass(frozen=True, slots=True)
class Band:
    """Money between two nodes of neighbouring levels, with the ties behind it."""

    source: str
    target: str
    amount_eur: Amount
    ties: tuple[str, ...]

    @property
    def key(self) -> str:
        """Name of the band in pictures and links."""
        return f"{self.source}>{self.target}"


@dataclass(frozen=True, slots=True)
class Flow:
    """A funding flow and its reconciliation.

    Attributes
    ----------
    levels
        Codes of the dimensions, from the source of the money to its target.
    several
        Rule for what belongs to several categories.
    nodes, bands
        Ordered by level, then by amount; several, rest and not assignable last.
    total_eur
        What flows; the sum of the nodes of any level.
    table_eur
        The same sum taken from the table of ties directly.
    counted
        Number of ties in the sum.
    unassigned_eur
        Per level, what cannot be assigned to a category.
    left_out
        Ties that no sum contains, by reason.
    passed_on
        What may be in the sum twice; ``None`` when nothing is.
    """

    levels: tuple[str, ...]
    several: Several
    nodes: tuple[FlowNode, ...]
    bands: tuple[Band, ...]
    total_eur: Amount
    table_eur: Amount
    counted: int
    unassigned_eur: tuple[Amount, ...]
    left_out: tuple[LeftOut, ...]
    passed_on: PassedOn | None

    @property
    def reconciles(self) -> bool:
        """Whether the flow and the table have the same total, to the cent."""
        return self.total_eur == self.table_eur

    def ties_behind(self, key: str) -> tuple[str, ...]:
        """Funding ties behind a node or band; empty when there is none of that name."""
        parts: tuple[FlowNode | Band, ...] = (*self.nodes, *self.bands)
        return next((part.ties for part in parts if part.key == key), ())


def flow(
    dataset: Dataset,
    levels: Sequence[str] = LEVELS,
    *,
    top: int | None = 12,
    several: Several = Several.COMBINED,
) -> Flow:
    """Follow the money from funders to where it goes.

    Parameters
    ----------
    dataset
        Checked tables, usually a selection.
    levels
        Codes of `graph.ledger.dimensions.DIMENSIONS`, at least one.
    top
        Items kept per level; the others become the rest. ``None`` keeps all.
    several
        Rule for money that belongs to several categories of a level.

    Raises
    ------
    UnknownDimensionError
        If a level is not in the registry.
    """
    ledger = grants(dataset)
    counted = counted_grants(ledger)
    frame = parts(dataset, counted, levels, several)
    members = []
    for level in range(len(levels)):
        frame, size = fold(frame, level, top)
        members.append(size)
    nodes = tuple(node for level, size in enumerate(members) for node in _nodes(frame, level, size))
    return Flow(
        levels=tuple(levels),
        several=several,
        nodes=nodes,
        bands=_bands(frame, nodes),
        total_eur=to_euros(sum(frame["cents"])),
        table_eur=table_total(ledger),
        counted=len(counted),
        unassigned_eur=tuple(_unassigned(nodes, level) for level in range(len(levels))),
        left_out=left_out(ledger),
        passed_on=passed_on(ledger),
    )


def _nodes(frame: pd.DataFrame, level: int, rest: int) -> list[FlowNode]:
    return [
        FlowNode(level, kind, to_euros(group.cents), rest if kind.role is CategoryRole.REST else 1, group.ties)
        for group in sorted(grouped(frame, [level]), key=rank)
        for kind in [category(group.keys[0])]
    ]


def _bands(frame: pd.DataFrame, nodes: Sequence[FlowNode]) -> tuple[Band, ...]:
    """Bands in the order of the nodes they join."""
    place = {(node.level, node.category): position for position, node in enumerate(nodes)}
    bands = []
    for level in range(max((node.level for node in nodes), default=0)):
        for group in grouped(frame, [level, level + 1]):
            source, target = (place[level + step, category(key)] for step, key in enumerate(group.keys))
            band = Band(nodes[source].key, nodes[target].key, to_euros(group.cents), group.ties)
            bands.append((source, target, band))
    return tuple(band for *_, band in sorted(bands, key=lambda entry: entry[:2]))


def _unassigned(nodes: Sequence[FlowNode], level: int) -> Amount:
    amounts = (node.amount_eur for node in nodes if node.level == level and node.category == _UNASSIGNED)
    return next(amounts, 0)
