"""Groups: found, stable, named by what is typical."""

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.answers.groups import find_groups, runs_for, typical_fields
from graph.projection import cooperation
from tests.small_region import actor, region, tie
from tests.strategies import datasets


def two_circles():
    """Two circles of four who all work together, joined by one tie; "x" works with nobody."""
    network = nx.compose(nx.complete_graph(["a1", "a2", "a3", "a4"]), nx.complete_graph(["b1", "b2", "b3", "b4", "b5"]))
    network.add_edge("a1", "b1")
    network.add_node("x")
    for name in ("a1", "a2", "a3"):
        network.nodes[name]["kompetenzfelder"] = ("Photonik",)
    for name in ("b1", "b2", "b3"):
        network.nodes[name]["kompetenzfelder"] = ("Wasserstoff",)
    return network


def test_two_circles_joined_by_one_tie_are_two_groups_the_larger_first():
    grouping = find_groups(two_circles())

    assert [set(group.members) for group in grouping.groups] == [
        {"b1", "b2", "b3", "b4", "b5"},
        {"a1", "a2", "a3", "a4"},
    ]


def test_an_actor_without_ties_belongs_to_no_group():
    grouping = find_groups(two_circles())

    assert grouping.alone == ("x",)
    assert "x" not in grouping.group_of


def test_a_group_is_named_by_the_field_that_stands_out():
    grouping = find_groups(two_circles())

    assert [group.fields[0].field for group in grouping.groups] == ["Wasserstoff", "Photonik"]


def test_the_most_central_member_comes_first():
    network = nx.star_graph(4)
    nx.relabel_nodes(network, {0: "centre", 1: "p1", 2: "p2", 3: "p3", 4: "p4"}, copy=False)

    assert find_groups(network).groups[0].members[0] == "centre"


def test_clear_groups_are_found_again_in_every_run():
    grouping = find_groups(two_circles(), runs=20)

    assert [group.stability for group in grouping.groups] == [1.0, 1.0]
    assert {membership.together for membership in grouping.memberships} == {20}
    assert not any(membership.ambiguous for membership in grouping.memberships)


def test_a_member_between_two_groups_is_marked_as_ambiguous():
    """Between two equal circles nothing but the seed decides where the middle one goes."""
    network = nx.compose(nx.complete_graph(["a1", "a2", "a3", "a4"]), nx.complete_graph(["b1", "b2", "b3", "b4"]))
    network.add_edges_from([("middle", "a1"), ("middle", "a2"), ("middle", "b1"), ("middle", "b2")])

    grouping = find_groups(network, runs=40)
    middle = next(membership for membership in grouping.memberships if membership.actor == "middle")

    assert middle.ambiguous
    assert {middle.group, middle.alternative} == {1, 2}


def test_the_strength_of_ties_counts():
    network = nx.complete_graph(["a", "b", "c", "d"])
    nx.set_edge_attributes(network, 1, "weight")
    network.edges["a", "b"]["weight"] = network.edges["c", "d"]["weight"] = 20

    assert [set(group.members) for group in find_groups(network).groups] == [{"a", "b"}, {"c", "d"}]


@pytest.mark.parametrize("network", [nx.Graph(), nx.empty_graph(["a", "b"]), nx.Graph([("a", "a")])])
def test_a_network_without_ties_has_no_groups(network):
    grouping = find_groups(network)

    assert grouping.groups == ()
    assert grouping.modularity is None
    assert grouping.alone == tuple(sorted(network))


def test_any_text_can_be_an_id():
    network = nx.Graph([("</script>", "\ud800"), ("\ud800", ""), ("", "</script>")])

    assert find_groups(network).groups[0].members == ("", "</script>", "\ud800")


def test_a_rare_field_of_a_single_member_does_not_name_the_group():
    fields = {"a": ["Photonik", "Bioökonomie"], "b": ["Photonik"], "c": ["Automotive"], "d": ["Automotive"]}

    assert [item.field for item in typical_fields(["a", "b"], fields)] == ["Photonik"]


def test_a_field_everybody_has_is_typical_of_nobody():
    fields = dict.fromkeys("abcd", ("Digitalisierung",))

    assert typical_fields(["a", "b"], fields) == ()


def test_typicality_is_counted_against_chance():
    """Three of three with the field where three of six have it: one draw in 20."""
    fields = {"a": ["F"], "b": ["F"], "c": ["F"], "d": ["G"], "e": ["G"], "f": ["G"]}

    (field,) = typical_fields(["a", "b", "c"], fields)

    assert (field.members, field.expected, field.lift) == (3, 1.5, 2.0)
    assert field.chance == pytest.approx(1 / 20)


def test_actors_without_recorded_field_do_not_dilute_a_group():
    fields = {"a": ["F"], "b": ["F"], "x": [], "y": [], "c": ["G"], "d": ["G"]}

    assert typical_fields(["a", "b", "x", "y"], fields)[0].expected == 1.0


@given(datasets(), st.integers(0, 3))
@settings(max_examples=25, deadline=None)
def test_every_tied_actor_is_in_exactly_one_group_and_the_network_is_unchanged(dataset, seed):
    network = cooperation(dataset)
    before = nx.to_dict_of_dicts(network)

    grouping = find_groups(network, seed=seed, runs=5)

    members = [member for group in grouping.groups for member in group.members]
    assert sorted([*members, *grouping.alone]) == sorted(network)
    assert [group.number for group in grouping.groups] == list(range(1, len(grouping.groups) + 1))
    assert all(nx.is_connected(network.subgraph(group.members)) for group in grouping.groups)
    assert nx.to_dict_of_dicts(network) == before


@given(st.permutations(["a1", "a2", "a3", "a4", "b1", "b2", "b3", "b4", "b5", "x"]))
@settings(max_examples=10, deadline=None)
def test_the_order_of_rows_does_not_matter(order):
    network = two_circles()
    shuffled = nx.Graph()
    shuffled.add_nodes_from((name, network.nodes[name]) for name in order)
    shuffled.add_edges_from(reversed(list(network.edges)))

    assert find_groups(shuffled) == find_groups(network)


def test_groups_of_a_dataset_are_named_by_what_actors_record():
    dataset = region(
        [
            actor("uni", kompetenzfelder=("Photonik",)),
            actor("lab", kompetenzfelder=("Photonik",)),
            actor("town", kompetenzfelder=("Kultur",)),
            actor("club", kompetenzfelder=("Kultur",)),
        ],
        [],
        [tie("uni", "cooperates_with", "lab"), tie("town", "cooperates_with", "club")],
    )

    grouping = find_groups(cooperation(dataset))

    assert {group.fields[0].field: group.members for group in grouping.groups} == {
        "Kultur": ("club", "town"),
        "Photonik": ("lab", "uni"),
    }


def test_fewer_runs_are_compared_in_a_network_so_large_that_nobody_would_wait_for_them():
    assert [runs_for(ties) for ties in (0, 150_000, 300_000, 3_000_000)] == [20, 20, 10, 4]
