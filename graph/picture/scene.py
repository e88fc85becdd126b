"""From a question about the picture to the drawing: which network, how far, what colour and size show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import networkx as nx

from graph.build import funding, multiplex, participations
from graph.dataset import Dataset
from graph.ego import ego_network
from graph.picture.drawing import draw
from graph.picture.drawn import Drawing
from graph.picture.encoding import Colour, Encoding
from graph.picture.layout import layout
from graph.picture.palette import Palette, palette
from graph.projection import cooperation
from graph.vocabulary import PARTICIPATION_KINDS

Positions = Mapping[str, tuple[float, float]]


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
        Keep what the filters leave out in the background instead of hiding it.
    """

    network: Network = Network.ALL
    counting: str = "full"
    membership: bool = False
    focus: str = ""
    distance: int = 1
    colour: Colour = Colour.TYPE
    size: Size = Size.PROJECTS
    keep_rest: bool = False


def network_of(dataset: Dataset, scene: Scene) -> nx.Graph:
    """Return the network a scene is about, narrowed to the surroundings of the focus."""
    network = _NETWORKS[scene.network](dataset, scene)
    return ego_network(network, scene.focus, scene.distance) if scene.focus else network


def positions_of(dataset: Dataset, scene: Scene) -> Positions:
    """Places of all elements of a scene; give it the whole dataset, so that filters move nothing."""
    return layout(network_of(dataset, scene))


def drawing_of(
    whole: Dataset, part: Dataset, scene: Scene, positions: Positions, selected: str | None = None
) -> Drawing:
    """Draw the part that fits the filters at the places it has in the whole."""
    shown = network_of(part, scene)
    network = network_of(whole, scene) if scene.keep_rest else shown
    return draw(
        network,
        positions,
        _encoding(whole, part, scene),
        focus=scene.focus or None,
        selected=selected,
        dimmed=frozenset(network) - frozenset(shown),
    )


def _all(dataset: Dataset, _: Scene) -> nx.Graph:
    return multiplex(dataset, kinds=(*PARTICIPATION_KINDS, "funds"))


def _cooperation(dataset: Dataset, scene: Scene) -> nx.Graph:
    return cooperation(dataset, scene.counting, membership=scene.membership)


def _funding(dataset: Dataset, _: Scene) -> nx.Graph:
    return funding(dataset)


_NETWORKS: Mapping[Network, Callable[[Dataset, Scene], nx.Graph]] = {
    Network.ALL: _all,
    Network.COOPERATION: _cooperation,
    Network.FUNDING: _funding,
}


def _encoding(whole: Dataset, part: Dataset, scene: Scene) -> Encoding:
    return Encoding(
        colour=scene.colour,
        palette=_palette(whole, scene.colour),
        size=_SIZES[scene.size](part),
        size_name=scene.size if scene.size is not Size.SAME else "",
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
    return {actor: float(degree) for actor, degree in cooperation(dataset).degree}


def _nothing(_: Dataset) -> dict[str, float]:
    return {}


_SIZES: Mapping[Size, Callable[[Dataset], dict[str, float]]] = {
    Size.PROJECTS: projects_by_actor,
    Size.PARTNERS: partners_by_actor,
    Size.SAME: _nothing,
}
