"""From a question about the picture to the drawing: which network, how far, what colour and size show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

import networkx as nx
import pandas as pd

from graph.apart import called
from graph.build import funding, multiplex, participations
from graph.dataset import Dataset
from graph.ego import reached_from
from graph.expected.backbone import backbone
from graph.pairs import cooperations
from graph.picture import ends, sides
from graph.picture.drawing import draw
from graph.picture.drawn import Drawing
from graph.picture.encoding import EQUAL, HUB, HUB_SIZE, SMALLEST, Colour, Encoding, diameter
from graph.picture.hubs import with_hubs
from graph.picture.layout import MARGIN, layout
from graph.picture.narrowing import EVERYTHING, Narrow, narrowed
from graph.picture.palette import Palette, palette
from graph.picture.spread import MOST_ARRANGED, Arrange
from graph.picture.two_columns import in_columns
from graph.projection import cooperation
from graph.vocabulary import Mode

Positions = Mapping[str, tuple[float, float]]

MOST_COMPLETE = 1_500  # elements that are ever drawn one by one
STRONGEST = 400  # that are drawn of more


class Network(StrEnum):
    """Which network is drawn."""

    ALL = "all"  # who takes part where, and who funds it
    COOPERATION = "cooperation"  # actors tied by shared projects
    FUNDING = "funding"  # where money goes from and to


class Size(StrEnum):
    """What the area of an actor shows."""

    PROJECTS = "projects"
    PARTNERS = "partners"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Scene:
    """A question about the picture; the same scene of the same data is the same drawing.

    Attributes
    ----------
    network
        Which network.
    counting, membership
        How the cooperation network is made, see `graph.projection.cooperation`.
    focus, distance
        Only what is within that many steps of the element; everything when ``focus`` is ``""``.
    colour, size
        What fill and area show.
    keep_rest
        Keep what the filters leave out in the background instead of hiding it; everything then stays in its place.
    hold
        Leave everything in the place it has in the whole network, whatever is shown.
    narrow
        Which part of the network is drawn.
    columns
        Draw projects and actors in two columns, where there are few enough of them.
    column_order
        Order that projects keep in their column, see `graph.picture.sides.sides`.
    hubs
        Draw fields of competence as nodes of their own, see `graph.picture.hubs`.
    """

    network: Network = Network.ALL
    counting: str = "full"
    membership: bool = False
    focus: str = ""
    distance: int = 1
    colour: Colour = Colour.TYPE
    size: Size = Size.PROJECTS
    keep_rest: bool = False
    hold: bool = False
    narrow: Narrow = EVERYTHING
    columns: bool = False
    column_order: str = ""
    hubs: bool = False


def network_of(dataset: Dataset, scene: Scene) -> nx.Graph:
    """Return the network a scene is about, narrowed to what is near the focus, and fields of what is left."""
    near = _near(dataset, scene) if scene.focus else None
    network = _NETWORKS[scene.network](dataset, scene, near)
    if scene.narrow.rate and scene.network is Network.COOPERATION:
        network = _more_than_chance(network, dataset, scene)
    kept = narrowed(network, scene.narrow)
    return with_hubs(kept) if scene.hubs else kept


def _near(dataset: Dataset, scene: Scene) -> frozenset[str]:
    """Find what is near the focus; of very much, the nearest and of these the best tied, equals by id."""
    found = reached_from(_ENDS[scene.network](dataset, scene), scene.focus, scene.distance)
    if len(found) <= MOST_COMPLETE:
        return frozenset(found)
    return frozenset(sorted(found, key=lambda node: (found[node][0], -found[node][1], node))[:STRONGEST])


def _more_than_chance(network: nx.Graph, dataset: Dataset, scene: Scene) -> nx.Graph:
    """Keep the backbone of a network, and of the actors those that are in it and the one in focus."""
    kept = backbone(dataset, rate=scene.narrow.rate, membership=scene.membership)
    pairs = {*zip(kept["actor_a"], kept["actor_b"], strict=True)}
    made: nx.Graph = network.copy()
    made.remove_edges_from([(a, b) for a, b in made.edges if (min(a, b), max(a, b)) not in pairs])
    made.remove_nodes_from([node for node, degree in list(made.degree) if not degree and node != scene.focus])
    return made


def positions_of(dataset: Dataset, scene: Scene) -> Positions:
    """Places of all elements of a scene; give it the whole dataset.

    They are those of the whole network, whatever the focus, so that every view of it starts from one order; only a
    scene that holds places, or one of very many actors, has those of its own surroundings.
    """
    if scene.hold or len(dataset.actors) > MOST_COMPLETE:
        return layout(network_of(dataset, scene))
    plain = replace(scene, focus="", colour=Colour.TYPE, keep_rest=False, narrow=EVERYTHING)
    network = network_of(dataset, plain)
    start = layout(network)
    if sum(degree > 0 for _, degree in network.degree) > MOST_ARRANGED:
        return start
    drawn = draw(network, start, Encoding(called=called(dataset)), arrange=Arrange(room_of(network, dataset)))
    return _with_isolates(drawn, start)


def _with_isolates(drawn: Drawing, start: Positions) -> Positions:
    """Places of an arrangement, and beside it those of the elements that it leaves out."""
    inside = {node.id: (node.x, node.y) for node in drawn.nodes if not node.listed and not node.apart}
    outside = {node: place for node, place in start.items() if node not in inside}
    if not outside or not inside:
        return {**start, **inside}
    shift = max(x for x, _ in inside.values()) + MARGIN - min(x for x, _ in outside.values())
    beside = {node: (round(x + shift, 1), y) for node, (x, y) in outside.items()}
    return {node: inside.get(node) or beside[node] for node in start}


def drawing_of(whole: Dataset, part: Dataset, scene: Scene, positions: Positions) -> Drawing:
    """Draw the part that fits the filters, arranged anew from the places it has in the whole, or at these.

    Parameters
    ----------
    whole
        All data, also those that do not fit the filters.
    part
        The part of the data that fits the filters.
    scene
        What the picture is about.
    positions
        Places of the elements; arranged anew without them.
    """
    shown = network_of(part, scene)
    network = network_of(whole, scene) if scene.keep_rest else shown
    if scene.columns and scene.network is Network.ALL and len(network) <= sides.MOST:
        encoding = _encoding(whole, part, replace(scene, size=Size.SAME))
        return in_columns(network, encoding, scene.column_order, scene.focus)
    return draw(
        network,
        positions,
        _encoding(whole, part, scene),
        focus=scene.focus or None,
        dimmed=frozenset(network) - frozenset(shown),
        arrange=_arrange(network, whole, part, scene),
    )


def _arrange(network: nx.Graph, whole: Dataset, part: Dataset, scene: Scene) -> Arrange:
    """Arrange what is shown anew, unless it is all there is, stands among the rest or is to stay where it is."""
    if scene.keep_rest or scene.hold:
        return Arrange({}, held=True)
    if scene.narrow != EVERYTHING:
        return Arrange(room_of(network, part))
    return arrange_in(network, whole, part, focus=scene.focus)


def arrange_in(network: nx.Graph, whole: Dataset, part: Dataset, *, focus: str = "") -> Arrange:
    """Arrange a network of a part; where the filters leave everything in, the places of the whole are those wanted.

    Parameters
    ----------
    network
        What is drawn.
    whole, part
        All data, and what fits the filters.
    focus
        Element whose surroundings are drawn.
    """
    tables = ((whole.actors, part.actors), (whole.projects, part.projects), (whole.ties, part.ties))
    everything = not focus and all(len(one) == len(other) for one, other in tables)
    return Arrange(room_of(network, part), settled=everything)


def room_of(network: nx.Graph, part: Dataset) -> dict[str, tuple[float, float]]:
    """Diameter of each node by the usual measure and the largest by any, so that another measure moves nothing."""
    measures = [of(part) for of in _SIZES.values()]
    tops = [max((values.get(node, 0.0) for node in network), default=0.0) for values in measures]
    made = {}
    for node, mode in network.nodes(data="mode", default=Mode.ACTOR):
        if mode == HUB:
            made[node] = HUB_SIZE, HUB_SIZE
            continue
        least = EQUAL if mode == Mode.ACTOR else SMALLEST
        sizes = [diameter(values.get(node, 0.0), top) for values, top in zip(measures, tops, strict=True)]
        made[node] = sizes[0], max(least, *sizes)
    return made


def _all(dataset: Dataset, _: Scene, near: Collection[str] | None) -> nx.Graph:
    return multiplex(dataset, ends.DRAWN, near)


def _cooperation(dataset: Dataset, scene: Scene, near: Collection[str] | None) -> nx.Graph:
    return cooperation(dataset, scene.counting, membership=scene.membership, only=near)


def _funding(dataset: Dataset, _: Scene, near: Collection[str] | None) -> nx.Graph:
    return funding(dataset, near)


_NETWORKS: Mapping[Network, Callable[[Dataset, Scene, Collection[str] | None], nx.Graph]] = {
    Network.ALL: _all,
    Network.COOPERATION: _cooperation,
    Network.FUNDING: _funding,
}


# Both ends of the ties of each network, by which is found what is near.
_ENDS: Mapping[Network, Callable[[Dataset, Scene], pd.DataFrame]] = {
    Network.ALL: lambda dataset, _: ends.drawn(dataset),
    Network.COOPERATION: lambda dataset, scene: ends.cooperating(
        dataset, scene.narrow.rate, membership=scene.membership
    ),
    Network.FUNDING: lambda dataset, _: ends.of_money(dataset),
}


def _encoding(whole: Dataset, part: Dataset, scene: Scene) -> Encoding:
    return Encoding(
        colour=scene.colour,
        palette=_palette(whole, scene.colour),
        size=_SIZES[scene.size](part),
        size_name=scene.size if scene.size is not Size.SAME else "",
        called=called(whole),
    )


def _palette(whole: Dataset, colour: Colour) -> Palette:
    if colour is Colour.KOMPETENZFELD:
        return palette(field for fields in whole.projects["kompetenzfelder"] for field in fields)
    return palette(whole.actors["type"])


def projects_by_actor(dataset: Dataset) -> dict[str, float]:
    """Count the projects each actor takes part in."""
    pairs = participations(dataset)[["from_id", "to_id"]].drop_duplicates()
    return {actor: float(count) for actor, count in Counter(pairs["from_id"]).items()}


def partners_by_actor(dataset: Dataset) -> dict[str, float]:
    """Count the actors each actor cooperates with."""
    partners = cooperations(dataset).partners
    return {actor: float(partners[actor]) for actor in dataset.actors["id"]}


def _nothing(_: Dataset) -> dict[str, float]:
    return {}


_SIZES: Mapping[Size, Callable[[Dataset], dict[str, float]]] = {
    Size.PROJECTS: projects_by_actor,
    Size.PARTNERS: partners_by_actor,
    Size.SAME: _nothing,
}
