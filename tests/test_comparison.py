"""What two or more actors share."""

from decimal import Decimal

import pytest
from hypothesis import given, settings

from graph.answers.comparison import compare
from graph.ledger.sums import Sum
from graph.picture.columns import DRAWN
from tests.small_region import actor, project, region, tie
from tests.strategies import datasets

MINT = [
    tie("uni", "leads", "mint"),
    tie("dhbw", "partner", "mint"),
    tie("town", "partner", "mint"),
    tie("ministry", "funds", "mint", 100_000),
]


def test_a_project_of_both_makes_project_partner_and_funder_common():
    comparison = compare(region([], [project("mint")], MINT), ["uni", "dhbw"])

    assert [item.id for item in comparison.projects] == ["mint"]
    assert [item.id for item in comparison.partners] == ["town"]
    assert [item.id for item in comparison.funders] == ["ministry"]


def test_a_common_project_says_who_has_which_role_and_who_leads():
    (mint,) = compare(region([], [project("mint")], MINT), ["dhbw", "uni"]).projects

    assert (mint.of, mint.roles, mint.leads) == (("dhbw", "uni"), ("partner", "leads"), ("uni",))


def test_supporting_a_project_makes_it_common_but_makes_no_partner():
    dataset = region([], [project("fair")], [tie("uni", "leads", "fair"), tie("town", "supports", "fair")])

    comparison = compare(dataset, ["uni", "town"])

    assert comparison.projects[0].roles == ("leads", "supports")
    assert comparison.direct == ()


def test_a_funder_is_named_with_its_amount_or_with_none():
    dataset = region([], [project("mint")], [*MINT, tie("eu", "funds", "mint")])

    funders = compare(dataset, ["uni", "dhbw"]).funders

    assert [(funder.id, funder.given.amount_eur) for funder in funders] == [("ministry", 100_000), ("eu", None)]


def test_sums_leave_out_ceilings_and_say_so():
    dataset = region([], [project("mint")], [*MINT, tie("land", "funds", "mint", Decimal("0.50"), "ceiling")])

    assert compare(dataset, ["uni", "dhbw"]).funded == Sum(100_000, ("ministry>funds>mint",), ("land>funds>mint",))


def test_what_only_one_of_them_has_is_listed_for_each():
    dataset = region(
        [],
        [project("mint"), project("lab")],
        [*MINT, tie("uni", "leads", "lab"), tie("firm", "partner", "lab"), tie("land", "funds", "lab")],
    )

    uni, dhbw = compare(dataset, ["uni", "dhbw"]).alone

    assert (uni.partners, uni.projects, uni.funders) == (("firm",), ("lab",), ("land",))
    assert (dhbw.partners, dhbw.projects, dhbw.funders) == ((), (), ())


def test_three_actors_share_what_at_least_two_of_them_have_and_what_all_have_comes_first():
    dataset = region(
        [],
        [project("all"), project("two")],
        [tie(x, "partner", "all") for x in "abc"] + [tie(x, "partner", "two") for x in "ab"],
    )

    assert [(item.id, item.of) for item in compare(dataset, ["a", "b", "c"]).projects] == [
        ("all", ("a", "b", "c")),
        ("two", ("a", "b")),
    ]


def test_the_drawing_has_the_actors_outside_and_what_they_share_in_the_middle():
    places = compare(region([], [project("mint")], MINT), ["uni", "dhbw"]).columns.places

    assert [(place.id, place.mode, place.column, place.row) for place in places] == [
        ("uni", "actor", 0, 0.5),
        ("mint", "project", 1, 0.25),
        ("town", "actor", 1, 0.75),
        ("dhbw", "actor", 2, 0.5),
    ]


def test_the_drawing_holds_forty_elements_and_counts_the_hidden_ones():
    projects = [project(f"p{i:02}") for i in range(60)]
    rows = [tie(x, "partner", p["id"]) for p in projects for x in "ab"]

    columns = compare(region([], projects, rows), ["a", "b"]).columns

    assert (len(columns.places), columns.hidden, len(columns.lines)) == (DRAWN, 22, 76)


@pytest.mark.parametrize("asked", [[], ["uni"], ["uni", "uni"], ["uni", "ghost"], ["<b>", ""]])
def test_with_fewer_than_two_known_actors_nothing_is_shared(asked):
    comparison = compare(region([], [project("mint")], MINT), asked)

    assert (comparison.partners, comparison.projects, comparison.funders) == ((), (), ())


def test_unknown_ids_are_reported():
    assert compare(region([actor("uni")]), ["uni", "ghost", "ghost"]).unknown == ("ghost",)


@given(datasets())
@settings(max_examples=25, deadline=None)
def test_nothing_is_both_shared_and_alone_and_the_data_stay_as_they_are(dataset):
    before = dataset.fingerprint
    actors = list(dataset.actors["id"])[:2]

    comparison = compare(dataset, actors)

    shared = {item.id for item in comparison.projects}
    assert all(shared.isdisjoint(alone.projects) for alone in comparison.alone)
    assert {item.id for item in comparison.partners}.isdisjoint(actors)
    assert (
        type(dataset)(
            *(getattr(dataset, name) for name in ("actors", "projects", "ties", "sources", "events")),
            about=dataset.about,
            identifiers=dataset.identifiers,
        ).fingerprint
        == before
    )


@given(datasets())
@settings(max_examples=25, deadline=None)
def test_the_order_of_the_question_does_not_change_what_is_shared(dataset):
    actors = list(dataset.actors["id"])[:2]

    there, back = compare(dataset, actors), compare(dataset, actors[::-1])

    assert [item.id for item in there.projects] == [item.id for item in back.projects]
    assert [item.id for item in there.partners] == [item.id for item in back.partners]
    assert there.funders == back.funders
