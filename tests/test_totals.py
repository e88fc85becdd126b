"""Totals of funding: exact, reconciled, and silent about nothing."""

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.build import funding, multiplex
from graph.ledger.cents import cents_array, equal_shares, share_up_to, to_cents, to_euros
from graph.ledger.dimensions import DIMENSIONS, Several
from graph.ledger.flow import flow
from graph.ledger.grants import granted_to
from graph.ledger.passing_on import PassedOn
from graph.ledger.sums import add_up, fundings_of
from graph.ledger.totals import coverage, totals, totals_by_year
from graph.ledger.years import YearRule
from graph.overview import funding_total
from graph.picture.drawing import draw
from graph.picture.encoding import Encoding
from graph.profile import profile
from graph.selection import Selection, select
from graph.vocabulary import Certainty
from tests.small_region import actor, funded_regions, project, region, tie


def amounts(answer):
    return {row.category.code or str(row.category.role): row.amount_eur for row in answer.rows}


def test_funding_is_added_up_by_funder_the_largest_first():
    data = region(
        [actor("bund"), actor("land")],
        [project("p"), project("q")],
        [tie("land", "funds", "p", 5), tie("bund", "funds", "p", 20), tie("bund", "funds", "q", Decimal("0.50"))],
    )

    answer = totals(data, "funder")

    assert list(amounts(answer).items()) == [("bund", Decimal("20.50")), ("land", 5)]
    assert answer.rows[0].ties == ("bund>funds>p", "bund>funds>q")
    assert answer.total_eur == answer.table_eur == Decimal("25.50")


def test_a_funder_of_whom_no_amount_is_known_has_no_amount_instead_of_zero():
    data = region(projects=[project("p")], ties=[tie("land", "funds", "p", 5), tie("bund", "funds", "p")])

    answer = totals(data, "funder")

    assert amounts(answer) == {"land": 5, "bund": None}
    assert answer.rows[1].left_out == ("bund>funds>p",)


def test_the_type_of_the_recipient_is_that_of_the_lead_or_of_the_actor_funded_directly():
    data = region(
        [actor("uni", "Hochschule"), actor("stadt", "Kommune"), actor("fh", "Hochschule"), actor("eu", "EU")],
        [project("p"), project("q"), project("r")],
        [
            tie("uni", "leads", "p"),
            tie("uni", "leads", "q"),
            tie("fh", "leads", "q"),
            tie("eu", "funds", "p", 1),
            tie("eu", "funds", "q", 10),
            tie("eu", "funds", "stadt", 100),
            tie("eu", "funds", "r", 1000),
        ],
    )

    assert amounts(totals(data, "recipient_type")) == {"Kommune": 100, "Hochschule": 11, "unassigned": 1000}
    assert amounts(totals(data, "recipient")) == {"stadt": 100, "uni": 1, "several": 10, "unassigned": 1000}


def test_the_smaller_items_stand_together_and_lose_no_cent():
    data = region(
        projects=[project("p")],
        ties=[tie(funder, "funds", "p", amount) for funder, amount in (("a", 9), ("b", 3), ("c", 2), ("d", 1))],
    )

    folded = totals(data, "funder").folded(2)

    assert [(row.key, row.amount_eur, row.members) for row in folded.rows] == [
        ("item:a", 9, 1),
        ("item:b", 3, 1),
        ("rest:", 3, 2),
    ]
    assert folded.ties_behind("rest:") == ("c>funds>p", "d>funds>p")


def test_a_rest_of_one_is_never_made():
    data = region(
        projects=[project("p")],
        ties=[tie("a", "funds", "p", 9), tie("b", "funds", "p", 3), tie("c", "funds", "p")],
    )

    assert [row.key for row in totals(data, "funder").folded(1).rows] == ["item:a", "item:b"]


def test_behind_a_row_stand_the_ties_in_its_sum_and_those_left_out():
    data = region(projects=[project("p"), project("q")], ties=[tie("a", "funds", "p", 9), tie("a", "funds", "q")])

    assert totals(data, "funder").ties_behind("item:a") == ("a>funds>p", "a>funds>q")
    assert totals(data, "funder").ties_behind("item:nobody") == ()


def test_concentration_of_four_equal_funders_is_a_quarter():
    data = region(projects=[project("p")], ties=[tie(f"funder-{i}", "funds", "p", 10) for i in range(4)])

    concentration = totals(data, "funder").concentration

    assert concentration.herfindahl == 0.25
    assert concentration.equally_large == 4
    assert concentration.top_share == 0.75
    assert concentration.top == ("funder-0", "funder-1", "funder-2")


def test_there_is_no_concentration_without_money():
    assert totals(region(projects=[project("p")]), "funder").concentration is None


@pytest.fixture
def four_years():
    """14,000 cents from December 2021 to January 2023: fourteen months, so 10 euros each."""
    return region(projects=[project("p", start="2021-12", end="2023-01")], ties=[tie("land", "funds", "p", 140)])


def test_at_start_the_whole_amount_stands_in_the_first_year(four_years):
    assert amounts(totals_by_year(four_years, YearRule.AT_START)) == {"2021": 140}


def test_evenly_each_month_begun_gets_the_same(four_years):
    assert amounts(totals_by_year(four_years, YearRule.EVENLY)) == {"2021": 10, "2022": 120, "2023": 10}


def test_the_dates_of_the_tie_come_before_those_of_the_project():
    data = region(
        projects=[project("p", start="2010", end="2020")],
        ties=[tie("land", "funds", "p", 24, start="2021", end="2022")],
    )

    assert amounts(totals_by_year(data, YearRule.EVENLY)) == {"2021": 12, "2022": 12}


def test_an_amount_without_a_known_end_stands_in_its_first_year_under_both_rules():
    data = region(projects=[project("p")], ties=[tie("land", "funds", "p", 24, start="2021-05", end="..")])

    assert amounts(totals_by_year(data, YearRule.EVENLY)) == {"2021": 24}


def test_an_amount_without_a_known_start_belongs_to_no_year():
    data = region(projects=[project("p")], ties=[tie("land", "funds", "p", 24, end="2021")])

    assert amounts(totals_by_year(data, YearRule.EVENLY)) == {"unassigned": 24}


def test_coverage_names_the_funded_projects_without_an_amount():
    data = region(
        projects=[project(p) for p in "abcd"],
        ties=[tie("land", "funds", "a", 24), tie("land", "funds", "b"), tie("land", "funds", "c", 9, "ceiling")],
    )

    answer = coverage(data)

    assert (answer.projects, answer.known, answer.unknown) == (4, ("a",), ("b", "c"))


def test_money_is_never_a_float():
    with pytest.raises(TypeError, match=r"0\.1"):
        to_cents(0.1)


def test_a_fraction_of_a_cent_is_rounded_half_up():
    assert to_cents(Decimal("0.005")) == 1


def test_whole_euros_stay_whole_and_odd_cents_keep_two_places():
    assert (to_euros(500), str(to_euros(1250)), str(to_euros(-5))) == (5, "12.50", "-0.05")


def test_sums_beyond_the_machine_word_stay_exact():
    data = region(projects=[project("p")], ties=[tie(f"f{i}", "funds", "p", 10**17) for i in range(3)])

    assert totals(data, "project").total_eur == 3 * 10**17


@given(st.lists(st.tuples(st.integers(0, 10**12), st.integers(1, 30)), min_size=1, max_size=8))
def test_equal_shares_add_up_and_differ_by_a_cent_at_most(rows):
    cents, counts = (np.array(column) for column in zip(*rows, strict=True))

    shares = np.split(equal_shares(cents, counts), np.cumsum(counts)[:-1])

    for amount, own in zip(cents, shares, strict=True):
        assert own.sum() == amount
        assert own.max() - own.min() <= 1


@given(st.integers(0, 10**15), st.integers(1, 500))
def test_steps_never_give_back_money_and_end_with_all_of_it(cents, steps):
    due = share_up_to(cents_array([cents] * (steps + 1)), np.arange(steps + 1), np.full(steps + 1, steps))

    assert due[0] == 0
    assert due[-1] == 100 * cents
    assert (np.diff(due) >= 0).all()


@settings(deadline=None, max_examples=40)
@given(funded_regions(), st.sampled_from(sorted(DIMENSIONS)), st.sampled_from(Several))
def test_every_breakdown_has_the_total_of_the_table(data, by, several):
    answer = totals(data, by, several)

    assert answer.reconciles
    assert sum(row.amount_eur or 0 for row in answer.rows) == answer.table_eur
    assert not any(isinstance(row.amount_eur, float) for row in answer.rows)


@settings(deadline=None, max_examples=40)
@given(funded_regions(), st.sampled_from(YearRule))
def test_every_rule_for_years_has_the_total_of_the_table(data, rule):
    answer = totals_by_year(data, rule)

    assert answer.reconciles
    assert sum(row.amount_eur or 0 for row in answer.rows) == answer.table_eur


@settings(deadline=None, max_examples=30)
@given(funded_regions(), st.sampled_from(sorted(DIMENSIONS)))
def test_a_filter_that_removes_nothing_changes_no_total(data, by):
    everything = Selection(certainties=frozenset(Certainty))

    assert totals(select(data, everything), by) == totals(data, by)


@settings(deadline=None, max_examples=30)
@given(funded_regions(), st.sampled_from(sorted(DIMENSIONS)))
def test_concentration_lies_between_equal_shares_and_one(data, by):
    concentration = totals(data, by).concentration

    if concentration:
        assert 1 / concentration.categories <= concentration.herfindahl + 1e-12 <= 1 + 2e-12
        assert 0 < concentration.top_share <= 1 + 1e-12


@pytest.mark.parametrize(
    ("own", "of_project", "counts"),
    [
        ("", "applied", False),
        ("", "cancelled", False),
        ("unknown", "idea", False),
        ("", "approved", True),
        ("", "completed", True),
        ("", "unknown", True),
        ("approved", "applied", True),  # the tie says so itself
        ("applied", "ongoing", False),
    ],
)
def test_money_is_promised_when_the_tie_says_so_or_else_its_project(own, of_project, counts):
    data = region(projects=[project("p", status=of_project)], ties=[tie("land", "funds", "p", 700, status=own)])
    amount = 700 if counts else None

    assert totals(data).rows[0].amount_eur == amount
    assert funding_total(data).amount_eur == amount
    assert funding(data).edges["land", "p"]["amount_eur"] == amount
    assert add_up(fundings_of(data)).amount_eur == amount
    assert granted_to(data).get("p") == amount
    assert (profile(data, "p").money[0].left_out is None) is counts
    drawn = draw(multiplex(data), {"land": (0.0, 0.0), "p": (9.0, 0.0)}, Encoding())
    assert [edge.amount_eur for edge in drawn.edges] == [amount]


# --- money that is passed on ------------------------------------------------------------------------------------------


def test_a_sum_says_how_much_of_it_may_be_counted_twice():
    data = region(
        projects=[project("programm"), project("p"), project("q")],
        ties=[
            tie("bund", "funds", "programm", 100),
            tie("programm", "funds", "p", 30),
            tie("programm", "funds", "q", Decimal("0.50")),
        ],
    )

    expected = PassedOn(Decimal("30.50"), ("programm",), ("programm>funds>p", "programm>funds>q"))
    assert [totals(data).passed_on, flow(data).passed_on] == [expected, expected]


def test_nobody_passes_on_more_than_was_received():
    data = region(
        projects=[project("programm"), project("p")],
        ties=[tie("bund", "funds", "programm", 10), tie("programm", "funds", "p", 30)],
    )

    assert totals(data).passed_on == PassedOn(10, ("programm",), ("programm>funds>p",))


def test_nothing_is_passed_on_where_nobody_both_receives_and_gives():
    data = region(projects=[project("p")], ties=[tie("bund", "funds", "p", 10), tie("land", "funds", "p")])

    assert totals(data).passed_on is None
