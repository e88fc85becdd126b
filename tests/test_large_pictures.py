"""Of very many actors a picture shows the strongest, and says so."""

from functools import cache

from graph.answers.standing import MOST_COMPLETE, STRONGEST, drawn_part, ranking
from tests.small_region import actor, project, region, tie
from views.exhibit.links import exhibit_of, view_of


@cache
def many():
    """More actors than are ever drawn: each of a hundred projects has three of them."""
    actors = [actor(f"a{number:04}") for number in range(MOST_COMPLETE + 1)]
    projects = [project(f"p{number:02}") for number in range(100)]
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
