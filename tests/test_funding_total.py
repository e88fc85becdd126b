"""The total of the shipped funding, derived by hand row by row in ``golden/funding_total.csv``.

The table holds every tie with an amount, the decision whether it may be added up, and why. The decisions follow the
words of the sources: "bis zu" is a ceiling, "pro Jahr" an amount per year, state-wide pots and second figures for the
same money overlap, and what is only announced is not granted.
"""

import csv
from collections import Counter
from pathlib import Path

import pytest

from graph.ledger.dimensions import DIMENSIONS
from graph.ledger.flow import flow
from graph.ledger.grants import grants
from graph.ledger.totals import totals
from graph.load import load

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def shipped():
    return load(ROOT / "data").dataset


@pytest.fixture(scope="module")
def derivation():
    with (ROOT / "tests/golden/funding_total.csv").open(encoding="utf-8") as file:
        *rows, total = csv.DictReader(file)
    return rows, int(total["amount_eur"])


def test_the_counted_rows_of_the_derivation_add_up_to_its_total(derivation):
    rows, total = derivation

    assert sum(int(row["amount_eur"]) for row in rows if row["decision"] == "counted") == total == 389_959_198


def test_every_tie_is_counted_or_left_out_as_derived(shipped, derivation):
    rows, _ = derivation
    ledger = grants(shipped)
    known = ledger[ledger["amount_eur"].notna()]
    found = Counter(
        (row.funder, row.target, int(row.amount_eur), str(row.omission or "counted")) for row in known.itertuples()
    )

    derived = Counter(
        (row["from_id"], row["to_id"], int(row["amount_eur"]), row["decision"])
        for row in rows
        if row["decision"] != "not_funding"
    )
    assert found == derived


def test_the_flow_of_the_shipped_data_has_the_derived_total(shipped, derivation):
    answer = flow(shipped)

    assert answer.total_eur == answer.table_eur == derivation[1]
    assert [(entry.reason, entry.count) for entry in answer.left_out if entry.amount_eur] == [
        ("not_promised", 2),
        ("per_year", 4),
        ("ceiling", 6),
        ("overlap", 18),
    ]


@pytest.mark.parametrize("by", sorted(DIMENSIONS))
def test_every_breakdown_of_the_shipped_data_has_the_derived_total(shipped, derivation, by):
    assert totals(shipped, by).total_eur == derivation[1]
