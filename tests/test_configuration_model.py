"""The model of chance keeps the numbers of ties, and its tails are exact."""

from itertools import product
from pathlib import Path

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import graph
from graph.expected.configuration import NotBinaryError, solve
from graph.kernels.tails import tails_of

GOLDEN = Path(__file__).parent / "golden" / "networks"

binary = st.tuples(st.integers(1, 7), st.integers(1, 7)).flatmap(
    lambda shape: st.lists(
        st.lists(st.sampled_from([0, 1]), min_size=shape[1], max_size=shape[1]), min_size=shape[0], max_size=shape[0]
    )
)


def test_the_worked_example_of_three_actors_and_three_projects():
    chances = graph.configuration_model([[0, 0, 1], [0, 1, 0], [1, 0, 1]])

    assert chances.round(4).tolist() == [
        [0.2158, 0.2158, 0.5684],
        [0.2158, 0.2158, 0.5684],
        [0.5684, 0.5684, 0.8631],
    ]


@given(binary)
def test_every_actor_and_project_keeps_its_number_of_ties(matrix):
    cells, chances = np.array(matrix), graph.configuration_model(matrix)

    assert chances.sum(axis=0) == pytest.approx(cells.sum(axis=0), abs=1e-9)
    assert chances.sum(axis=1) == pytest.approx(cells.sum(axis=1), abs=1e-9)
    assert ((chances >= 0) & (chances <= 1)).all()


def test_where_the_numbers_leave_no_choice_chances_are_certain():
    staircase = [[1, 1, 1], [1, 1, 0], [1, 0, 0]]

    assert graph.configuration_model(staircase).tolist() == staircase


def test_a_forced_block_is_certain_though_no_actor_is_everywhere():
    matrix = [[1, 1, 1, 0], [1, 1, 0, 1], [1, 0, 0, 0], [0, 1, 0, 0]]

    assert graph.configuration_model(matrix).round(9).tolist() == [
        [1, 1, 0.5, 0.5],
        [1, 1, 0.5, 0.5],
        [0.5, 0.5, 0, 0],
        [0.5, 0.5, 0, 0],
    ]


@pytest.mark.parametrize("empty", [np.zeros((0, 0)), np.zeros((2, 0)), np.zeros((0, 3)), np.zeros((2, 3))])
def test_without_ties_nothing_is_expected(empty):
    assert graph.configuration_model(empty).tolist() == empty.tolist()


@pytest.mark.parametrize("wrong", [[0, 1], [[2]], [[0.5]], [[[1]]]])
def test_anything_but_a_table_of_0_and_1_is_refused(wrong):
    with pytest.raises(NotBinaryError, match="a table of 0 and 1"):
        graph.configuration_model(wrong)


def test_classes_of_equal_numbers_share_their_chances():
    model = solve([1, 1, 2], [1, 1, 2])

    assert model.rows.sizes.tolist() == [2, 1]
    assert model.chances.round(4).tolist() == [[0.2158, 0.5684], [0.5684, 0.8631]]


@given(
    st.lists(st.tuples(st.sampled_from([0.0, 1.0, 0.1, 0.37, 0.9]), st.integers(1, 3)), min_size=1, max_size=4),
    st.integers(0, 12),
)
def test_tails_are_those_of_all_outcomes_counted_one_by_one(groups, seen):
    chances, sizes = (np.array(column) for column in zip(*groups, strict=True))
    coins = np.repeat(chances, sizes)
    outcomes = [
        (sum(heads), np.prod(np.where(heads, coins, 1 - coins))) for heads in product([0, 1], repeat=len(coins))
    ]

    more, less = tails_of(chances.astype(float), sizes.astype(np.int64), seen)

    assert more == pytest.approx(sum(weight for heads, weight in outcomes if heads >= seen), abs=1e-12)
    assert less == pytest.approx(sum(weight for heads, weight in outcomes if heads <= seen), abs=1e-12)


# bicm 3.4.0 (solve_tool, newton) for the chances, scipy.stats.poisson_binom for the tails
DAVIS = [
    (("Brenda Rogers", "Evelyn Jefferson"), 6, 4.608657, 0.268200, 0.897029),
    (("Charlotte McDowd", "Evelyn Jefferson"), 3, 2.838569, 0.586264, 0.709694),
    (("Dorothy Murchison", "Pearl Oglethorpe"), 2, 0.770838, 0.163140, 0.977093),
    (("Evelyn Jefferson", "Flora Price"), 1, 1.498559, 0.832333, 0.535982),
    (("Evelyn Jefferson", "Theresa Anderson"), 7, 5.147182, 0.186688, 0.935512),
    (("Laura Mandeville", "Nora Fayette"), 2, 4.608657, 0.987634, 0.071912),
]


@pytest.mark.parametrize(("pair", "seen", "expected", "more", "less"), DAVIS)
def test_the_southern_women_meet_as_a_second_implementation_expects(pair, seen, expected, more, less):
    edges = pd.read_csv(GOLDEN / "davis_southern_women.csv")
    women, events = sorted(set(edges["from"])), sorted(set(edges["to"]))
    davis = nx.bipartite.biadjacency_matrix(nx.from_pandas_edgelist(edges, "from", "to"), women, events).toarray()
    of_a, of_b = (graph.configuration_model(davis)[women.index(name)] for name in pair)

    assert davis[[women.index(name) for name in pair]].prod(axis=0).sum() == seen
    assert (of_a * of_b).sum() == pytest.approx(expected, abs=1e-6)
    assert tails_of(of_a * of_b, np.ones(len(events), np.int64), seen) == pytest.approx((more, less), abs=1e-6)
