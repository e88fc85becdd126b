"""Who could be a partner, and why."""

from math import sqrt

import networkx as nx
import pytest
from hypothesis import given, settings

from graph.answers.candidate import Exclusion, Search, Why
from graph.answers.partners import find_partners
from graph.answers.similarity import WEIGHTS, jaccard, neighbourhood
from tests.small_region import actor, project, region, tie
from tests.strategies import datasets


def around_the_uni():
    """The uni works with the lab; the lab works with the firm; the club works in the same field."""
    return region(
        [
            actor("uni", "Hochschule", kompetenzfelder=("Photonik",)),
            actor("lab", "Forschung", kompetenzfelder=("Photonik",)),
            actor("firm", "Unternehmen", kompetenzfelder=("Photonik", "Automotive"), location="Aalen"),
            actor("club", "Verein", kompetenzfelder=("Photonik",), location="Ellwangen"),
            actor("stranger", "Kommune"),
            actor("banks", "Bank", kompetenzfelder=("Photonik",), collective=True),
        ],
        [],
        [tie("uni", "cooperates_with", "lab"), tie("lab", "cooperates_with", "firm")],
    )


def ids(found):
    return [candidate.id for candidate in found.candidates]


def reasons(found, key):
    (candidate,) = (candidate for candidate in found.candidates if candidate.id == key)
    return {reason.code: reason.ids for reason in candidate.reasons}


def test_who_shares_a_partner_and_a_field_comes_before_who_shares_a_field_only():
    assert ids(find_partners(around_the_uni(), Search("uni"))) == ["firm", "club"]


def test_present_partners_are_left_out_and_counted():
    left_out = find_partners(around_the_uni(), Search("uni")).left_out

    assert left_out == {
        Exclusion.PARTNER: 1,
        Exclusion.MEMBER: 1,
        Exclusion.COLLECTIVE: 1,
        Exclusion.NOTHING_IN_COMMON: 1,
    }


def test_every_candidate_says_why():
    found = find_partners(around_the_uni(), Search("uni"))

    assert reasons(found, "firm") == {
        Why.SHARED_FIELDS: ("Photonik",),
        Why.COMMON_PARTNERS: ("lab",),
        Why.MISSING_TYPE: ("Unternehmen",),
    }


def test_every_candidate_says_who_can_introduce_it():
    firm, club = find_partners(around_the_uni(), Search("uni")).candidates

    assert (firm.introducers, club.introducers) == (("lab",), ())


def test_the_score_is_the_sum_of_its_visible_parts():
    firm = find_partners(around_the_uni(), Search("uni")).candidates[0]

    assert {part.code: part.value for part in firm.parts} == {
        "adamic_adar": 1.0,  # the firm shares the uni's only partner
        "resource_allocation": 1.0,
        "shared_fields": 0.5,  # Photonik of Photonik and Automotive
        "cross_sector": 1.0,  # no company among uni and partners
    }
    assert firm.score == pytest.approx(sum(part.value * WEIGHTS[part.code] for part in firm.parts))


def test_a_type_that_partners_have_already_counts_half():
    dataset = region(
        [
            actor("a", "Kommune", kompetenzfelder=("F",)),
            actor("b", "Verein"),
            actor("c", "Verein", kompetenzfelder=("F",)),
        ],
        [],
        [tie("a", "cooperates_with", "b")],
    )

    assert reasons(find_partners(dataset, Search("a")), "c")[Why.OTHER_TYPE] == ("Verein",)


def test_the_same_funder_is_a_reason_but_gives_no_points():
    dataset = region(
        [actor("a", kompetenzfelder=("F",)), actor("b", kompetenzfelder=("F",))],
        [project("p"), project("q")],
        [tie("a", "leads", "p"), tie("b", "leads", "q"), tie("land", "funds", "p", 1), tie("land", "funds", "q")],
    )

    assert reasons(find_partners(dataset, Search("a")), "b")[Why.SAME_FUNDER] == ("land",)


def test_who_funds_the_asking_actor_already_is_marked():
    dataset = region(
        [actor("a", kompetenzfelder=("F",)), actor("land", kompetenzfelder=("F",))],
        [project("p")],
        [tie("a", "leads", "p"), tie("land", "funds", "p")],
    )

    assert reasons(find_partners(dataset, Search("a")), "land")[Why.FUNDS_ALREADY] == ("p",)


def test_members_of_the_same_body_are_acquainted():
    dataset = region(
        [actor("a", kompetenzfelder=("F",)), actor("b", kompetenzfelder=("F",))],
        [],
        [tie("a", "member_of", "cluster"), tie("b", "member_of", "cluster")],
    )

    assert reasons(find_partners(dataset, Search("a")), "b")[Why.ACQUAINTED] == ("cluster",)


def test_a_planned_project_asks_for_field_and_type_without_any_actor():
    search = Search(kompetenzfelder={"Photonik"}, types={"Verein", "Unternehmen"})

    found = find_partners(around_the_uni(), search)

    assert ids(found) == ["club", "firm"]
    assert found.candidates[0].parts[0].value is None  # nobody to have common partners with


def test_a_planned_project_with_members_looks_for_partners_of_all_of_them():
    search = Search(members=("uni", "club"), kompetenzfelder={"Photonik"})

    assert ids(find_partners(around_the_uni(), search)) == ["firm", "lab"]


def test_an_actor_without_recorded_location_stays_in_and_says_so():
    dataset = around_the_uni()
    search = Search("uni", locations={"Aalen"}, dismissed=set())

    found = find_partners(dataset, search)

    assert ids(found) == ["firm"]
    assert reasons(found, "firm")[Why.SAME_LOCATION] == ("Aalen",)
    assert found.left_out[Exclusion.OTHER_LOCATION] == 1
    search = Search(locations={"Aalen"}, kompetenzfelder={"Photonik"})
    assert Why.LOCATION_UNKNOWN in reasons(find_partners(dataset, search), "lab")


def test_a_dismissed_candidate_is_not_shown_again():
    found = find_partners(around_the_uni(), Search("uni", dismissed={"firm"}))

    assert ids(found) == ["club"]
    assert found.left_out[Exclusion.DISMISSED] == 1


def test_a_remembered_candidate_stays_visible_beyond_the_limit():
    found = find_partners(around_the_uni(), Search("uni", remembered={"club"}), limit=1)

    assert ids(found) == ["firm"]
    assert [candidate.id for candidate in found.remembered] == ["club"]
    assert found.considered == 2


@pytest.mark.parametrize(
    "search",
    [
        Search(),
        Search("ghost"),
        Search(members=("ghost",), kompetenzfelder={"<script>"}),
        Search("ghost", types={""}, locations={"\x00"}, dismissed={"x"}),
    ],
)
def test_a_search_without_a_usable_criterion_finds_nobody(search):
    assert find_partners(around_the_uni(), search).candidates == ()


def test_an_empty_dataset_has_no_candidates():
    assert find_partners(region(), Search("uni")).considered == 0


def test_with_ties_of_unit_strength_the_indices_are_those_of_networkx():
    """Each index is divided by its largest value among those who are no partners."""
    network = nx.karate_club_graph()
    strengths = {a: dict.fromkeys(network[a], 1) for a in network}
    strangers = sorted(nx.non_neighbors(network, 0))

    near = neighbourhood(strengths, [0], known=list(network[0]))

    for ours, index in (
        (near.adamic_adar, nx.adamic_adar_index),
        (near.resource_allocation, nx.resource_allocation_index),
    ):
        theirs = {other: value for _, other, value in index(network, [(0, other) for other in strangers])}
        largest = max(theirs.values())
        assert {other: ours.get(other, 0) for other in strangers} == pytest.approx(
            {other: value / largest for other, value in theirs.items()}
        )


def test_two_shared_projects_with_a_common_partner_count_more_than_one():
    strengths = {"a": {"m": 1}, "m": {"a": 1, "once": 1, "twice": 2}, "once": {"m": 1}, "twice": {"m": 2}}

    near = neighbourhood(strengths, ["a"])

    assert near.adamic_adar == {"twice": 1.0, "once": pytest.approx(1 / sqrt(2))}


def test_two_sets_without_elements_have_no_similarity():
    assert (jaccard([], []), jaccard(["a"], []), jaccard("ab", "bc")) == (None, 0.0, 1 / 3)


def test_the_weights_add_up_to_one():
    assert sum(WEIGHTS.values()) == pytest.approx(1)


def test_the_page_on_the_score_states_the_weights(repository):
    page = (repository / "docs" / "partner-search.md").read_text("utf-8")

    assert all(f"| `{code}` | {weight:.2f} |" in page for code, weight in WEIGHTS.items())


@given(datasets())
@settings(max_examples=25, deadline=None)
def test_scores_are_between_zero_and_one_and_partners_never_among_the_candidates(dataset):
    asking = dataset.actors["id"][0]

    found = find_partners(dataset, Search(asking), limit=100)

    scores = [candidate.score for candidate in found.candidates]
    assert all(0 < score <= 1 + 1e-12 for score in scores)
    assert scores == sorted(scores, reverse=True)
    assert found.considered + sum(found.left_out.values()) == len(dataset.actors)


@given(datasets())
@settings(max_examples=15, deadline=None)
def test_other_names_give_the_same_ranking(dataset):
    """Ids are only names: putting a letter in front of all of them changes nothing."""
    renamed = _renamed(dataset)
    asking = dataset.actors["id"][0]

    here, there = find_partners(dataset, Search(asking)), find_partners(renamed, Search("x" + asking))

    assert ["x" + key for key in ids(here)] == ids(there)
    assert [c.score for c in here.candidates] == pytest.approx([c.score for c in there.candidates])


def _renamed(dataset):
    def rename(table, columns):
        return table.assign(**{name: [f"x{key}" for key in table[name]] for name in columns})

    return type(dataset)(
        rename(dataset.actors, ["id"]),
        rename(dataset.projects, ["id"]),
        rename(dataset.ties, ["from_id", "to_id"]),
        dataset.sources,
        dataset.events,
    )
