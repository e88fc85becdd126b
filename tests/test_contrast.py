"""Before and after a scenario: nothing moves, what changes is marked, the rest steps back."""

import pytest

from graph.answers.scenario import AddPartnership, RemoveActor, Scenario, apply
from graph.picture.contrast import Moment, contrast, draw_scenario
from graph.picture.drawn import Line
from graph.picture.encoding import Fill
from graph.picture.layout import layout
from graph.projection import cooperation
from tests.small_region import project, region, tie


@pytest.fixture
def star():
    """WiRO shares a project with each of three actors, two of them one more; a fourth actor stands alone."""
    pairs = {
        "p": ("wiro", "ihk"),
        "q": ("wiro", "kreis"),
        "r": ("wiro", "stadt"),
        "s": ("ihk", "kreis"),
        "t": ("varta",),
    }
    ties = [tie(who, "partner", name) for name, actors in pairs.items() for who in actors]
    return region(projects=[project(name) for name in pairs], ties=ties)


def drawn(dataset, scenario, moment):
    return draw_scenario(dataset, scenario, layout(cooperation(dataset)), moment)


def test_two_networks_are_joined_and_each_difference_says_what_it_is(star):
    scenario = Scenario((RemoveActor("wiro"), AddPartnership("stadt", "varta")))

    joined = contrast(cooperation(star), cooperation(apply(star, scenario)))

    assert joined.nodes["wiro"]["change"] == "lost"
    assert joined.edges["ihk", "wiro"]["change"] == "lost"
    assert joined.edges["stadt", "varta"]["change"] == "new"
    assert "change" not in joined.edges["ihk", "kreis"]


def test_joining_changes_neither_network(star):
    before = cooperation(star)
    after = cooperation(apply(star, Scenario((RemoveActor("wiro"),))))

    contrast(before, after)

    assert not any("change" in attributes for _, attributes in before.nodes(data=True))
    assert not any("change" in attributes for _, _, attributes in before.edges(data=True))


def test_who_leaves_is_crossed_out_and_its_ties_are_drawn_as_lost(star):
    drawing = drawn(star, Scenario((RemoveActor("wiro"),)), Moment.DIFFERENCE)

    assert [node.id for node in drawing.nodes if node.fill is Fill.CROSSED] == ["wiro"]
    assert {edge.id for edge in drawing.edges if edge.line is Line.LOST} == {"ihk>wiro", "kreis>wiro", "stadt>wiro"}
    assert ("line", Line.LOST) in {(entry.channel, entry.line.line) for entry in drawing.legend if entry.line}


def test_what_a_scenario_does_not_touch_is_dimmed(star):
    drawing = drawn(star, Scenario((RemoveActor("wiro"),)), Moment.DIFFERENCE)

    assert [node.id for node in drawing.nodes if node.dimmed] == ["varta"]


def test_nothing_is_dimmed_when_nothing_changes(star):
    assert not any(node.dimmed for node in drawn(star, Scenario(), Moment.DIFFERENCE).nodes)


def test_nobody_moves_and_nobody_grows_between_before_and_after(star):
    scenario = Scenario((RemoveActor("wiro"),))

    before, after = (
        {node.id: (node.x, node.y) for node in drawn(star, scenario, moment).nodes}
        for moment in (Moment.BEFORE, Moment.AFTER)
    )

    assert after == {actor: place for actor, place in before.items() if actor != "wiro"}
    values = {node.id: node.value for node in drawn(star, scenario, Moment.BEFORE).nodes}
    assert all(node.value == values[node.id] for node in drawn(star, scenario, Moment.AFTER).nodes)
