"""A period in one cell means what it means in two, wherever dates are used."""

from datetime import date

import pytest

from graph.dates import period
from graph.history.activity import project_years
from graph.history.change import compare_states
from graph.history.timeline import project_bars
from graph.ledger.cliff import cliff
from graph.ledger.totals import totals_by_year
from graph.ledger.years import YearRule
from graph.selection import Selection, dropped_undated, select, undated_projects
from tests.small_region import project, region, tie

# one cell with a period -> start and end in two cells
PERIODS = [
    ("2021/2027", "2021", "2027"),
    ("2026-05/..", "2026-05", ".."),
    ("../2026-12", "..", "2026-12"),
    ("/2026", "", "2026"),
    ("2019-01/2020-12", "2019-01", "2020-12"),
    ("2021~/2027-06-30", "2021~", "2027-06-30"),
]
CELLS = [("both", ""), ("", "both"), ("both", "both")]


@pytest.mark.parametrize(("typed", "start", "end"), PERIODS)
@pytest.mark.parametrize("cells", CELLS)
def test_a_period_is_read_from_either_cell(typed, start, end, cells):
    assert period(*(typed if cell else "" for cell in cells)) == (start, end)


def test_beside_another_date_an_interval_is_a_date_known_only_that_exactly():
    assert period("2021/2022", "2027") == ("2021/2022", "2027")


def answers(of_project, of_tie):
    """What every question about dates says of a funded project."""
    (start, end), (since, until) = of_project, of_tie
    data = region(
        projects=[project("p", start=start, end=end, status="ongoing")],
        ties=[
            tie("land", "funds", "p", 7000, start=since, end=until),
            tie("a", "leads", "p", start=since, end=until),
            tie("b", "partner", "p"),
        ],
        as_of="2026-01-31",
    )
    ending = cliff(data, date(2026, 1, 31), 24)
    return {
        "filters": [
            len(select(data, Selection(since=date(year, 1, 1), until=date(year, 12, 31))).projects)
            for year in (2018, 2020, 2024, 2026, 2027, 2029)
        ],
        "years": [(row.key, row.amount_eur) for row in totals_by_year(data, YearRule.EVENLY).rows],
        "active": project_years(data),
        "bars": project_bars(data),
        "ending": ([(each.project, each.end) for each in ending.endings], ending.open, ending.actors_without),
    }


@pytest.mark.parametrize(("typed", "start", "end"), PERIODS)
@pytest.mark.parametrize("cells", [("both", ""), ("", "both")])
def test_every_question_gives_the_same_answer(typed, start, end, cells):
    one = tuple(typed if cell else "" for cell in cells)

    assert answers(one, ("", "")) == answers((start, end), ("", ""))
    assert answers(("2018", ""), one) == answers(("2018", ""), (start, end))


@pytest.mark.parametrize(("typed", "start", "end"), PERIODS)
def test_a_period_that_moved_from_one_cell_to_two_is_no_change(typed, start, end):
    older = region(projects=[project("p", start=typed)], ties=[tie("a", "leads", "p", start="", end=typed)])
    newer = region(projects=[project("p", start=start, end=end)], ties=[tie("a", "leads", "p", start=start, end=end)])

    assert compare_states(older, newer).empty


def test_a_dated_event_dates_a_project_without_dates_of_its_own():
    data = region(
        projects=[project("fest")], events=[{"project_id": "fest", "start": "2023-06-05", "label": "Auftakt"}]
    )

    def fits(year):
        return len(select(data, Selection(since=date(year, 1, 1), until=date(year, 12, 31))).projects)

    assert [fits(2022), fits(2023), fits(2024)] == [0, 1, 0]
    assert list(undated_projects(data)["id"]) == []


def test_an_ongoing_project_without_dates_counts_as_running_on_the_day_of_the_data():
    data = region(projects=[project("a", status="ongoing"), project("b", status="completed")], as_of="2026-01-31")

    assert list(select(data, Selection(since=date(2022, 1, 1))).projects["id"]) == ["a"]
    assert list(select(data, Selection(until=date(2019, 12, 31))).projects["id"]) == []


def test_what_a_period_drops_for_want_of_a_date_is_counted():
    data = region(projects=[project("a", status="ongoing"), project("b"), project("c"), project("d", start="2019")])
    since_2022 = Selection(since=date(2022, 1, 1))

    assert dropped_undated(data, since_2022) == 2
    assert dropped_undated(data, Selection(since=date(2022, 1, 1), statuses={"ongoing"})) == 0
    assert dropped_undated(data, Selection(since=date(2022, 1, 1), undated=True)) == 0
    assert dropped_undated(data, Selection()) == 0
