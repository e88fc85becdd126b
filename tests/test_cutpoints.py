"""Cut points and bridges: who and what holds the network together."""

import networkx as nx
from hypothesis import given, settings

from graph.cutpoints import Bridge, CutPoint, bridges, cut_points
from tests.networks import networks

examples = settings(max_examples=150, deadline=None)


def test_the_middle_of_a_star_holds_it_together():
    star = nx.Graph(["ma", "mb", "mc"])

    # one part keeps the connection to itself, the others lose it
    assert cut_points(star) == (CutPoint("m", (("b",), ("c",)), remaining=1),)


def test_who_cuts_off_most_comes_first_and_smaller_parts_come_last():
    network = nx.Graph(["ab", "bc", "ca", "cd", "de", "cf"])

    assert cut_points(network) == (
        CutPoint("c", (("d", "e"), ("f",)), remaining=2),
        CutPoint("d", (("e",),), remaining=4),
    )
    assert cut_points(network)[0].lost == ("d", "e", "f")


def test_a_ring_has_no_cut_point_and_no_bridge():
    ring = nx.cycle_graph(5)

    assert cut_points(ring) == ()
    assert bridges(ring) == ()


def test_a_bridge_names_the_smaller_side():
    network = nx.Graph(["ab", "bc", "ca", "cd", "de", "ef", "fd", "ag"])

    assert bridges(network) == (
        Bridge("c", "d", ("d", "e", "f"), remaining=4),
        Bridge("a", "g", ("g",), remaining=6),
    )


def test_two_actors_are_held_together_by_their_tie():
    assert bridges(nx.Graph(["ab"])) == (Bridge("a", "b", ("b",), remaining=1),)
    assert cut_points(nx.Graph(["ab"])) == ()


def test_nothing_falls_apart_in_networks_without_ties():
    assert cut_points(nx.Graph()) == bridges(nx.Graph()) == ()
    assert cut_points(nx.empty_graph(3)) == bridges(nx.empty_graph(3)) == ()


def test_direction_does_not_count():
    assert cut_points(nx.DiGraph(["ab", "cb"])) == (CutPoint("b", (("c",),), remaining=1),)


def test_ties_of_a_pair_in_both_directions_are_one_connection():
    assert bridges(nx.DiGraph(["ab", "ba"])) == (Bridge("a", "b", ("b",), remaining=1),)


@examples
@given(network=networks(self_ties=True))
def test_cut_points_are_those_of_networkx(network):
    assert {point.actor for point in cut_points(network)} == set(nx.articulation_points(network))


@examples
@given(network=networks(self_ties=True))
def test_without_a_cut_point_its_part_falls_into_what_is_named(network):
    for point in cut_points(network):
        rest = network.subgraph(nx.node_connected_component(network, point.actor) - {point.actor})
        parts = {frozenset(part) for part in nx.connected_components(rest)}

        assert {frozenset(part) for part in point.parts} < parts
        assert len(point.lost) + point.remaining == len(rest)
        assert point.remaining == max(map(len, parts))


@examples
@given(network=networks(self_ties=True))
def test_bridges_are_those_of_networkx_and_name_both_sides(network):
    found = bridges(network)

    assert {frozenset((bridge.near, bridge.far)) for bridge in found} == set(map(frozenset, nx.bridges(network)))
    for bridge in found:
        rest = network.copy()
        rest.remove_edge(bridge.near, bridge.far)
        assert set(bridge.lost) == nx.node_connected_component(rest, bridge.far)
        assert bridge.remaining == len(nx.node_connected_component(rest, bridge.near)) >= len(bridge.lost)
