"""What if: changes, their effect, and who would be missed most."""

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.answers.impact import find_impact
from graph.answers.missed import pieces_without, ranking_missed
from graph.answers.scenario import (
    AddPartnership,
    AddProject,
    EndProject,
    RemoveActor,
    Scenario,
    apply,
    planned_id,
    play,
)
from graph.answers.scenario_link import MOST_CHANGES, from_text, to_text
from graph.projection import cooperation
from tests.small_region import actor, project, region, tie
from tests.strategies import datasets


def chain():
    """a - b - c - d, each pair in a project of its own; e alone; the ministry pays for b-c."""
    return region(
        [*(actor(x) for x in "abcde"), actor("ministry")],
        [
            project("ab", "Photonik", lead=("a",), partners=("b",)),
            project("bc", "Wasserstoff", lead=("b",), partners=("c",), funders=("ministry",)),
            project("cd", "Photonik", lead=("c",), partners=("d",)),
        ],
        [
            tie("a", "leads", "ab"),
            tie("b", "partner", "ab"),
            tie("b", "leads", "bc"),
            tie("c", "partner", "bc"),
            tie("c", "leads", "cd"),
            tie("d", "partner", "cd"),
            tie("ministry", "funds", "bc", 700),
        ],
        [{"project_id": "bc", "label": "Auftakt", "start": "2021"}],
    )


def fresh(dataset):
    """The same tables without the remembered digest."""
    names = ("actors", "projects", "ties", "sources", "events")
    return type(dataset)(*(getattr(dataset, name) for name in names), about=dataset.about)


def after(*changes):
    return apply(chain(), Scenario(changes))


def impact(*changes):
    return find_impact(chain(), Scenario(changes))


def test_a_removed_actor_leaves_with_its_ties_and_its_projects_stay():
    dataset = after(RemoveActor("b"))

    assert "b" not in set(dataset.actors["id"])
    assert list(dataset.projects["id"]) == ["ab", "bc", "cd"]
    assert list(dataset.projects["partners"]) == [(), ("c",), ("d",)]
    assert list(dataset.projects["lead"]) == [("a",), (), ("c",)]
    assert set(cooperation(dataset).edges) == {("c", "d")}


def test_an_ended_project_leaves_with_its_ties_and_dates_and_its_actors_stay():
    dataset = after(EndProject("bc"))

    assert list(dataset.projects["id"]) == ["ab", "cd"]
    assert dataset.events.empty
    assert set(cooperation(dataset)) == set(cooperation(chain()))


def test_a_new_partnership_makes_a_cooperation():
    assert cooperation(after(AddPartnership("d", "e"))).has_edge("d", "e")


def test_a_planned_project_ties_all_its_actors():
    dataset = after(AddProject("Neues Labor", ("d", "e"), "a", ("Photonik",)))

    assert dataset.projects.iloc[-1].to_dict() | {} == {
        **dict.fromkeys(dataset.projects.columns, ""),
        "id": "plan-1", "name": "Neues Labor", "status": "planned", "kompetenzfelder": ("Photonik",),
        "lead": ("a",), "partners": ("d", "e"), "funders": (), "aliases": (), "budget_eur": None,
    }  # fmt: skip
    assert {("a", "d"), ("a", "e"), ("d", "e")} <= set(cooperation(dataset).edges)


def test_several_changes_follow_one_another():
    dataset = after(AddProject("x", ("d", "e")), EndProject("plan-1"), RemoveActor("e"))

    assert fresh(dataset).fingerprint == fresh(after(RemoveActor("e"))).fingerprint


@pytest.mark.parametrize(
    "change",
    [
        RemoveActor("ghost"), RemoveActor("ab"), EndProject("a"), EndProject(""), AddPartnership("a", "a"),
        AddPartnership("a", "ghost"), AddProject("nobody in it"), AddProject("ghosts", ("ghost",), "ghost"),
    ],
)  # fmt: skip
def test_a_change_that_fits_nothing_changes_nothing_and_is_named(change):
    dataset = chain()

    assert apply(dataset, Scenario((change,))) is dataset
    assert play(dataset, Scenario((change,)))[1] == (change,)


def test_a_partnership_that_is_recorded_already_changes_nothing():
    twice = Scenario((AddPartnership("d", "e"), AddPartnership("e", "d")))

    assert play(chain(), twice)[1] == (AddPartnership("e", "d"),)


def test_planned_projects_never_take_an_id_that_exists():
    assert planned_id(region([], [project("plan-1")])) == "plan-2"


@given(datasets())
@settings(max_examples=20, deadline=None)
def test_no_change_gives_the_same_dataset(dataset):
    assert apply(dataset, Scenario()) is dataset


@given(datasets())
@settings(max_examples=20, deadline=None)
def test_adding_a_project_and_ending_it_gives_the_same_dataset(dataset):
    actors = tuple(dataset.actors["id"])
    scenario = Scenario((AddProject("x", actors), EndProject(planned_id(dataset))))

    assert fresh(apply(dataset, scenario)).fingerprint == fresh(dataset).fingerprint


@given(datasets())
@settings(max_examples=20, deadline=None)
def test_changes_leave_the_given_dataset_as_it_is(dataset):
    before = fresh(dataset).fingerprint
    actors = tuple(dataset.actors["id"])
    changes = (
        AddPartnership(actors[0], actors[-1]),
        AddProject("x", actors),
        RemoveActor(actors[0]),
        *map(EndProject, dataset.projects["id"]),
    )

    find_impact(dataset, Scenario(changes))

    assert fresh(dataset).fingerprint == before


def test_lost_and_new_ties_are_listed():
    found = impact(RemoveActor("b"), AddPartnership("d", "e"))

    assert (found.lost, found.new, found.left) == ((("a", "b"), ("b", "c")), (("d", "e"),), ("b",))


def test_who_loses_the_only_connection_is_named():
    assert impact(RemoveActor("b")).without_connection == ("a",)


def test_who_loses_the_way_to_the_largest_part_is_named():
    assert impact(EndProject("bc")).cut_off == ("c", "d")


def test_a_pair_with_one_common_project_less_is_weaker_and_not_lost():
    dataset = region([], [project("p"), project("q")], [tie(x, "partner", y) for x in "ab" for y in "pq"])

    found = find_impact(dataset, Scenario((EndProject("q"),)))

    assert (found.weaker, found.lost) == ((("a", "b"),), ())


def test_euros_that_vanish_and_euros_that_lose_their_lead_are_told_apart():
    assert impact(EndProject("bc")).gone.amount_eur == 700
    assert impact(RemoveActor("ministry")).gone.amount_eur == 700
    found = impact(RemoveActor("b"))
    assert (found.gone.amount_eur, found.leaderless, found.at_risk.amount_eur) == (None, ("bc",), 700)


def test_a_field_nobody_works_in_any_longer_is_named():
    assert impact(RemoveActor("b"), RemoveActor("c")).fields == ("Wasserstoff",)


def test_figures_have_a_before_an_after_and_a_difference():
    figures = {
        figure.code: (figure.before, figure.after, figure.difference) for figure in impact(RemoveActor("b")).figures
    }

    assert figures["actors"] == (6, 5, -1)
    assert figures["ties"] == (3, 1, -2)
    assert figures["components"] == (3, 4, 1)
    assert figures["isolates"] == (2, 3, 1)
    assert figures["mean_distance"] == (pytest.approx(10 / 6), 1.0, pytest.approx(1 - 10 / 6))


def test_a_figure_that_is_not_defined_has_no_difference():
    figures = {
        figure.code: figure for figure in find_impact(region([actor("a")]), Scenario((RemoveActor("a"),))).figures
    }

    assert (figures["density"].before, figures["density"].after, figures["density"].difference) == (None, None, None)
    assert (figures["actors"].after, figures["largest_component"].after) == (0, 0)


def test_who_holds_the_network_together_would_be_missed_most():
    ranking = ranking_missed(chain())

    assert [(m.actor, m.separated, m.cut_off, m.dependants) for m in ranking[:3]] == [
        ("b", 2, 1, ("a",)),
        ("c", 2, 1, ("d",)),
        ("a", 0, 0, ()),
    ]


def test_progress_is_reported_for_every_actor():
    seen = []

    ranking_missed(chain(), progress=lambda done, of: seen.append((done, of)))

    assert seen == [(number, 6) for number in range(1, 7)]


def test_nobody_is_missed_in_an_empty_dataset():
    assert ranking_missed(region()) == ()


@given(datasets(max_actors=8, max_links=12))
@settings(max_examples=25, deadline=None)
def test_the_ranking_says_what_removing_each_single_actor_does(dataset):
    for missed in ranking_missed(dataset):
        found = find_impact(dataset, Scenario((RemoveActor(missed.actor),)))

        assert missed.dependants == found.without_connection
        assert missed.leaderless == found.leaderless
        assert missed.fields == found.fields
        assert (missed.gone, missed.at_risk) == (found.gone, found.at_risk)


@given(st.integers(0, 10_000))
@settings(max_examples=40, deadline=None)
def test_the_pieces_without_an_actor_are_those_of_the_network_without_it(seed):
    network = nx.gnp_random_graph(12, 0.16, seed=seed)

    for actor_id, pieces in pieces_without(network).items():
        part = nx.node_connected_component(network, actor_id) - {actor_id}
        left = network.subgraph(part)
        assert pieces == tuple(sorted(map(len, nx.connected_components(left)), reverse=True))


def test_a_long_chain_does_not_exhaust_the_stack():
    assert pieces_without(nx.path_graph(5000))[2500] == (2500, 2499)


texts = st.text(max_size=12)
changes = st.one_of(
    st.builds(RemoveActor, texts),
    st.builds(EndProject, texts),
    st.builds(AddPartnership, texts, texts),
    st.builds(
        AddProject, texts, st.lists(texts.filter(bool)).map(tuple), texts, st.lists(texts.filter(bool)).map(tuple)
    ),
)


@given(st.builds(Scenario, st.lists(changes, max_size=5).map(tuple), texts))
def test_a_scenario_survives_the_way_through_a_link(scenario):
    assert from_text(to_text(scenario)) == (scenario, ())


def test_a_link_is_short_and_readable():
    scenario = Scenario((RemoveActor("wiro"), AddPartnership("uni", "stadt-aalen")), "Ohne WiRO")

    assert to_text(scenario) == "name:Ohne%20WiRO;remove:wiro;link:uni:stadt-aalen"


@given(st.text(max_size=200))
def test_any_text_can_be_read_as_a_link(text):
    scenario, unreadable = from_text(text)

    apply(chain(), scenario)
    assert len(scenario.changes) + len(unreadable) <= text.count(";") + 1


def test_what_a_link_cannot_mean_is_reported():
    assert from_text("remove:a;explode:b;link:a;;end:p")[1] == ("explode:b", "link:a")


def test_a_link_with_too_many_changes_is_cut():
    assert len(from_text("remove:a;" * 1000)[0].changes) == MOST_CHANGES
