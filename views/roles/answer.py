"""Who stands where in the network, kept."""

from __future__ import annotations

from dataclasses import replace

from graph import cutpoints
from graph.answers import groups, standing
from graph.answers.groups import Grouping
from graph.answers.standing import Broker, Ranking
from graph.cutpoints import Bridge, CutPoint
from graph.dataset import Dataset, unpacked
from graph.measures import CorePeriphery, NetworkSummary, core_periphery, network_summary
from graph.pairs import compact_pairs, cooperations
from graph.picture import scene
from graph.picture.drawn import Drawing
from graph.picture.scene import Scene
from views.keeping import cached
from views.network.answer import positions_of


@cached
def groups_of(dataset: Dataset) -> Grouping:
    """See `graph.answers.groups.find_groups`, of the cooperation network."""
    fields_of = dict(unpacked(dataset.actors, "id", "kompetenzfelder"))
    return groups.find_groups(compact_pairs(dataset), fields_of=fields_of)


@cached
def ranking_of(dataset: Dataset, measure: str) -> Ranking:
    """See `graph.answers.standing.ranking`."""
    return standing.ranking(dataset, measure)


@cached
def standing_drawing(whole: Dataset, part: Dataset, measure: str, *, by_group: bool) -> Drawing:
    """See `graph.answers.standing.draw_standing`; actors stand where the network page has them.

    Parameters
    ----------
    whole
        All data, also those that do not fit the filters.
    part
        The part of the data that fits the filters.
    measure
        Name of the measure.
    by_group
        Whether colours show groups instead of types.
    """
    found, grouping = ranking_of(part, measure), groups_of(part) if by_group else None
    shown = standing.drawn_part(part, found)
    placed = whole if len(whole.actors) <= scene.MOST_COMPLETE else shown
    places = positions_of(placed, Scene(scene.Network.COOPERATION))
    return standing.draw_standing(whole, shown, places, found, grouping)


def marked(drawing: Drawing, actor: str) -> Drawing:
    """Mark the actor one asks about in a drawing; the drawing as it is when the actor is not in it."""
    return replace(drawing, nodes=tuple(replace(node, focus=node.id == actor) for node in drawing.nodes))


@cached
def value_pairs_of(dataset: Dataset, across: str, up: str) -> dict[str, tuple[float, float]]:
    """See `graph.answers.standing.value_pairs`.

    Parameters
    ----------
    dataset
        Tables of the data.
    across
        Name of the measure that is shown across.
    up
        Name of the measure that is shown upwards.
    """
    return standing.value_pairs(dataset, across, up)


@cached
def brokers_of(dataset: Dataset) -> tuple[Broker, ...]:
    """See `graph.answers.standing.brokers`."""
    return standing.brokers(dataset)


@cached
def cut_points_of(dataset: Dataset) -> tuple[CutPoint, ...]:
    """See `graph.cutpoints.cut_points`, of the cooperation network."""
    return cutpoints.cut_points(compact_pairs(dataset))


@cached
def bridges_of(dataset: Dataset) -> tuple[Bridge, ...]:
    """See `graph.cutpoints.bridges`, of the cooperation network."""
    return cutpoints.bridges(compact_pairs(dataset))


@cached
def core_of(dataset: Dataset) -> CorePeriphery:
    """See `graph.measures.core_periphery`, of the cooperation network."""
    return core_periphery(compact_pairs(dataset))


@cached
def summary_of(dataset: Dataset) -> NetworkSummary:
    """See `graph.measures.network_summary`, of the cooperation network."""
    funded = set(dataset.ties.loc[dataset.ties["kind"] == "funds", "to_id"])
    inside = dataset.is_inside if dataset.places else None
    summed = network_summary(compact_pairs(dataset), inside=inside)
    shared = cooperations(dataset).sharing(funded)
    return replace(summed, funded=int(shared.sum()), unfunded=int((~shared).sum()))
