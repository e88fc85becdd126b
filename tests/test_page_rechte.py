"""The page of those who administer: what is kept about a person is counted, handed out, and erased for good."""

import json

import pytest

from store import Edit, Editor, Role, open_store, places_of, register
from store.pattern import MARK
from tests.page_script import tables
from views.data import disclosure
from views.language.words import words

LANGUAGES = ("de", "en")
COLLEAGUE = Editor("", "", "Kollegin", Role.EDITOR)
ADMIN = Editor("", "", "Ada", Role.ADMIN)
NAME = "Erika *Beispiel*"
LABELS = {
    "de": ("Name, E-Mail", "Nachsehen", "Zur Sicherheit", "Jetzt endgültig"),
    "en": ("Name, e-mail", "Look up", "To be safe", "Erase for good now"),
}


@pytest.fixture
def region(tmp_path, monkeypatch):
    """A store which the app shows, with a person in an entry, in its history and in the log."""
    address = f"sqlite:///{tmp_path}/region.db"
    monkeypatch.setenv("AKTEURSNETZ_DATA", address)
    store = open_store(address)
    files = {"actors.csv": b"id,name,location\nwiro,WiRO,Aalen\n", "projects.csv": b"id,name\n"}
    store.import_rows(COLLEAGUE, store.preview_import(files))
    store.save(COLLEAGUE, [Edit("actors", "wiro", 1, {"description": f"Fragen an {NAME}."})])
    store.save(Editor("", "", NAME, Role.EDITOR), [Edit("actors", "wiro", 2, {"location": "Ulm"})])
    yield store
    store.close()


def said(app):
    elements = (*app.title, *app.markdown, *app.success, *app.warning, *app.error)
    return "\n".join(element.value for element in elements).replace("\\", "")


def named(elements, label):
    return next((element for element in elements if element.label.startswith(label)), None)


def asked_for(app, text, language="de"):
    """The page after somebody looked up a text."""
    field, look, *_ = LABELS[language]
    named(app.text_input, field).input(text)
    return named(app.button, look).click().run()


def erased(app, text, language="de"):
    """The page after the text was typed a second time and the button was pressed."""
    *_, again, erase = LABELS[language]
    assert named(app.button, erase).disabled
    named(app.text_input, again).input(text).run()
    return named(app.button, erase).click().run()


@pytest.mark.usefixtures("region")
def test_what_is_kept_is_counted_and_its_places_are_named_without_what_else_stands_there(open_page):
    app = asked_for(open_page("rechte", reiter="auskunft"), NAME.upper())

    assert "steht in 1 Eintrag, 2 Fassungen im Verlauf und dem Protokoll von 1 Änderung." in said(app)
    rows = [[cell[0] for cell in row] for row in tables(app)["Wo der Text steht"]]
    assert rows == [
        ["Akteur", "WiRO", "Beschreibung", "1"],
        ["Verlauf: Akteur", "WiRO", "Beschreibung", "2"],
        ["Protokoll der Änderungen", "", "Name der Person", "1"],
    ]
    assert "Fragen an" not in said(app)
    assert named(app.get("download_button"), "Alles als Datei")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_erased_is_nowhere_and_no_input_shows_it_any_more(region, open_page, language, tmp_path):
    region.hold_state(COLLEAGUE, f"Stand {NAME}")
    region.put_document(COLLEAGUE, "mappe", "Mappe", json.dumps({"note": NAME}))
    register.arrive(region.engine, "https://login.example.de", "erika", NAME)
    app = asked_for(open_page("rechte", lang=language), NAME, language)

    app = erased(app, NAME, language)

    assert not app.exception
    assert MARK in app.success[0].value
    assert named(app.text_input, LABELS[language][0]).value == ""
    assert named(app.text_input, LABELS[language][2]) is None
    assert "Beispiel" not in said(app)
    assert region.entry("actors", "wiro").cells["description"] == f"Fragen an {MARK}."
    assert [region.states()[0].name, register.everybody(region.engine)] == [f"Stand {MARK}", ()]
    kept = [*region.files().values(), *(file.read_bytes() for file in tmp_path.glob("region.db*"))]
    assert [content for content in kept if NAME.encode() in content] == []


def test_another_text_the_second_time_erases_nothing(region, open_page):
    app = asked_for(open_page("rechte"), NAME)

    named(app.text_input, "Zur Sicherheit").input("Erika").run()

    assert named(app.button, "Jetzt endgültig").disabled
    assert not region.about(ADMIN, NAME).is_empty


@pytest.mark.usefixtures("region")
def test_a_text_that_stands_nearly_everywhere_gets_a_sentence(open_page):
    app = asked_for(open_page("rechte"), "er")

    assert "mindestens drei Buchstaben" in said(app)
    assert named(app.button, "Jetzt endgültig") is None
    assert "steht nirgends" in said(asked_for(app, "Niemand"))


def test_a_role_that_is_taken_away_meanwhile_erases_nothing(region, open_page, monkeypatch):
    app = asked_for(open_page("rechte"), NAME)
    named(app.text_input, "Zur Sicherheit").input(NAME).run()
    monkeypatch.setenv("AKTEURSNETZ_WITHOUT_LOGIN", "edit")

    named(app.button, "Jetzt endgültig").click().run()

    assert "Rechte vergibt, wer selbst" in said(app)
    assert not region.about(ADMIN, NAME).is_empty


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_entries_that_would_be_called_alike_are_named_as_the_reason(region, open_page, language):
    for id in ("erika", "ERIKA"):
        region.save(COLLEAGUE, [Edit("sources", "", 0, {"id": id, "title": f"Bericht {id}"})])

    app = erased(asked_for(open_page("rechte", lang=language), "erika", language), "erika", language)

    assert {"de": "dieselbe Kennung", "en": "the same identifier"}[language] in app.error[0].value


@pytest.mark.usefixtures("region")
@pytest.mark.parametrize(("setting", "offered"), [("", True), ("edit", False)])
def test_those_who_administer_reach_the_page_from_the_page_on_data(open_page, monkeypatch, setting, offered):
    monkeypatch.setenv("AKTEURSNETZ_WITHOUT_LOGIN", setting)

    app = open_page("daten", reiter="bearbeiten")

    assert (named(app.button, "Auskunft und Löschung") is not None) is offered


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_store_or_the_role_there_is_nothing_but_the_reason(open_page, monkeypatch, tmp_path, language):
    monkeypatch.setenv("AKTEURSNETZ_DATA", "data")
    assert {"de": "aus Dateien gelesen", "en": "read from files"}[language] in said(open_page("rechte", lang=language))
    monkeypatch.setenv("AKTEURSNETZ_DATA", f"sqlite:///{tmp_path}/region.db")
    monkeypatch.setenv("AKTEURSNETZ_WITHOUT_LOGIN", "edit")

    app = open_page("rechte", lang=language)

    assert not app.exception
    assert named(app.text_input, LABELS[language][0]) is None


def test_what_is_handed_out_holds_everything_in_words_a_person_can_read(region):
    holding = region.about(ADMIN, NAME)

    assert NAME in holding.as_json()
    assert [change["changeset"] for change in json.loads(holding.as_json())["changes"]] == [1, 2, 3]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_place_has_its_words(region, language):
    region.hold_state(Editor("", "", NAME, Role.EDITOR), "Sitzung")
    region.put_document(COLLEAGUE, "mappe", NAME, "{}")

    said = disclosure.found(words(language), NAME, places_of(region.about(ADMIN, NAME), NAME))

    assert {"de": "1 festgehaltenen Stand und 1 gemeinsamen Ablage", "en": "1 named state and 1 shared document"}[
        language
    ] in said
