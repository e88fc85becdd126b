"""Gould-Fernandez roles: each by its smallest example, all against counting by hand."""

from collections import Counter

import networkx as nx
import pandas as pd
import pytest
from hypothesis import given, settings

import graph
from graph.brokerage import ROLES, Brokered, brokerage_table, brokered_groups, most_brokered
from graph.errors import UnknownAttributeError
from tests.networks import actors_of_types, networks
from tests.small_region import funded_regions

examples = settings(max_examples=80, deadline=None)


def roles_of(actor, network):
    row = brokerage_table(network).loc[actor, list(ROLES)]
    return {role: count for role, count in row.items() if count}


@pytest.mark.parametrize(
    ("types", "role"),
    [
        ("HHH", "coordinator"),
        ("KHH", "gatekeeper"),
        ("HHK", "representative"),
        ("KHK", "itinerant"),
        ("KHV", "liaison"),
    ],
)
def test_the_groups_along_a_two_step_path_give_the_role(types, role):
    network = actors_of_types("ab", "bc", directed=True, **dict(zip("abc", types, strict=True)))

    assert roles_of("b", network) == {role: 1}
    assert roles_of("a", network) == roles_of("c", network) == {}


def test_a_direct_tie_leaves_nothing_to_broker():
    network = actors_of_types("ab", "bc", "ac", directed=True, a="H", b="H", c="K")

    assert roles_of("b", network) == {}


def test_a_direct_tie_the_other_way_does_not_help():
    network = actors_of_types("ab", "bc", "ca", directed=True, a="H", b="H", c="K")

    assert roles_of("b", network) == {"representative": 1}


def test_there_and_back_is_no_path_between_two():
    network = actors_of_types("ab", "ba", directed=True, a="H", b="H")

    assert roles_of("b", network) == {}


def test_an_undirected_tie_counts_in_both_directions():
    network = actors_of_types("ab", "bc", a="Hochschule", b="Hochschule", c="Kommune")

    assert roles_of("b", network) == {"gatekeeper": 1, "representative": 1}
    assert brokerage_table(network).loc["b", "total"] == 2


def test_an_actor_without_a_type_takes_no_part():
    network = actors_of_types("ab", "bc", "bd", a="H", b="H", c="K", d="")
    network.nodes["d"].pop("type")

    table = brokerage_table(network)

    assert list(table.index) == ["a", "b", "c", "d"]
    assert table.loc["b", list(ROLES)].tolist() == [0, 1, 1, 0, 0]
    assert table.loc["d"].isna().all()


def test_self_ties_do_not_broker():
    network = actors_of_types("ab", "bc", "bb", a="H", b="H", c="K")

    assert roles_of("b", network) == {"gatekeeper": 1, "representative": 1}


def by_hand(network):
    """Gould & Fernandez (1989), table 1, by going through all triples."""
    arcs = set(network.to_directed().edges)
    group = dict(network.nodes(data="type"))
    counts = Counter()
    for a, b in arcs:
        for _, c in (arc for arc in arcs if arc[0] == b):
            if len({a, b, c}) == 3 and (a, c) not in arcs:
                inside = (group[a] == group[b], group[b] == group[c], group[a] == group[c])
                role = {
                    (True, True, True): "coordinator",
                    (False, True, False): "gatekeeper",
                    (True, False, False): "representative",
                    (False, False, True): "itinerant",
                    (False, False, False): "liaison",
                }[inside]
                counts[b, role] += 1
    return counts


@pytest.mark.parametrize("directed", [False, True])
def test_roles_are_those_found_by_going_through_all_triples(directed):
    @examples
    @given(network=networks(directed=directed, self_ties=True))
    def check(network):
        if not len(network):
            return
        table, expected = brokerage_table(network), by_hand(network)
        for node in network:
            assert table.loc[node, list(ROLES)].tolist() == [expected[node, role] for role in ROLES]
            assert table.loc[node, "total"] == sum(expected[node, role] for role in ROLES)

    check()


@examples
@given(network=networks())
def test_expected_roles_add_up_to_the_expected_total(network):
    if not len(network):
        return
    table = brokerage_table(network)

    parts = table[[f"{role}_expected" for role in ROLES]].sum(axis=1)

    pd.testing.assert_series_equal(parts, table["total_expected"], check_names=False, check_dtype=False)


def test_where_chance_leaves_no_room_there_is_no_z_score():
    network = actors_of_types("ab", "bc", "cd", a="H", b="H", c="K", d="K")

    table = brokerage_table(network)

    # between two groups nobody can be a liaison
    assert table["liaison_expected"].tolist() == [0, 0, 0, 0]
    assert table["liaison_z"].isna().all()


def test_in_an_empty_network_nobody_brokers():
    table = brokerage_table(nx.Graph())

    assert table.empty
    assert list(table.columns[:6]) == [*ROLES, "total"]
    assert "liaison_z" in table


def test_a_single_actor_brokers_nothing():
    network = actors_of_types(a="H")

    assert brokerage_table(network).loc["a", [*ROLES, "total"]].tolist() == [0] * 6


def test_an_attribute_that_nobody_has_is_named():
    with pytest.raises(UnknownAttributeError, match="'typ'"):
        brokerage_table(actors_of_types("ab", a="H", b="K"), by="typ")


def test_any_node_attribute_can_be_the_group():
    network = nx.Graph(["ab", "bc"])
    nx.set_node_attributes(network, {"a": "Aalen", "b": "Gmünd", "c": "Aalen"}, "location")

    assert brokerage_table(network, by="location").loc["b", "itinerant"] == 2


def test_a_broker_is_told_between_whom_it_stands():
    network = actors_of_types(
        "xa", "xb", "xc", "xd", "ab", x="Kammer", a="Hochschule", b="Hochschule", c="Kommune", d="Hochschule"
    )

    # a-d and b-d within the universities (a-b know each other), a-c, b-c, d-c across
    assert brokered_groups(network, "x") == (
        Brokered("Hochschule", "Kommune", 3),
        Brokered("Hochschule", "Hochschule", 2),
    )


def test_in_a_directed_network_a_broker_is_told_from_whom_to_whom():
    network = actors_of_types("ab", "bc", "bd", directed=True, a="Land", b="Verein", c="Kommune", d="")

    assert brokered_groups(network, "b") == (Brokered("Land", "Kommune", 1),)


def test_who_has_no_open_pair_of_contacts_brokers_between_nobody():
    network = actors_of_types("ab", a="H", b="K")

    assert brokered_groups(network, "a") == ()


@examples
@given(funded_regions())
def test_the_pair_brokered_most_is_the_first_of_all_pairs(dataset):
    network = graph.cooperation(dataset)

    firsts = [next(iter(brokered_groups(network, actor)), None) for actor in network]

    assert most_brokered(network, range(len(network))) == firsts
