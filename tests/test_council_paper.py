"""The council paper 093/2021 of the Ostalbkreis, fact by fact: what must be found in the shipped data.

The table `golden/council_paper.csv` lists the 148 facts of the paper, counted by hand; see `golden/README.md`.
"""

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import graph

FACTS = 148
GOLDEN = Path(__file__).parent / "golden" / "council_paper.csv"

Row = dict[str, str]
Tables = Mapping[str, Mapping[str, Mapping[str, Any]]]


def golden_rows() -> list[Row]:
    with GOLDEN.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


ROWS = golden_rows()


@pytest.fixture(scope="module")
def tables(repository: Path) -> Tables:
    """Rows of every table by the id the golden table uses."""
    dataset = graph.load(str(repository / "data")).dataset
    by_id = {
        name: {row["id"]: row for row in getattr(dataset, name).to_dict("records")}
        for name in ("actors", "projects", "ties", "sources")
    }
    events = {f"{row['project_id']}@{row['start']}": row for row in dataset.events.to_dict("records")}
    return {**by_id, "events": events, "about": {key: {"value": value} for key, value in dataset.about.items()}}


def as_text(value: object) -> str:
    """A value of the dataset in the words of the golden table."""
    if isinstance(value, tuple):
        return ";".join(value)
    return "" if value is None else str(value)


def holds(row: Row, tables: Tables) -> bool:
    found = tables[row["table"]].get(row["id"])
    if row["match"] == "absent" or found is None:
        return row["match"] == "absent" and found is None
    text = as_text(found[row["column"]])
    return row["expect"] in text if row["match"] == "contains" else row["expect"] == text


@pytest.mark.parametrize("fact", range(1, FACTS + 1))
def test_the_fact_of_the_council_paper_is_in_the_data(fact: int, tables: Tables) -> None:
    rows = [row for row in ROWS if row["fact"] == str(fact) and row["table"] != "none"]

    assert [row for row in rows if not holds(row, tables)] == []


def test_every_fact_is_checked_or_says_why_it_is_none_for_the_data() -> None:
    checked = {int(row["fact"]) for row in ROWS if row["table"] != "none"}
    reasons = {int(row["fact"]): row["expect"] for row in ROWS if row["table"] == "none"}

    assert checked | reasons.keys() == set(range(1, FACTS + 1))
    assert sorted(reasons) == [20, 87, 98, 102, 103, 104]
    assert all(reasons.values())
