"""What a page says of its filters: a range that is turned round fits nothing, says so and is one click from right."""

import re

import pytest

from graph import load
from tests.test_exhibits_of_pages import VIEWS
from views.address.codec import decode
from views.address.hints import hints
from views.exhibit.links import view_of
from views.exhibit.pages import EXHIBITS

ACTORS = b"id;name;type\nhof;Hof;Unternehmen\nland;Land;Land\n"
# one project that runs from before 2020 until after 2027: no part of it lies in a period without a day
PROJECTS = b"id;name;status;start;end;lead\nweg;Weg;laufend;2015;2030;hof\nneu;Neu;geplant;;;hof\n"
LINKS = b"from_id;to_id;kind;amount_eur\nland;weg;funds;60000\n"


@pytest.fixture
def data():
    return load({"actors.csv": ACTORS, "projects.csv": PROJECTS, "links.csv": LINKS}).dataset


TURNED_ROUND = [
    (
        "von=2027&bis=2020",
        "de",
        (
            "Der Zeitraum steht verkehrt herum: ab 2027, bis 2020. Dazu passt kein Projekt.",
            "2020 bis 2027 zeigen",
            {"von": "2020", "bis": "2027"},
        ),
    ),
    (
        "von=2027&bis=2020&lang=en",
        "en",
        (
            "The period is the wrong way round: from 2027, until 2020. No project fits it.",
            "Show 2020 to 2027",
            {"von": "2020", "bis": "2027"},
        ),
    ),
    (
        "endetvon=2031&endetbis=2029",
        "de",
        (
            "Das Ende der Projekte steht verkehrt herum: ab 2031, bis 2029. Dazu passt kein Projekt.",
            "2029 bis 2031 zeigen",
            {"endetvon": "2029", "endetbis": "2031"},
        ),
    ),
    (
        "betrag=5000000&betragbis=50000",
        "de",
        (
            "Die Beträge stehen verkehrt herum: ab 5,0 Mio. €, höchstens 50 Tsd. €. Dazu passt kein Projekt.",
            "50 Tsd. € bis 5,0 Mio. € zeigen",
            {"betrag": "50000", "betragbis": "5000000"},
        ),
    ),
]


@pytest.mark.parametrize(("asked", "language", "said"), TURNED_ROUND)
def test_a_range_that_is_turned_round_is_said_and_one_click_turns_it(data, asked, language, said):
    view = view_of(data, f"verzeichnis?liste=projekte&{asked}", language)

    assert [*view.part.projects["id"]] == []
    assert [(hint.text, hint.button, hint.changes) for hint in hints(view)] == [said]
    assert said[0] in EXHIBITS["verzeichnis"](view).remarks


@pytest.mark.parametrize(
    "asked",
    ["von=2020&bis=2027", "von=2020&bis=2020", "von=2027", "bis=2020", "endetvon=2030", "betrag=60000&betragbis=60000"],
)
def test_a_range_in_order_fits_what_lies_in_it_and_says_nothing_of_its_order(data, asked):
    view = view_of(data, f"verzeichnis?liste=projekte&{asked}", "de")

    assert [*view.part.projects["id"]] == ["weg"]
    assert {hint.name for hint in hints(view)} <= {"undated"}


def test_what_a_period_leaves_out_for_want_of_a_date_is_said_and_taken_in_by_a_click(data):
    (hint,) = hints(view_of(data, "ueberblick?von=2020", "de"))

    assert (hint.text, hint.button) == ("1 Projekt ohne Datum ist nicht dabei.", "Einbeziehen")
    assert hint.changes == {"undatiert": "ja"}


@pytest.mark.parametrize("name", ["von", "bis", "endetvon", "endetbis", "jahr"])
def test_a_year_that_no_calendar_has_is_not_understood_and_the_rest_of_the_link_is(name):
    asked, unknown = decode({name: "0000", "suche": "Weg"})

    assert (getattr(asked, name), asked.suche, unknown) == ("", "Weg", (f"{name}=0000",))


LACKING = re.compile(
    r"[Ii]n diesen Daten|[Dd]ie Daten nennen|in den Daten nicht vor|Erfasst sind kein|sind nicht erfasst"
)


@pytest.mark.parametrize(("page", "tab"), [view for view in VIEWS if view[0] != "steckbrief"])
def test_where_nothing_fits_the_filters_no_view_says_that_the_data_lack_it(data, page, tab):
    asked = {"gemeinsam": "&vergleich=hof,land", "verbindung": "&vergleich=hof,land"}.get(tab, "")
    view = view_of(data, f"{page}?reiter={tab}&suche=gibt es nicht{asked}", "de")

    made = EXHIBITS[page](view)

    assert not [said for said in (made.title, made.sentence, *made.remarks) if LACKING.search(said)]
    assert not asked or "Hof und Land passen nicht zu den Filtern und bleiben deshalb außer Betracht." in made.remarks


def test_the_landing_page_speaks_of_a_selection_where_filters_choose(data):
    said = [
        EXHIBITS["ueberblick"](view_of(data, link, "de")).sentence for link in ("ueberblick", "ueberblick?suche=Neu")
    ]

    assert said[0].startswith("Erfasst sind 2 Akteure und 2 Projekte")
    assert said[1].startswith("Zur Auswahl gehören 1 Akteur und 1 Projekt")
