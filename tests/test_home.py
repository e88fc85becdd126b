"""A visitor's own organisation: what is offered to start from it, while only the browser knows which it is."""

from tests.small_region import actor, project, region, tie
from views.exhibit.links import view_of
from views.overview.home import WAYS, offer, reached, way_to_choose

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
