"""Of very many actors a picture shows the strongest, and says so."""

from dataclasses import replace
from functools import cache

import pandas as pd

from graph.answers.standing import drawn_part, ranking
from graph.picture.few import few_of, few_of_states
from graph.picture.scene import MOST_COMPLETE, STRONGEST, Scene, positions_of
from tests.small_region import actor, project, region, tie
from views.exhibit.links import exhibit_of, view_of


@cache
def many():
    """More actors than are ever drawn: each of a hundred projects has three of them."""
    actors = [actor(f"a{number:04}") for number in range(MOST_COMPLETE + 1)]
    projects = [project(f"p{number:02}", start="2020", end="2021") for number in range(100)]
    ties = [tie(f"a{3 * number + place:04}", "partner", f"p{number:02}") for number in range(100) for place in range(3)]
    return region(actors=actors, projects=projects, ties=ties)


def test_the_strongest_are_drawn_with_the_ties_among_them():
    shown = drawn_part(many(), ranking(many(), "degree"))

    assert len(shown.actors) == STRONGEST
    assert len(shown.ties) == len(many().ties)


def test_a_network_that_can_be_drawn_is_drawn_as_it_is():
    few = region(actors=[actor("A")])

    assert drawn_part(few, ranking(few, "degree")) is few


def test_picture_and_sentence_of_a_ranking_speak_of_the_same_actors():
    shown = exhibit_of(view_of(many(), "/rollen?reiter=rang"))

    assert len(shown.picture.drawing.nodes) == 400
    assert "Das Bild zeigt die 400 ersten von 1.501 Akteuren." in shown.sentence


def test_picture_and_sentence_of_groups_speak_of_the_same_actors():
    shown = exhibit_of(view_of(many(), "/rollen?reiter=gruppen"))

    assert "Das Bild zeigt die 400 am besten verbundenen von 1.501 Akteuren." in shown.sentence


def test_a_picture_of_very_many_keeps_who_it_is_about_and_then_the_best_connected():
    data = many()

    shown = few_of(data, {"a1499": 1})

    assert len(shown.actors) == STRONGEST
    assert "a1499" in set(shown.actors["id"])
    assert len(shown.projects) == len(data.projects)


def test_a_picture_of_two_states_of_very_many_keeps_the_ends_of_new_and_gone_ties():
    older = many()
    declared = region(actors=[actor("a1400"), actor("a1401")], ties=[tie("a1400", "cooperates_with", "a1401")]).ties
    newer = replace(older, ties=pd.concat([older.ties, declared], ignore_index=True))

    before, after = few_of_states(older, newer)

    assert set(before.actors["id"]) == set(after.actors["id"])
    assert {"a1400", "a1401"} <= set(after.actors["id"])
    assert len(after.actors) == STRONGEST


def test_pictures_of_years_changes_and_scenarios_say_how_many_of_very_many_they_show():
    data = many()
    older = replace(data, ties=data.ties[:-1])
    for link in ("/zeitverlauf?reiter=netz", "/veraenderungen?reiter=bild", "/was_waere_wenn?szenario=remove:a0001"):
        view = view_of(data, link, "en", lambda _: older)
        shown = exhibit_of(view)
        said = [remark for remark in shown.remarks if f"{STRONGEST}" in remark and "1,501 organisations" in remark]
        assert len(said) == 1, link


@cache
def one_hub():
    """One funder of more projects than are ever drawn, of which the later ones have more partners."""
    count = MOST_COMPLETE + 1
    projects = [project(f"p{number:04}", start="2020", end="2021") for number in range(count)]
    ties = [tie("hub", "funds", f"p{number:04}", 1) for number in range(count)]
    ties += [tie("a", "partner", f"p{number:04}") for number in range(count - 450, count)]
    return region(actors=[actor("hub"), actor("a")], projects=projects, ties=ties)


def test_around_somebody_with_very_many_ties_the_nearest_and_best_tied_are_drawn_and_said():
    shown = exhibit_of(view_of(one_hub(), "/netzwerk?fokus=hub"))

    drawn = {node.id for node in shown.picture.drawing.nodes}
    assert len(drawn) == 400
    assert "hub" in drawn
    assert all(int(node[1:]) >= MOST_COMPLETE + 1 - 450 for node in drawn - {"hub", "a"})
    assert "Das Bild zeigt die 399 nächsten und am besten verbundenen Elemente." in shown.sentence


def test_the_surroundings_of_one_of_very_many_are_arranged_without_all_the_others():
    data = many()
    scene = Scene(focus="a0000", distance=1)

    assert set(positions_of(data, scene)) == {"a0000", "p00"}
