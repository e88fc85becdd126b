"""Figures on a whole network: NetworkX's where it has them, counted by hand where it has not."""

from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given, settings

from graph.measures import NetworkSummary, Sampling, core_periphery, ei_by_group, network_summary, study
from tests.networks import actors_of_types, networks, two_mode_networks

examples = settings(max_examples=80, deadline=None)


@examples
@given(network=networks())
def test_figures_are_those_of_networkx(network):
    summary = network_summary(network)

    assert summary.actors == len(network)
    assert summary.ties == network.number_of_edges()
    assert summary.components == nx.number_connected_components(network)
    assert summary.isolates == nx.number_of_isolates(network)
    if len(network) > 1:
        assert summary.density == pytest.approx(nx.density(network))
        assert summary.clustering == pytest.approx(nx.average_clustering(network))
        assert (summary.transitivity or 0) == pytest.approx(nx.transitivity(network))
        assert summary.largest_component == max(map(len, nx.connected_components(network)))


@examples
@given(network=networks(directed=True))
def test_distances_are_means_over_the_ordered_pairs_with_a_path(network):
    found = [d for _, ends in nx.all_pairs_shortest_path_length(network) for d in ends.values() if d]

    summary = network_summary(network)

    assert summary.mean_distance == (pytest.approx(sum(found) / len(found)) if found else None)
    assert summary.diameter == max(found, default=None)
    if len(network) > 1:
        assert summary.reachable == pytest.approx(len(found) / (len(network) * (len(network) - 1)))


def test_a_star_turns_around_its_middle_and_a_ring_around_nobody():
    star, ring = network_summary(nx.star_graph(6)), network_summary(nx.cycle_graph(6))

    figures = ("degree_centralisation", "closeness_centralisation", "betweenness_centralisation")
    assert [getattr(star, figure) for figure in figures] == pytest.approx([1, 1, 1])
    assert [getattr(ring, figure) for figure in figures] == pytest.approx([0, 0, 0])


def test_closeness_centralisation_speaks_of_the_largest_component():
    star_and_pair = nx.disjoint_union(nx.star_graph(4), nx.path_graph(2))

    assert network_summary(star_and_pair).closeness_centralisation == pytest.approx(1)


def test_centralisation_is_not_defined_for_two_actors_or_directed_ties():
    for network in (nx.path_graph(2), nx.DiGraph(["ab", "bc"])):
        summary = network_summary(network)

        assert summary.degree_centralisation is None
        assert summary.closeness_centralisation is None
        assert summary.betweenness_centralisation is None


def test_an_empty_network_has_counts_and_nothing_else():
    summary = network_summary(nx.Graph())

    counts = {"actors", "ties", "components", "isolates", "largest_component"}
    for figure in NetworkSummary.__slots__:
        assert getattr(summary, figure) == (0 if figure in counts else None), figure


def test_isolates_alone_have_a_density_of_zero_and_no_distances():
    summary = network_summary(nx.empty_graph(3))

    assert (summary.density, summary.components, summary.isolates) == (0, 3, 3)
    assert summary.mean_distance is summary.diameter is summary.transitivity is None
    assert (summary.core_share, summary.highest_core) == (0, 0)


def test_a_self_tie_is_a_tie_but_connects_nobody():
    network = nx.Graph([("a", "a"), ("b", "c")])

    summary = network_summary(network)

    assert (summary.ties, summary.isolates, summary.components) == (2, 1, 2)
    assert summary.density == pytest.approx(1 / 3)


@examples
@given(network=two_mode_networks())
def test_two_mode_clustering_is_that_of_networkx(network):
    found = network_summary(network).two_mode_clustering
    modes = {mode for _, mode in network.nodes(data="mode")}

    if len(modes) == 2:
        assert (found or 0) == pytest.approx(nx.bipartite.robins_alexander_clustering(network))


def test_a_network_of_one_mode_has_no_two_mode_clustering():
    assert network_summary(nx.complete_graph(4)).two_mode_clustering is None


def test_the_ei_index_counts_each_tie_once():
    network = actors_of_types("ab", "ac", "bc", "cd", a="H", b="H", c="K", d="V")

    # within: ab; across: ac, bc, cd
    assert network_summary(network).ei_index == pytest.approx((3 - 1) / 4)


def test_ties_within_and_across_are_told_by_group():
    network = actors_of_types("ab", "ac", "bc", "cd", a="H", b="H", c="K", d="V", e="W", f="")

    table = ei_by_group(network)

    assert table.drop(columns="ei_index").to_dict("index") == {
        "H": {"actors": 2, "internal": 1, "external": 2},
        "K": {"actors": 1, "internal": 0, "external": 3},
        "V": {"actors": 1, "internal": 0, "external": 1},
        "W": {"actors": 1, "internal": 0, "external": 0},
    }
    assert table["ei_index"].to_dict() == pytest.approx({"H": 1 / 3, "K": 1, "V": 1, "W": float("nan")}, nan_ok=True)


def test_ties_outside_the_region_are_counted_where_both_places_are_recorded():
    network = nx.Graph(["ab", "bc", "cd", "ad"])
    nx.set_node_attributes(network, {"a": "Aalen", "b": "Gmünd", "c": "Ulm", "d": ""}, "location")

    summary = network_summary(network, inside={"Aalen", "Gmünd"}.__contains__)

    # ab inside, bc outside, the ties of d unknown
    assert summary.outside_share == pytest.approx(1 / 2)
    assert network_summary(network).outside_share is None


def test_a_tie_is_funded_when_one_of_its_projects_is():
    network = nx.Graph()
    network.add_edge("a", "b", projects=("p1", "p2"))
    network.add_edge("b", "c", projects=("p2",))
    network.add_edge("c", "a", projects=(), declared=True)

    summary = network_summary(network, funded_projects={"p1"})

    assert (summary.funded, summary.unfunded) == (1, 2)


def test_a_prepared_network_is_summed_up_as_itself():
    network = nx.karate_club_graph()

    assert network_summary(study(network)) == network_summary(network)


def test_an_estimated_betweenness_names_its_samples():
    summary = network_summary(nx.path_graph(30), sampling=Sampling(exact_up_to=10, samples=12))

    assert summary.betweenness_samples == 12
    assert network_summary(nx.path_graph(30)).betweenness_samples is None


def test_the_core_of_a_clique_with_hangers_on_is_the_clique():
    network = nx.complete_graph(4)
    network.add_edges_from([(0, "x"), (1, "y"), (2, "z")])

    found = core_periphery(network)

    assert (found.core, found.undecided, found.places) == ((0, 1, 2), (), 0)
    assert (found.misfits, found.fit) == (0, 1)


def test_in_a_ring_the_ties_do_not_tell_who_belongs_to_the_core():
    found = core_periphery(nx.cycle_graph(4))

    assert found.core == ()
    assert (found.undecided, found.places, found.size) == ((0, 1, 2, 3), 2, 2)


def test_without_ties_there_is_no_core():
    found = core_periphery(nx.empty_graph(3))

    assert (found.core, found.undecided, found.size, found.fit) == ((), (), 0, 1)
    assert core_periphery(nx.Graph()).fit is None


@examples
@given(network=networks(max_actors=7))
def test_no_other_division_has_fewer_misfits(network):
    def misfits(core):
        rest = set(network) - set(core)
        missing = sum(not network.has_edge(a, b) for a, b in combinations(core, 2))
        return missing + sum(network.has_edge(a, b) for a, b in combinations(rest, 2))

    found = core_periphery(network)

    cores = [core for size in range(len(network) + 1) for core in combinations(network, size)]
    best = min(map(misfits, cores))
    assert found.misfits == best
    smallest = min(len(core) for core in cores if misfits(core) == best)
    assert found.size == smallest
    assert all(set(found.core) <= set(core) for core in cores if len(core) == smallest and misfits(core) == best)
