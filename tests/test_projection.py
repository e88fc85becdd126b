"""Who works with whom: the projection of the two-mode network onto its actors."""

import pytest
from hypothesis import given

import graph
from graph.projection import acquaintance, cooperation
from tests.small_region import actor, funded_regions, project, region, tie


def affiliations(*pairs, **rest):
    """Dataset in which the first of each pair is a partner of the second."""
    names = sorted({name for _, name in pairs})
    return region(projects=[project(name) for name in names], ties=[tie(a, "partner", p) for a, p in pairs], **rest)


def test_two_actors_in_two_common_projects_are_tied_with_weight_two():
    network = graph.cooperation(affiliations(("A", "Reef"), ("B", "Reef"), ("A", "Moor"), ("B", "Moor")))

    assert network.edges["A", "B"]["weight"] == 2
    assert network.edges["A", "B"]["projects"] == ("Moor", "Reef")


def test_fractional_counting_divides_a_project_of_n_partners_by_n_minus_one():
    of_three = affiliations(("A", "Reef"), ("B", "Reef"), ("C", "Reef"), ("A", "Moor"), ("B", "Moor"))

    network = graph.cooperation(of_three, counting="fractional")

    assert network.edges["A", "B"]["weight"] == pytest.approx(1 / 2 + 1)
    assert network.edges["A", "C"]["weight"] == pytest.approx(1 / 2)


def test_binary_counting_only_says_that_two_cooperate():
    twice = affiliations(("A", "Reef"), ("B", "Reef"), ("A", "Moor"), ("B", "Moor"))

    assert graph.cooperation(twice, counting="binary").edges["A", "B"]["weight"] == 1


def test_funding_and_support_never_make_a_cooperation():
    dataset = region(
        projects=[project("Reef")],
        ties=[tie("A", "leads", "Reef"), tie("B", "funds", "Reef"), tie("C", "supports", "Reef")],
    )

    assert graph.cooperation(dataset).number_of_edges() == 0


def test_actors_without_cooperation_are_in_the_network():
    assert set(graph.cooperation(affiliations(("A", "Reef"))).nodes) == {"A"}


def test_a_declared_cooperation_counts_like_one_project_in_whatever_direction_it_is_written():
    declared = region(ties=[tie("B", "cooperates_with", "A", certainty="conflicting")])

    tied = graph.cooperation(declared).edges["A", "B"]

    assert (tied["weight"], tied["declared"], tied["projects"]) == (1, True, ())
    assert tied["certainty"] == "conflicting"


def test_members_of_one_body_cooperate_only_when_asked_for():
    members = region(ties=[tie("A", "member_of", "Cluster"), tie("B", "member_of", "Cluster")])

    assert not graph.cooperation(members).has_edge("A", "B")
    assert graph.cooperation(members, membership=True).edges["A", "B"]["bodies"] == ("Cluster",)


def test_a_cooperation_is_as_certain_as_its_best_supported_project():
    dataset = region(
        projects=[project("Reef"), project("Moor")],
        ties=[
            tie("A", "partner", "Reef"),
            tie("B", "partner", "Reef", certainty="unconfirmed"),
            tie("A", "partner", "Moor"),
            tie("B", "partner", "Moor"),
        ],
    )

    assert graph.cooperation(dataset).edges["A", "B"]["certainty"] == "confirmed"


def test_an_unknown_counting_names_the_known_ones():
    with pytest.raises(ValueError, match="full, fractional, binary"):
        graph.cooperation(region(), counting="double")


@given(funded_regions())
def test_the_weight_is_the_number_of_projects_two_actors_share(dataset):
    two_mode = graph.two_mode(dataset)
    members = {
        a: {p for p in two_mode[a] if set(two_mode.edges[a, p]["kinds"]) & {"leads", "partner"}}
        for a in dataset.actors["id"]
    }

    for a, b, tied in graph.cooperation(dataset).edges(data=True):
        assert set(tied["projects"]) == members[a] & members[b]
        assert tied["weight"] == len(tied["projects"])


@given(funded_regions())
def test_building_networks_changes_no_table(dataset):
    before = dataset.fingerprint

    for build in (graph.two_mode, graph.cooperation, graph.funding, graph.multiplex):
        build(dataset)

    assert (
        graph.Dataset(
            dataset.actors, dataset.projects, dataset.ties, dataset.sources, dataset.events, dataset.about
        ).fingerprint
        == before
    )


def test_actor_attributes_travel_with_the_network():
    network = graph.cooperation(region([actor("HS", "Hochschule", kompetenzfelder=("Photonik",))]))

    assert network.nodes["HS"]["type"] == "Hochschule"
    assert network.nodes["HS"]["kompetenzfelder"] == ("Photonik",)


@given(funded_regions())
def test_who_works_with_whom_is_the_cooperation_network_without_what_is_shown_on_it(data):
    whole, bare = cooperation(data), acquaintance(data)

    assert list(bare) == list(whole)
    assert list(bare.edges) == list(whole.edges)
