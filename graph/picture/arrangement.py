"""Small drawings with a fixed arrangement: a comparison, chains of contacts, a consortium.

The arrangement says something (who is compared, which step comes first), so it is not left to a layout that searches
for it: the same question gives the same picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from math import cos, pi, sin

import networkx as nx

from graph.answers.comparison import Comparison
from graph.answers.consortium import Consortium
from graph.answers.contacts import CONTACT_KINDS, contacts
from graph.answers.paths import Chains, Step
from graph.apart import called
from graph.build import best_certainty, two_mode, worst_certainty
from graph.dataset import Dataset, unpacked
from graph.picture.bending import bend
from graph.picture.between import clear_of_lines
from graph.picture.drawing import draw
from graph.picture.drawn import Drawing
from graph.picture.encoding import OTHER_WIDTH, Encoding
from graph.picture.named import named
from graph.picture.palette import palette
from graph.projection import around, cooperation

Positions = Mapping[str, tuple[float, float]]
Way = tuple[str, ...]  # ids a step passes, from its one actor to the other

WIDTH = 820.0  # px at zoom 1 between the outermost centres
LANE = 160.0  # px between two lanes of the middle column: room for a name
PER_LANE = 8  # elements of the middle column one above the other before another lane is opened
LANES = 4
ROW = 48.0  # px between two elements of a lane: room for a name below each
LOWEST = 240.0  # px, so that few elements do not crowd in a corner
CHAIN = 130.0  # px between two chains
CIRCLE = 270.0, 150.0  # half axes in px of the circle of a consortium
CANVAS = 340, 600  # px of height of the lowest and of the highest canvas
AROUND = 90  # px of a canvas above and below a drawing
USUAL_ZOOM = 0.88  # at which an arranged drawing fills the width beside two lists


def arranged_height(drawing: Drawing) -> int:
    """Height in px of a canvas on which every name of an arranged drawing finds room."""
    (least, most), (_, top, _, bottom) = CANVAS, drawing.bounds
    return round(min(max(USUAL_ZOOM * (bottom - top) + AROUND, least), most))


def draw_comparison(dataset: Dataset, found: Comparison) -> Drawing:
    """Draw the compared actors left and right and what they share between them.

    Parameters
    ----------
    dataset
        The data that were compared.
    found
        From `graph.answers.comparison.compare` of the same data.
    """
    near = around(dataset, found.actors)
    taking_part, partners = two_mode(near), cooperation(near)
    network = _with_nodes(taking_part, (place.id for place in found.columns.places))
    for actor, element in found.columns.lines:
        source = taking_part if taking_part.has_edge(actor, element) else partners
        network.add_edge(actor, element, **source.edges[actor, element])
    outside = [place.id for place in found.columns.places if place.column != 1]
    return _drawn(dataset, network, _columns(found), outside)


def draw_chains(dataset: Dataset, found: Chains) -> Drawing:
    """Draw chains one below the other between their common ends, each step with what makes it.

    Of several projects or bodies behind a step the one with the smallest circle is drawn among those that are as
    certain as the step. A line is as certain as its own ties, so that every step that is not confirmed has a dashed
    line, whichever other steps run over the same elements.
    """
    elements, recorded = two_mode(dataset), _certainties(dataset)
    ways = [[_way(step, recorded) for step in chain.steps] for chain in found.chains]
    network = _with_nodes(elements, (element for way in ways for element in _once(way)))
    for chain, way in zip(found.chains, ways, strict=True):
        for step, passed in zip(chain.steps, way, strict=True):
            for a, b in pairwise(passed):
                known = elements.edges[a, b] if elements.has_edge(a, b) else {"kind": _kind(step, passed)}
                network.add_edge(a, b, **{**known, "certainty": recorded.get(frozenset((a, b)), step.certainty)})
    ends = [end for way in ways[:1] for end in (_once(way)[0], _once(way)[-1])]
    return _drawn(dataset, network, _rows([_once(way) for way in ways]), ends)


def draw_consortium(dataset: Dataset, found: Consortium) -> Drawing:
    """Draw the actors of a consortium in a circle, tied where they know each other."""
    known = contacts(dataset)
    actors = [contribution.actor for contribution in found.contributions]
    network = _with_nodes(known, actors)
    for a, b in known.subgraph(actors).edges:
        shared = known.edges[a, b]
        circles = len(shared["projects"]) + len(shared["bodies"])
        network.add_edge(a, b, **{**shared, "weight": max(circles, 1)})
    return _drawn(dataset, network, _circle(actors), actors)


def _drawn(dataset: Dataset, network: nx.Graph, positions: Positions, fixed: Sequence[str]) -> Drawing:
    """Draw with lines of one width: how strong a tie is, the table says; here thick lines would hide the names.

    Parameters
    ----------
    dataset, network, positions
        The data, what is drawn of them and where.
    fixed
        Who stays there even if lines run through others.
    """
    wanted = draw(network, positions, Encoding(palette=palette(dataset.actors["type"]), called=called(dataset)))
    drawing = clear_of_lines(wanted, fixed)
    if drawing is not wanted:
        drawing = named(drawing)
    return replace(
        drawing,
        edges=tuple(replace(edge, width=OTHER_WIDTH, width_class="") for edge in bend(drawing.nodes, drawing.edges)),
        legend=tuple(entry for entry in drawing.legend if entry.channel != "width"),
    )


def _with_nodes(source: nx.Graph, nodes: Iterable[str]) -> nx.Graph:
    network = nx.Graph()
    network.add_nodes_from((node, source.nodes[node]) for node in nodes)
    return network


def _columns(found: Comparison) -> dict[str, tuple[float, float]]:
    """Columns left, middle and right; a long middle column is spread over up to four lanes."""
    places = found.columns.places
    middle = [place for place in places if place.column == 1]
    lanes = min(max(-(-len(middle) // PER_LANE), 1), LANES)
    rows = -(-len(middle) // lanes)
    height = max(rows * ROW, LOWEST)
    inside = {
        place.id: ((index % lanes - (lanes - 1) / 2) * LANE, ((index // lanes + 0.5) / rows - 0.5) * height)
        for index, place in enumerate(middle)
    }
    outside = ((place, (place.column - 1) * WIDTH / 2, (place.row - 0.5) * height) for place in places)
    return {place.id: inside.get(place.id, (x, y)) for place, x, y in outside}


def _rows(chains: Sequence[Sequence[str]]) -> dict[str, tuple[float, float]]:
    """Both ends in the middle of the height; between them a row for each chain."""
    positions: dict[str, tuple[float, float]] = {}
    for row, elements in enumerate(chains):
        for step, element in enumerate(elements):
            at_end = step in (0, len(elements) - 1)
            y = 0.0 if at_end else (row - (len(chains) - 1) / 2) * CHAIN
            positions.setdefault(element, ((step / (len(elements) - 1) - 0.5) * WIDTH, y))
    return positions


def _once(way: Iterable[Way]) -> list[str]:
    """Actors of a chain with what connects them in between; an element that comes twice stands once."""
    return list(dict.fromkeys(element for passed in way for element in passed))


def _way(step: Step, recorded: Mapping[frozenset[str], str]) -> Way:
    """Elements a step passes: over the first circle that is as certain as the step, else directly if it is tied so."""
    a, b = step.from_id, step.to_id
    circles = (*step.projects, *step.bodies)

    def certainty(circle: str) -> str:
        halves = (recorded.get(frozenset((end, circle)), step.certainty) for end in (a, b))
        return worst_certainty(halves)

    fitting = [circle for circle in circles if certainty(circle) == step.certainty]
    via = fitting[:1] or (() if step.ties else circles[:1])
    return tuple(dict.fromkeys((a, *via, b)))


def _certainties(dataset: Dataset) -> dict[frozenset[str], str]:
    """Certainty of the best supported contact that is recorded between two elements."""
    ties = dataset.ties[dataset.ties["kind"].isin(CONTACT_KINDS)]
    found: dict[frozenset[str], list[str]] = {}
    for a, b, certainty in unpacked(ties, "from_id", "to_id", "certainty"):
        found.setdefault(frozenset((a, b)), []).append(certainty)
    return {pair: best_certainty(certainties) for pair, certainties in found.items()}


def _kind(step: Step, way: Way) -> str:
    return step.ties[0].kind if step.ties and len(way) == 2 else "member_of"


def _circle(actors: list[str]) -> dict[str, tuple[float, float]]:
    """Places on an ellipse, the first one at the top; a single actor stands in the middle."""
    if len(actors) == 1:
        return {actors[0]: (0.0, 0.0)}
    angles = ((actor, 2 * pi * index / len(actors)) for index, actor in enumerate(actors))
    return {actor: (sin(angle) * CIRCLE[0], -cos(angle) * CIRCLE[1]) for actor, angle in angles}
