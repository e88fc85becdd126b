"""Before and after a scenario: nothing moves, what changes is marked, the rest steps back."""

import pytest

from graph.answers.scenario import AddPartnership, RemoveActor, Scenario, apply
from graph.history.periods import periods
from graph.picture.contrast import ScenarioMoment, contrast, draw_scenario, draw_states, draw_year
from graph.picture.drawn import LineRole
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
    drawing = drawn(star, Scenario((RemoveActor("wiro"),)), ScenarioMoment.DIFFERENCE)

    assert [node.id for node in drawing.nodes if node.fill is Fill.CROSSED] == ["wiro"]
    assert {edge.id for edge in drawing.edges if edge.line is LineRole.LOST} == {"ihk>wiro", "kreis>wiro", "stadt>wiro"}
    assert ("line", LineRole.LOST) in {(entry.channel, entry.line.line) for entry in drawing.legend if entry.line}


def test_what_a_scenario_does_not_touch_is_dimmed(star):
    drawing = drawn(star, Scenario((RemoveActor("wiro"),)), ScenarioMoment.DIFFERENCE)

    assert [node.id for node in drawing.nodes if node.dimmed] == ["varta"]


def test_nothing_is_dimmed_when_nothing_changes(star):
    assert not any(node.dimmed for node in drawn(star, Scenario(), ScenarioMoment.DIFFERENCE).nodes)


def test_nobody_moves_and_nobody_grows_between_before_and_after(star):
    scenario = Scenario((RemoveActor("wiro"),))

    before, after = (
        {node.id: (node.x, node.y) for node in drawn(star, scenario, moment).nodes}
        for moment in (ScenarioMoment.BEFORE, ScenarioMoment.AFTER)
    )

    assert after == {actor: place for actor, place in before.items() if actor != "wiro"}
    values = {node.id: node.value for node in drawn(star, scenario, ScenarioMoment.BEFORE).nodes}
    assert all(node.value == values[node.id] for node in drawn(star, scenario, ScenarioMoment.AFTER).nodes)


@pytest.fixture
def three_years():
    """WiRO and IHK share a project to 2021 and from then on another; WiRO and Stadt one from 2022; two have no date."""
    shared = {"p": ("ihk", "wiro"), "q": ("ihk", "wiro"), "r": ("stadt", "wiro"), "s": ("eura", "varta")}
    years = {"p": ("2020", "2021"), "q": ("2021", "2022"), "r": ("2022", "2022"), "s": ("", "")}
    return region(
        projects=[project(name, start=start, end=end) for name, (start, end) in years.items()],
        ties=[tie(actor, "partner", name) for name, actors in shared.items() for actor in actors],
    )


def years_drawn(dataset, *, undated=False):
    places = layout(cooperation(dataset))
    found = periods(dataset, undated=undated).periods
    return {period.year: draw_year(dataset, dataset, period, places) for period in found}


def lines(drawing):
    return {edge.id: (edge.line, edge.ties, edge.dashed) for edge in drawing.edges}


def test_a_year_shows_what_is_new_what_is_kept_and_how_many_projects_make_a_tie(three_years):
    drawn = years_drawn(three_years)

    assert lines(drawn[2020]) == {"ihk>wiro": (LineRole.NEW, 1, False)}
    assert lines(drawn[2021]) == {"ihk>wiro": (LineRole.TIE, 2, False)}
    assert lines(drawn[2022]) == {"ihk>wiro": (LineRole.TIE, 1, False), "stadt>wiro": (LineRole.NEW, 1, False)}


def test_in_every_year_everybody_stands_at_the_same_place_and_who_has_no_partner_steps_back(three_years):
    drawn = years_drawn(three_years)

    assert len({frozenset((node.id, node.x, node.y) for node in each.nodes) for each in drawn.values()}) == 1
    assert {node.id for node in drawn[2021].nodes if node.dimmed} == {"stadt", "eura", "varta"}


def test_shapes_are_as_large_in_every_year_and_leave_room_for_the_lines_of_all_years():
    # in 2020 the line of both outer actors runs over the one between them, in 2021 no line does
    shared = {"p": "ac", "q": "ab"}
    data = region(
        projects=[project("p", start="2020", end="2020"), project("q", start="2022", end="2022")],
        ties=[tie(who, "partner", name) for name, pair in shared.items() for who in pair],
    )
    places = {"a": (0.0, 0.0), "b": (100.0, 8.0), "c": (200.0, 0.0)}
    drawings = [draw_year(data, data, period, places) for period in periods(data).periods]

    sizes = {frozenset((node.id, node.size) for node in each.nodes) for each in drawings}
    assert len(sizes) == 1
    assert drawings[0].edges[0].bend
    (b,) = [node for node in drawings[0].nodes if node.id == "b"]
    assert 0.8 * b.size / 2 <= 8.0


def test_a_tie_without_a_date_is_dashed_and_only_shown_when_asked_for(three_years):
    assert lines(years_drawn(three_years, undated=True)[2021])["eura>varta"] == (LineRole.TIE, 1, True)
    assert "eura>varta" not in lines(years_drawn(three_years)[2021])


def test_a_tie_that_ended_is_drawn_with_the_projects_it_had():
    data = region(
        projects=[project("p", start="2020", end="2020"), project("q", start="2021", end="2021")],
        ties=[tie(actor, "partner", name) for name, pair in {"p": "ab", "q": "ac"}.items() for actor in pair],
    )

    assert lines(years_drawn(data)[2021]) == {"a>b": (LineRole.LOST, 1, False), "a>c": (LineRole.NEW, 1, False)}


def test_two_states_are_drawn_as_one_and_who_is_gone_stands_near_its_partners(star):
    newer = apply(star, Scenario((RemoveActor("stadt"), AddPartnership("ihk", "varta"))))
    places = layout(cooperation(newer))

    drawing = draw_states(star, newer, places)

    assert {edge.id: edge.line for edge in drawing.edges if edge.line is not LineRole.TIE} == {
        "stadt>wiro": LineRole.LOST,
        "ihk>varta": LineRole.NEW,
    }
    at = {node.id: (node.x, node.y) for node in drawing.nodes}
    assert {node: at[node] for node in places} == {node: tuple(places[node]) for node in places}
    assert [node.id for node in drawing.nodes if node.dimmed] == ["kreis"]


def test_two_equal_states_dim_nothing(star):
    drawing = draw_states(star, star, layout(cooperation(star)))

    assert not any(node.dimmed for node in drawing.nodes)
    assert "varta" not in {node.id for node in drawing.nodes}
