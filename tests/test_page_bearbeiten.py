"""The page for editing as a script: forms, checks while typing, saving, undo, conflicts, and who may do it."""

import pytest

from store import Edit, Editor, Role, open_store
from tests.page_script import tables
from views.editing.draft import NEW
from views.editing.question import ADDRESSES
from views.exhibit.mappe import Mappe, added, view_of
from views.exhibit.mappe_file import read, written

LANGUAGES = ("de", "en")
COLLEAGUE = Editor("", "", "Kollegin", Role.EDITOR)
FILES = {
    "actors.csv": "id,name,type,location\nwiro,WiRO,Verein,Aalen\nhs,Hochschule Aalen,Hochschule,Aalen\n",
    "projects.csv": "id,name,status,partners,extra\nlicht,Licht für alle,ongoing,wiro;hs,blau\n",
    "links.csv": "from_id,to_id,kind,amount_eur,amount_basis\nhs,licht,funds,1000,granted\n",
    "sources.csv": "id,title,url\nbericht,Bericht 2026,https://example.org\n",
    "events.csv": "project_id,start,label\nlicht,2026-11,Auftakt\n",
    "about.csv": "key,value\nTitel,Region am Kocher\nMotto,Gemeinsam\n",
}


@pytest.fixture
def region(tmp_path, monkeypatch):
    """A small region in a store of its own, which the app shows."""
    address = f"sqlite:///{tmp_path}/region.db"
    monkeypatch.setenv("AKTEURSNETZ_DATA", address)
    store = open_store(address)
    store.import_rows(COLLEAGUE, store.preview_import({name: text.encode() for name, text in FILES.items()}))
    yield store
    store.close()


@pytest.fixture
def open_page(open_page):
    """Open a page with a query, that for editing unless another is named."""

    def open_page_of_region(page="bearbeiten", **asked):
        return open_page(page, **asked)

    return open_page_of_region


def said(app):
    elements = (*app.title, *app.header, *app.markdown, *app.info, *app.warning, *app.success, *app.error)
    return "\n".join(element.value for element in elements)


def texts(app):
    """Texts of the tables of a page, by caption."""
    return {caption: [[cell[0] for cell in row] for row in rows] for caption, rows in tables(app).items()}


def named(elements, label):
    return next(element for element in elements if element.label.startswith(label))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("table", ["akteure", "projekte", "verbindungen", "termine", "quellen", "datensatz"])
def test_every_table_has_a_form_for_a_new_entry_and_for_each_that_is_there(region, open_page, table, language):
    new = open_page(tabelle=table, eintrag=NEW, lang=language)
    entry = next(iter(region.entries(ADDRESSES[table])))
    there = open_page(tabelle=table, eintrag=entry, lang=language)

    for app in (new, there):
        assert not app.exception
        assert named(app.button, {"de": "Speichern", "en": "Save"}[language]).disabled


def test_what_is_saved_is_in_the_store_with_the_name_of_the_editor(region, open_page):
    app = open_page(eintrag="wiro")
    named(app.text_input, "Ihr Name").input("Frau Beispiel").run()
    named(app.text_input, "Name *").input("WiRO Region").run()

    named(app.button, "Speichern").click().run()

    assert "Gespeichert: Akteur **WiRO Region** geändert" in said(app)
    last = region.history("actors", "wiro")[0]
    assert (last.who, last.changes[0].fields[0].after) == ("Frau Beispiel", "WiRO Region")


def test_undo_is_beside_what_was_saved_and_can_be_undone_again(region, open_page):
    app = open_page(eintrag="wiro")
    named(app.text_input, "Name *").input("Verschrieben").run()
    named(app.button, "Speichern").click().run()

    named(app.button, "Rückgängig").click().run()

    assert "Zurückgenommen: Akteur **WiRO** geändert" in said(app)
    assert named(app.text_input, "Name *").value == "WiRO"
    named(app.button, "Doch wieder").click().run()
    assert region.entry("actors", "wiro").cells["name"] == "Verschrieben"


@pytest.mark.usefixtures("region")
def test_the_check_of_the_reader_stands_at_the_field_while_it_is_filled_in(open_page):
    app = open_page(tabelle="projekte", eintrag="licht")

    named(app.text_input, "Gesamtkosten").input("viel Geld").run()

    assert "kein lesbarer Betrag" in said(app)
    assert named(app.button, "Speichern").disabled


def test_a_new_actor_gets_an_id_from_its_name_that_no_other_has(region, open_page):
    app = open_page(eintrag=NEW)
    named(app.text_input, "Name *").input("WiRO").run()

    named(app.button, "Speichern").click().run()

    assert region.entry("actors", "wiro-2").cells["name"] == "WiRO"
    assert app.session_state["query"].eintrag == "wiro-2"


def test_an_extra_column_of_the_data_is_edited_as_text(region, open_page):
    app = open_page(tabelle="projekte", eintrag="licht")
    named(app.text_input, "extra").input("grün").run()

    named(app.button, "Speichern").click().run()

    assert region.entry("projects", "licht").cells["extra"] == "grün"


@pytest.mark.usefixtures("region")
def test_facts_on_the_dataset_have_german_names_and_those_of_the_contract_are_offered(open_page):
    there = open_page(tabelle="datensatz", eintrag="Motto")
    assert named(there.selectbox, "Angabe zum Datensatz").options == ["Motto", "Titel"]
    assert named(there.text_area, "Inhalt").value == "Gemeinsam"

    new = open_page(tabelle="datensatz", eintrag=NEW)

    assert named(new.selectbox, "Angabe *").options == [
        "Region",
        "Orte der Region",
        "Stand der Daten",
        "Herausgeber",
        "Lizenz",
        "Logo (Bilddatei neben den Tabellen)",
        "Impressum",
        "Datenschutz",
        "Barrierefreiheit",
        "Kontakt",
    ]


def test_a_fact_is_filled_in_as_what_it_says_and_holds_for_everybody(region, open_page):
    app = open_page(tabelle="datensatz", eintrag=NEW)
    named(app.selectbox, "Angabe *").select("as_of").run()
    named(app.text_input, "Inhalt").input("bald").run()
    assert "kein lesbares Datum" in said(app)
    named(app.text_input, "Inhalt").input("24.11.2026").run()

    named(app.button, "Speichern").click().run()

    assert "Gespeichert: Angabe zum Datensatz **Stand der Daten** angelegt" in said(app)
    assert "Stand 24.11.2026" in said(app)
    places = open_page(tabelle="datensatz", eintrag=NEW)
    named(places.selectbox, "Angabe *").select("places").run()
    named(places.multiselect, "Inhalt").select("Aalen").run()
    named(places.button, "Speichern").click().run()
    assert region.entry("about", "places").cells["value"] == "Aalen"


def test_a_conflict_shows_both_sides_and_saves_what_is_chosen_field_by_field(region, open_page):
    app = open_page(eintrag="wiro")
    named(app.text_input, "Name *").input("Mein Name").run()
    seen = region.entry("actors", "wiro").version
    region.save(COLLEAGUE, [Edit("actors", "wiro", seen, {"name": "Ihr Name", "website": "https://wiro.example"})])

    named(app.button, "Speichern").click().run()

    assert "**WiRO** wurde" not in said(app)
    assert "**Ihr Name** wurde" in said(app)
    assert texts(app)["Felder, die beide geändert haben"] == [["Name", "WiRO", "Ihr Name", "Mein Name"]]
    assert region.entry("actors", "wiro").cells["name"] == "Ihr Name"
    named(app.button, "Auswahl speichern").click().run()
    cells = region.entry("actors", "wiro").cells
    assert (cells["name"], cells["website"]) == ("Mein Name", "https://wiro.example")


def test_in_a_conflict_the_saved_version_can_be_kept(region, open_page):
    app = open_page(eintrag="wiro")
    named(app.text_input, "Name *").input("Mein Name").run()
    region.save(COLLEAGUE, [Edit("actors", "wiro", region.entry("actors", "wiro").version, {"name": "Ihr Name"})])
    named(app.button, "Speichern").click().run()

    named(app.button, "Gespeichertes behalten").click().run()

    assert named(app.text_input, "Name *").value == "Ihr Name"
    assert not app.warning


def test_a_deletion_says_what_goes_with_it_and_is_one_change(region, open_page):
    app = open_page(eintrag="hs")

    assert "1 Verbindung wird mit gelöscht" in said(app)
    assert "in 1 Projekt entfällt die Nennung" in said(app)
    named(app.button, "Mit allem").click().run()
    assert region.entry("actors", "hs") is None
    assert region.entry("projects", "licht").cells["partners"] == "wiro"
    named(app.button, "Rückgängig").click().run()
    assert region.entry("projects", "licht").cells["partners"] == "wiro;hs"


@pytest.mark.usefixtures("region")
@pytest.mark.parametrize(
    ("listed", "label", "shown"),
    [
        ("akteure", "Neuer Akteur", {"eintrag": NEW, "tabelle": "akteure"}),
        ("projekte", "Neues Projekt", {"reiter": "projekt"}),
    ],
)
def test_a_list_of_the_directory_is_added_to_from_there(open_page, listed, label, shown):
    app = open_page("verzeichnis", liste=listed)

    named(app.button, label).click().run()

    assert app.title[0].value == "Bearbeiten"
    assert {name: getattr(app.session_state["query"], name) for name in shown} == shown


@pytest.mark.usefixtures("region")
def test_a_viewer_sees_no_form(open_page, monkeypatch):
    monkeypatch.setenv("AKTEURSNETZ_WITHOUT_LOGIN", "view")

    app = open_page(eintrag="wiro")

    assert "Sie dürfen alles lesen" in said(app)
    assert not any(button.label.startswith("Speichern") for button in app.button)


def test_a_role_that_is_taken_away_meanwhile_is_noticed_by_the_service(region, open_page, monkeypatch):
    app = open_page(eintrag="wiro")
    named(app.text_input, "Name *").input("Mein Name").run()
    monkeypatch.setenv("AKTEURSNETZ_WITHOUT_LOGIN", "view")

    named(app.button, "Speichern").click().run()

    assert region.entry("actors", "wiro").cells["name"] == "WiRO"


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_store_the_way_to_one_is_shown_and_one_click_makes_it(open_page, tmp_path, monkeypatch, language):
    monkeypatch.delenv("AKTEURSNETZ_DATA", raising=False)
    monkeypatch.setattr("store.region.EDITABLE", tmp_path / "var" / "region.db")
    app = open_page("daten", reiter="bearbeiten", lang=language)

    named(app.button, {"de": "Bearbeitbare Kopie", "en": "Make an editable"}[language]).click().run()

    assert not app.exception
    assert "region.db" in said(app).replace("\\", "")
    assert named(app.button, {"de": "Bearbeiten öffnen", "en": "Open editing"}[language])


def test_every_change_stands_in_the_history_field_by_field_and_can_be_undone_there(region, open_page):
    region.save(COLLEAGUE, [Edit("actors", "wiro", 1, {"location": "Heidenheim"})])
    app = open_page("daten", reiter="aenderungen")

    assert "Kollegin hat" in said(app)
    assert "**Ort:** Aalen → Heidenheim" in said(app)
    named(app.button, "Rückgängig").click().run()
    assert region.entry("actors", "wiro").cells["location"] == "Aalen"
    assert "(ohne Namen): eine Änderung an 1 Eintrag." in said(app)


def test_a_later_change_stands_in_the_way_of_an_undo_and_is_named(region, open_page):
    region.save(COLLEAGUE, [Edit("actors", "wiro", 1, {"location": "Heidenheim"})])
    app = open_page("daten", reiter="aenderungen")
    region.save(COLLEAGUE, [Edit("actors", "wiro", 2, {"location": "Ulm"})])

    app.button(key="undo_2").click().run()

    assert "noch einmal geändert (Kollegin). Nehmen Sie zuerst diese spätere Änderung zurück" in said(app)
    assert region.entry("actors", "wiro").cells["location"] == "Ulm"


def test_a_profile_tells_its_own_history_and_leads_to_its_form(region, open_page):
    region.save(COLLEAGUE, [Edit("actors", "wiro", 1, {"location": "Heidenheim"})])

    app = open_page("steckbrief", id="wiro")

    assert "Verlauf: 2 Änderungen" in [block.label for block in app.expander]
    assert "Teil einer größeren Änderung" in said(app)
    assert len([button for button in app.button if button.label == "Rückgängig"]) == 1
    named(app.button, "Bearbeiten").click().run()
    assert app.session_state["query"].eintrag == "wiro"


def test_a_named_state_is_listed_stands_in_the_footer_and_can_be_compared_with(region, open_page):
    app = open_page("daten", reiter="aenderungen")
    named(app.text_input, "Name des Standes").input("Lenkungsgruppe *12*")
    named(app.button, "Stand festhalten").click().run()

    assert "entspricht dem jetzigen Stand" in said(app)
    assert "· Stand „Lenkungsgruppe" in said(app)
    region.save(COLLEAGUE, [Edit("actors", "", 0, {"id": "neu", "name": "Neue Firma"})])
    app.run()
    assert "1 Änderung seit „Lenkungsgruppe" in said(app)
    named(app.button, "Mit heute vergleichen").click().run()
    assert "Zwischen dem Stand „Lenkungsgruppe  12 “ und dem Stand" in said(app)
    assert "1 neu erfasst" in said(app)
    assert next(box for box in app.selectbox if box.label == "Seit").options == ["„Lenkungsgruppe  12 “"]


def test_a_name_is_given_once_and_can_be_forgotten(region, open_page):
    state = region.hold_state(COLLEAGUE, "Dezember")
    app = open_page("daten", reiter="aenderungen")
    named(app.text_input, "Name des Standes").input("Dezember")
    named(app.button, "Stand festhalten").click().run()

    assert "Diesen Namen gibt es schon" in said(app)
    app.button(key=f"drop_{state.id}").click().run()
    assert region.states() == ()


def test_a_link_to_a_state_that_was_forgotten_gives_a_visible_note(region, open_page):
    region.hold_state(COLLEAGUE, "Dezember")
    region.save(COLLEAGUE, [Edit("actors", "wiro", 1, {"location": "Ulm"})])

    app = open_page("veraenderungen", stand="0123abcd")

    assert "stand=0123abcd" in said(app).replace("\\", "")
    assert "1 geändert" in said(app)


def test_two_entries_are_merged_after_a_preview_of_every_tie_that_moves(region, open_page):
    region.save(
        COLLEAGUE, [Edit("actors", "", 0, {"id": "hsa", "name": "Hochschule Aalen", "location": "Beethovenstraße"})]
    )
    region.save(COLLEAGUE, [Edit("links", "", 0, {"from_id": "hsa", "to_id": "wiro", "kind": "member_of"})])
    app = open_page(reiter="dubletten")
    assert "1 Paar heißt fast gleich" in said(app)
    named(app.button, "Vorschau").click().run()

    assert "**Hochschule Aalen (hsa)** geht in **Hochschule Aalen (hs)** auf" in said(app).replace("\\", "")
    moved = "Verbindung Hochschule Aalen (Beethovenstraße) ist Mitglied von WiRO wird übernommen"
    assert moved in said(app).replace("\\", "")
    named(app.button, "Zusammenführen").click().run()
    assert region.entry("actors", "hsa") is None
    assert [entry.cells["from_id"] for entry in region.entries("links").values()] == ["hs", "hs"]
    named(app.button, "Rückgängig").click().run()
    assert region.entry("actors", "hsa").cells["location"] == "Beethovenstraße"


def test_every_cell_in_which_two_entries_differ_is_asked_for(region, open_page):
    hsa = {"id": "hsa", "name": "Hochschule Aalen", "location": "Aalen", "type": "FH"}
    region.save(COLLEAGUE, [Edit("actors", "", 0, hsa), Edit("actors", "hs", 1, {"type": "Hochschule"})])
    evidence = {"certainty": "unbestätigt", "reference": "A"}, {"certainty": "belegt", "reference": "B"}
    for id, said_of in zip(("hs", "hsa"), evidence, strict=True):
        cells = {"from_id": id, "to_id": "wiro", "kind": "kooperiert mit", **said_of}
        region.save(COLLEAGUE, [Edit("links", "", 0, cells)])
    app = open_page(reiter="dubletten")
    named(app.button, "Vorschau").click().run()

    assert "In 1 Feld steht Verschiedenes. Was soll bleiben?" in said(app)
    assert "(Beleglage: unbestätigt und belegt ergibt belegt; Quelle: A und B ergibt A, B)" in said(app)
    assert (app.radio[-1].label, app.radio[-1].options) == ("Akteurstyp", ["Hochschule", "FH"])
    app.radio[-1].set_value(True).run()
    named(app.button, "Zusammenführen").click().run()
    assert region.entry("actors", "hs").cells["type"] == "FH"


def test_an_actor_and_a_project_cannot_be_merged(region, open_page):
    app = open_page(reiter="dubletten")
    app.selectbox[-2].select("wiro").run()
    app.selectbox[-1].select("licht").run()

    assert "Zusammenführen lassen sich nur" in said(app)
    assert region.entry("projects", "licht")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", ["projekt", "tabelle", "einlesen", "dubletten"])
@pytest.mark.usefixtures("region")
def test_every_part_of_the_page_runs(open_page, part, language):
    assert not open_page(reiter=part, lang=language).exception


def test_a_tie_between_two_elements_of_the_picture_is_one_form_beside_it(region, open_page):
    app = open_page("netzwerk", enden=("wiro",), ganz="ja")
    assert "beginnt bei **WiRO**" in said(app)
    app.session_state["network"] = {"selected": "hs"}
    app.run()
    assert "Von **WiRO** zu **Hochschule Aalen**" in said(app)
    named(app.button, "Richtung tauschen").click().run()
    named(app.selectbox, "Art der Verbindung").select("member_of").run()

    named(app.button, "Speichern").click().run()

    assert "Gespeichert: Verbindung **Hochschule Aalen" in said(app)
    assert [dict(entry.cells) for entry in region.entries("links").values()][-1] == {
        "from_id": "hs",
        "to_id": "wiro",
        "kind": "member_of",
    }


def test_a_portfolio_is_laid_down_for_everybody_and_opened_from_its_link(region, open_page):
    mappe = added(Mappe("Sitzung"), view_of("foerderung", {"feld": "holz"}, "Förderung"))
    app = open_page("mappe")
    app.session_state["mappe"] = mappe
    app.run()
    named(app.button, "Für alle ablegen").click().run()

    laid = region.documents("mappe")[0]
    assert (laid.title, len(read(laid.content).views)) == ("Sitzung", 1)
    other = open_page("mappe", mappe=laid.id)
    assert "**Sitzung**, abgelegt um" in said(other)
    other.button(key="linked_open").click().run()
    assert other.session_state["mappe"].views[0].title == "Förderung"


@pytest.mark.usefixtures("region")
def test_a_link_to_a_portfolio_that_is_gone_says_so(open_page):
    assert "gibt es nicht oder nicht mehr" in said(open_page("mappe", mappe="unbekannt"))


def test_a_scenario_is_laid_down_and_opened_by_others(region, open_page):
    app = open_page("was_waere_wenn", szenario="ohne.wiro")
    named(app.text_input, "Titel").input("Ohne WiRO")
    named(app.button, "Für alle ablegen").click().run()

    other = open_page("was_waere_wenn")
    assert "szenario=ohne.wiro" in [code.value.partition("?")[2] for code in other.code]
    other.button(key=f"open_{region.documents('scenario')[0].id}").click().run()

    assert other.session_state["query"].szenario == "ohne.wiro"


def test_two_who_lay_down_the_same_portfolio_overwrite_nothing(region, open_page):
    first = region.put_document(COLLEAGUE, "mappe", "Sitzung", written(Mappe("Sitzung")))
    app = open_page("mappe")
    app.session_state["mappe"] = added(Mappe("Sitzung"), view_of("foerderung", {}, "Förderung"))
    app.session_state["desk_laid_mappe"] = (first.id, 0)
    app.run()

    named(app.button, "Für alle ablegen").click().run()

    assert sorted(len(read(laid.content).views) for laid in region.documents("mappe")) == [0, 1]
