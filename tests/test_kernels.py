"""Kernels against NetworkX, and the machinery around them."""

import ast
import math
import os
import subprocess
import sys
from itertools import chain
from pathlib import Path

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import UnknownCountingError, UnknownMeasureError
from graph.kernels import compiler, shares, warmup
from graph.kernels.brandes import dependencies
from graph.kernels.connection import components, depth_first
from graph.kernels.csr import compact, contacts, from_ties
from graph.kernels.dijkstra import dependencies_by_length
from graph.kernels.ordering import breadth_first, neighbourly, turned
from graph.kernels.projection_kernel import compact_cooperation
from graph.kernels.traversal import BATCH, distances
from graph.kernels.triangles import count_triangles, upward
from graph.projection import cooperation
from graph.proximity import closest, proximity
from tests.networks import networks, two_mode_networks
from tests.small_region import region, tie

KERNELS = sorted((Path(__file__).parent.parent / "graph" / "kernels").glob("*.py"))

examples = settings(max_examples=60, deadline=None)


def everyone(network):
    return np.arange(len(network), dtype=np.int32)


@examples
@given(network=networks(directed=True))
def test_distances_are_summed_up_towards_each_actor(network):
    found = distances(compact(network).ties, directed=True)

    for v, node in enumerate(network):
        towards = [d for d in nx.single_target_shortest_path_length(network, node).values() if d > 0]
        assert found.total[v] == sum(towards)
        assert found.reaching[v] == len(towards)
        assert found.harmonic[v] == pytest.approx(sum(1 / d for d in towards))
    assert found.longest[0] == max(
        (d for _, ends in nx.all_pairs_shortest_path_length(network) for d in ends.values()), default=0
    )


def test_more_sources_than_fit_in_one_batch_give_the_same_distances():
    ring = nx.cycle_graph(BATCH + 9)

    found = distances(compact(ring).ties, directed=False)

    assert set(found.total) == {sum(min(d, len(ring) - d) for d in range(len(ring)))}
    assert found.longest[0] == len(ring) // 2


def test_a_long_chain_is_walked_in_time_proportional_to_what_there_is():
    chain = compact(nx.path_graph(3000)).ties

    assert distances(chain, directed=False).longest[0] == 2999


@examples
@given(network=networks(directed=True), data=st.data())
def test_dependencies_of_some_sources_are_those_of_networkx(network, data):
    sources = sorted(data.draw(st.sets(st.integers(0, max(len(network) - 1, 0)), min_size=min(1, len(network)))))
    nodes = list(network)
    wanted = [nodes[v] for v in sources] if nodes else []

    found = dependencies(compact(network).ties, np.array(sources if nodes else [], dtype=np.int32), directed=True)

    expected = nx.betweenness_centrality_subset(network, wanted, nodes)
    assert found.total.tolist() == pytest.approx([expected[node] for node in nodes], abs=1e-9)


@pytest.mark.parametrize("cores", [1, 2, 5])
def test_the_number_of_threads_does_not_change_the_sums(monkeypatch, cores):
    network = compact(nx.barabasi_albert_graph(300, 3, seed=1))
    alone = dependencies(network.ties, everyone(network.ids), directed=False)
    monkeypatch.setattr(shares, "WORTH_A_THREAD", 1)
    monkeypatch.setattr(shares, "_cores", lambda: cores)

    together = dependencies(network.ties, everyone(network.ids), directed=False)

    np.testing.assert_allclose(together.total, alone.total, rtol=1e-12)
    np.testing.assert_allclose(together.squares, alone.squares, rtol=1e-12)


@pytest.mark.parametrize("cores", [1, 2, 5])
def test_the_number_of_threads_does_not_change_the_distances(monkeypatch, cores):
    network = compact(nx.barabasi_albert_graph(2 * BATCH, 3, seed=1))
    alone = distances(network.ties, directed=False)
    monkeypatch.setattr(shares, "WORTH_A_THREAD", 1)
    monkeypatch.setattr(shares, "_cores", lambda: cores)

    together = distances(network.ties, directed=False)

    assert together.total.tolist() == alone.total.tolist()
    np.testing.assert_allclose(together.harmonic, alone.harmonic, rtol=1e-12)


@pytest.mark.parametrize("directed", [False, True])
def test_distances_in_a_network_of_several_batches_are_those_of_networkx(directed):
    network = nx.fast_gnp_random_graph(BATCH + 90, 0.006, seed=4, directed=directed)

    found = distances(compact(network).ties, directed=directed)

    towards = [nx.single_target_shortest_path_length(network, node).values() for node in network]
    assert found.total.tolist() == [sum(lengths) for lengths in towards]
    assert found.reaching.tolist() == [len(lengths) - 1 for lengths in towards]


@examples
@given(network=networks(directed=True))
def test_ties_turned_round_twice_are_the_same_ties(network):
    ties = compact(network).ties

    again = turned(turned(ties, everyone(network)[::-1].copy()), everyone(network)[::-1].copy())

    assert (again.indptr.tolist(), again.indices.tolist()) == (ties.indptr.tolist(), ties.indices.tolist())


def test_every_source_is_in_one_share(monkeypatch):
    monkeypatch.setattr(shares, "_cores", lambda: 3)
    sources = np.arange(50, dtype=np.int32)

    parts = shares.in_shares(lambda part: part.tolist(), sources, batch=8, visits=10**9)

    assert len(parts) == 3
    assert sorted(chain(*parts)) == sources.tolist()


def test_where_all_ties_are_equally_long_lengths_do_not_matter():
    network = compact(nx.karate_club_graph())
    lengths = np.full(len(network.indices), 0.25)

    by_length = dependencies_by_length(network.ties, lengths, everyone(network.ids))

    np.testing.assert_allclose(by_length.total, dependencies(network.ties, everyone(network.ids), directed=False).total)


@examples
@given(network=networks())
def test_triangles_are_counted_once(network):
    ties = compact(network).ties

    assert count_triangles(upward(ties)).tolist() == list(nx.triangles(network).values())


@examples
@given(network=networks())
def test_components_are_those_of_networkx(network):
    label = components(compact(network).ties)

    found = {frozenset(v for v in range(len(network)) if label[v] == number) for number in label}
    numbered = nx.convert_node_labels_to_integers(network)
    assert found == {frozenset(part) for part in nx.connected_components(numbered)}


@examples
@given(network=networks())
def test_in_a_depth_first_forest_descendants_follow_their_ancestor(network):
    tree = depth_first(compact(network).ties)

    for v in range(len(network)):
        below = tree.order[tree.entered[v] : tree.entered[v] + tree.descendants[v]]
        assert below[0] == v
        assert all(tree.parent[u] in below for u in below[1:])


@examples
@given(network=networks())
def test_an_order_of_neighbours_holds_everyone_once(network):
    ties = compact(network).ties

    assert sorted(breadth_first(ties, everyone(network))) == list(range(len(network)))
    assert sorted(neighbourly(ties, everyone(network)[::2])) == list(range(0, len(network), 2))


@examples
@given(network=networks())
def test_proximity_is_that_of_networkx(network):
    for node in network:
        table = proximity(network, node)

        strangers = [(node, other) for other in network if other != node and not network.has_edge(node, other)]
        expected = {other: value for _, other, value in nx.adamic_adar_index(network, strangers) if value > 0}
        assert table["adamic_adar"].to_dict() == pytest.approx(expected)
        allocated = {other: value for _, other, value in nx.resource_allocation_index(network, strangers) if value > 0}
        assert table["resource_allocation"].to_dict() == pytest.approx(allocated)
        for other, count in table["common_neighbours"].items():
            assert count == len(list(nx.common_neighbors(network, node, other)))


@pytest.mark.parametrize("count", [0, 1, 3, 100])
@examples
@given(network=networks())
def test_the_closest_of_all_pairs_are_found_without_scoring_all(count, network):
    found = closest(network, count)

    scores = sorted((value for _, _, value in nx.adamic_adar_index(network) if value > 0), reverse=True)[:count]
    assert [value for _, _, value in found] == pytest.approx(scores)
    for one, other, value in found:
        assert not network.has_edge(one, other)
        assert value == pytest.approx(next(nx.adamic_adar_index(network, [(one, other)]))[2])


def test_the_closest_pair_shares_the_contact_with_the_fewest_others():
    network = nx.Graph(["ax", "xb", "cy", "yd", "ye"])

    assert closest(network, 1) == [("a", "b", pytest.approx(1 / math.log(2)))]
    assert closest(network, 1, "resource_allocation") == [("a", "b", pytest.approx(1 / 2))]


def test_an_unknown_score_is_named():
    with pytest.raises(UnknownMeasureError, match="'jaccard' is not one of common_neighbours"):
        closest(nx.path_graph(3), 1, "jaccard")


@pytest.mark.parametrize("counting", ["full", "fractional", "binary"])
@examples
@given(two_mode=two_mode_networks())
def test_arrays_hold_the_ties_and_weights_of_the_cooperation_network(counting, two_mode):
    takes_part = [(u, v) if u.startswith("actor") else (v, u) for u, v in two_mode.edges]
    dataset = region(
        actors=[{"id": node, "name": node} for node in two_mode if node.startswith("actor")],
        projects=[{"id": node, "name": node} for node in two_mode if node.startswith("project")],
        ties=[tie(actor, "partner", project) for actor, project in takes_part],
    )

    arrays = compact_cooperation(dataset.ties, counting, actors=dataset.actors)

    expected = compact(cooperation(dataset, counting))
    assert arrays.ids == expected.ids
    assert arrays.indptr.tolist() == expected.indptr.tolist()
    assert arrays.indices.tolist() == expected.indices.tolist()
    assert arrays.weights.tolist() == pytest.approx(expected.weights.tolist())


def test_a_participation_named_twice_counts_once():
    rows = pd.DataFrame({"from_id": ["a", "a", "b"], "to_id": ["p", "p", "p"]})

    assert compact_cooperation(rows).weights.tolist() == [1, 1]


def test_a_participation_of_a_stranger_is_named():
    rows = pd.DataFrame({"from_id": ["a", "x"], "to_id": ["p", "p"]})

    with pytest.raises(KeyError, match="x"):
        compact_cooperation(rows, actors=pd.DataFrame({"id": ["a"]}))


def test_an_unknown_counting_is_named():
    with pytest.raises(UnknownCountingError, match="'half'"):
        compact_cooperation(pd.DataFrame({"from_id": [], "to_id": []}), "half")


def test_ties_stand_sorted_in_both_rows_and_self_ties_apart():
    arrays = compact(nx.Graph([("b", "a", {"weight": 2}), ("c", "b"), ("c", "c", {"weight": 7})]))

    assert arrays.ids == ("b", "a", "c")
    assert arrays.indptr.tolist() == [0, 2, 3, 4]
    assert arrays.indices.tolist() == [1, 2, 0, 0]
    assert arrays.weights.tolist() == [2, 1, 2, 1]
    assert arrays.loops.tolist() == pytest.approx([np.nan, np.nan, 7], nan_ok=True)


def test_arrays_cannot_be_changed():
    arrays = compact(nx.path_graph(3))

    with pytest.raises(ValueError, match="read-only"):
        arrays.weights[0] = 9


def test_the_mutual_weight_of_a_directed_pair_is_the_sum_of_both_ways():
    one = np.array([0, 1, 1], dtype=np.int32), np.array([1, 0, 2], dtype=np.int32), np.array([2.0, 3.0, 0.0])

    mutual = contacts(from_ties(("a", "b", "c"), one, directed=True), weighted=True)

    assert mutual.indptr.tolist() == [0, 1, 2, 2]  # the tie of strength 0 is none
    assert mutual.weights.tolist() == [5, 5]


def test_warming_up_twice_compiles_once():
    first, second = warmup.start(), warmup.start()
    first.join()

    assert first is second
    assert warmup.is_ready()


def test_a_kernel_is_compiled_even_where_nothing_may_be_written(monkeypatch):
    njit = compiler.numba.njit

    def without_disk(cache=False, **options):
        if cache:
            raise RuntimeError("cannot cache function: no locator available")
        return njit(**options)

    monkeypatch.setattr(compiler.numba, "njit", without_disk)

    @compiler.compiled
    def twice(number):
        return 2 * number

    assert twice(21) == 42


def test_the_directory_for_compiled_kernels_can_be_chosen(tmp_path):
    code = "import networkx; from graph.measures import measure_table as m; m(networkx.path_graph(3), ['core_number'])"

    subprocess.run([sys.executable, "-c", code], env={**os.environ, "NUMBA_CACHE_DIR": str(tmp_path)}, check=True)

    assert list(tmp_path.rglob("cores.core_numbers*.nbc"))


@pytest.mark.parametrize("file", KERNELS, ids=lambda file: file.stem)
def test_a_kernel_calls_only_kernels_of_its_own_file(file):
    """Compiled code on disk is renewed when its own file changes, and only then."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    imported = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("graph.kernels.")
        for alias in node.names
        if alias.name.islower()  # records are no kernels
    }
    kernels = [
        node
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and any(ast.unparse(mark) == "compiled" for mark in node.decorator_list)
    ]

    for kernel, name in ((kernel, name) for kernel in kernels for name in imported):
        calls = (node for node in ast.walk(kernel) if isinstance(node, ast.Call))
        assert name not in {ast.unparse(call.func) for call in calls}, f"{kernel.name} calls {name}"


@pytest.mark.parametrize(
    "file", [file for file in KERNELS if "@compiled" in file.read_text("utf-8")], ids=lambda file: file.stem
)
def test_every_file_of_kernels_names_its_source(file):
    text = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""

    assert "References\n" in text


def test_in_a_complete_network_no_pair_is_left():
    assert closest(nx.complete_graph(5), 10) == []
