"""Small drawings with a fixed arrangement: the same question gives the same picture."""

from itertools import pairwise

import pytest

from graph.answers.comparison import closest_pairs, compare
from graph.answers.consortium import find_consortium
from graph.answers.contacts import contacts
from graph.answers.paths import find_chains
from graph.picture.arrangement import ROW, WIDTH, draw_chains, draw_comparison, draw_consortium
from graph.picture.outline import halves
from tests.small_region import actor, project, region, tie


def shared_by_two(number):
    """WiRO and IHK share so many projects."""
    projects = [project(f"p{i:02}") for i in range(number)]
    ties = [tie(who, "partner", p["id"]) for p in projects for who in ("wiro", "ihk")]
    return region([actor("wiro", "Wirtschaftsförderung"), actor("ihk", "Kammer/Verband")], projects, ties)


def lines_through_others(drawing):
    """Pairs whose straight line runs through a third element."""
    at = {node.id: complex(node.x, node.y) for node in drawing.nodes}

    def meets(edge, node):
        one, way = at[edge.source], at[edge.target] - at[edge.source]
        along = min(max(((at[node.id] - one) * way.conjugate()).real / abs(way) ** 2, 0.0), 1.0)
        return abs(at[node.id] - one - along * way) < 0.8 * min(halves(node.shape, node.size))

    return [
        (edge.source, edge.target, node.id)
        for edge in drawing.edges
        for node in drawing.nodes
        if node.id not in (edge.source, edge.target) and meets(edge, node)
    ]


def places(drawing):
    return {node.id: (node.x, node.y) for node in drawing.nodes}


# --- comparison -------------------------------------------------------------------------------------------------------


def test_compared_actors_stand_left_and_right_and_what_they_share_between_them():
    data = shared_by_two(1)

    found = places(draw_comparison(data, compare(data, ["wiro", "ihk"])))

    assert found == {"wiro": (-WIDTH / 2, 0.0), "p00": (0.0, 0.0), "ihk": (WIDTH / 2, 0.0)}


def test_a_middle_column_through_which_no_line_leads_stands_in_line_and_every_name_has_room():
    data = shared_by_two(8)

    found = places(draw_comparison(data, compare(data, ["wiro", "ihk"])))

    middle = {place for element, place in found.items() if element.startswith("p")}
    assert {x for x, _ in middle} == {0.0}
    assert min(b - a for a, b in pairwise(sorted({y for _, y in middle}))) >= ROW - 1e-9


@pytest.mark.parametrize("number", [3, 9, 14, 17, 26, 38])
def test_no_line_to_a_compared_actor_runs_through_what_stands_before(number):
    data = shared_by_two(number)

    drawing = draw_comparison(data, compare(data, ["wiro", "ihk"]))

    assert len(drawing.nodes) == number + 2
    assert lines_through_others(drawing) == []
    assert all(node.label_shown for node in drawing.nodes)
    assert {abs(node.x) for node in drawing.nodes if node.mode == "actor"} == {WIDTH / 2}


@pytest.mark.parametrize("number", [5, 27])
def test_the_swap_of_two_actors_mirrors_them_and_moves_nothing_else(number):
    data = shared_by_two(number)

    one = places(draw_comparison(data, compare(data, ["wiro", "ihk"])))
    other = places(draw_comparison(data, compare(data, ["ihk", "wiro"])))

    assert (one["wiro"], one["ihk"]) == (other["ihk"], other["wiro"])
    assert {e: p for e, p in one.items() if e.startswith("p")} == {e: p for e, p in other.items() if e.startswith("p")}


def test_lines_have_one_width_and_the_legend_does_not_speak_of_it():
    data = shared_by_two(3)

    drawing = draw_comparison(data, compare(data, ["wiro", "ihk"]))

    assert {edge.width for edge in drawing.edges} == {1.2}
    assert "width" not in {entry.channel for entry in drawing.legend}


def test_nothing_shared_is_drawn_as_two_actors():
    data = region([actor("wiro"), actor("ihk")])

    assert set(places(draw_comparison(data, compare(data, ["wiro", "ihk"])))) == {"wiro", "ihk"}


def test_examples_are_the_pairs_with_most_common_projects_each_actor_once():
    data = region(
        projects=[project("a"), project("b"), project("c")],
        ties=[
            *(tie(who, "partner", p) for p in ("a", "b") for who in ("wiro", "ihk")),
            *(tie(who, "partner", "c") for who in ("ihk", "kreis", "stadt")),
        ],
    )

    assert closest_pairs(data) == (("ihk", "wiro"), ("kreis", "stadt"))


# --- chains -----------------------------------------------------------------------------------------------------------


def test_a_chain_runs_from_left_to_right_over_what_makes_each_step():
    data = region(
        projects=[project("lab"), project("hub")],
        ties=[
            tie("a", "leads", "lab"),
            tie("m", "partner", "lab"),
            tie("m", "partner", "hub"),
            tie("b", "leads", "hub"),
        ],
    )

    drawing = draw_chains(data, find_chains(contacts(data), "a", "b"))

    in_order = sorted(drawing.nodes, key=lambda node: node.x)
    assert [node.id for node in in_order] == ["a", "lab", "m", "hub", "b"]
    assert {(edge.source, edge.target) for edge in drawing.edges} == {
        ("a", "lab"),
        ("m", "lab"),
        ("m", "hub"),
        ("b", "hub"),
    }


def test_several_chains_stand_one_below_the_other_between_the_same_ends():
    data = region(
        projects=[project(name) for name in ("p", "q", "r", "s")],
        ties=[
            *(tie(who, "partner", "p") for who in ("a", "x")),
            *(tie(who, "partner", "q") for who in ("x", "b")),
            *(tie(who, "partner", "r") for who in ("a", "y")),
            *(tie(who, "partner", "s") for who in ("y", "b")),
        ],
    )

    found = places(draw_chains(data, find_chains(contacts(data), "a", "b")))

    assert found["a"][1] == found["b"][1] == 0.0
    assert found["x"][0] == found["y"][0] == 0.0
    assert found["x"][1] != found["y"][1]


def test_an_uncertain_step_is_dashed_and_a_membership_leads_over_its_body():
    data = region(
        [actor("a"), actor("b"), actor("club")],
        ties=[
            tie("a", "member_of", "club", certainty="unconfirmed"),
            tie("b", "member_of", "club", certainty="unconfirmed"),
        ],
    )

    drawing = draw_chains(data, find_chains(contacts(data), "a", "b"))

    assert {node.id for node in drawing.nodes} == {"a", "b", "club"}
    assert all(edge.dashed for edge in drawing.edges)


def test_a_membership_that_is_not_confirmed_stays_dashed_where_chains_share_its_body():
    data = region(
        [actor(name) for name in ("a", "b", "m", "club")],
        ties=[
            tie("a", "member_of", "club", certainty="unconfirmed"),
            tie("m", "member_of", "club"),
            tie("b", "member_of", "club"),
            tie("m", "cooperates_with", "b"),
        ],
    )

    drawing = draw_chains(data, find_chains(contacts(data), "a", "b"))

    assert {(edge.source, edge.target): edge.dashed for edge in drawing.edges} == {
        ("a", "club"): True,
        ("b", "club"): False,
        ("club", "m"): False,
    }


def test_a_confirmed_step_is_not_drawn_over_a_project_that_is_unsure():
    data = region(
        projects=[project("lab")],
        ties=[
            tie("a", "partner", "lab", certainty="unconfirmed"),
            tie("b", "partner", "lab"),
            tie("a", "cooperates_with", "b"),
        ],
    )

    drawing = draw_chains(data, find_chains(contacts(data), "a", "b"))

    assert [(edge.source, edge.target, edge.dashed) for edge in drawing.edges] == [("a", "b", False)]


# --- consortium -------------------------------------------------------------------------------------------------------


def test_a_consortium_is_a_circle_tied_where_its_members_know_each_other():
    data = region(
        [actor("hs", "Hochschule"), actor("stadt", "Kommune"), actor("firma", "Unternehmen")],
        [project("lab")],
        [tie("hs", "leads", "lab"), tie("stadt", "partner", "lab")],
    )
    found = find_consortium(data, (), ("Hochschule", "Kommune", "Unternehmen")).consortia[0]

    drawing = draw_consortium(data, found)

    assert len(set(places(drawing).values())) == 3
    assert [(edge.source, edge.target) for edge in drawing.edges] == [("hs", "stadt")]


def test_a_consortium_of_one_stands_in_the_middle():
    data = region([actor("hs", "Hochschule")])
    found = find_consortium(data, (), ("Hochschule",)).consortia[0]

    assert places(draw_consortium(data, found)) == {"hs": (0.0, 0.0)}
