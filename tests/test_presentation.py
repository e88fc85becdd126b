"""Showing views to a room: slides of the portfolio, their numbers, the finding as title, the square with the link."""

from dataclasses import replace
from urllib.parse import unquote

import pytest
import segno

from ui.page import PAGES
from views.address.parameters import Query, is_allowed
from views.exhibit import slides
from views.exhibit.code import qr_code
from views.exhibit.mappe import Mappe, added, decision_of, view_of

ROOM = Query(modus="praesentation")
HYDROGEN = view_of("netzwerk", {"feld": "wasserstoff"}, "Wasserstoff verbindet 24 Akteure")
FUNDING = view_of("foerderung", {"reiter": "balken"}, "Drei Geber tragen das meiste")
DECISION = decision_of("Die Modellregion wird fortgeführt", "Die Förderung endet 2027.\n12 Akteure hängen daran.")
THREE = added(Mappe("Lenkungsgruppe"), HYDROGEN, FUNDING, DECISION)


def test_a_slide_is_found_by_its_number_and_is_as_it_was_saved():
    found = slides.place_of(replace(ROOM, folie="1", feld=("wasserstoff",)), "netzwerk", THREE.views)

    assert (found.number, found.slides, found.changed) == (1, 3, False)
    assert found.saved.title == "Wasserstoff verbindet 24 Akteure"


def test_a_filter_changed_on_a_slide_makes_another_view_of_it_but_not_another_slide():
    asked = replace(ROOM, folie="1", feld=("wasserstoff",), status=("ongoing",))

    found = slides.place_of(asked, "netzwerk", THREE.views)

    assert (found.number, found.changed, found.saved) == (1, True, None)


def test_another_page_opened_from_a_slide_leads_back_to_the_slide():
    assert slides.place_of(replace(ROOM, folie="1", feld=("wasserstoff",)), "steckbrief", THREE.views).changed


def test_a_link_with_a_number_the_portfolio_does_not_have_shows_its_view_alone():
    found = slides.place_of(replace(ROOM, folie="9", feld=("wasserstoff",)), "netzwerk", THREE.views)

    assert (found.number, found.slides, found.slide) == (0, 3, None)


def test_slides_speak_the_language_the_room_is_shown():
    page, asked = slides.view_of(replace(ROOM, lang="en", feld=("mint",)), THREE.views[1], 2)

    assert page == "foerderung"
    assert asked == Query(lang="en", modus="praesentation", folie="2", reiter="balken")


def test_a_decision_is_shown_by_the_page_of_the_portfolio():
    assert slides.view_of(ROOM, THREE.views[2], 3) == ("mappe", replace(ROOM, folie="3"))


@pytest.mark.parametrize(
    ("page", "asked", "number"),
    [
        ("mappe", Query(), 1),
        ("foerderung", Query(reiter="balken"), 2),
        ("foerderung", Query(reiter="klippe"), 0),
        ("netzwerk", Query(lang="en", feld=("wasserstoff",)), 1),
    ],
)
def test_a_presentation_begins_with_the_slide_that_is_open(page, asked, number):
    assert slides.number_of(asked, page, THREE.views) == number


@pytest.mark.parametrize(("text", "allowed"), [("1", True), ("100", True), ("0", False), ("-1", False), ("x", False)])
def test_the_number_of_a_slide_counts_from_one(text, allowed):
    assert is_allowed("folie", text) is allowed


def test_the_square_holds_the_link_and_nothing_else():
    link = "http://localhost:8501/netzwerk?feld=wasserstoff&fokus=wiro"

    drawn = unquote(qr_code(link))

    assert drawn.startswith("data:image/svg+xml")
    assert link not in drawn  # it is drawn, not written
    size = segno.make_qr(link, error="l").symbol_size(border=4)[0]
    assert f"0 0 {size} {size}" in drawn


def test_a_link_too_long_for_a_square_gets_none():
    assert qr_code("https://netz.example/" + "a" * 3000) == ""


@pytest.fixture
def show(open_page):
    """Show a page to a room."""

    def show(name, mappe=None, **asked):
        return open_page(name, {"mappe": mappe} if mappe else None, modus="praesentation", **asked)

    return show


def pressed(app, key):
    next(button for button in app.button if button.key == key).click()
    return app.run()


@pytest.mark.parametrize("entry", [entry for entry in PAGES if not entry.hidden], ids=lambda entry: entry.name)
def test_every_page_can_be_shown_to_a_room(show, entry):
    app = show(entry.name, lang="en")

    assert not app.exception
    assert len(app.title) == 1
    assert {"presentation_end"} <= {button.key for button in app.button}
    assert "present" not in {button.key for button in app.button}


def test_the_title_is_the_finding_of_the_view(show):
    assert show("netzwerk", feld=("wasserstoff",)).title[0].value.startswith("Wasserstoff verbindet 24 Akteure")


def test_slides_are_walked_through_and_a_changed_one_can_be_restored(show):
    app = show("netzwerk", THREE, feld=("wasserstoff",), folie="1", status=("ongoing",))

    pressed(app, "slide_restore")
    restored = app.session_state["query"]
    pressed(app, "slide_next")

    assert restored == Query(modus="praesentation", folie="1", feld=("wasserstoff",))
    assert app.session_state["query"] == Query(modus="praesentation", folie="2", reiter="balken")
    assert app.title[0].value == "Drei Geber tragen das meiste"
    assert app.session_state["mappe"] == THREE


def test_a_proposed_decision_is_a_slide_of_text(show):
    app = show("mappe", THREE, folie="3")

    assert not app.exception
    assert app.title[0].value == "Beschlussvorschlag"
    assert app.header[0].value == "Die Modellregion wird fortgeführt"
    assert "12 Akteure hängen daran\\." in [line.value for line in app.markdown]


def test_text_of_a_portfolio_is_never_markup(show):
    hostile = added(Mappe(), replace(HYDROGEN, title="<img src=x onerror=alert(1)> [a](javascript:b)"))

    app = show("netzwerk", hostile, feld=("wasserstoff",), folie="1")

    assert app.title[0].value == r"\<img src\=x onerror\=alert\(1\)\> \[a\]\(javascript\:b\)"


def test_the_end_returns_to_what_was_open_before_the_slides(open_page):
    app = open_page("verzeichnis", {"mappe": THREE}, feld=("mint",))

    pressed(app, "present")
    pressed(app, "slide_next")
    pressed(app, "presentation_end")

    assert app.session_state["query"] == Query(feld=("mint",))
    assert app.title[0].value == "Akteure und Projekte"
