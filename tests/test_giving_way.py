"""Shapes are as large as lines and names leave room for: the part of their size is found, not laid down."""

from dataclasses import replace

import networkx as nx
import numpy as np
import pytest

from graph.kernels.clearing import passing_part
from graph.picture.drawing import draw
from graph.picture.encoding import Encoding
from graph.picture.giving_way import part_apart, smaller, with_clear_names
from graph.picture.labels import Box
from graph.picture.layout import layout
from graph.picture.names import Room
from graph.picture.spread import Arrange

# a line from left to right, 8 above the middle of a third element of half width 20, and a second line far from it
PLACES = np.array([(0.0, 0.0), (100.0, 0.0), (50.0, 8.0), (0.0, 300.0), (100.0, 300.0)])
HALVES = np.array([5.0, 5.0, 20.0, 5.0, 5.0])
LINES = np.array([(0, 1), (3, 4)])


def test_an_element_gets_so_small_that_the_line_past_it_no_longer_runs_through_it():
    # it runs through four fifths of the half width: 0.8 * 20 * part = 8
    assert passing_part(PLACES, HALVES, LINES, few=0.0) == pytest.approx(0.5)


def test_a_line_that_is_one_of_the_few_makes_nothing_smaller():
    assert passing_part(PLACES, HALVES, LINES, few=0.5) > 1.0


def test_without_lines_everything_keeps_its_size():
    assert passing_part(PLACES, HALVES, np.empty((0, 2), np.int64), few=0.0) == np.inf


def three_in_a_row(gap):
    """Draw three large actors, so far apart, of whom the one in the middle has a name wider than the gap."""
    network = nx.path_graph(["a", "b", "c"])
    nx.set_node_attributes(network, "actor", "mode")
    for node in network:
        network.nodes[node]["short_name"] = "Kreis Ost"
    drawing = draw(network, {"a": (-gap, 0.0), "b": (0.0, 0.0), "c": (gap, 0.0)}, Encoding())
    return [replace(node, size=56.0) for node in drawing.nodes], drawing.edges


@pytest.mark.parametrize(("high", "found"), [(200.0, 1.0), (88.0, 0.8)])
def test_shapes_get_smaller_only_where_a_name_finds_no_place_beside_them(high, found):
    nodes, edges = three_in_a_row(60.0)
    # below a shape a name needs 21 px with its distance: 28 px of half a shape are too many for 44, 0.8 * 28 are not
    room = Room(Box(-90.0, -high / 2, 90.0, high / 2))

    part, named, _ = with_clear_names(nodes, edges, 1.0, room)

    assert part == found
    assert all(node.written for node in named)
    assert {node.size for node in named} == {round(56.0 * found, 1)}


def test_all_shapes_get_smaller_by_one_part_so_that_areas_compare():
    nodes, _ = three_in_a_row(60.0)

    assert [node.size for node in smaller(nodes, 0.5)] == [28.0, 28.0, 28.0]


@pytest.mark.parametrize(("gap", "part"), [(60.0, 1.0), (50.0, 0.879), (10.0, 0.6)])
def test_shapes_that_stay_where_they_are_get_smaller_where_they_cover_each_other(gap, part):
    # circles of 56 px: at 50 px from each other they may have 50 / 56 of their size, and a little less
    nodes, _ = three_in_a_row(gap)

    assert part_apart(nodes) == pytest.approx(part, abs=1e-3)


def test_shapes_of_an_arrangement_do_not_cover_each_other_whatever_measure_they_show():
    # places are found for the diameters of the usual measure; by another one all could be much larger
    network = nx.path_graph([f"a{place}" for place in range(12)])
    nx.set_node_attributes(network, "actor", "mode")
    for node in network:
        network.nodes[node]["short_name"] = node
    sizes = Encoding(size=dict.fromkeys(network, 9.0), size_name="partners")

    drawing = draw(network, layout(network), sizes, arrange=Arrange(dict.fromkeys(network, (8.0, 8.0))))

    assert part_apart(drawing.shown) >= 0.985
