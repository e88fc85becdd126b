"""A visitor's own organisation: what is offered to start from it, while only the browser knows which it is."""

from contextlib import closing

from graph.load import load
from store.store import open_store
from tests.small_region import actor, project, region, tie
from views.editing.tables import listing
from views.exhibit.links import view_of
from views.language.words import words
from views.overview.answer import is_empty
from views.overview.home import WAYS, offer, reached, way_to_choose
from views.overview.words import beginning

DATA = region([actor("uni", short_name="Uni")], [project("p")], [tie("uni", "leads", "p")])


def test_every_way_has_a_place_for_the_organisation_that_the_browser_keeps():
    told = offer(view_of(DATA, "ueberblick"), "ueberblick")

    assert told["ways"] == [
        ["Netzwerk von uns aus", "netzwerk?fokus=HERE"],
        ["Unser Steckbrief", "steckbrief?id=HERE"],
        ["Partner für uns suchen", "vergleich?reiter=partner&partnervon=HERE"],
    ]
    assert all("HERE" in target for place in WAYS for _, target in offer(view_of(DATA, ""), place)["ways"])


def test_only_a_profile_offers_its_actor_and_the_welcome_leads_to_the_list():
    view = view_of(DATA, "steckbrief?id=uni", "en")

    assert offer(view, "steckbrief", "uni")["own"] == {"id": "uni", "name": "Uni"}
    assert [offer(view, place)["own"]["id"] for place in WAYS] == ["", "", "", ""]
    assert way_to_choose(view) == ("Choose our organisation", "verzeichnis?liste=akteure")


def test_an_organisation_that_is_not_in_the_data_any_more_leads_to_a_profile_that_says_so():
    view = view_of(DATA, "ueberblick")

    assert reached(view, "netzwerk?fokus=uni") == "netzwerk?fokus=uni"
    assert reached(view, "vergleich?reiter=partner&partnervon=fort") == "steckbrief?id=fort"


def test_empty_data_lead_to_files_and_a_first_project_or_to_ones_own_window():
    t = words("de")

    assert is_empty(load({"actors.csv": b"id,name\n", "projects.csv": b"id,name\n"}).dataset)
    assert [(card.page, card.changes["reiter"]) for card in beginning(t, may_edit=True)] == [
        ("bearbeiten", "einlesen"),
        ("bearbeiten", "projekt"),
        ("daten", "eigene"),
    ]
    assert [card.page for card in beginning(t, may_edit=False)] == ["daten"]


def test_new_ties_are_called_by_the_names_of_entries_that_are_new_too(tmp_path):
    files = {"actors.csv": b"id,name\nw,Werk\n", "links.csv": b"from_id,to_id,kind\nuni,p-1,leads\nw,p-1,partner\n"}
    files |= {"projects.csv": b"id,name\np-1,Licht\n"}
    with closing(open_store(f"sqlite:///{tmp_path / 'region.db'}")) as store:
        new = store.preview_import(files).new

    named = [row[0].text for row in listing(view_of(DATA, ""), "new", new).rows]
    assert named == ["Werk", "Licht", "uni leitet Licht", "Werk ist Partner von Licht"]
