"""Published values, reproduced. Sources: tests/golden/networks/README.md."""

import csv
from itertools import groupby
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest

from graph.brokerage import ROLES, brokerage_table
from graph.measures import MEASURES, measure_table, network_summary

GOLDEN = Path(__file__).parent / "golden" / "networks"


def rows(name):
    with (GOLDEN / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def network(name, kind=nx.Graph, **labels):
    """Build a network of golden/networks; a label names the table with the values of a node attribute."""
    built = kind()
    for label, table in labels.items():
        built.add_nodes_from((row["node"], {label: row[label]}) for row in rows(table))
    built.add_weighted_edges_from((row["from"], row["to"], float(row.get("weight") or 1)) for row in rows(name))
    return built


def florentine_families(*isolates):
    families = network("florentine_marriage")
    families.add_nodes_from(isolates)
    return families


def southern_women():
    two_mode = network("davis_southern_women")
    for row in rows("davis_southern_women"):
        two_mode.add_node(row["from"], mode="actor")
        two_mode.add_node(row["to"], mode="project")
    return two_mode


NETWORKS = {
    "krackhardt_kite": network("krackhardt_kite"),
    "florentine_marriage_15": florentine_families(),
    "florentine_marriage_16": florentine_families("Pucci"),
    "davis_southern_women": southern_women(),
    "borgatti_holes": network("borgatti_holes"),
    "les_miserables": network("les_miserables"),
}
PUBLISHED = {
    case: list(values)
    for case, values in groupby(rows("published_measures"), lambda row: (row["network"], row["measure"]))
}


@pytest.mark.parametrize(("name", "measure"), PUBLISHED, ids="-".join)
def test_published_values_are_reproduced(name, measure):
    values = PUBLISHED[name, measure]
    if measure in MEASURES:
        found = measure_table(NETWORKS[name], [measure])[measure]
    else:
        found = {"": getattr(network_summary(NETWORKS[name]), measure)}

    for row in values:
        assert found[row["node"]] == pytest.approx(float(row["expected"]), abs=float(row["tolerance"])), row["node"]


def test_every_published_value_is_checked():
    assert sum(map(len, PUBLISHED.values())) == 326


@pytest.mark.parametrize(
    ("name", "by", "advice"),
    [
        ("brokerage_karate", "club", network("karate", club="karate_clubs")),
        ("brokerage_hi_tech", "dept", network("hi_tech_advice", nx.DiGraph, dept="hi_tech_departments")),
    ],
)
def test_brokerage_roles_are_those_of_the_r_package_sna(name, by, advice):
    expected = pd.read_csv(GOLDEN / f"{name}.csv", dtype={"node": str, "group": str}).set_index("node")

    table = brokerage_table(advice, by=by).loc[list(expected.index)]

    for role in (*ROLES, "total"):
        assert table[role].to_dict() == expected[role].to_dict()
        assert table[f"{role}_expected"].to_dict() == pytest.approx(expected[f"{role}_expected"].to_dict(), abs=5e-7)
        assert table[f"{role}_z"].to_dict() == pytest.approx(expected[f"{role}_z"].to_dict(), abs=5e-7, nan_ok=True)


def test_the_four_core_of_the_karate_club_has_ten_members():
    cores = measure_table(network("karate"), ["core_number"])["core_number"]

    assert sorted(cores.index[cores == 4], key=int) == ["1", "2", "3", "4", "8", "9", "14", "31", "33", "34"]
