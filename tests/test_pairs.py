"""Which actors cooperate, as columns."""

from dataclasses import replace
from unittest.mock import patch

from hypothesis import given

import graph
from graph import projection
from graph.evidence.reading import partners
from graph.kernels.csr import compact
from graph.pairs import compact_pairs, cooperations
from graph.projection import around, shared_projects
from tests.small_region import funded_regions, project, region, tie


def the_reef():
    """A and B share two projects, C only declares to work with A, and B and D sit in one body."""
    return region(
        projects=[project("Reef"), project("Moor")],
        ties=[
            *(tie(actor, "partner", name) for name in ("Reef", "Moor") for actor in ("B", "A")),
            tie("C", "cooperates_with", "A", certainty="unconfirmed"),
            tie("D", "member_of", "Bund"),
            tie("B", "member_of", "Bund"),
        ],
    )


def test_each_pair_stands_once_in_the_order_of_ids_with_what_it_shares():
    found = cooperations(the_reef())

    assert list(found.ends()) == [("A", "B"), ("A", "C")]
    assert found.projects.tolist() == [2, 0]
    assert found.declared.tolist() == [False, True]
    assert found.shared_projects == (["Reef", "Moor"], [2, 2])


def test_partners_are_counted_for_every_actor_also_for_those_who_have_none():
    assert cooperations(the_reef()).partners == {"A": 2, "B": 1, "Bund": 0, "C": 1, "D": 0}


def test_a_common_body_is_counted_only_when_asked_for():
    found = cooperations(the_reef(), membership=True)

    assert list(found.ends()) == [("A", "B"), ("A", "C"), ("B", "D")]
    assert found.bodies.tolist() == [0, 0, 1]


def test_pairs_are_counted_by_the_certainty_of_their_best_statement():
    assert cooperations(the_reef()).certainty_counts() == {"confirmed": 1, "conflicting": 0, "unconfirmed": 1}


def test_a_region_without_actors_has_no_pairs():
    assert len(cooperations(region())) == 0


@given(funded_regions())
def test_the_columns_say_what_the_network_says(dataset):
    network, found = graph.cooperation(dataset), cooperations(dataset)

    assert {frozenset(ends) for ends in found.ends()} == {frozenset(ends) for ends in network.edges}
    assert found.partners == dict(network.degree)


@given(funded_regions())
def test_the_ties_of_an_actor_are_whole_in_the_data_around_it(dataset):
    network = graph.cooperation(dataset)
    for actor in dataset.actors["id"]:
        assert graph.cooperation(around(dataset, (actor,)))[actor] == network[actor]


def test_pairs_that_share_one_of_some_projects_are_told():
    assert cooperations(the_reef()).sharing({"Moor"}).tolist() == [True, False]


@given(funded_regions())
def test_the_arrays_are_those_of_the_network(dataset):
    made, expected = compact_pairs(dataset), compact(graph.cooperation(dataset))

    assert (made.ids, made.labels) == (expected.ids, expected.labels)
    for name in ("indptr", "indices", "weights"):
        assert getattr(made, name).tolist() == getattr(expected, name).tolist()


@given(funded_regions())
def test_a_large_region_is_read_by_columns_and_says_the_same_as_row_by_row(dataset):
    small, network = shared_projects(dataset), partners(dataset).compact()

    with patch.object(projection, "_MANY_TIES", -1):
        large, read = shared_projects(dataset), partners(dataset)
        assert read == partners(replace(dataset))

    assert large == small
    assert read.actors == network.ids
    assert read.compact().indices.tolist() == network.indices.tolist()
    assert read.compact().weights.tolist() == network.weights.tolist()
