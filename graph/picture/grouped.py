"""The drawing of a folded network: bubbles for closed groups, elements for open ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import cos, pi, sin, sqrt

import networkx as nx

from graph.apart import called
from graph.dataset import Dataset
from graph.picture.drawing import draw
from graph.picture.drawn import Drawing
from graph.picture.encoding import EQUAL, SMALLEST, Colour, Encoding, diameter
from graph.picture.folding import BUBBLE, PREFIX, By, Folding, folded
from graph.picture.layout import layout
from graph.picture.palette import Palette, palette
from graph.picture.scene import Scene, network_of
from graph.picture.spread import Arrange
from graph.vocabulary import Mode

_GOLDEN = pi * (3 - sqrt(5))  # angle between two elements around the place of their group
THINNEST, WIDEST = 1.0, 6.0  # px of lines of groups
_AROUND = 9.0  # px between them


@dataclass(frozen=True, slots=True)
class Folds:
    """How a network is folded.

    Attributes
    ----------
    by
        What the groups are.
    names
        Key, name and label of each group.
    opened
        Keys of the groups that are open.
    """

    by: By
    names: tuple[tuple[str, str, str], ...]
    opened: frozenset[str] = frozenset()


def draw_groups(whole: Dataset, part: Dataset, scene: Scene, folding: Folding, folds: Folds) -> Drawing:
    """Draw groups; those that stay closed keep their order when one is opened.

    Parameters
    ----------
    whole
        All data: what a colour stands for.
    part
        What fits the filters.
    scene
        Which network open groups show.
    folding
        From `graph.picture.folding.fold` of the part.
    folds
        What the groups are called, and which are open.
    """
    names = {key: (name, label) for key, name, label in folds.names}
    network = network_of(part, scene) if folds.opened else nx.Graph()
    made = folded(network, part, folding, folds.opened, names)
    closed = layout(folded(network, part, folding, frozenset(), names))
    drawing = draw(
        made,
        _places(made, folding, closed),
        _encoding(whole, folds.by, folding, made),
        arrange=Arrange(_sizes(made, folding)),
    )
    return with_widths(drawing)


def with_widths(drawing: Drawing) -> Drawing:
    """Make lines of groups as wide as they are strong beside the strongest; the number on them says the rest."""
    groups = {node.id for node in drawing.nodes if node.mode == BUBBLE}
    of_groups = [edge for edge in drawing.edges if edge.source in groups or edge.target in groups]
    most = max((edge.ties for edge in of_groups), default=1)
    wide = {edge.id: round(THINNEST + (WIDEST - THINNEST) * edge.ties / most, 1) for edge in of_groups}
    edges = (replace(e, width=wide[e.id], width_class="") if e.id in wide else e for e in drawing.edges)
    legend = tuple(entry for entry in drawing.legend if entry.channel not in {"width", "colour"})  # names say it
    return replace(drawing, edges=tuple(edges), legend=legend)


def _places(
    made: nx.Graph, folding: Folding, closed: Mapping[str, tuple[float, float]]
) -> dict[str, tuple[float, float]]:
    """Bubbles where they stand when all are closed, elements in a spiral around the place of their group."""
    places = {node: closed[node] for node in made if node in closed}
    for bubble in folding.bubbles:
        x, y = closed[bubble.id]
        inside = [node for node in (*bubble.actors, *bubble.projects) if node in made and node not in places]
        for index, node in enumerate(inside):
            far, angle = _AROUND * sqrt(index), _GOLDEN * index
            places[node] = (x + far * cos(angle), y + far * sin(angle))
    return places


def _members(folding: Folding) -> dict[str, float]:
    return {bubble.id: float(len(bubble.actors)) for bubble in folding.bubbles}


def _sizes(made: nx.Graph, folding: Folding) -> dict[str, tuple[float, float]]:
    members = _members(folding)
    largest = max((members[node] for node in made if node in members), default=0.0)
    sizes = {}
    for node, mode in made.nodes(data="mode"):
        least = EQUAL if mode == Mode.ACTOR else SMALLEST
        size = diameter(members[node], largest) if mode == BUBBLE else least
        sizes[node] = size, size
    return sizes


def _encoding(whole: Dataset, by: By, folding: Folding, made: nx.Graph) -> Encoding:
    members = _members(folding)
    size = {node: members[node] for node in made if node in members}
    if by is By.TYPE:
        kinds = {**dict(zip(whole.actors["id"], whole.actors["type"], strict=True)), **_keys(folding)}
        return Encoding(Colour.GROUP, palette(whole.actors["type"]), kinds, size, "members", called(whole))
    if by is By.FIELD:
        return Encoding(Colour.GROUP, _fields(whole), _keys(folding), size, "members", called(whole))
    return Encoding(Colour.TYPE, palette(whole.actors["type"]), {}, size, "members", called(whole))


def _keys(folding: Folding) -> dict[str, str]:
    """Key of each bubble by its id."""
    return {bubble.id: bubble.key for bubble in folding.bubbles}


def _fields(whole: Dataset) -> Palette:
    return palette(field for fields in whole.projects["kompetenzfelder"] for field in fields)


def opened_by(folding: Folding, clicked: str) -> str | None:
    """Key of the group that a click on a node means; ``None`` where it is no bubble."""
    known = {bubble.id: bubble.key for bubble in folding.bubbles}
    return known.get(clicked) if clicked.startswith(PREFIX) else None
