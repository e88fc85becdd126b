"""The network in groups: a bubble for each, lines for what two groups share, open groups in place."""

import pytest

from graph.load import load
from graph.picture.drawn import Drawing
from graph.picture.folding import BUBBLE, MOST_BUBBLES, REST, By, fold, strongest
from graph.picture.grouped import Folds, draw_groups
from graph.picture.scene import Scene
from tests.conftest import REPOSITORY
from tests.small_region import actor, project, region, tie


def small():
    """Two fields: a and b work in Wasserstoff, b and c in Logistik, d in neither."""
    return region(
        [
            actor("a", type="Hochschule", location="Aalen"),
            actor("b", type="Unternehmen", location="Aalen"),
            actor("c", type="Unternehmen", location="Ulm"),
            actor("d", type="Verein"),
        ],
        [project("h2", "Wasserstoff"), project("bus", "Logistik"), project("bahn", "Logistik")],
        [
            tie("a", "leads", "h2"),
            tie("b", "partner", "h2"),
            tie("b", "leads", "bus"),
            tie("c", "partner", "bus"),
            tie("c", "leads", "bahn"),
        ],
    )


def members(folding):
    return {bubble.key: (bubble.actors, bubble.projects) for bubble in folding.bubbles}


def test_a_field_holds_its_projects_and_who_takes_part_in_them():
    assert members(fold(small(), By.FIELD)) == {
        "Logistik": (("b", "c"), ("bahn", "bus")),
        "Wasserstoff": (("a", "b"), ("h2",)),
        "": (("d",), ()),
    }


def test_a_type_holds_its_actors_and_their_projects():
    assert members(fold(small(), By.TYPE))["Unternehmen"] == (("b", "c"), ("bahn", "bus", "h2"))


def test_an_actor_without_a_place_stands_with_others_without_one():
    assert members(fold(small(), By.PLACE))[""] == (("d",), ())


def test_a_line_counts_each_project_with_actors_of_both_once():
    """In h2 there are a of Wasserstoff and b of both; in bus b and c; in bahn nobody of Wasserstoff."""
    assert fold(small(), By.FIELD).shared == {("Logistik", "Wasserstoff"): 2}


def test_of_many_groups_the_small_ones_are_one_bubble():
    many = region([actor(f"a{n:02}", location=f"Ort {n:02}") for n in range(60)], [])

    folding = fold(many, By.PLACE)

    assert len(folding.bubbles) <= MOST_BUBBLES
    assert folding.bubbles[-1].key == REST
    assert folding.merged == len(folding.bubbles[-1].actors)
    assert sum(len(bubble.actors) for bubble in folding.bubbles) == 60


def drawn(*opened: str) -> Drawing:
    data = small()
    folding = fold(data, By.FIELD)
    names = tuple(
        (bubble.key, bubble.key or "ohne", f"{bubble.key or 'ohne'}\n{len(bubble.actors)}")
        for bubble in folding.bubbles
    )
    return draw_groups(data, data, Scene(), folding, Folds(By.FIELD, names, frozenset(opened)))


def test_closed_groups_are_bubbles_whose_area_is_the_number_of_actors():
    nodes = {node.id: node for node in drawn().nodes}

    assert set(nodes) == {"gruppe:Logistik", "gruppe:Wasserstoff", "gruppe:"}
    assert {node.mode for node in nodes.values()} == {BUBBLE}
    assert nodes["gruppe:Wasserstoff"].value == 2
    assert nodes["gruppe:Wasserstoff"].written.lines == ("Wasserstoff", "2")


def test_an_open_group_shows_its_elements_and_ties_them_to_the_groups_that_stay_closed():
    drawing = drawn("Wasserstoff")

    assert {node.id for node in drawing.nodes} == {"a", "b", "h2", "gruppe:Logistik", "gruppe:"}
    lines = {frozenset((edge.source, edge.target)): edge.ties for edge in drawing.edges}
    assert lines[frozenset(("b", "gruppe:Logistik"))] == 1
    assert frozenset(("a", "h2")) in lines


def test_the_same_question_is_the_same_picture():
    assert drawn("Wasserstoff") == drawn("Wasserstoff")


@pytest.mark.parametrize("by", By)
def test_the_groups_of_the_shipped_data_are_legible(by):
    data = load(REPOSITORY / "data").dataset
    folding = fold(data, by)
    names = tuple((bubble.key, bubble.key, f"{bubble.key}\n{len(bubble.actors)} Akteure") for bubble in folding.bubbles)

    drawing = draw_groups(data, data, Scene(), folding, Folds(by, names))

    assert len(drawing.nodes) <= MOST_BUBBLES
    assert all(node.written for node in drawing.shown)


def test_of_many_groups_only_the_strongest_ties_of_each_are_drawn():
    shared = {(f"g{a}", f"g{b}"): 20 - a - b for a in range(9) for b in range(a + 1, 9)}
    keys = {f"g{n}" for n in range(9)}

    kept = strongest(shared, keys)

    assert ("g0", "g1") in kept
    assert ("g7", "g8") not in kept
    assert all(sum(key in pair for pair in kept) >= 3 for key in keys)
    assert strongest(shared, {"g0", "g7", "g8"}) == {("g0", "g7"): 13, ("g0", "g8"): 12, ("g7", "g8"): 5}
