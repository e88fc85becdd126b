"""Two organisations of one name are told apart wherever they are named."""

import pytest

from graph.apart import called
from graph.picture.contrast import draw_states
from tests.small_region import actor, project, region, tie
from views.elements.search import entries
from views.elements.surroundings import exhibit
from views.exhibit.links import exhibit_of, view_of
from views.network.line_panel import panel_of
from views.network.picture import drawing_of

WORKS = {"name": "Stadtwerke GmbH", "short_name": "Stadtwerke"}
TWINS = region(
    [
        {**actor("works-aalen", "Unternehmen", location="Aalen"), **WORKS},
        {**actor("works-ulm", "Unternehmen", location="Ulm"), **WORKS},
    ],
    [project("p", name="Wärme")],
    [tie("works-aalen", "leads", "p"), tie("works-ulm", "partner", "p")],
)
FAR = region(
    [*TWINS.actors.to_dict("records"), actor("other")],
    [project("p"), project("q")],
    [tie("works-aalen", "leads", "p"), tie("works-ulm", "partner", "q"), tie("other", "leads", "q")],
)
AALEN, ULM = "Stadtwerke (Aalen)", "Stadtwerke (Ulm)"


def names_of(*rows, projects=()):
    found = called(region([{**actor(key, **rest), "name": name} for key, name, rest in rows], projects))
    return {key: one.name for key, one in found.items()}


def test_the_place_tells_apart_else_the_type_else_the_id():
    assert names_of(
        ("a", "Werke", {"location": "Aalen"}),
        ("b", "Werke", {"location": "Ulm", "type": "Verein"}),
        ("c", "Werke", {"location": "Ulm", "type": "Stiftung"}),
        ("d", "werke ", {}),
        ("e", "Andere", {"location": "Ulm"}),
    ) == {"a": "Werke (Aalen)", "b": "Werke (Verein)", "c": "Werke (Stiftung)", "d": "werke (d)"}


def test_an_actor_and_a_project_of_one_name_are_told_apart_too():
    assert names_of(
        ("a", "Masterplan", {"type": "Netzwerk"}), projects=[project("p", name="Masterplan", kind="Strategie")]
    ) == {
        "a": "Masterplan (Netzwerk)",
        "p": "Masterplan (Strategie)",
    }


def test_what_tells_apart_makes_no_new_twin():
    assert names_of(
        ("a", "Werke", {"location": "Aalen"}), ("b", "Werke", {"location": "Ulm"}), ("c", "Werke (Aalen)", {})
    ) == {"a": "Werke (a)", "b": "Werke (Ulm)"}


def test_who_shares_no_name_is_called_as_recorded():
    assert called(region([actor("a"), actor("b")], [project("p")])) == {}


@pytest.mark.parametrize(
    "link",
    ["netzwerk", "netzwerk?form=spalten", "netzwerk?ansicht=kooperation", "netzwerk?gruppen=typ&offen=unternehmen"],
)
def test_every_picture_names_both(link):
    assert {AALEN, ULM} <= {node.short_name for node in drawing_of(view_of(TWINS, link)).nodes}


def test_a_filter_that_leaves_one_does_not_change_what_it_is_called():
    drawing = drawing_of(view_of(TWINS, "netzwerk?ort=ulm"))

    assert [node.short_name for node in drawing.nodes if node.mode == "actor"] == [ULM]


def test_a_comparison_of_states_names_both():
    before = region([], [], [])

    assert {node.short_name for node in draw_states(before, TWINS, {}).nodes} == {AALEN, ULM}


def test_pictures_of_a_part_do_not_take_one_for_the_other():
    around = exhibit(view_of(FAR, "steckbrief?id=works-ulm"), "works-ulm")
    comparison = exhibit_of(view_of(FAR, "vergleich?vergleich=works-ulm,other&reiter=gemeinsam"))

    assert ULM in {node.short_name for node in around.picture.drawing.nodes}
    assert ULM in {node.short_name for node in comparison.picture.drawing.nodes}


def test_sentences_lists_panel_search_and_profile_name_both():
    view = view_of(TWINS, "netzwerk?ansicht=kooperation")
    panel = panel_of(view, "works-aalen>works-ulm")
    table = exhibit_of(view_of(TWINS, "verzeichnis")).table

    assert panel.title == f"{AALEN} und {ULM}"
    assert [term for term, _ in panel.items[0].facts[:2]] == [r"Stadtwerke \(Aalen\)", r"Stadtwerke \(Ulm\)"]
    assert [row[0].text for row in table.rows] == ["Stadtwerke GmbH (Aalen)", "Stadtwerke GmbH (Ulm)"]
    assert {entry.label for entry in entries(TWINS)} >= {"Stadtwerke GmbH (Aalen)", "Stadtwerke GmbH (Ulm)"}
    assert exhibit_of(view_of(TWINS, "steckbrief?id=works-ulm")).title == "Stadtwerke GmbH (Ulm)"
    assert view.called("works-ulm") == "Stadtwerke GmbH (Ulm)"
