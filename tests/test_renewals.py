"""How many partnerships go on after their funded project has ended."""

import math
from pathlib import Path

import pandas as pd
import pytest

import graph
from graph.history.renewal import partnerships
from graph.history.survival import at_times, kaplan_meier
from tests.small_region import project, region, tie

# Miller (1997), Survival Analysis, p. 49: acute myelogenous leukaemia, maintained group; as R prints its survfit
AML = [(9, 1), (13, 1), (13, 0), (18, 1), (23, 1), (28, 0), (31, 1), (34, 1), (45, 0), (48, 1), (161, 0)]
AML_TABLE = [
    (9, 11, 0.909, 0.0867, 0.7541, 1.000),
    (13, 10, 0.818, 0.1163, 0.6192, 1.000),
    (18, 8, 0.716, 0.1397, 0.4884, 1.000),
    (23, 7, 0.614, 0.1526, 0.3769, 0.999),
    (31, 5, 0.491, 0.1642, 0.2549, 0.946),
    (34, 4, 0.368, 0.1627, 0.1549, 0.875),
    (48, 2, 0.184, 0.1535, 0.0359, 0.944),
]


def test_the_leukaemia_study_has_the_published_values():
    months, ended = zip(*AML, strict=True)
    table = kaplan_meier(months, [bool(flag) for flag in ended])
    shown = table[table["ended"] > 0][["time", "at_risk", "survival", "error", "low", "high"]]

    for found, published in zip(shown.values.tolist(), AML_TABLE, strict=True):
        assert found == pytest.approx(published, abs=6e-4)


# Loprinzi et al. (1994), J. Clin. Oncol. 12, 601-607; as R prints survfit(Surv(time, status) ~ 1, lung)
LUNG = pd.read_csv(Path(__file__).parent / "golden" / "lung.csv")
LUNG_TABLE = [
    (5, 228, 1, 0.9956, 0.00438, 0.9871, 1.000),
    (11, 227, 3, 0.9825, 0.00869, 0.9656, 1.000),
    (12, 224, 1, 0.9781, 0.00970, 0.9592, 0.997),
    (13, 223, 2, 0.9693, 0.01142, 0.9472, 0.992),
    (15, 221, 1, 0.9649, 0.01219, 0.9413, 0.989),
    (26, 220, 1, 0.9605, 0.01290, 0.9356, 0.986),
]


def test_the_lung_cancer_study_has_the_published_values():
    table = kaplan_meier(LUNG["days"], LUNG["died"])
    shown = table[table["ended"] > 0][["time", "at_risk", "ended", "survival", "error", "low", "high"]]

    assert (len(LUNG), LUNG["died"].sum()) == (228, 165)
    for found, published in zip(shown.values.tolist(), LUNG_TABLE, strict=False):
        assert found == pytest.approx(published, abs=6e-4)


def test_the_lung_cancer_study_has_the_published_values_after_a_year():
    (row,) = at_times(kaplan_meier(LUNG["days"], LUNG["died"]), [365.25]).to_dict("records")

    assert (row["at_risk"], row["ended"]) == (65, 121)
    assert (row["survival"], row["low"], row["high"]) == pytest.approx((0.409, 0.345, 0.486), abs=6e-4)


def test_the_lung_cancer_study_has_the_published_median_with_its_band():
    table = kaplan_meier(LUNG["days"], LUNG["died"])
    first = {name: int(table.loc[table[name] <= 0.5, "time"].iloc[0]) for name in ("low", "survival", "high")}

    assert first == {"low": 285, "survival": 310, "high": 363}


def test_times_between_are_read_like_steps():
    table = at_times(kaplan_meier([1, 2, 2, 3], [True, True, False, True]), [0, 1, 1.5, 2, 9])

    assert table[["at_risk", "ended", "survival"]].values.tolist() == [
        [4, 0, 1.0],
        [4, 1, 0.75],
        [3, 1, 0.75],
        [3, 2, 0.5],
        [0, 3, 0.0],
    ]


def test_nothing_observed_gives_no_estimate():
    row = at_times(kaplan_meier([], []), [1]).iloc[0]

    assert (row["at_risk"], row["ended"]) == (0, 0)
    assert math.isnan(row["survival"])


def together(*projects, as_of="2025-12-31", funded=("p",)):
    """Region in which a and b share projects, given as (id, start, end) and further columns."""
    rows = [project(key, start=start, end=end, **rest) for key, start, end, rest in projects]
    ties = [tie(actor, "partner", row["id"]) for row in rows for actor in "ab"]
    return region(projects=rows, ties=[*ties, *(tie("f", "funds", key) for key in funded)], as_of=as_of)


def test_a_later_project_renews_a_partnership_and_its_own_funding_does_not_matter():
    found = partnerships(together(("p", "2018-01-01", "2020-12-31", {}), ("q", "2022-12-31", "", {})))

    assert found.drop(columns="ended").values.tolist() == [["a", "b", "p", "q", pytest.approx(2, abs=0.01), True]]


def test_a_project_that_goes_on_renews_at_once():
    found = partnerships(together(("p", "2018-01-01", "2020-12-31", {}), ("q", "2019-01-01", "2023-12-31", {})))

    assert found[["again", "years", "renewed"]].values.tolist() == [["q", 0.0, True]]


def test_without_a_later_project_it_is_watched_until_the_day_of_the_data():
    found = partnerships(together(("p", "2018-01-01", "2020-12-31", {})))

    assert found[["again", "years", "renewed"]].values.tolist() == [["", pytest.approx(5, abs=0.01), False]]


@pytest.mark.parametrize("status", ["idea", "applied", "planned", "tentative", "cancelled"])
def test_what_was_not_carried_out_renews_nothing(status):
    found = partnerships(together(("p", "2018-01-01", "2020-12-31", {}), ("q", "2022", "", {"status": status})))

    assert found["renewed"].tolist() == [False]


def test_what_begins_after_the_day_of_the_data_renews_nothing():
    found = partnerships(together(("p", "2018-01-01", "2020-12-31", {}), ("q", "2026-02-01", "", {})))

    assert found["renewed"].tolist() == [False]


@pytest.mark.parametrize("end", ["", "2026-06-30", ".."])
def test_funding_that_has_not_ended_is_not_watched(end):
    assert partnerships(together(("p", "2018-01-01", end, {}))).empty


def test_funded_projects_without_an_end_are_named():
    found = graph.renewals(together(("p", "2018", "", {})))

    assert found.attrs == {"partnerships": 0, "undated": ("p",)}
    assert found["at_risk"].tolist() == [0, 0, 0, 0]


@pytest.mark.parametrize("ends", [["2020-12-31"], ["2020-12-31", "2019-06-30", ""], ["", "2019-06-30", "2020-12-31"]])
def test_the_last_end_of_its_fundings_stands_in_for_that_of_the_project(ends):
    rows = [project("p", start="2018", end="")]
    funders = [tie(f"f{n}", "funds", "p", end=end) for n, end in enumerate(ends)]
    ties = [tie("a", "partner", "p"), tie("b", "leads", "p"), *funders]

    found = partnerships(region(projects=rows, ties=ties, as_of="2025-12-31"))

    assert found["years"].tolist() == [pytest.approx(5, abs=0.01)]


def test_shares_by_year_say_who_can_still_be_judged():
    rows = [
        ("p", "2018-01-01", "2020-12-31", {}),
        ("q", "2022-06-30", "2022-12-31", {}),
        ("r", "2019-01-01", "2023-12-31", {}),
    ]
    dataset = region(
        projects=[project(key, start=start, end=end) for key, start, end, _ in rows],
        ties=[tie(actor, "partner", key) for key, actors in (("p", "ab"), ("q", "ab"), ("r", "cd")) for actor in actors]
        + [tie("f", "funds", key) for key in "pr"],
        as_of="2025-12-31",
    )

    found = graph.renewals(dataset)

    assert found[["years", "at_risk", "renewed", "survival"]].values.tolist() == [
        [1, 2, 0, 1.0],
        [2, 1, 1, 0.5],
        [3, 0, 1, 0.5],
        [5, 0, 1, 0.5],
    ]


def test_without_a_day_of_the_data_nothing_is_estimated():
    assert partnerships(together(("p", "2018", "2020", {}), as_of="")).empty


def test_renewals_equal_a_plain_recount_where_everybody_is_watched_long_enough():
    days = [("p", "2010-01-01", f"201{n}-12-31", f"202{n}-06-30") for n in range(4)]
    rows, ties = [], []
    for n, (_, start, end, again) in enumerate(days):
        rows += [project(f"p{n}", start=start, end=end), project(f"q{n}", start=again, end="")]
        ties += [tie(f"{who}{n}", "partner", f"{key}{n}") for who in "ab" for key in "pq"]
        ties += [tie("f", "funds", f"p{n}")]
    dataset = region(projects=rows, ties=ties, as_of="2029-12-31")

    waited = pd.Series([(pd.Timestamp(again) - pd.Timestamp(end)).days / 365.25 for _, _, end, again in days])
    found = graph.renewals(dataset, years=(9, 10))

    assert found["survival"].tolist() == [pytest.approx((waited > year).mean()) for year in (9, 10)]


def test_a_region_without_projects_has_no_partnerships():
    assert partnerships(region()).empty
    assert graph.renewals(region(as_of="2025-12-31")).attrs == {"partnerships": 0, "undated": ()}
