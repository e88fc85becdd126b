"""Every filter, whatever is asked of it, is said on the screen and in files, and can be dropped when nothing fits."""

import pytest

from tests.small_region import actor, project, region, tie
from views.address.filter_choices import BUTTONS
from views.address.filters import PARAMETERS_OF, active_filters
from views.address.parameters import FILTERS
from views.exhibit.frame import framed
from views.exhibit.links import exhibit_of, view_of
from views.language.words import LANGUAGES, words
from views.network.narrowing import NARROWING, narrowings, widening_of, widening_words

ASKED = {
    "suche": "lab",
    "feld": "optik",
    "typ": "hochschule",
    "art": "study",
    "ort": "aalen",
    "kreis": "ostalbkreis",
    "status": "ongoing",
    "geber": "bund",
    "leitung": "hochschule",
    "betrag": "50000",
    "betragbis": "100000",
    "programm": "digital",
    "ausserfeld": "holz",
    "aussertyp": "unternehmen",
    "ausserort": "aalen",
    "ausserkreis": "ostalbkreis",
    "ausserart": "study",
    "ausserstatus": "ongoing",
    "aussergeber": "bund",
    "ausserprogramm": "digital",
    "endetvon": "2024",
    "endetbis": "2026",
    "von": "2022",
    "bis": "2025",
    "beleg": "confirmed",
    "ohne": "lab",
    "ohnequelle": "report",
}
NARROWED = {"zeigen": "verbunden", "abpartner": "2", "abprojekte": "2", "zwischen": "hochschule,unternehmen"}


@pytest.fixture(scope="module")
def data():
    lab = project("lab", "Optik", status="ongoing", kind="study", start="2022-01-01", end="2025-12-31")
    return region(
        [actor("hs", "Hochschule", location="Aalen"), actor("firma", "Unternehmen"), actor("bund", "funder")],
        [lab, project("haus", "Holz"), project("digital")],
        [
            tie("hs", "leads", "lab", source_id="report"),
            tie("firma", "partner", "lab"),
            tie("bund", "funds", "lab", 70000),
            tie("lab", "part_of", "digital"),
        ],
        sources=[{"id": "report", "title": "Bericht"}],
    )


def test_every_filter_has_an_example_here():
    assert (set(ASKED), set(NARROWED)) == (set(FILTERS), set(NARROWING))


def test_every_filter_belongs_to_one_criterion_that_can_be_proposed_for_dropping():
    assert sorted(name for names in PARAMETERS_OF.values() for name in names) == sorted(FILTERS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_criterion_has_a_name_in_the_proposal(language):
    assert [each for each in PARAMETERS_OF if not words(language).has(f"filter.criterion.{each}")] == []


@pytest.mark.parametrize("name", FILTERS)
def test_every_filter_is_a_chip_and_stands_in_files(data, name):
    view = view_of(data, f"verzeichnis?{name}={ASKED[name]}", "de")

    chips = [(each, shown) for each, _, shown in active_filters(view)]

    assert [each for each, _ in chips] == [name]
    assert framed(view, "", "").filters == tuple(shown for _, shown in chips)
    assert len(view.selection.active) == 1
    assert name in PARAMETERS_OF[view.selection.active[0]]


@pytest.mark.parametrize("page", ["verzeichnis", "netzwerk?gruppen=aus", "foerderung", "zeitverlauf", "ueberblick"])
def test_what_a_period_leaves_out_for_want_of_a_date_is_said_in_files(data, page):
    join = "&" if "?" in page else "?"
    made = exhibit_of(view_of(data, f"{page}{join}von=2022", "de"))

    assert "2 Projekte ohne Datum sind nicht dabei." in made.remarks


@pytest.mark.parametrize(
    ("name", "german", "english"),
    [
        ("zeigen", "Elemente: nur mit Verbindung", "Items: only tied ones"),
        ("abpartner", "Verbindungen je Element: ab 2", "Links of an item: 2 and more"),
        ("abprojekte", "Gemeinsame Projekte: ab 2", "Common projects: 2 and more"),
        (
            "zwischen",
            "nur zwischen Hochschule und Unternehmen",
            "only between university and company",
        ),
    ],
)
def test_what_the_picture_leaves_out_stands_in_files(data, name, german, english):
    link = f"netzwerk?ansicht=kooperation&{name}={NARROWED[name]}"

    assert [exhibit_of(view_of(data, link, each)).filters for each in LANGUAGES] == [(german,), (english,)]


def test_one_type_alone_means_ties_within_it(data):
    view = view_of(data, "netzwerk?ansicht=kooperation&zwischen=unternehmen", "de")

    assert narrowings(view) == {"zwischen": "nur innerhalb von Unternehmen"}


@pytest.mark.parametrize("form", ["form=karte", "gruppen=typ"])
def test_what_a_map_or_groups_do_not_heed_is_not_said(data, form):
    assert narrowings(view_of(data, f"netzwerk?{form}&abpartner=3", "de")) == {}


def test_common_projects_narrow_down_cooperations_only(data):
    everything, narrowed = (view_of(data, f"netzwerk?gruppen=aus&abprojekte={n}", "de") for n in (1, 5))

    assert narrowings(narrowed) == {}
    assert exhibit_of(narrowed).picture.drawing == exhibit_of(everything).picture.drawing


def test_where_narrowing_leaves_nothing_the_one_that_helps_most_is_proposed(data):
    view = view_of(data, "netzwerk?ansicht=kooperation&abpartner=5&zeigen=verbunden", "de")

    assert widening_words(view, widening_of(view)) == (
        "„Verbindungen je Element: ab 5“ aufheben: dann sind 2 Elemente zu sehen"
    )


def test_where_no_single_one_helps_all_are_proposed_together(data):
    view = view_of(data, "netzwerk?ansicht=kooperation&abpartner=5&abprojekte=5&zeigen=verbunden", "de")

    assert widening_of(view).names == ("zeigen", "abpartner", "abprojekte")


def test_where_the_filters_leave_nothing_no_narrowing_is_blamed(data):
    assert widening_of(view_of(data, "netzwerk?suche=nirgends&abpartner=5", "de")) is None


@pytest.mark.parametrize(
    ("asked", "actors", "projects"),
    [
        ("ausserort=aalen", {"firma", "bund"}, {"lab", "haus", "digital"}),
        ("ausserkreis=ostalbkreis", {"firma", "bund"}, {"lab", "haus", "digital"}),
        ("ausserart=study", {"hs", "firma", "bund"}, {"haus", "digital"}),
        ("ausserstatus=ongoing", {"hs", "firma", "bund"}, {"haus", "digital"}),
        ("aussergeber=bund", {"hs", "firma", "bund"}, {"haus", "digital"}),
        ("ausserprogramm=digital", {"hs", "firma", "bund"}, {"haus"}),
    ],
)
def test_an_exception_leaves_out_what_it_names_and_nothing_else(data, asked, actors, projects):
    part = view_of(data, f"netzwerk?{asked}").part

    assert (set(part.actors["id"]), set(part.projects["id"])) == (actors, projects)


def test_each_exception_stands_behind_the_button_of_its_filter_and_is_said_with_a_word():
    behind = {name: button for button, names in BUTTONS.items() for name in names}
    exceptions = [name for name in FILTERS if name.startswith("ausser")]

    assert [name for name in exceptions if behind[name] != behind[name.removeprefix("ausser")]] == []
    assert words("de")("filter.except", type="Kommune") == "außer Kommune"
