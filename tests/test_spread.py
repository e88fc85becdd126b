"""The picture is legible: everything named, nothing on anything else, the canvas filled, lines beside foreign elements.

The figures are those of the delivered picture: they are read from the finished drawing, not asked of the code that
made it.
"""

from collections import Counter
from dataclasses import replace
from itertools import combinations
from math import hypot

import networkx as nx
import pytest
from scipy.stats import kendalltau

from graph.load import load
from graph.picture.drawing import draw
from graph.picture.encoding import Encoding
from graph.picture.layout import layout
from graph.picture.outline import halves
from graph.picture.scene import Network, Scene, drawing_of, positions_of
from graph.picture.spread import Arrange
from graph.selection import Selection, select
from tests.conftest import REPOSITORY

ACROSS, DOWN = 12, 7  # cells of the canvas that hold something or nothing


def shapes(drawing):
    boxes = {}
    for node in drawing.shown:
        wide, high = halves(node.shape, node.size)
        boxes[node.id] = (node.x - wide, node.y - high, node.x + wide, node.y + high)
    return boxes


def written(drawing):
    return {node.id: node.written.box for node in drawing.shown if node.written}


def meet(a, b, slack=0.5):
    return min(a[2], b[2]) - max(a[0], b[0]) > slack and min(a[3], b[3]) - max(a[1], b[1]) > slack


def overlaps(drawing):
    """Pairs of shapes, of names, and of a name with the shape of another."""
    boxes, labels = shapes(drawing), written(drawing)
    on_shapes = [(a, b) for a, b in combinations(boxes, 2) if meet(boxes[a], boxes[b])]
    on_names = [(a, b) for a, b in combinations(labels, 2) if meet(labels[a], labels[b])]
    mixed = [(a, b) for a in labels for b in boxes if a != b and meet(labels[a], boxes[b], 1.0)]
    return on_shapes, on_names, mixed


def filled(drawing):
    boxes = [*shapes(drawing).values(), *written(drawing).values()]
    left, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
    wide, high = max(b[2] for b in boxes) - left, max(b[3] for b in boxes) - top
    cells = set()
    for x1, y1, x2, y2 in boxes:
        columns = range(int(ACROSS * (x1 - left) / wide * 0.999), int(ACROSS * (x2 - left) / wide * 0.999) + 1)
        rows = range(int(DOWN * (y1 - top) / high * 0.999), int(DOWN * (y2 - top) / high * 0.999) + 1)
        cells |= {(column, row) for column in columns for row in rows}
    return len(cells) / ACROSS / DOWN


def apart(point, start, end):
    dx, dy = end[0] - start[0], end[1] - start[1]
    t = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / ((dx * dx + dy * dy) or 1.0)
    t = min(max(t, 0.0), 1.0)
    return hypot(start[0] + t * dx - point[0], start[1] + t * dy - point[1])


def share_through(drawing):
    """Share of straight lines between the ends of lines that run through a foreign element."""
    at = {node.id: (node.x, node.y) for node in drawing.shown}
    radius = {node.id: 0.8 * min(halves(node.shape, node.size)) for node in drawing.shown}
    through = sum(
        any(n not in (e.source, e.target) and apart(at[n], at[e.source], at[e.target]) < radius[n] for n in at)
        for e in drawing.edges
    )
    return through / max(len(drawing.edges), 1)


def first(nodes, key):
    return {node.id for node in sorted(nodes, key=key)[:15]}


def check(drawing):
    count = len(drawing.shown)
    assert overlaps(drawing) == ([], [], [])
    named = set(written(drawing))
    if count <= 60:
        assert named == {node.id for node in drawing.shown}
        assert filled(drawing) >= min(0.75, 1.5 * count / 84)
    lines = Counter(end for edge in drawing.edges for end in (edge.source, edge.target))
    assert first(drawing.shown, lambda n: (-lines[n.id], n.id)) <= named
    assert share_through(drawing) <= (0.05 if count <= 60 else 0.10)


@pytest.fixture(scope="module")
def region():
    return load(REPOSITORY / "data").dataset


VIEWS = {
    "field Automotive": (Selection(kompetenzfelder={"Automotive"}), Scene()),
    "field Wasserstoff": (Selection(kompetenzfelder={"Wasserstoff"}), Scene()),
    "field Fachkräfte": (Selection(kompetenzfelder={"Fachkräfte"}), Scene()),
    "cooperation in Fachkräfte": (Selection(kompetenzfelder={"Fachkräfte"}), Scene(Network.COOPERATION)),
    "ongoing": (Selection(statuses={"ongoing"}), Scene()),
    "around WiRO": (Selection(), Scene(focus="wiro")),
    "around HS Aalen": (Selection(), Scene(focus="hochschule-aalen")),
    "cooperation around HS Aalen": (Selection(), Scene(Network.COOPERATION, focus="hochschule-aalen")),
    "cooperation of all": (Selection(), Scene(Network.COOPERATION)),
}


def view(region, name):
    selection, scene = VIEWS[name]
    places = positions_of(region, Scene(scene.network))
    return drawing_of(region, select(region, selection), scene, places), places


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_is_legible_and_keeps_the_order_of_the_whole(region, name):
    drawing, places = view(region, name)

    check(drawing)
    stay = [node for node in drawing.shown if not node.apart]
    for axis in (0, 1):
        before, after = [places[n.id][axis] for n in stay], [(n.x, n.y)[axis] for n in stay]
        assert kendalltau(before, after).statistic >= 0.6


DENSE = {  # lines, and px of the canvas of the smallest shape and the largest
    "cooperation around HS Aalen": (331, 12, 30),
    "cooperation of all": (480, 12, 30),
}


@pytest.mark.parametrize("name", DENSE)
def test_shapes_of_many_lines_are_told_apart_from_the_back_row(region, name):
    lines, least, most = DENSE[name]

    drawing, _ = view(region, name)

    sizes = [node.size * drawing.zoom for node in drawing.shown if not node.apart]
    assert len(drawing.edges) == lines
    assert min(sizes) >= least
    assert max(sizes) >= max(most, 2.5 * min(sizes))
    assert share_through(drawing) <= (0.05 if len(sizes) <= 60 else 0.10)


@pytest.mark.parametrize(
    ("selection", "scene", "most"),
    [
        (Selection(), Scene(focus="wiro", keep_rest=True), 0.10),
        (Selection(kompetenzfelder={"Fachkräfte"}), Scene(keep_rest=True), 0.05),
    ],
    ids=["85 elements around WiRO", "48 of a field, the others pale"],
)
def test_lines_pass_what_is_seen_where_the_rest_is_pale(region, selection, scene, most):
    drawing = drawing_of(region, select(region, selection), scene, positions_of(region, Scene()))

    seen = replace(
        drawing,
        nodes=tuple(node for node in drawing.nodes if not node.dimmed),
        edges=tuple(edge for edge in drawing.edges if not edge.dimmed),
    )
    assert share_through(seen) <= most


def cooperation_in_groups(seed):
    """Generate a network of some groups with ties between them, and names of all lengths."""
    network = nx.random_partition_graph([12, 10, 9, 8], 0.25, 0.02, seed=seed)
    network = nx.relabel_nodes(network, lambda n: f"a{n:02}")
    texts = [
        "IHK",
        "Hochschule Musterstadt",
        "Landratsamt Nordkreis",
        "Verein zur Förderung der Region e. V.",
        "Müller GmbH",
    ]
    for index, node in enumerate(sorted(network)):
        network.nodes[node].update(mode="actor", short_name=f"{texts[index % 5]} {index}")
    return network


@pytest.mark.parametrize("seed", range(6))
def test_networks_of_other_regions_are_legible_too(seed):
    network = cooperation_in_groups(seed)
    places = {node: (float(7 * i % 39), float(11 * i % 37)) for i, node in enumerate(sorted(network))}

    check(draw(network, places, Encoding(), arrange=Arrange(dict.fromkeys(network, (24.0, 24.0)))))


def test_the_same_view_is_the_same_picture_whatever_the_size_shows(region):
    plain, _ = view(region, "field Automotive")
    again, _ = view(region, "field Automotive")

    assert plain == again


def test_without_a_filter_everything_stands_where_the_whole_network_has_it(region):
    places = positions_of(region, Scene())

    drawing = drawing_of(region, region, Scene(), places)

    tied = [node for node in drawing.shown if not node.apart]
    assert {node.id: (node.x, node.y) for node in tied} == {node.id: places[node.id] for node in tied}


def test_held_places_are_those_of_the_whole_network(region):
    part, held = select(region, Selection(kompetenzfelder={"Automotive"})), Scene(hold=True)
    places = positions_of(region, held)

    drawing = drawing_of(region, part, held, places)

    assert {node.id: (node.x, node.y) for node in drawing.nodes} == {node.id: places[node.id] for node in drawing.nodes}


def with_isolates(count):
    network = nx.cycle_graph(8)
    network.add_nodes_from(range(8, 8 + count))
    nx.set_node_attributes(network, {n: {"mode": "actor", "short_name": f"Akteur {n}"} for n in network})
    network = nx.relabel_nodes(network, lambda n: f"n{n:02}")
    sizes = Arrange(dict.fromkeys(network, (24.0, 24.0)))
    return draw(network, {node: (float(i), float(i % 3)) for i, node in enumerate(network)}, Encoding(), arrange=sizes)


def test_up_to_twelve_elements_without_ties_stand_in_a_block_with_their_names():
    drawing = with_isolates(12)

    block = [node for node in drawing.nodes if node.apart]
    assert len(block) == 12
    assert len({node.x for node in block}) == 1
    assert all(node.written and node.written.align == 1 for node in block)
    assert drawing.unconnected.count == 12
    assert not any(node.listed for node in drawing.nodes)
    assert overlaps(drawing) == ([], [], [])


def test_of_more_only_the_number_is_said():
    drawing = with_isolates(13)

    assert sum(node.listed for node in drawing.nodes) == 13
    assert drawing.unconnected.count == 13
    assert len(drawing.shown) == 8


def test_where_nobody_is_tied_all_are_drawn():
    network = nx.empty_graph(5)
    network = nx.relabel_nodes(network, str)

    drawing = draw(
        network, dict.fromkeys(network, (0.0, 0.0)), Encoding(), arrange=Arrange(dict.fromkeys(network, (24.0, 24.0)))
    )

    assert len(drawing.shown) == 5
    assert drawing.unconnected is None
    assert overlaps(drawing) == ([], [], [])


def test_no_line_runs_through_the_block_of_elements_without_ties():
    for seed in range(6):
        network = nx.gnm_random_graph(9, 9, seed)
        network.add_nodes_from(range(9, 17))
        network = nx.relabel_nodes(network, lambda place: f"a{place:02}")
        for node in network:
            network.nodes[node].update(mode="actor", short_name=f"Akteur {node}")
        drawing = draw(network, layout(network), Encoding(), arrange=Arrange(dict.fromkeys(network, (24.0, 24.0))))

        at = {node.id: (node.x, node.y) for node in drawing.shown}
        block = [node for node in drawing.shown if node.apart]
        assert block
        assert not [
            (edge.id, node.id)
            for edge in drawing.edges
            for node in block
            if apart((node.x, node.y), at[edge.source], at[edge.target]) < node.size / 2
        ]
