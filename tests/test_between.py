"""What makes a tie: everything that two elements have in common, with role, period, amount and source."""

from graph.between import between
from graph.load import load
from tests.conftest import REPOSITORY


def region():
    return load(REPOSITORY / "data").dataset


def test_an_actor_and_its_project_are_tied_by_its_role():
    (reason,) = [one for one in between(region(), "wiro", "linkedin-region-ow") if one.element == ""]

    assert [(who, end.kind) for who, end in reason.ends] == [("wiro", "leads")]
    assert reason.ends[0][1].reference == "vorlage-093-2021"


def test_two_actors_are_tied_by_the_projects_of_both_with_the_role_of_each():
    found = between(region(), "wiro", "aalener-treuhand")

    assert [one.element for one in found] == ["expo-real-2022"]
    assert {who for who, _ in found[0].ends} == {"wiro", "aalener-treuhand"}


def test_the_order_of_the_two_does_not_matter():
    one, other = between(region(), "wiro", "ostalbkreis"), between(region(), "ostalbkreis", "wiro")

    assert [reason.element for reason in one] == [reason.element for reason in other]


def test_two_that_have_nothing_in_common_are_tied_by_nothing():
    assert between(region(), "wiro", "nobody") == ()
