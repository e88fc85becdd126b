"""From tables to networks: who takes part where, who funds whom, and every tie as it is."""

from decimal import Decimal

import graph
from tests.small_region import actor, project, region, tie

HYDROGEN = region(
    [actor("HS", "Hochschule"), actor("Land", "Land/Bund/EU"), actor("Firma", "Unternehmen")],
    [project("Wasserstoff"), project("Speicher")],
    [
        tie("HS", "leads", "Wasserstoff"),
        tie("Firma", "partner", "Wasserstoff", certainty="unconfirmed"),
        tie("HS", "supports", "Speicher"),
        tie("HS", "partner", "Speicher"),
        tie("Land", "funds", "Wasserstoff", 1_000),
        tie("Land", "funds", "Wasserstoff", 500, basis="overlap"),
        tie("Land", "funds", "Speicher"),
    ],
)


def test_an_actor_is_tied_to_the_projects_it_takes_part_in_and_funding_is_no_part():
    network = graph.two_mode(HYDROGEN)

    assert sorted(network.edges) == [("Firma", "Wasserstoff"), ("HS", "Speicher"), ("HS", "Wasserstoff")]
    assert network.nodes["HS"]["mode"] == "actor"
    assert network.nodes["Speicher"]["mode"] == "project"


def test_several_roles_in_one_project_are_one_tie_with_the_strongest_role():
    both = graph.two_mode(HYDROGEN).edges["HS", "Speicher"]

    assert both["kind"] == "partner"
    assert both["kinds"] == ("partner", "supports")
    assert both["ties"] == ("HS>supports>Speicher", "HS>partner>Speicher")


def test_funding_sums_what_counts_and_names_what_it_leaves_out():
    funding = graph.funding(HYDROGEN)

    assert funding.edges["Land", "Wasserstoff"]["amount_eur"] == 1_000
    assert funding.edges["Land", "Wasserstoff"]["left_out"] == ("Land>funds>Wasserstoff#2",)


def test_an_unknown_amount_is_missing_and_not_zero():
    assert graph.funding(HYDROGEN).edges["Land", "Speicher"]["amount_eur"] is None


def test_an_application_is_not_a_grant():
    applied = region(ties=[tie("HS", "funds", "Labor", 700, status="applied")], projects=[project("Labor")])

    assert graph.funding(applied).edges["HS", "Labor"]["amount_eur"] is None


def test_cents_are_added_exactly():
    twice = region(
        projects=[project("Labor")],
        ties=[tie("Land", "funds", "Labor", Decimal("0.10")), tie("Land", "funds", "Labor", Decimal("0.20"))],
    )

    assert graph.funding(twice).edges["Land", "Labor"]["amount_eur"] == Decimal("0.30")


def test_the_multiplex_network_keeps_every_tie_under_its_id():
    multiplex = graph.multiplex(HYDROGEN)

    assert multiplex.number_of_edges() == 7
    assert multiplex.edges["Land", "Wasserstoff", "Land>funds>Wasserstoff#2"]["amount_basis"] == "overlap"


def test_an_empty_dataset_gives_empty_networks():
    for build in (graph.two_mode, graph.cooperation, graph.funding, graph.multiplex):
        assert build(region()).number_of_nodes() == 0
