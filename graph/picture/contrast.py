"""A network before and after a change as one: what is gone, what is new and what stays where it is.

The change may be a scenario, a step from one year to the next, or the time between two states of the data.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import replace
from enum import StrEnum

import networkx as nx

from graph.answers.scenario import Scenario, apply
from graph.apart import called
from graph.build import two_mode
from graph.dataset import Dataset
from graph.history.activity import cooperation_years
from graph.history.periods import Period
from graph.picture.drawing import draw
from graph.picture.drawn import Drawing
from graph.picture.encoding import Encoding
from graph.picture.layout import layout
from graph.picture.palette import palette
from graph.picture.scene import Positions, projects_by_actor
from graph.picture.spread import Arrange
from graph.projection import cooperation
from graph.vocabulary import Certainty


class ScenarioMoment(StrEnum):
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
    dataset: Dataset, scenario: Scenario, positions: Positions, moment: ScenarioMoment = ScenarioMoment.DIFFERENCE
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
    networks = {ScenarioMoment.BEFORE: before, ScenarioMoment.AFTER: after}
    network = networks.get(moment) or contrast(before, after)
    untouched = frozenset(network) - _touched(network) if moment is ScenarioMoment.DIFFERENCE else frozenset()
    projects = two_mode(dataset).degree
    encoding = Encoding(
        palette=palette(dataset.actors["type"]),
        size={actor: float(projects[actor]) for actor in before},
        size_name="projects",
        called=called(dataset),
    )
    dimmed = untouched if len(untouched) < len(network) else frozenset()
    return draw(
        network, positions, encoding, dimmed=dimmed, arrange=Arrange({}, held=True, passing=contrast(before, after))
    )


def draw_year(whole: Dataset, part: Dataset, period: Period, positions: Positions) -> Drawing:
    """Draw the cooperation network of a year against the year before; actors keep their places in every year.

    Actors without a partner in either year are dimmed. A tie without a date is dashed: it is unsure whether it
    belongs to the year.

    Parameters
    ----------
    whole
        All data: what a colour stands for.
    part
        What fits the filters.
    period
        From `graph.history.periods.periods` of the part.
    positions
        Places in the network of the whole.
    """
    network = year_network(part, period)
    active = {end for pair in (*period.ties, *period.ended) for end in pair}
    encoding = replace(_encoding(part, whole.actors["type"]), called=called(whole))
    held = Arrange({}, held=True, passing=cooperation(part))
    return draw(network, positions, encoding, dimmed=frozenset(network) - active, arrange=held)


def year_network(dataset: Dataset, period: Period) -> nx.Graph:
    """Build the network of a year with its new, kept, ended and undated ties; nodes are all who ever cooperate."""
    known, activity = cooperation(dataset), cooperation_years(dataset)
    network = nx.Graph()
    network.add_nodes_from((node, seen) for node, seen in known.nodes(data=True) if known.degree[node])
    for state in ("new", "kept", "ended", "undated"):
        for pair in getattr(period, state):
            projects = activity.projects(pair, period.year - (state == "ended"))
            network.add_edge(
                *pair,
                projects=projects,
                weight=max(len(projects), 1),
                certainty=Certainty.UNCONFIRMED if state == "undated" else known.edges[pair]["certainty"],
                change={"new": "new", "ended": "lost"}.get(state, ""),
            )
    return network


def draw_states(older: Dataset, newer: Dataset, positions: Positions) -> Drawing:
    """Draw the cooperation networks of two states of the data as one.

    Actors of the newer state keep their places, those that are gone stand near their partners. Who has no partner
    in either state is left away; what did not change is dimmed.

    Parameters
    ----------
    older
        The data as they were.
    newer
        The data as they are now.
    positions
        Place of each element.
    """
    network = contrast(cooperation(older), cooperation(newer))
    network.remove_nodes_from([node for node, degree in network.degree if not degree])
    places = layout(network, fixed=positions)
    untouched = frozenset(network) - _touched(network)
    encoding = _encoding(newer, (*older.actors["type"], *newer.actors["type"]))
    dimmed = untouched if len(untouched) < len(network) else frozenset()
    return draw(network, places, encoding, dimmed=dimmed, arrange=Arrange({}, held=True, passing=network))


def _encoding(dataset: Dataset, types: Iterable[str]) -> Encoding:
    size, names = projects_by_actor(dataset), called(dataset)
    return Encoding(palette=palette(types), size=size, size_name="projects", called=names)


def _touched(network: nx.Graph) -> Set[str]:
    """Nodes that change or have a tie that changes."""
    ends = {end for a, b, change in network.edges(data="change") if change for end in (a, b)}
    return ends | {node for node, change in network.nodes(data="change") if change}
