"""A network before and after a change as one: what is gone, what is new and what stays where it is."""

from __future__ import annotations

from collections.abc import Set
from enum import StrEnum

import networkx as nx

from graph.answers.scenario import Scenario, apply
from graph.build import two_mode
from graph.dataset import Dataset
from graph.picture.drawing import draw
from graph.picture.drawn import Drawing
from graph.picture.encoding import Encoding
from graph.picture.palette import palette
from graph.picture.scene import Positions
from graph.projection import cooperation


class Moment(StrEnum):
    """Which state of a scenario is drawn."""

    BEFORE = "before"
    AFTER = "after"
    DIFFERENCE = "difference"


def contrast(before: nx.Graph, after: nx.Graph) -> nx.Graph:
    """Join two networks; nodes and edges of only one have the attribute ``change``, ``lost`` or ``new``.

    Attributes of what both have are those after the change.
    """
    joined = nx.compose(before, after)
    nx.set_node_attributes(joined, dict.fromkeys(set(before) - set(after), "lost"), "change")
    nx.set_node_attributes(joined, dict.fromkeys(set(after) - set(before), "new"), "change")
    for a, b in joined.edges:
        if not before.has_edge(a, b):
            joined.edges[a, b]["change"] = "new"
        elif not after.has_edge(a, b):
            joined.edges[a, b]["change"] = "lost"
    return joined


def draw_scenario(
    dataset: Dataset, scenario: Scenario, positions: Positions, moment: Moment = Moment.DIFFERENCE
) -> Drawing:
    """Draw the cooperation network of a scenario; every actor keeps the place it has in ``positions``.

    The difference dims whatever the scenario does not touch.

    Parameters
    ----------
    dataset
        The data as recorded.
    scenario
        The changes.
    positions
        Places in the network as recorded.
    moment
        Which state.
    """
    before, after = cooperation(dataset), cooperation(apply(dataset, scenario))
    networks = {Moment.BEFORE: before, Moment.AFTER: after}
    network = networks.get(moment) or contrast(before, after)
    untouched = frozenset(network) - _touched(network) if moment is Moment.DIFFERENCE else frozenset()
    projects = two_mode(dataset).degree
    encoding = Encoding(
        palette=palette(dataset.actors["type"]),
        size={actor: float(projects[actor]) for actor in before},
        size_name="projects",
    )
    return draw(network, positions, encoding, dimmed=untouched if len(untouched) < len(network) else frozenset())


def _touched(network: nx.Graph) -> Set[str]:
    """Nodes that change or have a tie that changes."""
    ends = {end for a, b, change in network.edges(data="change") if change for end in (a, b)}
    return ends | {node for node, change in network.nodes(data="change") if change}
