"""Actors like an actor and projects like a project: what they share, and how much of it."""

import pytest
from hypothesis import given, settings

from graph.answers.likeness import Common, Trait, alike, traits
from graph.vocabulary import Mode
from tests.small_region import actor, funded_regions, project, region, tie


def shared(found):
    return [(one.id, round(one.score, 3), one.common) for one in found]


def test_actors_are_alike_by_fields_partners_funders_type_and_place_and_what_they_share_is_said():
    data = region(
        [
            actor("uni", "Hochschule", location="Aalen", kompetenzfelder=("MINT",)),
            actor("fh", "Hochschule", location="Ulm", kompetenzfelder=("MINT", "Holz")),
            actor("stadt", "Kommune", location="Aalen"),
            actor("bund", "Ministerium"),
        ],
        [project("p"), project("q")],
        [
            *(tie(one, "partner", "p") for one in ("uni", "stadt")),
            *(tie(one, "partner", "q") for one in ("fh", "stadt")),
            tie("bund", "funds", "p"),
        ],
    )

    assert shared(alike(traits(data, Mode.ACTOR), "uni"))[0] == (
        "fh",
        # fields 1/2, partners 1/1, funders 0/1, type 1/1, place 0/2
        0.5,
        (Common(Trait.FIELD, ("MINT",)), Common(Trait.PARTNER, ("stadt",)), Common(Trait.KIND, ("Hochschule",))),
    )


def test_the_two_that_work_together_are_not_alike_for_that():
    data = region([actor("a"), actor("b")], [project("p")], [tie("a", "leads", "p"), tie("b", "partner", "p")])

    assert alike(traits(data, Mode.ACTOR), "a") == ()


def test_the_same_type_in_the_same_place_is_not_enough():
    data = region([actor("a", "Kommune", location="Aalen"), actor("b", "Kommune", location="Aalen")])

    assert alike(traits(data, Mode.ACTOR), "a") == ()


def test_an_entry_for_several_organisations_is_like_nobody_and_nobody_like_it():
    data = region(
        [actor("a", kompetenzfelder=("MINT",)), actor("alle", kompetenzfelder=("MINT",), collective=True)],
    )
    compared = traits(data, Mode.ACTOR)

    assert [alike(compared, "a"), alike(compared, "alle")] == [(), ()]


def test_projects_are_alike_by_fields_actors_programme_funders_kind_and_place():
    data = region(
        [actor("a"), actor("b"), actor("bund")],
        [
            project("p", kind="Studie", kompetenzfelder=("Holz",)),
            project("q", kind="Studie", kompetenzfelder=("Holz",)),
            project("programm"),
        ],
        [
            *(tie("a", "leads", one) for one in ("p", "q")),
            tie("b", "partner", "q"),
            *(tie(one, "part_of", "programm") for one in ("p", "q")),
            *(tie("bund", "funds", one) for one in ("p", "q")),
        ],
    )

    ((other, score, common),) = shared(alike(traits(data, Mode.PROJECT), "p"))

    # fields 1/1, actors 1/2, programme 1/1, funders 1/1, kind 1/1; a place is recorded for neither
    assert (other, score) == ("q", 0.9)
    assert [one.trait for one in common] == ["field", "actor", "programme", "funder", "kind"]


@pytest.mark.parametrize("mode", list(Mode))
@settings(deadline=None, max_examples=60)
@given(data=funded_regions())
def test_likeness_is_mutual_and_between_nothing_and_everything(mode, data):
    compared = traits(data, mode)
    found = {one: {each.id: each.score for each in alike(compared, one, limit=99)} for one in compared}

    assert all(found[other][one] == score for one in found for other, score in found[one].items())
    assert all(0 < score <= 1 for one in found.values() for score in one.values())
