"""Whether an answer holds when one source is wrong."""

from dataclasses import replace

import pytest

import graph
from graph.answers.gaps import find_gaps
from graph.evidence.firmness import UNCONFIRMED
from graph.evidence.statements import UnknownStatementError, answered, asked
from graph.evidence.support import Support
from graph.measures import rank
from graph.overview import funding_total
from graph.profile import references
from tests.small_region import actor, project, region, tie


def source(key, **rest):
    return {"id": key, "title": key, **rest}


def partners(project_id, reference, *actors, **rest):
    return [tie(one, "partner", project_id, reference=reference, **rest) for one in actors]


# a works with three others, b with two: without the paper that knows of the third one both are first
TIPPING = region(
    projects=[project(key) for key in "pqrst"],
    ties=[
        *partners("p", "report", "a", "x"),
        *partners("q", "report", "a", "y"),
        *partners("r", "paper", "a", "z"),
        *partners("s", "report", "b", "u"),
        *partners("t", "report", "b", "v"),
    ],
    sources=[source("report"), source("paper")],
)


def test_the_one_source_that_makes_the_first_place_is_named():
    found = graph.firmness(TIPPING, "first")

    assert found.answer == {"a"}
    assert not found.holds
    assert found.tips_without == ("paper", "report")
    assert found.others == {"paper": {"a", "b"}, "report": {"a", "z"}}
    assert found.rests_on == ""


def test_a_first_place_that_two_independent_sources_support_holds():
    twice = [replace_reference(row, "report;paper") for row in TIPPING.ties.to_dict("records")]
    found = graph.firmness(region(projects=[project(key) for key in "pqrst"], ties=twice), "first")

    assert found.holds
    assert (found.tips_without, found.rests_on) == ((), "")


def replace_reference(row, reference):
    return {**{name: value for name, value in row.items() if name != "id"}, "reference": reference}


def test_two_sources_of_which_one_is_based_on_the_other_count_once():
    ties = [tie("a", "partner", "p", reference="study;press"), tie("b", "partner", "p", reference="study;press")]
    dataset = region(projects=[project("p")], ties=ties, sources=[source("study"), source("press")])
    copied = replace(dataset, sources=dataset.sources.assign(based_on=["", "study"]))

    assert graph.firmness(dataset, graph.Statement("chain", ("a", "b"))).holds
    assert graph.firmness(copied, graph.Statement("chain", ("a", "b"))).rests_on == "study"


def test_what_is_said_twice_in_two_sources_stays_when_one_goes():
    ties = [*partners("p", "one", "a", "b"), *partners("p", "other", "a", "b")]

    assert graph.firmness(region(projects=[project("p")], ties=ties), graph.Statement("chain", ("a", "b"))).holds


def test_a_chain_without_which_nothing_could_be_said_rests_on_its_source():
    ties = [*partners("p", "report", "a", "b"), *partners("q", "paper", "c", "d")]

    found = graph.firmness(
        region(projects=[project("p"), project("q")], ties=ties), graph.Statement("chain", ("a", "b"))
    )

    assert found.answer == ("found", 1)
    assert (found.rests_on, found.tips_without) == ("report", ("report",))


def test_what_hangs_on_an_unconfirmed_tie_does_not_hold():
    ties = [tie("a", "partner", "p", certainty="unconfirmed"), tie("b", "partner", "p")]

    found = graph.firmness(region(projects=[project("p")], ties=ties), graph.Statement("chain", ("a", "b")))

    assert (found.holds, found.tips_if_confirmed_only, found.tips_without) == (False, True, ())
    assert found.others == {UNCONFIRMED: ()}


def test_facts_without_a_source_are_never_left_out():
    ties = [tie("a", "partner", "p"), tie("b", "partner", "p")]

    assert graph.firmness(region(projects=[project("p")], ties=ties), graph.Statement("chain", ("a", "b"))).holds


def test_a_sum_says_what_it_would_be_without_each_source():
    dataset = region(
        projects=[project("p"), project("q")],
        ties=[tie("f", "funds", "p", 100, reference="one"), tie("f", "funds", "q", 23, reference="other")],
    )

    assert graph.firmness(dataset, "funding").others == {"one": 23, "other": 100}


def test_an_actor_stays_as_long_as_another_source_names_it():
    dataset = region(
        actors=[actor("a", reference="paper"), actor("b", reference="paper"), actor("c", reference="report")],
        projects=[project("p", reference="report")],
        ties=[tie("a", "partner", "p", reference="report")],
    )

    left = Support(dataset).without("paper")

    assert list(left.actors["id"]) == ["a", "c"]
    assert Support(dataset).sources == ("paper", "report")


def test_leaving_out_changes_nothing_of_the_data():
    before = TIPPING.fingerprint

    graph.firmness(TIPPING, "first")

    assert replace(TIPPING).fingerprint == before


@pytest.mark.parametrize("kind", graph.STATEMENTS)
def test_every_kind_of_statement_asks_something_by_itself_even_of_nothing(kind):
    empty = graph.firmness(region(), kind)

    assert not empty.answer
    assert empty.holds


def test_unknown_kinds_are_refused_with_those_there_are():
    with pytest.raises(UnknownStatementError, match="'weather' is not one of first, ranks"):
        graph.firmness(TIPPING, "weather")


# ---- the same by brute force on the shipped data: every source, through the public functions only

SHIPPED = graph.load("data").dataset


def left_out(dataset, one):
    """Ties whose every source is ``one`` are gone."""
    stays = [set(references(cell)) != {one} for cell in dataset.ties["reference"]]
    return replace(dataset, ties=dataset.ties[stays].reset_index(drop=True))


MEASURES = ("degree", "betweenness", "constraint")


def by_hand(dataset):
    """Who is first by each measure, and the sum of the funding."""
    table = graph.measure_table(graph.cooperation(dataset), MEASURES)
    ranks = {measure: rank(table[measure], measure) for measure in MEASURES}
    first = {measure: set(ranks[measure][ranks[measure] == 1].index) for measure in MEASURES}
    return {**first, "funding": funding_total(dataset).amount_eur}


def test_marks_on_the_shipped_data_equal_leaving_out_every_source_by_hand():
    recorded, changed = by_hand(SHIPPED), {name: set() for name in (*MEASURES, "funding")}
    for one in SHIPPED.sources["id"]:
        for name, answer in by_hand(left_out(SHIPPED, one)).items():
            changed[name] |= {one} if answer != recorded[name] else set()

    marks = {measure: graph.firmness(SHIPPED, graph.Statement("first", (measure,))) for measure in MEASURES}
    marks["funding"] = graph.firmness(SHIPPED, "funding")

    assert {name: set(mark.tips_without) for name, mark in marks.items()} == changed


@pytest.mark.parametrize("kind", ["comparison", "chain", "cliff"])
def test_sources_that_are_passed_over_would_have_changed_nothing(kind):
    statement, support = asked(SHIPPED, kind), Support(SHIPPED)
    others = graph.firmness(SHIPPED, statement).others
    passed = [one for one in support.sources if one not in others][::4]

    assert {one for one in passed if answered(support.without(one), statement) != answered(SHIPPED, statement)} == set()


def test_gaps_are_those_of_the_matrix():
    assert graph.firmness(SHIPPED, "gaps").answer == set(find_gaps(SHIPPED).empty)
