"""What the filters offer, and what their buttons say of it, without a screen."""

from collections import Counter

import pytest

from tests.small_region import actor, project, region, tie
from views.address import filter_choices
from views.address.filter_choices import BUTTONS, button_label, is_offered, offered, running_since
from views.address.filters import opens_only_here
from views.address.parameters import FILTERS
from views.exhibit.links import no_state, view_of

DATA = region(
    [
        actor("hs", "Hochschule", location="Aalen"),
        actor("firma", "Unternehmen"),
        actor("bund", "funder", short_name="Bund*"),
        actor("amt", "funder"),
    ],
    [project("lab", "Optik & Licht", status="ongoing", kind="study"), project("haus", status="completed")],
    [tie("bund", "funds", "lab", 70000), tie("amt", "funds", "haus"), tie("hs", "leads", "lab")],
)


def asked(link="netzwerk", language="de", data=DATA):
    return view_of(data, link, language, no_state)


@pytest.mark.parametrize(
    ("name", "language", "choices"),
    [
        ("feld", "de", {"optik-licht": r"Optik \& Licht (1)"}),
        ("typ", "de", {"funder": "funder (2)", "hochschule": "Hochschule (1)", "unternehmen": "Unternehmen (1)"}),
        ("status", "de", {"ongoing": "laufend (1)", "completed": "abgeschlossen (1)"}),
        ("status", "en", {"ongoing": "ongoing (1)", "completed": "completed (1)"}),
        ("leitung", "de", {"hochschule": "Hochschule"}),
        ("geber", "de", {"amt": "amt", "bund": "Bund*"}),
        ("ort", "de", {"aalen": "Aalen"}),
        ("programm", "de", {}),
    ],
)
def test_a_filter_offers_what_the_data_hold_in_words(name, language, choices):
    assert offered(asked(language=language), name) == choices


def test_rows_are_counted_once_for_all_clicks(monkeypatch):
    made = []
    monkeypatch.setattr(filter_choices, "Counter", lambda rows: made.append(rows) or Counter(rows))

    choices = [offered(asked("netzwerk?typ=kommune"), "typ"), offered(asked("netzwerk?typ=hochschule"), "typ")]

    assert choices[0] == choices[1]
    assert len(made) <= 1


def test_an_amount_or_year_of_the_address_is_among_those_offered():
    assert list(offered(asked("netzwerk?betrag=70000"), "betrag"))[:3] == ["50000", "70000", "100000"]
    assert list(offered(asked(), "von"))[0::50] == ["1990", "2040"]


@pytest.mark.parametrize(
    ("link", "button", "label"),
    [
        ("netzwerk", "feld", "Kompetenzfeld"),
        ("netzwerk?typ=hochschule,unternehmen", "typ", "Akteurstyp: 2"),
        ("netzwerk?ort=aalen&kreis=ostalbkreis", "ort", "Ort/Kreis: 2"),
        ("netzwerk?von=2022", "period", "Zeitraum: 2022–…"),
        ("netzwerk?art=study&betrag=50000&geber=bund,amt", "more", "Mehr: 3"),
    ],
)
def test_a_button_says_what_is_chosen_behind_it(link, button, label):
    assert button_label(asked(link), button) == label


def test_places_are_offered_where_any_is_known():
    assert is_offered(asked(), "ort")
    assert not is_offered(asked(data=region([actor("hs")])), "ort")


def test_what_runs_since_a_year_is_offered_from_the_year_of_the_data_backwards():
    years = list(running_since(asked(data=region([actor("hs")], as_of="2024-06-30"))).items())

    assert years[:2] == [("2024", "laufend seit 2024"), ("2023", "laufend seit 2023")]
    assert years[-1] == ("1990", "laufend seit 1990")


def test_every_filter_that_is_set_by_hand_stands_behind_one_button():
    behind = [name for names in BUTTONS.values() for name in names]
    by_a_click = {"ohne", "ohnequelle"}  # on a picture or a mark

    assert sorted(behind) == sorted({*FILTERS, "undatiert", "rest"} - by_a_click)


@pytest.mark.parametrize(("link", "only"), [("http://localhost:8501/x", True), ("https://netz.example/x", False)])
def test_a_link_of_this_machine_is_told_apart(link, only):
    assert opens_only_here(link) is only
