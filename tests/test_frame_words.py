"""What stands around every page: the search, the row of filters, the foot line, the title of the document."""

from dataclasses import replace
from datetime import date

import pytest

from graph.dataset import Dataset
from graph.selection import Selection
from tests.small_region import actor, project, region, tie
from views import foot
from views.address.hints import undated_left_out
from views.address.parameters import Query
from views.elements.search import entries, findable
from views.exhibit.source import data_title, publisher
from views.language.words import LANGUAGES, words
from views.overview.welcome import ways
from views.title import document_title
from views.view import View


def view_of(data: Dataset, asked: Query | None = None, selection: Selection | None = None) -> View:
    return View(asked or Query(), words("de"), data, data, selection or Selection(), ())


@pytest.fixture
def county():
    return region(
        [
            actor("rat", short_name="Aufsichtsrat der WiRO"),
            {"id": "wiro", "name": "Wirtschaftsförderung Region", "short_name": "WiRO", "aliases": ("Die Region",)},
            actor("ihk"),
        ],
        [project("weg", "Bau", start="2024"), project("fest", "Bau"), project("markt", "Bau")],
        [tie("wiro", "leads", "weg"), tie("ihk", "partner", "weg"), tie("wiro", "partner", "fest")],
        contact="amt@kreis.example",
        imprint="Siehe https://kreis.example/impressum.",
    )


def test_actors_are_found_before_projects_and_the_best_connected_first(county):
    assert [entry.id for entry in entries(county)] == ["wiro", "ihk", "rat", "weg", "fest", "markt"]


def test_an_entry_is_found_by_all_its_names(county):
    (wiro,) = [entry for entry in entries(county) if entry.id == "wiro"]

    assert (wiro.names, wiro.hint) == (("Wirtschaftsförderung Region", "WiRO", "Die Region"), "WiRO")


def test_the_browser_gets_each_name_once_and_the_rows_are_made_once(county):
    (field, wiro, *_), (_, again, *_) = findable(view_of(county)), findable(view_of(county))

    assert field == ["feld:bau", "Bau", "Kompetenzfeld", []]
    assert wiro == ["wiro", "Wirtschaftsförderung Region", "WiRO", ["WiRO", "Die Region"]]
    assert wiro is again


def test_what_a_period_leaves_out_for_want_of_a_date_is_counted_once_one_is_asked_for(county):
    assert undated_left_out(view_of(county)) == 0
    assert undated_left_out(view_of(county, selection=Selection(since=date(2023, 1, 1)))) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_names_every_key_that_the_picture_and_the_frame_listen_to(language):
    t = words(language)
    listed = " ".join(key for key, _ in foot.keys(t)).replace("\\", "")

    spoken = {"de": ("Bild auf", "Bild ab", "Pos1", "Eingabe"), "en": ("Page Up", "Page Down", "Home", "Enter")}
    for key in ("L", "F", "0", "P", "E", "?", "Esc", "← →", "+", *spoken[language]):
        assert key in listed
    assert all(name in t("canvas.help") for name in spoken[language][:3])


def test_the_foot_line_says_what_the_data_say_and_links_only_addresses(county):
    seen = view_of(county)

    assert foot.said(seen, "imprint") == ["Siehe [kreis\\.example/impressum](https://kreis.example/impressum)."]
    assert foot.said(seen, "contact") == ["amt@kreis\\.example"]
    assert foot.said(seen, "accessibility")[-1] == "Barriere melden: amt@kreis\\.example"


def test_a_part_without_text_says_where_it_is_entered(county):
    seen = view_of(replace(county, about={}))

    assert foot.said(seen, "imprint") == [
        "Für diese Daten ist dazu nichts hinterlegt. "
        "Wer sie herausgibt, trägt den Text in about.csv unter „Impressum“ ein."
    ]
    assert len(foot.said(seen, "privacy")) == 1


@pytest.mark.parametrize(
    ("page", "asked", "title"),
    [
        ("ueberblick", Query(), "Überblick - Akteursnetz"),
        ("steckbrief", Query(id="wiro"), "WiRO - Steckbrief - Akteursnetz"),
        ("netzwerk", Query(fokus="ihk"), "ihk - Netzwerk - Akteursnetz"),
        ("vergleich", Query(vergleich=("wiro", "ihk")), "WiRO und ihk - Vergleich - Akteursnetz"),
        ("steckbrief", Query(id="niemand"), "Steckbrief - Akteursnetz"),
    ],
)
def test_every_page_has_its_own_document_title(county, page, asked, title):
    assert document_title(words("de"), view_of(county, asked), page) == title


def test_a_first_visitor_is_offered_real_examples(county):
    assert [label for label, _, _ in ways(view_of(county))] == [
        "Steckbrief ansehen: ihk",
        "Vergleichen: ihk und WiRO",
        "Netzwerk im Feld Bau",
    ]


def source(key, publisher=""):
    return {"id": key, "title": key, "publisher": publisher}


@pytest.mark.parametrize(
    ("about", "sources", "said"),
    [
        ({"publisher": "Amt", "title": "Netz"}, [source("a", "Land")], "Amt"),
        ({"title": "Netz"}, [source("a", "Land")], "Netz"),
        ({}, [source("a", "Land"), source("b", "Land"), source("c", "Bund")], "Land und Bund"),
        ({}, [source(key, key.upper()) for key in "abcd"], "4 genannte Quellen"),
        ({}, [source("a", "Land"), source("b")], "2 genannte Quellen"),
        ({}, [source("a")], "1 genannte Quelle"),
        ({}, [], "nicht angegeben"),
    ],
)
def test_the_source_line_names_whose_data_these_are_or_whose_sources_they_rest_on(about, sources, said):
    assert publisher(view_of(region(sources=sources, **about))) == said


def test_data_without_a_name_are_not_called_not_stated():
    assert data_title(view_of(region())) == "Akteursnetz"
