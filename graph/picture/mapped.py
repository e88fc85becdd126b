"""The drawing of a map: places as circles where they lie, what they share as lines, below them borders of counties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import networkx as nx
import numpy as np

from graph.picture.aside import beside_lines
from graph.picture.bending import bend
from graph.picture.drawing import draw
from graph.picture.drawn import Drawing
from graph.picture.encoding import Colour, Encoding, Shape, diameter
from graph.picture.folding import Folding, strongest, tie_of
from graph.picture.giving_way import with_names
from graph.picture.ground import MapGround, Point, borders_in, distance_km, drawn_at, ground_for
from graph.picture.grouped import with_widths
from graph.picture.labels import CANVAS, TOOLS, Box
from graph.picture.names import Room
from graph.picture.packing import pushed_apart
from graph.places.gazetteer import Locality

SIZE = (CANVAS[0] - TOOLS, CANVAS[1])  # px of a map
APART = 3.0  # px between two circles
PLACE = "place"  # mode of its nodes
PREFIX = "ort:"  # of the ids of places


@dataclass(frozen=True, slots=True)
class MapSection:
    """Which places a map shows, and which part of the country.

    Attributes
    ----------
    ground
        The part.
    places
        Key -> degrees east and north.
    beyond
        Key -> kilometres from the middle, of places that stand at the border of the picture.
    """

    ground: MapGround
    places: Mapping[str, Point]
    beyond: Mapping[str, int]


def chart_of(folding: Folding, sites: Mapping[str, Locality]) -> MapSection | None:
    """Choose the part of the country for the places of a folding; ``None`` where none is known.

    Parameters
    ----------
    folding
        Groups by place or county.
    sites
        Key of a group -> where it lies.
    """
    counts = {bubble.key: float(len(bubble.actors)) for bubble in folding.bubbles if bubble.key in sites}
    places = {key: (sites[key].lon, sites[key].lat) for key in counts}
    if not places:
        return None
    ground = ground_for(list(places.values()), list(counts.values()), SIZE)
    beyond = drawn_at(ground, places)[1]
    return MapSection(ground, places, {key: distance_km(ground, places[key]) for key in sorted(beyond)})


def draw_map(folding: Folding, chart: MapSection, names: Mapping[str, tuple[str, str]]) -> Drawing:
    """Draw the places of a folding; circles that would overlap are moved apart a little.

    Parameters
    ----------
    folding
        Groups by place or county.
    chart
        From `chart_of` of the same.
    names
        Name and label of each place by its key.
    """
    members = {f"{PREFIX}{bubble.key}": float(len(bubble.actors)) for bubble in folding.bubbles}
    network = nx.Graph()
    for key in chart.places:
        name, label = names[key]
        network.add_node(f"{PREFIX}{key}", mode=PLACE, name=name, short_name=label, type="")
    for (a, b), count in strongest(folding.shared, frozenset(chart.places)).items():
        network.add_edge(f"{PREFIX}{a}", f"{PREFIX}{b}", **tie_of(count))
    size = {node: members[node] for node in network}
    drawing = draw(network, _places(chart, size, list(network.edges)), Encoding(Colour.PLAIN, {}, {}, size, "members"))
    return _on_ground(with_widths(drawing), chart.ground)


def _places(chart: MapSection, size: Mapping[str, float], ties: Sequence[tuple[str, str]]) -> dict[str, Point]:
    at, _ = drawn_at(chart.ground, chart.places)
    keys = sorted(at)
    largest = max(size.values())
    sides = np.array([diameter(size[f"{PREFIX}{key}"], largest) + APART for key in keys])
    place = {f"{PREFIX}{key}": index for index, key in enumerate(keys)}
    lines = [(place[a], place[b]) for a, b in ties]
    homes = pushed_apart(np.array([at[key] for key in keys]), np.column_stack([sides, sides]))
    moved = beside_lines(homes, sides / 2, lines, chart.ground.window)
    return {f"{PREFIX}{key}": (round(x, 1), round(y, 1)) for key, (x, y) in zip(keys, moved.tolist(), strict=True)}


def _on_ground(drawing: Drawing, ground: MapGround) -> Drawing:
    """Show the whole of the ground at zoom 1, and write the names that find room there."""
    left, top, right, bottom = ground.window
    round_ = [replace(node, shape=Shape.ACTOR) for node in drawing.nodes]
    bent = bend(round_, drawing.edges)
    named = with_names(round_, bent, 1.0, Room(Box(left, top, right, bottom), measured=True))
    legend = tuple(entry for entry in drawing.legend if entry.channel not in {"shape", "line"})
    return replace(
        drawing,
        nodes=tuple(named),
        edges=tuple(bent),
        legend=legend,
        zoom=1.0,
        ground=ground.window,
        borders=borders_in(ground),
    )
