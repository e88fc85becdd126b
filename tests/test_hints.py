"""Below the picture stands what a click does, how it is read, and whose map it is."""

import pytest

from tests.small_region import actor, project, region, tie
from views.exhibit.links import view_of
from views.network.hints import below

DATA = region([actor("a", "Kommune", location="Aalen")], [project("p")], [tie("a", "leads", "p")])


@pytest.mark.parametrize(
    ("link", "beginning"),
    [
        ("netzwerk", "Klicken Sie ein Element oder eine Linie an"),
        ("netzwerk?gruppen=typ", "Ein Klick öffnet eine Gruppe."),
    ],
)
def test_a_click_is_explained_where_nothing_is_open_but_not_to_a_room(link, beginning):
    view = view_of(DATA, link)

    assert below(view, presenting=False, opened=False).startswith(beginning)
    assert below(view, presenting=True, opened=False) == ""


def test_who_reads_a_panel_knows_what_a_click_does():
    assert below(view_of(DATA, "netzwerk"), presenting=False, opened=True) == ""


@pytest.mark.parametrize("presenting", [False, True])
def test_a_map_names_its_sources_always(presenting):
    view = view_of(DATA, "netzwerk?form=karte")

    assert below(view, presenting=presenting, opened=False).endswith(view.t("karte.credit"))
