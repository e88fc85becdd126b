"""Whether two actors share more or fewer projects than chance would give."""

import numpy as np
import pandas as pd
import pytest

import graph
from graph.expected.backbone import threshold
from graph.expected.ties import Word, word_for
from tests.small_region import project, region, tie


def joined(members):
    """Region in which each project has the partners given."""
    ties = [tie(actor, "partner", key) for key, actors in members.items() for actor in actors]
    return region(projects=[project(key) for key in members], ties=ties)


def row(table, a, b):
    found = table[(table["actor_a"] == a) & (table["actor_b"] == b)]
    return found.iloc[0].to_dict()


# a and b do ten projects with each other and with nobody else; ten others do ten projects each with changing partners
PAIR = {f"ours-{n}": ["a", "b"] for n in range(10)} | {
    f"theirs-{n}-{step}": [f"c{n}", f"c{(n + step) % 10}"] for n in range(10) for step in (1, 2, 3, 4, 5)
}


def test_two_who_only_work_with_each_other_do_so_remarkably_often():
    found = row(graph.expected_ties(joined(PAIR)), "a", "b")

    assert found["seen"] == 10
    assert found["expected"] == pytest.approx(1.67, abs=0.02)
    assert found["p_more"] < 1e-4
    assert found["word"] == "often"


def test_two_busy_actors_without_a_common_project_are_listed_as_seldom():
    apart = {f"a-{n}": ["a", f"x{n}"] for n in range(8)} | {f"b-{n}": ["b", f"y{n}"] for n in range(8)}

    found = row(graph.expected_ties(joined(apart)), "a", "b")

    assert (found["seen"], found["word"]) == (0, "seldom")
    assert found["p_more"] == 1
    assert found["p_less"] < 0.05


def test_what_everybody_does_together_is_as_expected():
    table = graph.expected_ties(joined({"p": ["a", "b", "c"], "q": ["a", "b", "c"]}))

    assert table[["actor_a", "actor_b", "seen", "expected", "p_more", "p_less", "word"]].values.tolist() == [
        ["a", "b", 2, 2.0, 1.0, 1.0, "as_expected"],
        ["a", "c", 2, 2.0, 1.0, 1.0, "as_expected"],
        ["b", "c", 2, 2.0, 1.0, 1.0, "as_expected"],
    ]


def test_bodies_count_only_when_asked_for():
    dataset = region(ties=[tie("a", "member_of", "club"), tie("b", "member_of", "club")])

    assert graph.expected_ties(dataset).empty
    assert graph.expected_ties(dataset, membership=True)[["actor_a", "actor_b", "seen"]].values.tolist() == [
        ["a", "b", 1]
    ]


def test_leading_and_taking_part_in_one_project_counts_once():
    ties = [tie("a", "leads", "p"), tie("a", "partner", "p"), tie("b", "partner", "p"), tie("c", "funds", "p")]

    assert graph.expected_ties(region(projects=[project("p")], ties=ties))["seen"].tolist() == [1]


def test_without_projects_there_is_an_empty_table_with_all_columns():
    assert list(graph.expected_ties(region()).columns) == [
        *("actor_a", "actor_b", "seen", "expected", "p_more", "p_less", "word")
    ]
    assert graph.backbone(region()).empty


@pytest.mark.parametrize(
    ("more", "less", "word"),
    [(0.05, 1, Word.OFTEN), (0.051, 0.99, Word.AS_EXPECTED), (1, 0.05, Word.SELDOM), (0.3, 0.9, Word.AS_EXPECTED)],
)
def test_words_are_decided_at_5_percent_on_each_side(more, less, word):
    assert word_for(more, less) is word


def test_at_most_5_of_100_ties_of_chance_are_called_often_or_seldom():
    rng = np.random.default_rng(20)
    chances = graph.configuration_model((rng.random((30, 40)) < np.linspace(0.05, 0.5, 30)[:, None]).astype(int))
    often, seldom, pairs = 0, 0, 0
    for _ in range(200):
        drawn = rng.random(chances.shape) < chances
        dataset = joined({f"p{j}": [f"a{i:02}" for i in np.flatnonzero(drawn[:, j])] for j in range(drawn.shape[1])})
        words = graph.expected_ties(dataset)["word"].value_counts()
        often, seldom = often + words.get("often", 0), seldom + words.get("seldom", 0)
        pairs += 30 * 29 // 2

    assert often / pairs <= 0.05
    assert seldom / pairs <= 0.05


def test_the_backbone_keeps_the_pair_that_stands_out():
    kept = graph.backbone(joined(PAIR))

    assert kept[["actor_a", "actor_b", "seen"]].values.tolist() == [["a", "b", 10]]
    assert kept.attrs["rate"] == 0.05
    assert kept.attrs["tested"] == 66


# Benjamini & Hochberg (1995), section 3: 15 tests of thrombolysis, the first four are kept at 5 %
PUBLISHED = [
    *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344),
    *(0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000),
]


def test_false_ones_are_held_down_as_published():
    assert threshold(np.array(PUBLISHED), 15, 0.05) == 0.0095


def test_tests_that_are_not_given_count_as_well():
    assert threshold(np.array(PUBLISHED[:4]), 15, 0.05) == 0.0095
    assert threshold(np.array([0.5]), 10, 0.05) == 0


def test_the_shipped_pairs_are_what_the_guide_says():
    table = graph.expected_ties(graph.load("data").dataset)
    pairs = [("ihk-ostwuerttemberg", "wiro"), ("hochschule-aalen", "wiro"), ("landkreis-heidenheim", "ostalbkreis")]

    assert [(row(table, *pair)["seen"], round(row(table, *pair)["expected"], 1)) for pair in pairs] == [
        (15, 14.9),
        (7, 18.9),
        (18, 6.8),
    ]
    assert [row(table, *pair)["word"] for pair in pairs] == ["as_expected", "seldom", "often"]
    assert isinstance(table, pd.DataFrame)
