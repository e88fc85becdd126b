"""Measures of actors: NetworkX's values on any network, defined results on odd ones."""

import csv
import warnings
from decimal import Decimal
from pathlib import Path

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import NeedsDatasetError, NotTwoModeError, UnknownMeasureError, UnusableWeightError
from graph.kernels.csr import compact
from graph.measures import MEASURES, Sampling, measure_table, on_network, rank, study
from graph.measures.registry import RECORDS, On
from tests.networks import actors_of_types, networks, two_mode_networks, without_self_ties
from tests.small_region import actor, project, region, tie

PUBLISHED = Path(__file__).parent / "golden" / "networks" / "published_measures.csv"

examples = settings(max_examples=60, deadline=None)


def by_strength_as_length(network):
    long = network.copy()
    for _, _, attributes in long.edges(data=True):
        attributes["length"] = 1 / attributes["weight"]
    return nx.betweenness_centrality(long, weight="length")


# What NetworkX says. `nodes` is passed to effective_size because the way without it normalises weighted and
# directed ties by the wrong node (networkx/networkx#8906).
ORACLES = {
    "degree": lambda network: dict(network.degree),
    "strength": lambda network: dict(network.degree(weight="weight")),
    "betweenness": nx.betweenness_centrality,
    "betweenness_weighted": by_strength_as_length,
    "closeness": nx.closeness_centrality,
    "harmonic": nx.harmonic_centrality,
    "eigenvector": nx.eigenvector_centrality,
    "pagerank": nx.pagerank,
    "core_number": lambda network: nx.core_number(without_self_ties(network)),
    "clustering": nx.clustering,
    "constraint": nx.constraint,
    "constraint_weighted": lambda network: nx.constraint(network, weight="weight"),
    "effective_size": lambda network: nx.effective_size(network, nodes=list(network)),
    "effective_size_weighted": lambda network: nx.effective_size(network, nodes=list(network), weight="weight"),
}


def oracle(measure, network):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # NetworkX divides by the degree of isolates
        return ORACLES[measure](network) if len(network) else {}


def assert_as_networkx(network, measures):
    table = measure_table(network, measures)

    assert list(table.index) == list(network)
    for measure in measures:
        assert table[measure].to_dict() == pytest.approx(oracle(measure, network), abs=1e-9, nan_ok=True), measure


@pytest.mark.parametrize("measure", sorted(set(ORACLES) - {"eigenvector"}))
@examples
@given(network=networks())
def test_values_are_those_of_networkx(measure, network):
    assert_as_networkx(network, [measure])


@pytest.mark.parametrize("measure", sorted(set(ORACLES) - {"eigenvector", "effective_size", "effective_size_weighted"}))
@examples
@given(network=networks(directed=True))
def test_values_of_directed_networks_are_those_of_networkx(measure, network):
    assert_as_networkx(network, [measure])


@pytest.mark.parametrize("measure", ["effective_size", "effective_size_weighted"])
@examples
@given(network=networks(directed=True))
def test_effective_size_of_directed_networks_is_that_of_networkx_where_actors_send_ties(measure, network):
    senders = [node for node in network if network.out_degree(node)]
    found, expected = measure_table(network, [measure])[measure], oracle(measure, network)

    # NetworkX calls actors that only receive ties isolated; they have contacts here
    assert found[senders].to_dict() == pytest.approx({node: expected[node] for node in senders}, abs=1e-9)


@examples
@given(network=networks())
def test_eigenvector_centrality_is_that_of_networkx_wherever_its_iteration_settles(network):
    try:
        expected = oracle("eigenvector", network)
    except nx.PowerIterationFailedConvergence:
        return

    assert measure_table(network, ["eigenvector"])["eigenvector"].to_dict() == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize(
    "measure",
    [
        "degree",
        "strength",
        "betweenness",
        "closeness",
        "harmonic",
        "pagerank",
        "core_number",
        "clustering",
        "constraint",
    ],
)
@pytest.mark.parametrize("directed", [False, True])
@examples
@given(data=st.data())
def test_self_ties_count_as_in_networkx(measure, directed, data):
    assert_as_networkx(data.draw(networks(directed=directed, self_ties=True)), [measure])


def test_self_ties_count_as_contacts_in_structural_holes_as_in_networkx():
    network = nx.Graph([("a", "a"), ("a", "b"), ("b", "c"), ("c", "a"), ("c", "c"), ("c", "d")])

    table = measure_table(network, ["constraint", "effective_size"])

    assert table["constraint"].to_dict() == pytest.approx(nx.constraint(network), abs=1e-9)
    assert table["effective_size"].to_dict() == pytest.approx(nx.effective_size(network), abs=1e-9)


def test_an_actor_tied_only_with_itself_has_no_contacts():
    network = nx.Graph([("a", "a", {"weight": 3}), ("b", "c", {"weight": 3})])

    table = measure_table(network, ["constraint_weighted", "effective_size_weighted"])

    assert table.isna().loc["a"].all()
    assert table.notna().loc["b"].all()


@examples
@given(network=networks(), seed=st.randoms(use_true_random=False))
def test_values_do_not_depend_on_names_and_order(network, seed):
    nodes = list(network)
    seed.shuffle(nodes)
    renamed = nx.Graph()
    renamed.add_nodes_from((f"renamed {node}", network.nodes[node]) for node in nodes)
    renamed.add_edges_from((f"renamed {v}", f"renamed {u}", tie) for u, v, tie in network.edges(data=True))
    measures = on_network(On.COOPERATION, with_records=False)

    table = measure_table(renamed, measures).loc[[f"renamed {node}" for node in network]]

    np.testing.assert_allclose(table.to_numpy(), measure_table(network, measures).to_numpy(), atol=1e-9)


@examples
@given(network=networks(self_ties=True))
def test_measuring_does_not_change_the_network(network):
    before = nx.node_link_data(network)

    measure_table(network)

    assert nx.node_link_data(network) == before


@examples
@given(network=networks(max_actors=7), extra=st.data())
def test_more_ties_never_lower_a_core_number(network, extra):
    if len(network) < 2:
        return
    more = network.copy()
    more.add_edge(*extra.draw(st.permutations(list(network)))[:2])

    before, after = (measure_table(each, ["core_number"])["core_number"] for each in (network, more))

    assert (after >= before).all()


def test_isolates_have_no_structural_holes_and_no_types_to_compare_but_a_degree_of_zero():
    network = actors_of_types("ab", a="Hochschule", b="Kommune", c="Verein")

    isolate = measure_table(network).loc["c"]

    missing = {"constraint", "constraint_weighted", "effective_size", "effective_size_weighted", "ei_index"}
    assert set(isolate.index[isolate.isna()]) == missing
    assert isolate[["degree", "strength", "closeness", "harmonic", "betweenness", "core_number"]].tolist() == [0] * 6


def test_nothing_can_be_measured_in_an_empty_network():
    table = measure_table(nx.Graph())

    assert table.empty
    assert list(table.columns) == list(on_network(On.COOPERATION, with_records=False))


@pytest.mark.parametrize("kind", [nx.Graph, nx.DiGraph])
def test_a_single_actor_has_defined_values(kind):
    network = kind()
    network.add_node("alone", type="Verein")

    row = measure_table(network, [key for key in ORACLES if key != "eigenvector"]).loc["alone"]

    assert row["pagerank"] == 1
    assert row.drop(["pagerank", *(key for key in row.index if "constraint" in key or "size" in key)]).eq(0).all()


def test_parallel_ties_are_added_up():
    parallel = nx.MultiGraph([("a", "b", {"weight": 2}), ("a", "b", {"weight": 3}), ("b", "c")])
    simple = nx.Graph([("a", "b", {"weight": 5}), ("b", "c", {"weight": 1})])

    pd.testing.assert_frame_equal(measure_table(parallel), measure_table(simple))


def test_parallel_ties_in_one_direction_are_added_up():
    parallel = nx.MultiDiGraph([("a", "b"), ("a", "b"), ("b", "a"), ("b", "c")])
    simple = nx.DiGraph([("a", "b", {"weight": 2}), ("b", "a"), ("b", "c")])

    pd.testing.assert_frame_equal(measure_table(parallel), measure_table(simple))


@pytest.mark.parametrize("weight", [-1, float("inf"), float("nan"), None, "viel"])
def test_a_weight_that_is_no_strength_is_named(weight):
    network = nx.Graph([("a", "b", {"weight": weight})])

    with pytest.raises(UnusableWeightError, match=r"'a' - 'b'"):
        measure_table(network, ["strength"])


def test_exact_amounts_may_be_weights():
    network = nx.Graph([("a", "b", {"weight": Decimal("2.50")})])

    assert measure_table(network, ["strength"])["strength"].to_dict() == {"a": 2.5, "b": 2.5}


def test_no_way_leads_through_a_tie_without_strength():
    network = nx.Graph([("a", "b", {"weight": 1}), ("b", "c", {"weight": 0}), ("b", "d", {"weight": 1})])

    between = measure_table(network, ["betweenness_weighted", "betweenness"])

    assert between.loc["b"].to_dict() == pytest.approx({"betweenness_weighted": 1 / 3, "betweenness": 1})


def test_strong_ties_are_short_ways():
    network = nx.Graph()
    network.add_weighted_edges_from([("a", "b", 5), ("b", "c", 5), ("a", "c", 1)])

    assert measure_table(network, ["betweenness_weighted"])["betweenness_weighted"].to_dict() == {
        "a": 0,
        "b": 1,
        "c": 0,
    }


def test_two_equal_components_share_the_eigenvector_however_slowly_the_iteration_settles():
    path = nx.path_graph(9)
    network = nx.disjoint_union(path, path)

    values = measure_table(network, ["eigenvector"])["eigenvector"].to_numpy()

    single = np.array(list(nx.eigenvector_centrality_numpy(path).values()))
    np.testing.assert_allclose(values[:9], values[9:], atol=1e-9)
    np.testing.assert_allclose(values[:9] * 2**0.5, single, atol=1e-3)


def test_a_directed_network_without_circles_has_no_eigenvector():
    chain = nx.DiGraph([("a", "b"), ("b", "c"), ("c", "d")])

    assert measure_table(chain, ["eigenvector"])["eigenvector"].isna().all()


def test_the_ei_index_goes_from_only_own_type_to_only_other_types():
    network = actors_of_types("ab", "ac", "ad", "bd", a="Hochschule", b="Hochschule", c="Kommune", d="Verein")

    # a: one own, two others; b: one own, one other; c and d: only others
    assert measure_table(network, ["ei_index"])["ei_index"].to_dict() == pytest.approx(
        {"a": 1 / 3, "b": 0, "c": 1, "d": 1}
    )


def test_a_tie_to_an_actor_of_unknown_type_says_nothing_on_types():
    network = actors_of_types("ab", "ac", a="Hochschule", b="Kommune", c="")

    assert measure_table(network, ["ei_index"])["ei_index"].to_dict() == pytest.approx(
        {"a": 1, "b": 1, "c": float("nan")}, nan_ok=True
    )


@examples
@given(network=two_mode_networks())
def test_two_mode_values_are_those_of_networkx(network):
    actors = [node for node, mode in network.nodes(data="mode") if mode == "actor"]

    table = measure_table(network, ["degree_two_mode", "closeness_two_mode"])

    assert table["degree_two_mode"].to_dict() == pytest.approx(nx.bipartite.degree_centrality(network, actors))
    assert table["closeness_two_mode"].to_dict() == pytest.approx(nx.bipartite.closeness_centrality(network, actors))


@examples
@given(network=two_mode_networks())
def test_two_mode_betweenness_is_that_of_networkx_where_betweenness_is_possible(network):
    actors = [node for node, mode in network.nodes(data="mode") if mode == "actor"]
    values = measure_table(network, ["betweenness_two_mode"])["betweenness_two_mode"]
    if len(network) == 2:
        assert values.isna().all()
        return
    try:
        expected = nx.bipartite.betweenness_centrality(network, actors)
    except ZeroDivisionError:  # one of the modes leaves nothing to stand between
        return

    assert values.to_dict() == pytest.approx(expected, abs=1e-9)


def test_the_error_of_two_mode_betweenness_is_its_own():
    network = nx.Graph()
    network.add_nodes_from((f"a{i}" for i in range(40)), mode="actor")
    network.add_nodes_from((f"p{i}" for i in range(20)), mode="project")
    network.add_edges_from((f"a{i}", f"p{(i * step + step) % 20}") for i in range(40) for step in (1, 3))
    sampling = Sampling(exact_up_to=10, samples=12, seed=1)

    table = measure_table(network, ["betweenness_two_mode"], sampling=sampling)

    plain = study(network, sampling=sampling).betweenness
    known = plain.values > 0
    share = table["betweenness_two_mode"].to_numpy()[known] / plain.values[known]
    found = table.attrs["sampled"]["betweenness_two_mode"]
    assert found == {"samples": 12, "error": pytest.approx((plain.error[known] * share).max())}
    assert found["error"] > plain.error.max()


def test_two_mode_measures_refuse_a_tie_within_a_mode():
    network = nx.Graph([("a", "b"), ("a", "p")])
    network.add_nodes_from("ab", mode="actor")
    network.add_node("p", mode="project")

    with pytest.raises(NotTwoModeError, match="'a' and 'b' are tied and both of mode 'actor'"):
        measure_table(network, ["degree_two_mode"])


def test_two_mode_measures_refuse_a_node_without_mode():
    with pytest.raises(NotTwoModeError, match="'a' has no attribute 'mode'"):
        measure_table(nx.Graph([("a", "p")]), ["closeness_two_mode"])


def test_the_measures_shown_by_default_fit_the_network():
    two_mode = nx.Graph([("a", "p")])
    two_mode.add_node("a", mode="actor")
    two_mode.add_node("p", mode="project")

    assert "betweenness_two_mode" in measure_table(two_mode)
    assert "constraint" in measure_table(nx.path_graph(3))
    assert "constraint" not in measure_table(nx.DiGraph([("a", "b")]))


def test_projects_and_money_are_counted_in_the_dataset():
    dataset = region(
        actors=[actor("hs"), actor("stadt"), actor("land"), actor("verein")],
        projects=[project("p1"), project("p2")],
        ties=[
            tie("hs", "leads", "p1"),
            tie("hs", "partner", "p1"),
            tie("hs", "partner", "p2"),
            tie("stadt", "supports", "p2"),
            tie("land", "funds", "p1", 900),
            tie("land", "funds", "hs", Decimal("100.50")),
            tie("land", "funds", "hs", 200),
            tie("land", "funds", "stadt", 70, "ceiling"),
        ],
    )
    network = nx.empty_graph(["hs", "stadt", "verein", "p1"])

    table = measure_table(network, ["projects", "projects_led", "funds_received"], dataset=dataset)

    assert table["projects"].to_dict() == pytest.approx({"hs": 2, "stadt": 1, "verein": 0, "p1": np.nan}, nan_ok=True)
    assert table["projects_led"].tolist()[:3] == [1, 0, 0]
    assert table["funds_received"].tolist() == [Decimal("300.50"), None, None, 900]


def test_projects_cannot_be_counted_without_a_dataset():
    with pytest.raises(NeedsDatasetError):
        measure_table(nx.path_graph(2), ["projects"])


def test_an_unknown_measure_is_named_with_those_that_exist():
    with pytest.raises(UnknownMeasureError, match="'centrality' is not one of degree, strength"):
        measure_table(nx.path_graph(2), ["centrality"])


def test_every_measure_is_held_against_an_oracle_or_a_published_value_or_counted_by_hand():
    published = {row["measure"] for row in csv.DictReader(PUBLISHED.read_text("utf-8").splitlines())}
    counted_by_hand = {"projects", "projects_led", "funds_received", "ei_index"}  # in this file

    assert set(MEASURES) - {*ORACLES, *published, *counted_by_hand} == set()


def test_every_measure_says_where_it_comes_from_and_where_it_applies():
    for key, measure in MEASURES.items():
        assert measure.id == key
        assert measure.cite
        assert measure.on


def test_the_strongest_position_has_rank_one_and_low_constraint_is_strong():
    degrees = pd.Series({"a": 5, "b": 7, "c": 5, "d": 1})
    constraints = pd.Series({"a": 0.2, "b": 1.1, "c": float("nan")})

    assert rank(degrees, "degree").to_dict() == {"a": 2, "b": 1, "c": 2, "d": 4}
    assert rank(constraints, "constraint").to_dict() == pytest.approx({"a": 1, "b": 2, "c": np.nan}, nan_ok=True)


def test_a_network_measured_twice_is_prepared_once():
    prepared = study(nx.path_graph(4))

    closeness = measure_table(prepared, ["closeness"])
    harmonic = measure_table(prepared, ["harmonic"])

    assert prepared.distances is prepared.distances
    assert closeness.join(harmonic).shape == (4, 2)


def test_arrays_are_measured_as_the_network_they_come_from():
    network = nx.karate_club_graph()

    pd.testing.assert_frame_equal(measure_table(compact(network)), measure_table(network))


@pytest.mark.parametrize("measure", ["betweenness", "betweenness_weighted"])
def test_a_sample_states_its_size_and_an_error_that_covers_the_truth(measure):
    network = nx.barabasi_albert_graph(400, 3, seed=1)
    exact = measure_table(network, [measure])[measure]
    sampling = Sampling(exact_up_to=100, samples=240, seed=5)

    table = measure_table(network, [measure], sampling=sampling)

    prepared = study(network, sampling=sampling)
    estimate = prepared.betweenness if measure == "betweenness" else prepared.weighted_betweenness
    assert (np.abs(estimate.values - exact) <= estimate.error.max()).mean() > 0.99
    assert table.attrs["sampled"][measure] == {"samples": estimate.samples, "error": estimate.error.max()}
    np.testing.assert_allclose(table[measure], estimate.values)


def test_the_same_seed_draws_the_same_sample():
    network = nx.barabasi_albert_graph(60, 2, seed=1)

    first, again, other = (
        measure_table(network, ["betweenness"], sampling=Sampling(exact_up_to=10, samples=20, seed=seed))
        for seed in (1, 1, 2)
    )

    pd.testing.assert_frame_equal(first, again)
    assert not first.equals(other)


def test_an_exact_table_names_no_sample():
    assert measure_table(nx.path_graph(5)).attrs["sampled"] == {}


def test_fewer_than_three_samples_tell_no_error():
    with pytest.raises(ValueError, match="3 samples"):
        Sampling(samples=2)


def test_records_are_the_measures_that_need_the_dataset():
    for key in MEASURES:
        if key in RECORDS:
            with pytest.raises(NeedsDatasetError):
                measure_table(nx.path_graph(2), [key])
