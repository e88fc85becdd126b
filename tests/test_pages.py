"""Every page in both languages, as a script run without a browser."""

import pytest

from tests.page_script import tables
from ui import view
from ui.page import PAGES
from views.view import selection_of

LANGUAGES = ("de", "en")
NAMES = tuple(entry.name for entry in PAGES)


def said(app):
    """All sentences of a page."""
    return "\n".join(element.value for element in (*app.title, *app.header, *app.markdown, *app.info))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_page_runs_with_title_sentence_and_source(open_page, name, language):
    app = open_page(name, lang=language)

    assert not app.exception
    assert len(app.title) == 1
    assert {"de": "Quelle: ", "en": "Source: "}[language] in said(app)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_page_answers_when_nothing_fits(open_page, name, language):
    app = open_page(name, lang=language, suche="gibt es nicht", ganz="ja")

    assert not app.exception


@pytest.mark.parametrize("tab", ["quellen", "offen", "eigene", "spalten", "methodik"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_of_the_data_page_runs(open_page, tab, language):
    assert not open_page("daten", lang=language, reiter=tab).exception


@pytest.mark.parametrize("view", ["alles", "kooperation", "foerderung"])
def test_every_view_of_the_network_has_a_table_twin(open_page, view):
    app = open_page("netzwerk", ansicht=view, ganz="ja")

    app.session_state["picture_tables"] = True
    app.run()

    assert not app.exception
    assert any("Elemente im Bild" in caption for caption in tables(app))


def test_the_landing_page_says_where_we_stand(open_page):
    app = open_page("ueberblick")

    assert "151 Akteure und 260 Projekte" in said(app)
    assert [metric.label for metric in app.metric] == ["Akteure", "Projekte", "Kooperationen", "Bekannte Fördersumme"]


def test_a_profile_names_partners_projects_money_and_sources(open_page):
    app = open_page("steckbrief", id="wiro")

    assert [heading.value for heading in app.header] == [
        "Umfeld im Netzwerk",
        "Partner",
        "Projekte",
        "Förderung",
        "Gremien, Netzwerke und Beteiligungen",
        "Weitere Verbindungen",
        "Ähnliche Akteure",
        "Quellen",
    ]


def test_an_unknown_profile_offers_the_way_back(open_page):
    app = open_page("steckbrief", id="<script>")

    assert not app.exception
    assert "ist in diesen Daten nicht enthalten" in said(app)


def test_a_filter_changes_the_figures_and_can_be_dropped(open_page):
    app = open_page("ueberblick", feld=("automotive",))
    chip = next(button for button in app.button if "Automotive" in button.label)

    chip.click().run()

    assert "151 Akteure und 260 Projekte" in said(app)


def test_an_empty_result_names_the_filter_whose_removal_helps_most(open_page):
    app = open_page("verzeichnis", liste="projekte", feld=("logistik",), status=("cancelled",))

    assert "Kein Eintrag passt zu allen 2 Filtern." in said(app)
    assert any(button.label == "Filter „Status“ lösen: dann passen 3 Projekte" for button in app.button)


def test_back_restores_what_was_shown_before(open_page):
    app = open_page("ueberblick", feld=("automotive",))
    next(button for button in app.button if button.label == "Alle zurücksetzen").click().run()

    next(button for button in app.button if button.label == "Zurück").click().run()

    assert app.session_state["query"].feld == ("automotive",)


@pytest.mark.parametrize("label", ["Vormerken", "Mappe"])
def test_a_click_that_comes_before_the_browser_knows_the_new_address_takes_nothing_back(open_page, label):
    app = open_page("vergleich", reiter="partner", partnervon="hochschule-aalen")
    known_to_the_browser = {"reiter": "partner", "partnervon": "hochschule-aalen"}
    app.query_params = dict(known_to_the_browser)
    next(button for button in app.button if button.label == "Ausblenden").click().run()

    app.query_params = dict(known_to_the_browser)
    next(button for button in app.button if button.label == label).click().run()

    assert len(app.session_state["query"].ausgeblendet) == 1


def test_an_opened_link_is_taken_over_after_a_click_too(open_page):
    app = open_page("ueberblick", feld=("automotive",))
    next(button for button in app.button if "Automotive" in button.label).click().run()

    app.query_params = {"feld": "photonik"}
    app.run()

    assert app.session_state["query"].feld == ("photonik",)


def test_words_that_fit_nothing_in_the_data_give_a_visible_note(open_page):
    app = open_page("ueberblick", feld=("raumfahrt",))

    assert "raumfahrt" in app.warning[0].value


def test_frame_and_page_share_one_view(open_page, monkeypatch):
    app = open_page("netzwerk", fokus="wiro")
    made = []
    monkeypatch.setattr(view, "selection_of", lambda *asked: made.append(asked) or selection_of(*asked))

    app.run()

    assert len(made) == 1


def test_a_click_opens_a_panel_and_neither_draws_nor_names_anything_anew(open_page, monkeypatch):
    app = open_page("netzwerk", fokus="wiro")
    asked = []
    monkeypatch.setattr("graph.picture.named.names", lambda *drawn: asked.append(drawn) or {})
    app.session_state["network"] = {"selected": "ostalbkreis"}

    app.run()

    assert "Ostalbkreis" in said(app)
    assert not asked
