"""The cooperation network by year."""

from itertools import pairwise

import pytest
from hypothesis import given, settings

from graph.history.periods import periods
from tests.small_region import funded_regions, project, region, tie


def together(*projects):
    return [tie(actor, "partner", key) for key, *actors in projects for actor in actors]


@pytest.fixture
def three_years():
    """a and b cooperate in 2020 and 2021, b and c in 2021 and 2022."""
    return region(
        projects=[project("p", start="2020", end="2021"), project("q", start="2021-06", end="2022-02")],
        ties=together(("p", "a", "b"), ("q", "b", "c")),
    )


def test_ties_are_new_kept_and_ended_from_year_to_year(three_years):
    first, second, third = periods(three_years).periods

    assert (first.year, first.new, first.kept, first.ended) == (2020, (("a", "b"),), (), ())
    assert (second.year, second.new, second.kept, second.ended) == (2021, (("b", "c"),), (("a", "b"),), ())
    assert (third.year, third.new, third.kept, third.ended) == (2022, (), (("b", "c"),), (("a", "b"),))


def test_figures_follow_the_network_of_the_year(three_years):
    figures = [period.figures for period in periods(three_years).periods]

    assert [(f.actors, f.ties, f.projects) for f in figures] == [(2, 1, 1), (3, 2, 2), (2, 1, 1)]
    assert figures[1].density == pytest.approx(2 / 3)


def test_ties_without_a_date_are_shown_only_when_asked_for_and_are_never_new():
    data = region(
        projects=[project("p", start="2020", end="2020"), project("q")], ties=together(("p", "a", "b"), ("q", "c", "d"))
    )

    (hidden,), (shown,) = periods(data).periods, periods(data, undated=True).periods

    assert (hidden.ties, hidden.undated) == ((("a", "b"),), ())
    assert (shown.ties, shown.undated, shown.new) == ((("a", "b"), ("c", "d")), (("c", "d"),), (("a", "b"),))
    assert periods(data).undated_ties == (("c", "d"),)
    assert periods(data).undated_projects == ("q",)


def test_an_ongoing_project_without_an_end_lasts_to_the_as_of_year():
    data = region(
        projects=[project("p", start="2020", status="ongoing")], ties=together(("p", "a", "b")), as_of="2023-05-01"
    )

    assert [period.year for period in periods(data).periods] == [2020, 2021, 2022, 2023]


def test_a_project_without_an_end_and_without_a_lasting_status_is_active_in_its_first_year_only():
    data = region(projects=[project("p", start="2020")], ties=together(("p", "a", "b")), as_of="2023-05-01")

    assert [period.year for period in periods(data).periods] == [2020]


def test_an_own_date_of_a_participation_comes_before_those_of_the_project():
    data = region(
        projects=[project("p", start="2020", end="2023")],
        ties=[tie("a", "partner", "p"), tie("b", "partner", "p", start="2022")],
    )

    assert [period.year for period in periods(data).periods] == [2022, 2023]


def test_the_years_shown_can_be_chosen(three_years):
    (period,) = periods(three_years, 2021, 2021).periods

    assert (period.new, period.kept) == ((("b", "c"),), (("a", "b"),))


def test_nothing_dated_gives_no_years():
    assert periods(region(projects=[project("p")], ties=together(("p", "a", "b")))).periods == ()


@settings(deadline=None, max_examples=40)
@given(funded_regions())
def test_what_is_kept_or_ended_was_there_the_year_before(data):
    years = periods(data).periods

    for before, now in pairwise(years):
        assert set(now.kept) | set(now.ended) == set(before.ties)
        assert not set(now.new) & set(before.ties)
