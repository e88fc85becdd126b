"""The page on time as a script: every part in both languages, odd links, nothing found."""

from functools import partial

import pytest

from tests.page_script import mounted, tables
from views.address.parameters import CHOICES

LANGUAGES = ("de", "en")
PARTS = {
    "projects": {},
    "projects by status": {"ordnung": "status", "auf": ("ongoing",)},
    "projects by lead, all folded": {"ordnung": "lead", "auf": ("keine",)},
    "projects without groups": {"ordnung": ""},
    "a chosen project": {"teil": "smartpro"},
    "network of a year": {"reiter": "netz", "jahr": "2019"},
    "network with undated ties": {"reiter": "netz", "ohnedatum": "ja"},
    "years": {"reiter": "jahre", "anzahl": "8"},
    "development": {"reiter": "entwicklung", "ohnedatum": "ja"},
}
ODD = {
    "unknown group": {"auf": ("nobody", "<script>")},
    "unknown project": {"teil": "<script>"},
    "year without data": {"reiter": "netz", "jahr": "0001"},
}


@pytest.fixture
def open_page(open_page):
    """Open the page with a query, as a link would."""
    return partial(open_page, "zeitverlauf")


def said(app):
    return "\n".join(element.value for element in (*app.title, *app.header, *app.markdown, *app.info))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("asked", PARTS.values(), ids=PARTS)
def test_every_part_runs(open_page, asked, language):
    app = open_page(lang=language, **asked)

    assert not app.exception
    assert not app.warning


@pytest.mark.parametrize("asked", ODD.values(), ids=ODD)
def test_odd_links_do_no_harm(open_page, asked):
    assert not open_page(**asked).exception


@pytest.mark.parametrize("asked", PARTS.values(), ids=PARTS)
def test_every_part_answers_when_nothing_fits(open_page, asked):
    assert not open_page(suche="gibt es nicht", **asked).exception


@pytest.mark.parametrize("asked", PARTS.values(), ids=PARTS)
def test_every_part_answers_for_a_single_undated_project(open_page, asked):
    assert not open_page(suche="Kompetenzzentrum", undatiert="ja", **asked).exception


@pytest.mark.parametrize("grouping", CHOICES["ordnung"])
def test_every_grouping_shows_all_projects_in_the_table(open_page, grouping):
    app = open_page(ordnung=grouping)

    assert len(tables(app)["260 Projekte in zeitlicher Folge"]) == 260
    assert "196 Projekte mit Datum" in said(app)


def test_a_chosen_project_has_a_way_to_its_profile(open_page):
    app = open_page(teil="stiftungsprofessuren-photonik")

    next(button for button in app.button if button.label == "Steckbrief öffnen").click().run()

    assert app.session_state["query"].id == "stiftungsprofessuren-photonik"


def test_the_table_of_a_year_names_new_kept_and_ended_ties(open_page):
    app = open_page(reiter="netz", jahr="2019")

    states = [row[2][0] for row in tables(app)["33 Kooperationen im Jahr 2019, dazu 50 beendete"]]
    assert {state: states.count(state) for state in set(states)} == {"neu": 12, "fortgesetzt": 21, "beendet": 50}


def test_the_player_knows_its_years_and_the_last_is_shown_by_default(open_page):
    (player,) = [data for data in mounted(open_page(reiter="netz")) if "first" in data]

    assert (player["first"], player["last"], player["year"]) == (1995, 2026, 2026)


def test_a_panel_opens_its_year(open_page):
    app = open_page(reiter="jahre", anzahl="8")

    next(button for button in app.button if button.label == "2021").click().run()

    assert (app.session_state["query"].reiter, app.session_state["query"].jahr) == ("netz", "2021")


def test_undated_ties_are_counted_and_shown_only_when_asked_for(open_page):
    assert "24 Kooperationen ohne Datum sind nicht enthalten." in said(open_page(reiter="entwicklung"))
    assert "24 Kooperationen ohne Datum sind in jedem Jahr mitgezählt." in said(
        open_page(reiter="entwicklung", ohnedatum="ja")
    )
