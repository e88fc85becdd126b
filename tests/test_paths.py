"""How two actors are connected."""

import networkx as nx
import pytest
from hypothesis import given, settings

from graph.answers.contacts import DirectTie, acquaintances, contacts
from graph.answers.paths import ChainAnswer, find_chains
from tests.small_region import actor, project, region, tie
from tests.strategies import datasets


def chains_between(dataset, source, target, **options):
    return find_chains(contacts(dataset), source, target, **options)


def test_a_common_project_connects_two_actors():
    dataset = region([], [project("mint")], [tie("uni", "leads", "mint"), tie("town", "supports", "mint")])

    (chain,) = chains_between(dataset, "uni", "town").chains

    assert chain.actors == ("uni", "town")
    assert chain.steps[0].projects == ("mint",)


def test_a_common_body_connects_two_actors():
    dataset = region([actor("cluster")], [], [tie("uni", "member_of", "cluster"), tie("firm", "member_of", "cluster")])

    first, second = chains_between(dataset, "uni", "firm").chains

    assert first.steps[0].bodies == ("cluster",)
    assert second.actors == ("uni", "cluster", "firm")


def test_a_recorded_tie_connects_two_actors_and_keeps_its_direction():
    dataset = region([], [], [tie("county", "shareholder_of", "agency")])

    (chain,) = chains_between(dataset, "agency", "county").chains

    assert chain.steps[0].ties == (DirectTie("county>shareholder_of>agency", "county", "agency", "shareholder_of"),)


def test_money_alone_connects_nobody():
    dataset = region([], [project("mint")], [tie("ministry", "funds", "mint", 100), tie("uni", "leads", "mint")])

    assert chains_between(dataset, "ministry", "uni").answer is ChainAnswer.NONE


def test_each_step_names_the_project_that_makes_it():
    dataset = region(
        [],
        [project("p1"), project("p2")],
        [tie("a", "leads", "p1"), tie("b", "partner", "p1"), tie("b", "leads", "p2"), tie("c", "partner", "p2")],
    )

    (chain,) = chains_between(dataset, "a", "c").chains

    assert [(step.from_id, step.projects, step.to_id) for step in chain.steps] == [
        ("a", ("p1",), "b"),
        ("b", ("p2",), "c"),
    ]


def test_among_equally_short_chains_the_better_acquainted_come_first():
    ties = [("a", "weak"), ("weak", "z"), ("a", "strong"), ("strong", "z")]
    projects = [project(f"{x}-{y}") for x, y in ties] + [project("again")]
    rows = [row for x, y in ties for row in (tie(x, "leads", f"{x}-{y}"), tie(y, "partner", f"{x}-{y}"))]
    rows += [tie("a", "leads", "again"), tie("strong", "partner", "again")]

    found = chains_between(region([], projects, rows), "a", "z")

    assert [chain.actors for chain in found.chains] == [("a", "strong", "z"), ("a", "weak", "z")]


def test_a_small_circle_is_a_better_contact_than_a_large_one():
    fair = [tie(f"guest{i}", "partner", "fair") for i in range(9)] + [
        tie(x, "partner", "fair") for x in ("a", "z", "m")
    ]
    small = [tie("a", "leads", "s1"), tie("m", "partner", "s1"), tie("m", "leads", "s2"), tie("z", "partner", "s2")]
    dataset = region([], [project("fair"), project("s1"), project("s2")], fair + small)

    found = chains_between(dataset, "a", "z")

    assert [chain.actors for chain in found.chains[:2]] == [("a", "z"), ("a", "m", "z")]
    assert found.chains[1].steps[0].projects == ("s1", "fair")


def test_no_more_than_three_chains_are_shown():
    rows = [
        row for i in range(6) for row in (tie("a", "cooperates_with", f"m{i}"), tie(f"m{i}", "cooperates_with", "z"))
    ]

    assert len(chains_between(region([], [], rows), "a", "z").chains) == 3


def test_a_chain_much_longer_than_the_shortest_is_not_shown():
    ring = ["a", "z", "b", "c", "d", "e"]
    rows = [tie(x, "cooperates_with", y) for x, y in zip(ring, [*ring[1:], "a"], strict=True)]

    assert [chain.actors for chain in chains_between(region([], [], rows), "a", "z").chains] == [("a", "z")]


def test_no_way_known_is_an_answer_and_names_who_has_no_contact_at_all():
    dataset = region([actor("alone")], [], [tie("a", "cooperates_with", "b")])

    found = chains_between(dataset, "a", "alone")

    assert (found.answer, found.chains, found.without_contacts) == (ChainAnswer.NONE, (), ("alone",))


@pytest.mark.parametrize(
    ("source", "target", "answer"),
    [("a", "a", ChainAnswer.SAME), ("a", "ghost", ChainAnswer.UNKNOWN), ("", "", ChainAnswer.UNKNOWN)],
)
def test_odd_questions_have_an_answer(source, target, answer):
    dataset = region([], [], [tie("a", "cooperates_with", "b")])

    assert chains_between(dataset, source, target).answer is answer


def test_an_uncertain_tie_makes_an_uncertain_step():
    dataset = region([], [], [tie("a", "cooperates_with", "b", certainty="unconfirmed")])

    assert chains_between(dataset, "a", "b").chains[0].steps[0].certainty == "unconfirmed"


@given(datasets())
@settings(max_examples=25, deadline=None)
def test_chains_are_simple_and_ordered_and_the_first_is_a_shortest_one(dataset):
    network = contacts(dataset)
    source, target = min(network), max(network)

    found = find_chains(network, source, target)

    for chain in found.chains:
        assert (chain.actors[0], chain.actors[-1]) == (source, target)
        assert len(set(chain.actors)) == len(chain.actors)
        assert all(step.projects or step.bodies or step.ties for step in chain.steps)
    lengths = [len(chain.steps) for chain in found.chains]
    assert lengths == sorted(lengths)
    if found.answer is ChainAnswer.FOUND:
        assert lengths[0] == nx.shortest_path_length(network, source, target)


@given(datasets())
@settings(max_examples=25, deadline=None)
def test_the_way_back_is_as_long_as_the_way_there(dataset):
    network = contacts(dataset)
    source, target = min(network), max(network)

    there, back = find_chains(network, source, target), find_chains(network, target, source)

    assert there.answer == back.answer
    assert [len(chain.steps) for chain in there.chains] == [len(chain.steps) for chain in back.chains]


@given(datasets())
def test_acquaintances_are_the_contacts_without_what_makes_them(dataset):
    known, plain = contacts(dataset), acquaintances(dataset)

    assert set(map(frozenset, plain.edges)) == set(map(frozenset, known.edges))
    assert dict(plain.nodes(data=True)) == dict(known.nodes(data=True))
