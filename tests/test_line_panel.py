"""The panel of a line between groups, places and open elements says what its number counts."""

import pytest

from graph.load import load
from tests.conftest import REPOSITORY
from views.exhibit.links import view_of
from views.network.line_panel import panel_of
from views.network.picture import drawing_of

LINKS = ("/netzwerk?gruppen=typ", "/netzwerk?gruppen=feld&offen=wasserstoff&lang=en", "/netzwerk?form=karte")


@pytest.fixture(scope="module")
def region():
    return load(REPOSITORY / "data").dataset


@pytest.mark.parametrize("link", LINKS)
def test_every_line_of_groups_and_places_says_as_many_as_the_number_on_it(region, link):
    view = view_of(region, link)
    lines = [edge for edge in drawing_of(view).edges if {edge.source, edge.target} - set(view.names)]

    assert lines
    for line in lines[::9]:
        panel = panel_of(view, f"{line.source}>{line.target}")
        assert str(line.ties) in panel.sentence
        assert panel.items
        assert len(panel.ways) == 2


def test_a_line_of_two_groups_names_its_projects_with_the_actors_of_each_and_leads_into_both(region):
    panel = panel_of(view_of(region, "/netzwerk?gruppen=typ"), "gruppe:Kammer/Verband>gruppe:Finanzwirtschaft")

    assert panel.title == "Kammer/Verband und Finanzwirtschaft"
    assert panel.sentence == "3 Projekte verbinden beide:"
    assert [way.label for way in panel.ways] == ["Öffnen: Kammer/Verband", "Öffnen: Finanzwirtschaft"]


def test_what_is_no_line_of_the_picture_has_no_panel(region):
    view = view_of(region, "/netzwerk?gruppen=typ")

    assert panel_of(view, "gruppe:Kommune") is None
    assert panel_of(view, "gruppe:Kommune>gruppe:Nichts") is None
    assert panel_of(view, None) is None
