"""The funding flow: no cent is lost, multiplied or hidden."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import UnknownDimensionError
from graph.ledger.breakdown import Category
from graph.ledger.dimensions import DIMENSIONS, CategoryRole, Several
from graph.ledger.flow import flow
from tests.small_region import actor, funded_regions, project, region, tie


@pytest.fixture
def two_funders():
    return region(
        [actor("bund", "Bund"), actor("land", "Land"), actor("hochschule", "Hochschule")],
        [project("elektrolyseur", "Wasserstoff"), project("campus", "Photonik", "Automotive"), project("messe")],
        [
            tie("bund", "funds", "elektrolyseur", 1_000_000),
            tie("land", "funds", "elektrolyseur", Decimal("250000.50")),
            tie("land", "funds", "campus", 100),
            tie("land", "funds", "messe", 40_000),
            tie("hochschule", "leads", "elektrolyseur"),
            tie("hochschule", "leads", "campus"),
        ],
    )


def amounts_by_node(answer, level):
    return {
        (str(node.category.role), node.category.code): node.amount_eur for node in answer.nodes if node.level == level
    }


def test_money_flows_from_funder_over_field_to_project(two_funders):
    answer = flow(two_funders, ("funder", "kompetenzfeld", "project"))

    assert [(band.source, band.target, band.amount_eur) for band in answer.bands] == [
        ("0:item:bund", "1:item:Wasserstoff", 1_000_000),
        ("0:item:land", "1:item:Wasserstoff", Decimal("250000.50")),
        ("0:item:land", "1:several:", 100),
        ("0:item:land", "1:unassigned:", 40_000),
        ("1:item:Wasserstoff", "2:item:elektrolyseur", Decimal("1250000.50")),
        ("1:several:", "2:item:campus", 100),
        ("1:unassigned:", "2:item:messe", 40_000),
    ]


def test_the_flow_and_the_table_have_the_same_total(two_funders):
    answer = flow(two_funders)

    assert answer.total_eur == answer.table_eur == Decimal("1290100.50")
    assert answer.reconciles


def test_a_project_with_two_fields_stands_in_a_node_of_its_own_and_counts_once(two_funders):
    assert amounts_by_node(flow(two_funders, ("kompetenzfeld",)), 0) == {
        ("item", "Wasserstoff"): Decimal("1250000.50"),
        ("several", ""): 100,
        ("unassigned", ""): 40_000,
    }


def test_on_request_a_project_with_two_fields_is_split_evenly(two_funders):
    assert amounts_by_node(flow(two_funders, ("kompetenzfeld",), several=Several.SPLIT), 0) == {
        ("item", "Wasserstoff"): Decimal("1250000.50"),
        ("item", "Automotive"): 50,
        ("item", "Photonik"): 50,
        ("unassigned", ""): 40_000,
    }


def test_odd_cents_of_a_split_go_to_the_first_field_in_alphabetical_order():
    data = region(projects=[project("campus", "C", "A", "B")], ties=[tie("land", "funds", "campus", Decimal("0.05"))])

    split = amounts_by_node(flow(data, ("kompetenzfeld",), several=Several.SPLIT), 0)

    assert split == {("item", "A"): Decimal("0.02"), ("item", "B"): Decimal("0.02"), ("item", "C"): Decimal("0.01")}


def test_what_has_no_lead_is_not_assignable_to_a_recipient(two_funders):
    answer = flow(two_funders, ("funder", "recipient"))

    assert answer.unassigned_eur == (0, 40_000)


def test_partners_of_a_consortium_never_multiply_the_amount():
    partners = [tie(f"partner-{i}", "partner", "verbund") for i in range(19)]
    data = region(projects=[project("verbund")], ties=[tie("eu", "funds", "verbund", 32_970_000), *partners])

    assert flow(data, ("funder", "project")).total_eur == 32_970_000


def test_an_amount_recorded_for_one_partner_ends_at_that_partner():
    data = region(
        [actor("uni")],
        [project("verbund")],
        [tie("eu", "funds", "verbund", 70), tie("eu", "funds", "uni", 30), tie("stadt", "leads", "verbund")],
    )

    assert amounts_by_node(flow(data, ("recipient",)), 0) == {("item", "stadt"): 70, ("item", "uni"): 30}


def test_smaller_items_become_the_rest_and_nothing_is_lost():
    data = region(
        projects=[project(f"p{i}") for i in range(5)], ties=[tie("eu", "funds", f"p{i}", 10**i) for i in range(5)]
    )

    answer = flow(data, ("funder", "project"), top=2)

    rest = answer.nodes[-1]
    assert (rest.category, rest.amount_eur, rest.members) == (Category(CategoryRole.REST), 111, 3)
    assert amounts_by_node(answer, 1) == {("item", "p4"): 10_000, ("item", "p3"): 1_000, ("rest", ""): 111}
    assert answer.ties_behind(rest.key) == ("eu>funds>p0", "eu>funds>p1", "eu>funds>p2")


def test_a_rest_of_one_item_is_never_made():
    data = region(projects=[project(p) for p in "abc"], ties=[tie("eu", "funds", p, 5) for p in "abc"])

    assert [node.key for node in flow(data, ("project",), top=2).nodes] == ["0:item:a", "0:item:b", "0:item:c"]


def test_an_actor_called_rest_is_not_taken_for_the_rest():
    data = region(projects=[project("rest")], ties=[tie("eu", "funds", "rest", 5)])

    assert flow(data, ("project",)).nodes[0].category == Category(CategoryRole.ITEM, "rest")


def test_what_is_left_out_is_counted_by_reason():
    data = region(
        projects=[project("p")],
        ties=[
            tie("eu", "funds", "p", 100),
            tie("eu", "funds", "p"),
            tie("land", "funds", "p", 7, "per_year"),
            tie("land", "funds", "p", 500, "ceiling"),
            tie("land", "funds", "p", 100, "overlap"),
            tie("stadt", "funds", "p", 20, status="applied"),
            tie("stadt", "funds", "p", 30, status="cancelled"),
        ],
    )

    answer = flow(data, ("funder", "project"))

    assert answer.total_eur == 100
    assert [(entry.reason, entry.count, entry.amount_eur) for entry in answer.left_out] == [
        ("unknown", 1, None),
        ("not_promised", 2, 50),
        ("per_year", 1, 7),
        ("ceiling", 1, 500),
        ("overlap", 1, 100),
    ]


def test_phases_flow_into_the_programme_they_are_part_of():
    data = region(
        projects=[project("smartpro"), project("phase-1"), project("phase-2"), project("other")],
        ties=[
            tie("phase-1", "part_of", "smartpro"),
            tie("phase-2", "part_of", "smartpro"),
            *(tie("bund", "funds", p, 10) for p in ("phase-1", "phase-2", "smartpro", "other")),
        ],
    )

    assert amounts_by_node(flow(data, ("programme",)), 0) == {("item", "smartpro"): 30, ("unassigned", ""): 10}


def test_no_funding_gives_an_empty_flow_that_reconciles():
    answer = flow(region(projects=[project("p")]))

    assert (answer.nodes, answer.bands, answer.total_eur, answer.reconciles) == ((), (), 0, True)


def test_an_unknown_level_is_named_in_the_error(two_funders):
    with pytest.raises(UnknownDimensionError, match="weather"):
        flow(two_funders, ("weather",))


LEVELS = st.lists(st.sampled_from(sorted(DIMENSIONS)), min_size=1, max_size=4)
TOPS = st.none() | st.integers(0, 4)


@settings(deadline=None, max_examples=60)
@given(funded_regions(), LEVELS, TOPS, st.sampled_from(Several))
def test_the_total_is_the_same_on_every_level_and_equals_the_table(data, levels, top, several):
    answer = flow(data, levels, top=top, several=several)

    assert answer.reconciles
    for level in range(len(levels)):
        assert sum(node.amount_eur for node in answer.nodes if node.level == level) == answer.table_eur


@settings(deadline=None, max_examples=60)
@given(funded_regions(), LEVELS, TOPS, st.sampled_from(Several))
def test_what_flows_into_an_inner_node_flows_out_of_it(data, levels, top, several):
    answer = flow(data, levels, top=top, several=several)

    for node in answer.nodes:
        coming_in = sum(band.amount_eur for band in answer.bands if band.target == node.key)
        going_out = sum(band.amount_eur for band in answer.bands if band.source == node.key)
        assert node.level == 0 or coming_in == node.amount_eur
        assert node.level == len(levels) - 1 or going_out == node.amount_eur


@settings(deadline=None, max_examples=30)
@given(funded_regions(), LEVELS)
def test_no_amount_is_ever_a_float(data, levels):
    answer = flow(data, levels, several=Several.SPLIT)

    every = [part.amount_eur for part in (*answer.nodes, *answer.bands)] + [*answer.unassigned_eur, answer.total_eur]
    assert not any(isinstance(amount, float) for amount in every)


@settings(deadline=None, max_examples=30)
@given(funded_regions(), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_matter(data, random):
    order = list(data.ties.index)
    random.shuffle(order)
    shuffled = type(data)(data.actors, data.projects, data.ties.loc[order], data.sources, data.events)

    assert flow(shuffled) == flow(data)


@settings(deadline=None, max_examples=30)
@given(funded_regions())
def test_every_counted_tie_is_behind_exactly_one_node_of_a_level_and_the_data_stay_as_they_are(data):
    before = data.fingerprint

    answer = flow(data, ("funder", "kompetenzfeld"), top=1)

    for level in (0, 1):
        behind = [tie for node in answer.nodes if node.level == level for tie in node.ties]
        assert len(behind) == len(set(behind)) == answer.counted
    del data.__dict__["fingerprint"]
    assert data.fingerprint == before
