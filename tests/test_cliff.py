"""The funding cliff: what rests on money that ends soon."""

from datetime import date

import pytest

from graph.ledger.cliff import Cooperation, cliff, later
from tests.small_region import project, region, tie

TODAY = date(2026, 1, 15)


@pytest.fixture
def two_projects():
    """WiRO and the university share a project that ends in 2026 and one that ends in 2030."""
    return region(
        projects=[
            project("kurz", start="2023", end="2026-03", status="ongoing"),
            project("lang", start="2023", end="2030", status="ongoing"),
        ],
        ties=[
            tie("land", "funds", "kurz", 100),
            tie("bund", "funds", "kurz"),
            tie("land", "funds", "lang", 700),
            tie("wiro", "leads", "kurz"),
            tie("uni", "partner", "kurz"),
            tie("ihk", "partner", "kurz"),
            tie("wiro", "leads", "lang"),
            tie("uni", "partner", "lang"),
        ],
    )


def test_the_cliff_counts_ties_actors_and_euros_that_rest_on_projects_ending_soon(two_projects):
    answer = cliff(two_projects, TODAY, 12)

    assert [ending.project for ending in answer.endings] == ["kurz"]
    assert answer.actors == ("ihk", "uni", "wiro")
    assert answer.ties == ("ihk>partner>kurz", "uni>partner>kurz", "wiro>leads>kurz")
    assert answer.amount_eur == 100
    assert [(entry.reason, entry.count) for entry in answer.left_out] == [("unknown", 1)]


def test_only_who_has_no_other_funded_project_is_left_without_one(two_projects):
    assert cliff(two_projects, TODAY, 12).actors_without == ("ihk",)


def test_cooperations_left_without_a_funded_project_are_named(two_projects):
    assert cliff(two_projects, TODAY, 12).cooperations == (
        Cooperation(("ihk", "uni"), ("kurz",), ()),
        Cooperation(("ihk", "wiro"), ("kurz",), ()),
    )


def test_a_cooperation_that_goes_on_without_funding_says_so():
    data = region(
        projects=[project("kurz", end="2026"), project("kreis"), project("alt", end="2020")],
        ties=[
            tie("land", "funds", "kurz", 1),
            *(tie(a, "partner", p) for a in ("a", "b") for p in ("kurz", "kreis", "alt")),
        ],
    )

    assert cliff(data, TODAY, 12).cooperations == (Cooperation(("a", "b"), ("kurz",), ("kreis",)),)


def test_endings_are_listed_by_month_with_the_actors_concerned(two_projects):
    months = cliff(two_projects, TODAY, 60).months

    assert [(month.month, month.actors) for month in months] == [
        ("2026-03", ("ihk", "uni", "wiro")),
        ("2030", ("uni", "wiro")),
    ]


def test_funding_ends_with_the_tie_when_the_tie_has_an_end_of_its_own():
    data = region(projects=[project("p", end="2035")], ties=[tie("land", "funds", "p", 5, end="2026-06-30")])

    assert cliff(data, TODAY, 12).months[0].month == "2026-06"


def test_each_of_several_fundings_ends_when_it_ends_and_the_project_goes_on_with_the_others():
    data = region(
        projects=[project("p", end="2033")],
        ties=[
            tie("land", "funds", "p", 500, end="2026"),
            tie("eu", "funds", "p", 70, end="2031"),
            tie("kreis", "funds", "p", 9),
            tie("a", "leads", "p"),
        ],
    )

    soon, late = cliff(data, TODAY, 12), cliff(data, TODAY, 120)

    assert [(each.when, each.amount_eur, each.grants) for each in soon.endings] == [("2026", 500, ("land>funds>p",))]
    assert (soon.partly, soon.amount_eur, soon.partly_eur) == (soon.endings, 500, 500)
    assert (soon.actors, soon.actors_without) == (("a",), ())
    assert [(each.when, each.amount_eur) for each in late.endings] == [("2026", 500), ("2031", 70), ("2033", 9)]
    assert (late.projects, late.partly) == (("p",), ())
    assert (late.amount_eur, late.partly_eur, late.actors_without) == (579, None, ("a",))


def test_a_project_with_funding_of_unknown_end_is_not_left_without():
    data = region(
        projects=[project("p")],
        ties=[tie("land", "funds", "p", 500, end="2026"), tie("stadt", "funds", "p", 7), tie("a", "leads", "p")],
    )

    answer = cliff(data, TODAY, 12)

    assert (answer.partly, answer.actors_without) == (answer.endings, ())
    assert (answer.partly_eur, answer.open) == (500, ())
    assert (answer.partly_open, answer.partly_open_eur) == (("p",), 7)


@pytest.mark.parametrize(
    ("end", "when"), [("2026-06-30", "2026-06"), ("2026-06~", "2026-06"), ("2026", "2026"), ("2026-22", "2026-22")]
)
def test_an_end_is_as_exact_as_it_is_recorded(end, when):
    data = region(projects=[project("p", end=end)], ties=[tie("land", "funds", "p", 5)])

    assert [month.month for month in cliff(data, TODAY, 12).months] == [when]


def test_an_end_known_only_by_the_year_may_fall_into_the_horizon():
    data = region(projects=[project("p", end="2027")], ties=[tie("land", "funds", "p", 5)])

    answer = cliff(data, TODAY, 12)

    assert (answer.endings, [each.project for each in answer.possible]) == ((), ["p"])


def test_funding_without_a_recorded_end_is_named_and_not_counted():
    data = region(projects=[project("p", end="..")], ties=[tie("land", "funds", "p", 5)])

    answer = cliff(data, TODAY, 24)

    assert (answer.open, answer.endings, answer.amount_eur) == (("p",), (), None)


@pytest.mark.parametrize("status", ["completed", "cancelled", "applied", "idea"])
def test_projects_that_do_not_run_are_not_looked_at(status):
    data = region(projects=[project("p", end="2026-12", status=status)], ties=[tie("land", "funds", "p", 5)])

    assert cliff(data, TODAY, 24).endings == ()


def test_an_application_is_not_funding():
    data = region(projects=[project("p", end="2026-12")], ties=[tie("land", "funds", "p", 5, status="applied")])

    assert cliff(data, TODAY, 24).endings == ()


def test_what_ended_before_the_as_of_date_is_over():
    data = region(projects=[project("p", end="2025-12")], ties=[tie("land", "funds", "p", 5)])

    assert cliff(data, TODAY, 24).endings == ()


def test_the_last_day_of_a_month_stays_the_last_day():
    assert later(date(2024, 1, 31), 13) == date(2025, 2, 28)


def test_a_longer_horizon_never_shows_less(two_projects):
    for short, long in ((0, 12), (12, 24), (24, 120)):
        assert set(cliff(two_projects, TODAY, short).ties) <= set(cliff(two_projects, TODAY, long).ties)
