"""The timeline: honest ends, events, groups and folding."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from graph.history.spans import Moment, moment, span
from graph.history.timeline import timeline
from graph.ledger.breakdown import Category
from graph.ledger.dimensions import CategoryRole
from tests.small_region import project, region, tie


def bars(data):
    return [bar for group in timeline(data).groups for bar in group.bars]


def test_a_bar_keeps_the_bounds_of_dates_that_are_not_precise():
    (bar,) = bars(region(projects=[project("p", start="2021-23", end="2022?")]))

    assert bar.span.start == Moment(date(2021, 9, 1), date(2021, 11, 30))
    assert bar.span.end == Moment(date(2022, 1, 1), date(2022, 12, 31), doubtful=True)
    assert (bar.first, bar.last) == (date(2021, 9, 1), date(2022, 12, 31))


def test_an_open_end_is_told_from_one_that_is_not_recorded():
    opened, unrecorded = bars(region(projects=[project("a", start="2020", end=".."), project("b", start="2021")]))

    assert (opened.span.end.open, opened.span.end.known) == (True, False)
    assert (unrecorded.span.end.open, unrecorded.span.end.known) == (False, False)


def test_an_interval_in_the_first_cell_fills_both_ends():
    assert span("2021-05/..", "") == span("2021-05", "..")


def test_events_are_marks_on_the_bar_of_their_project():
    data = region(
        projects=[project("workshops")],
        events=[
            {"project_id": "workshops", "start": "2021-03-23", "end": "2021-03-23", "label": "Workshop"},
            {"project_id": "workshops", "start": "2020-10-22", "end": "2020-10-22", "label": "Workshop"},
        ],
    )

    (bar,) = bars(data)

    assert [mark.span.first for mark in bar.marks] == [date(2020, 10, 22), date(2021, 3, 23)]
    assert (bar.first, bar.last) == (date(2020, 10, 22), date(2021, 3, 23))
    assert not bar.span.dated


def test_projects_without_any_date_are_named():
    assert timeline(region(projects=[project("b"), project("a"), project("c", start="2020")])).undated == ("a", "b")


def test_projects_are_grouped_by_field_and_stand_in_one_group_only():
    data = region(
        projects=[
            project("a", "Wasserstoff", start="2020"),
            project("b", "Wasserstoff", start="2019"),
            project("c", "Wasserstoff", "Photonik", start="2019"),
            project("d", start="2019"),
        ]
    )

    groups = timeline(data, "kompetenzfeld").groups

    assert [(group.category, [bar.project for bar in group.bars]) for group in groups] == [
        (Category(CategoryRole.ITEM, "Wasserstoff"), ["b", "a"]),
        (Category(CategoryRole.SEVERAL), ["c"]),
        (Category(CategoryRole.UNASSIGNED), ["d"]),
    ]


def test_statuses_come_in_the_order_of_a_projects_life():
    data = region(projects=[project(s, start="2020", status=s) for s in ("completed", "idea", "ongoing")])

    codes = [group.category.code for group in timeline(data, "status").groups]

    assert codes == ["idea", "ongoing", "completed"]


def test_projects_are_grouped_by_lead():
    data = region(projects=[project("p", start="2020")], ties=[tie("wiro", "leads", "p")])

    assert timeline(data, "lead").groups[0].category.code == "wiro"


def test_groups_that_do_not_fit_are_folded_into_one_line_with_counts_per_year():
    many = [project(f"a{i}", "A", start="2020", end="2021") for i in range(3)]
    data = region(projects=[*many, project("b", "B", start="2021")])

    first, second = timeline(data, "kompetenzfeld", limit=3).groups

    assert (first.folded, second.folded) == (False, True)
    assert first.per_year == ((2020, 3), (2021, 3))


def test_a_visitor_can_unfold_the_groups_of_interest():
    data = region(
        projects=[project("a", "A", start="2020"), project("b", "B", start="2020"), project("c", start="2020")]
    )

    groups = timeline(data, "kompetenzfeld", unfolded={"B", "unassigned"}).groups

    assert [group.folded for group in groups] == [True, False, False]


@given(st.dates(), st.sampled_from([4, 7, 10]), st.sampled_from(["", "?", "~", "%"]))
def test_bounds_are_ordered_and_hold_the_day_they_were_made_from(day, length, doubt):
    when = moment(day.isoformat()[:length] + doubt)

    assert when.earliest <= day <= when.latest
    assert when.doubtful == bool(doubt)
