"""What a picture says of itself: who is left out by number of ties, what holds its place; and the map as a slide."""

import pytest

from graph.export.pictures import DrawnNetwork
from tests.small_region import actor, project, region, tie
from views.exhibit.links import exhibit_of, view_of
from views.exhibit.mappe import Mappe, added
from views.exhibit.mappe import view_of as kept_view
from views.exhibit.order import Order, carried_out
from views.exhibit.summary import thumbnail_of
from views.network.picture import drawing_of
from views.network.words import sentence
from views.progress import no_progress

# a works with b and c in p, c alone with d in q: d has one partner, c three, a and b two
DATA = region(
    [actor(key, location="Aalen") for key in "abcd"],
    [project("p"), project("q")],
    [tie(key, "partner", "p") for key in "abc"] + [tie(key, "partner", "q") for key in "cd"],
)


@pytest.mark.parametrize(
    ("least", "said"),
    [
        (2, "Gezeigt wird, was in der Auswahl mindestens 2 Verbindungen hat."),
        (
            3,
            "Gezeigt wird, was in der Auswahl mindestens 3 Verbindungen hat; 1 Element hat im Bild weniger, "
            "weil seine Gegenüber wegfallen.",
        ),
    ],
)
def test_elements_are_left_out_once_and_the_sentence_says_who_has_fewer_ties_then(least, said):
    made = exhibit_of(view_of(DATA, f"netzwerk?ansicht=kooperation&abpartner={least}"))

    assert made.sentence.endswith(said)
    assert {node.id for node in made.picture.drawing.nodes} == ({"a", "b", "c"} if least == 2 else {"c"})


def test_a_picture_that_holds_the_places_of_the_whole_network_says_so():
    notes = [exhibit_of(view_of(DATA, f"netzwerk?{more}")).picture.note for more in ("", "fest=ja", "form=spalten")]

    assert [note.split(" ")[0] for note in notes] == ["Wer", "Alles", "Projekte"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("", "2 Akteurstypen und 1 Gruppe ohne Akteurstyp: 3 Akteure und 1 Projekt."),
        ("&offen=bank", "2 Akteurstypen und 1 Gruppe ohne Akteurstyp, davon 1 offen: 3 Akteure und 1 Projekt."),
        ("&offen=bank,ohne&lang=en", ", 2 of them open: 3 organisations and 1 project."),
        ("&offen=bank,kammer,ohne", "Alle Gruppen sind geöffnet: 3 Akteure und 1 Projekt."),
        ("&ansicht=foerderung", "gemeinsame Projekte, keine Förderung."),
    ],
)
def test_the_sentence_of_groups_counts_open_ones_too_and_says_where_no_funding_is_drawn(asked, said):
    data = region(
        actors=[actor("a", "Bank"), actor("b", "Kammer"), actor("c", "")],
        projects=[project("fair")],
        ties=[tie(one, "partner", "fair") for one in "abc"],
    )
    view = view_of(data, f"netzwerk?gruppen=typ{asked}")

    assert said in sentence(view, drawing_of(view))


def test_all_narrowings_are_dropped_with_one_click_without_any_filter(open_page):
    app = open_page("netzwerk", gruppen="aus", abpartner="2", zeigen="verbunden")
    next(button for button in app.button if button.label == "Alle zurücksetzen").click().run()

    assert (app.session_state["query"].abpartner, app.session_state["query"].zeigen) == ("0", "")
    assert not [button for button in app.button if button.label == "Alle zurücksetzen"]


def test_the_map_has_a_small_picture_in_a_portfolio_and_becomes_a_file_with_its_credit():
    view = view_of(DATA, "netzwerk?form=karte")
    order = Order(added(Mappe("Karte"), kept_view("netzwerk", {"form": "karte"}, "")), "svg", whole=True)

    assert isinstance(exhibit_of(view).picture, DrawnNetwork)
    assert thumbnail_of(DATA, None, "netzwerk", view.query).startswith(b"\x89PNG")
    assert "GeoNames" in carried_out(order, DATA, no_progress).content.decode()


def test_two_columns_offer_their_order_and_the_sentence_says_which(open_page):
    app = open_page("netzwerk", feld=("wasserstoff",), form="spalten", spaltenordnung="zeit")

    assert not app.exception
    assert any("in der Reihenfolge ihres Beginns" in element.value for element in app.markdown)
