"""The page on funding as a script: every part in both languages, odd links, nothing found, and sums that add up."""

from datetime import date
from functools import partial

import pytest

from tests.page_script import tables
from views.address.parameters import CHOICES
from views.funding.question import day_of

LANGUAGES = ("de", "en")
NBSP = "\N{NO-BREAK SPACE}"
PARTS = {
    "flow": {},
    "flow of a band": {"teil": "0:item:eu-efre>1:item:Regionalentwicklung"},
    "flow of two levels": {"geldmitte": "", "geldnach": "project", "anzahl": "alle"},
    "flow by type and programme": {"geldvon": "funder_type", "geldmitte": "programme", "geldnach": "recipient_type"},
    "bars": {"reiter": "balken", "teil": "item:bmwk"},
    "bars of the rest": {"reiter": "balken", "anzahl": "8", "teil": "rest:"},
    "years": {"reiter": "balken", "nach": "year", "jahresregel": "evenly", "teil": "item:2022"},
    "table in equal parts": {"reiter": "tabelle", "nach": "location", "mehrfach": "split"},
    "cliff": {"reiter": "klippe"},
    "cliff of another day": {"reiter": "klippe", "stichtag": "2024-07-01", "horizont": "12"},
}


@pytest.fixture
def open_page(open_page):
    """Open the page with a query, as a link would."""
    return partial(open_page, "foerderung")


def said(app):
    return "\n".join(element.value for element in (*app.title, *app.header, *app.markdown, *app.info, *app.code))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("asked", PARTS.values(), ids=PARTS)
def test_every_part_runs(open_page, asked, language):
    app = open_page(lang=language, **asked)

    assert not app.exception
    assert not app.warning


@pytest.mark.parametrize("dimension", CHOICES["nach"])
def test_every_breakdown_adds_up_to_the_table(open_page, dimension):
    app = open_page(reiter="tabelle", nach=dimension)

    total = f"389.959.198{NBSP}€"
    assert f"Abgleich: Summe der Zeilen {total} = Tabelle {total}" in said(app)


@pytest.mark.parametrize("asked", PARTS.values(), ids=PARTS)
def test_every_part_answers_when_nothing_fits(open_page, asked):
    assert not open_page(suche="gibt es nicht", **asked).exception


@pytest.mark.parametrize("part", ["<script>", "0:item:nobody", "item:9999", "0:item:bmwk>9"])
@pytest.mark.parametrize("tab", ["fluss", "balken"])
def test_a_part_that_does_not_exist_is_not_shown(open_page, tab, part):
    app = open_page(reiter=tab, teil=part)

    assert not app.exception
    assert tables(app) == {}


def test_the_flow_reconciles_and_says_what_it_leaves_out(open_page):
    app = open_page()

    total = f"389.959.198{NBSP}€"
    assert f"Abgleich: Fluss {total} = Tabelle {total} · davon nicht zuordenbar: Kompetenzfeld" in said(app)
    assert "Betrag nicht erfasst (68 Förderungen)" in said(app)
    assert "wird nie mit der Zahl der Partner vervielfacht" in said(app)


def test_behind_a_node_stand_its_fundings_whose_amounts_add_up_to_it(open_page):
    app = open_page(teil="0:item:eu-efre")

    rows = tables(app)["5 Förderungen hinter der Auswahl"]
    assert {row[0][0] for row in rows} == {"Europäische Union – Europäischer Fonds für regionale Entwicklung"}
    assert sum(row[2][1] for row in rows) == 85_070_000


def test_behind_a_bar_stand_also_those_no_sum_contains(open_page):
    app = open_page(reiter="balken", teil="item:eu-efre")

    assert "18 Förderungen hinter der Auswahl" in tables(app)


def test_the_choice_can_be_closed(open_page):
    app = open_page(teil="0:item:eu-efre")

    next(button for button in app.button if button.label == "Auswahl schließen").click().run()

    assert app.session_state["query"].teil == ""


def test_the_cliff_gives_a_sentence_for_the_minutes(open_page):
    app = open_page(reiter="klippe", horizont="24")

    assert app.code[-1].value.startswith("Zwischen 22.01.2026 und 22.01.2028 endet die Förderung von 8 Projekten")
    assert "12 Förderungen enden" in tables(app)


def test_a_month_of_the_cliff_lists_only_its_endings(open_page):
    app = open_page(reiter="klippe", teil="2026")

    endings = tables(app)["3 Förderungen enden"]
    assert [row[1][0] for row in endings] == ["KI-Werkstatt Mittelstand", "Landesgartenschau Ellwangen 2026"]


def test_another_as_of_date_is_part_of_the_address(open_page):
    app = open_page(reiter="klippe")

    next(box for box in app.selectbox if box.label == "Stichtag").select("31.12.2024").run()

    assert app.session_state["query"].stichtag == "2024-12-31"
    assert "Zwischen 31.12.2024 und 31.12.2026" in said(app)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("31.1.2024", date(2024, 1, 31)),
        ("2024-02", date(2024, 2, 29)),
        ("2023", date(2023, 12, 31)),
        ("", None),
        ("morgen", None),
        ("31.02.2024", None),
        ("9999", None),
    ],
)
def test_an_as_of_date_is_read_as_people_write_it(typed, day):
    assert day_of(typed) == day
