"""What lasts, on all of Horizon 2020: equal to a plain recount with pandas.

The folder in AKTEURSNETZ_CORDIS holds ``h2020_participations.csv.gz``; without it a network of the same size is drawn.
"""

import os
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import graph
from benchmarks.chance import FILE, LARGE
from benchmarks.networks import heavy_tailed
from graph.history.renewal import partnerships

AS_OF = pd.Timestamp("2020-12-31")
YEARS = (1, 2, 3, 5)
DAYS_OF_A_YEAR = 365.25


def recorded(folder: str) -> pd.DataFrame:
    rows = pd.read_csv(Path(folder) / FILE, usecols=["pic", "rcn", "start_date", "end_date"], dtype=str)
    rows = rows.rename(columns={"pic": "actor", "rcn": "project", "start_date": "start", "end_date": "end"})
    return rows.drop_duplicates(["actor", "project"])


def drawn() -> pd.DataFrame:
    rows = heavy_tailed(LARGE).rename(columns={"from_id": "actor", "to_id": "project"}).astype(str)
    chance = np.random.default_rng(7)
    projects = rows["project"].unique()
    start = pd.Timestamp("2014-01-01") + pd.to_timedelta(chance.integers(0, 2_500, len(projects)), unit="D")
    end = start + pd.to_timedelta(chance.integers(200, 2_000, len(projects)), unit="D")
    dates = pd.DataFrame({"project": projects, "start": start.strftime("%Y-%m-%d"), "end": end.strftime("%Y-%m-%d")})
    return rows.merge(dates, on="project")


@pytest.fixture(scope="module")
def rows() -> pd.DataFrame:
    folder = os.environ.get("AKTEURSNETZ_CORDIS")
    return recorded(folder) if folder else drawn()


@pytest.fixture(scope="module")
def dataset(rows, tmp_path_factory):
    folder = tmp_path_factory.mktemp("h2020")
    actors, projects = rows["actor"].unique(), rows.drop_duplicates("project")
    pd.DataFrame({"id": "a" + actors, "name": "Organisation " + actors}).to_csv(folder / "actors.csv", index=False)
    pd.DataFrame(
        {
            "id": "p" + projects["project"],
            "name": "Project " + projects["project"],
            "start": projects["start"],
            "end": projects["end"],
        }
    ).to_csv(folder / "projects.csv", index=False)
    partners = {"from_id": "a" + rows["actor"], "to_id": "p" + rows["project"], "kind": "partner"}
    funds = {"from_id": "a" + actors[0], "to_id": "p" + projects["project"], "kind": "funds"}
    pd.concat([pd.DataFrame(partners), pd.DataFrame(funds)]).to_csv(folder / "links.csv", index=False)
    (folder / "about.csv").write_text(f"key,value\nas_of,{AS_OF.date()}\n", encoding="utf-8")
    return graph.load(folder).dataset


@pytest.fixture(scope="module")
def recount(rows) -> pd.DataFrame:
    """Days from the first shared end until the next shared project, or the as-of date, of every pair."""
    rows = rows.assign(start=pd.to_datetime(rows["start"]), end=pd.to_datetime(rows["end"]))
    rows = rows[rows["start"].fillna(rows["end"]) <= AS_OF]
    pairs = rows.merge(rows[["actor", "project"]], on="project", suffixes=("", "_b"))
    pairs = pairs[pairs["actor"] < pairs["actor_b"]]
    over = pairs[pairs["end"] <= AS_OF].sort_values(["end", "project"])
    first = over.drop_duplicates(["actor", "actor_b"])[["actor", "actor_b", "project", "end"]]
    both = first.merge(pairs, on=["actor", "actor_b"], suffixes=("", "_next"))
    later = both[
        (both["project"] != both["project_next"]) & ((both["end_next"] > both["end"]) | both["end_next"].isna())
    ]
    wait = (later["start"].fillna(later["end_next"]) - later["end"]).dt.days.clip(lower=0)
    again = later.assign(wait=wait).groupby(["actor", "actor_b"])["wait"].min()
    first = first.join(again, on=["actor", "actor_b"])
    watched = (AS_OF - first["end"]).dt.days
    return pd.DataFrame({"days": first["wait"].fillna(watched), "renewed": first["wait"].notna()})


def test_as_many_partnerships_are_followed_as_there_are_pairs_whose_project_ended(dataset, recount):
    found = partnerships(dataset)

    assert (len(found), found["renewed"].sum()) == (len(recount), recount["renewed"].sum())


def test_within_each_number_of_years_as_many_work_together_again_as_counted_by_hand(dataset, recount):
    found = graph.renewals(dataset, YEARS)

    for row in found.to_dict("records"):
        days = row["years"] * DAYS_OF_A_YEAR
        assert row["renewed"] == (recount["renewed"] & (recount["days"] <= days)).sum()
        assert row["at_risk"] == (recount["days"] >= days).sum()


def test_the_estimate_is_the_product_of_the_shares_that_were_left_each_day(dataset, recount):
    found = graph.renewals(dataset, YEARS)
    days = recount.groupby("days")["renewed"].agg(["sum", "count"])
    at_risk = days["count"][::-1].cumsum()[::-1]
    left = (1 - days["sum"] / at_risk).cumprod()

    by_hand = [left[left.index <= years * DAYS_OF_A_YEAR].iloc[-1] for years in YEARS]
    assert found["survival"].tolist() == pytest.approx(by_hand, abs=1e-12)
