"""Editing together in real browsers: each task from opening the page to what the store holds afterwards."""

import re
from collections.abc import Callable

from playwright.sync_api import FilePayload, Locator, Page, expect

from store import Edit, Store
from tests.browser.conftest import wait_until_drawn
from tests.browser.stored import COLLEAGUE, served_store
from tests.browser.test_canvas import Canvas

ACTORS = """\
id,name,short_name,type,location,website
wiro,Wirtschaftsförderung Region Ostwürttemberg,WiRO,Wirtschaftsförderung,Aalen,
hs-aalen,Hochschule Aalen,HS Aalen,Hochschule,Aalen,https://www.hs-aalen.de
zeiss,Carl Zeiss AG,ZEISS,Unternehmen,Oberkochen,
"""
PAUSE_MS = 420
FILES = {
    "actors.csv": ACTORS,
    "projects.csv": "id,name,status,lead,partners\nphotonik,Photonik für die Region,ongoing,hs-aalen,zeiss\n",
    "links.csv": "from_id,to_id,kind\nzeiss,wiro,member_of\n",
}


app_home, region, app_url = served_store(FILES)


def open_form(page: Page, address: str) -> None:
    page.goto(address)
    wait_until_drawn(page)


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name).first


def type_through_the_check(field: Locator, *texts: str) -> None:
    """Type with pauses as long as the reader waits: what comes while it checks is not taken back."""
    for text in texts:
        field.press_sequentially(text)
        field.page.wait_for_timeout(PAUSE_MS)
    expect(field).to_have_value("".join(texts))


def news(page: Page) -> Locator:
    return page.locator(".st-key-edit_news")


def changes(page: Page) -> Locator:
    """Changes in the history, the last first."""
    return page.locator("[class*='st-key-change_']")


def test_an_entry_is_checked_saved_undone_and_told_in_the_history(page: Page, app_url: str, region: Store):
    open_form(page, f"{app_url}/bearbeiten?eintrag=wiro")
    page.get_by_label("Ihr Name für das Änderungsprotokoll").fill("Frau Beispiel")
    page.get_by_role("button", name="Weitere Angaben").or_(page.get_by_text("Weitere Angaben")).first.click()
    type_through_the_check(page.get_by_label("Webseite"), "wiro punkt ", "de")
    expect(page.get_by_text("keine Internetadresse")).to_be_visible()
    expect(button(page, "Speichern")).to_be_disabled()

    page.get_by_label("Webseite").fill("https://wiro.example")
    expect(button(page, "Speichern")).to_be_enabled()
    page.keyboard.press("Control+s")
    expect(news(page)).to_contain_text("Gespeichert: Akteur Wirtschaftsförderung Region Ostwürttemberg geändert")
    assert region.entry("actors", "wiro").cells["website"] == "https://wiro.example"

    button(page, "Rückgängig").click()
    expect(news(page)).to_contain_text("Zurückgenommen")
    assert "website" not in region.entry("actors", "wiro").cells

    open_form(page, f"{app_url}/daten?reiter=aenderungen")
    expect(changes(page).nth(0)).to_contain_text("Webseite: https://wiro.example → leer")
    expect(changes(page).nth(1)).to_contain_text("Frau Beispiel hat")
    expect(changes(page).nth(1)).to_contain_text("inzwischen zurückgenommen")


def test_two_browsers_that_change_the_same_field_see_both_versions(
    new_page: Callable[..., Page], app_url: str, region: Store
):
    mine, theirs = new_page(), new_page(1280, 720)
    for page in (mine, theirs):
        open_form(page, f"{app_url}/bearbeiten?eintrag=hs-aalen")
    mine.get_by_label("Name *").fill("Hochschule Aalen (HTW)")
    expect(mine.get_by_text("Noch nicht gespeichert: Name")).to_be_visible()
    theirs.get_by_label("Ihr Name").fill("Kollegin")
    theirs.get_by_label("Name *").fill("Hochschule Aalen – Technik")
    button(theirs, "Speichern").click()
    expect(news(theirs)).to_contain_text("Gespeichert")

    expect(mine.get_by_text("Dieser Eintrag wurde geändert")).to_be_visible()
    button(mine, "Speichern").click()
    expect(news(mine)).to_contain_text(re.compile(r"wurde um \d\d:\d\d Uhr geändert \(Kollegin\)"))
    expect(news(mine).locator("tbody tr")).to_contain_text(
        ["NameHochschule AalenHochschule Aalen – TechnikHochschule Aalen (HTW)"]
    )
    assert region.entry("actors", "hs-aalen").cells["name"] == "Hochschule Aalen – Technik"

    button(mine, "Auswahl speichern").click()
    expect(news(mine)).to_contain_text("Gespeichert")
    # while the page is drawn anew, old and new field are there for a moment
    expect(theirs.locator("input[aria-label='Name *'][value='Hochschule Aalen (HTW)']")).to_have_count(1)


def test_a_new_project_is_entered_with_the_keyboard_alone(page: Page, app_url: str, region: Store):
    open_form(page, f"{app_url}/bearbeiten?reiter=projekt")
    page.get_by_label("Name *").focus()
    page.keyboard.type("Wasserstoff für alle\n")
    line = page.get_by_role("combobox", name="Wer ist beteiligt?")
    expect(line).to_be_focused()

    page.keyboard.type("zei")
    expect(page.get_by_role("option").first).to_have_text("Carl Zeiss AG (ZEISS)")
    page.keyboard.press("Enter")
    page.keyboard.type("Stadtwerke Neu\n")
    page.keyboard.type("wiro\n")
    expect(line).to_be_focused()
    expect(page.locator("[class*='st-key-participant_']")).to_have_count(3)
    expect(page.get_by_text("Neu angelegt wird dabei: Stadtwerke Neu")).to_be_visible()
    page.keyboard.press("Control+s")

    expect(news(page)).to_contain_text("Projekt Wasserstoff für alle angelegt")
    project = region.entry("projects", "wasserstoff-fuer-alle").cells
    assert (project["lead"], project["partners"]) == ("zeiss", "stadtwerke-neu;wiro")
    assert len(region.history(limit=1)[0].changes) == 2


def test_a_state_is_named_and_what_came_after_it_is_compared(page: Page, app_url: str, region: Store):
    open_form(page, f"{app_url}/daten?reiter=aenderungen")
    page.get_by_label("Name des Standes").fill("Lenkungsgruppe 12/2026")
    button(page, "Stand festhalten").click()
    expect(page.locator(".st-key-sourceline")).to_contain_text("Stand „Lenkungsgruppe 12/2026“")

    region.save(COLLEAGUE, [Edit("actors", "", 0, {"id": "dhbw", "name": "DHBW Heidenheim"})])
    # an open page hears of what others do
    expect(page.locator(".st-key-sourceline")).to_contain_text("1 Änderung seit „Lenkungsgruppe 12/2026“")
    button(page, "Mit heute vergleichen").click()
    expect(page.locator(".st-key-sentence")).to_contain_text("Zwischen dem Stand „Lenkungsgruppe 12/2026“")
    expect(page.locator(".st-key-sentence")).to_contain_text("1 neu erfasst")
    assert re.search(r"stand=[0-9a-f]{8}", page.url)


def test_files_are_imported_in_part_and_a_duplicate_they_bring_is_merged(page: Page, app_url: str, region: Store):
    open_form(page, f"{app_url}/bearbeiten?reiter=einlesen")
    content = (
        "id,name,location\nwiro,Wirtschaftsförderung Region Ostwürttemberg,Heidenheim\nzeiss-2,Carl Zeiss AG,Ulm\n"
    )
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(
        [FilePayload(name="actors.csv", mimeType="text/csv", buffer=content.encode())]
    )
    expect(page.get_by_role("heading", name="1 neuer Eintrag")).to_be_visible()
    expect(page.locator(".st-key-import_changed tbody tr")).to_contain_text(["Ort: Aalen → Heidenheim"])
    expect(page.get_by_role("heading", name=re.compile("fehlen in den Dateien"))).to_be_visible()

    page.locator(".st-key-import_changed input[type=checkbox]").uncheck()
    button(page, "1 Eintrag übernehmen").click()
    expect(news(page)).to_contain_text("Akteur Carl Zeiss AG angelegt")
    assert region.entry("actors", "wiro").cells["location"] == "Aalen"

    page.get_by_role("radio", name="Dubletten").or_(page.get_by_role("button", name="Dubletten")).first.click()
    button(page, "Vorschau").click()
    expect(page.get_by_text("Nichts anderes verweist auf den Eintrag.")).to_be_visible()
    button(page, "Tauschen").click()
    expect(page.get_by_text("Verbindung Carl Zeiss AG (Oberkochen) ist Mitglied von").first).to_be_visible()
    button(page, "Zusammenführen").click()
    expect(news(page)).to_contain_text("Gespeichert")
    assert region.entry("actors", "zeiss") is None
    assert region.entry("projects", "photonik").cells["partners"] == "zeiss-2"


def test_two_elements_chosen_in_the_picture_are_tied(page: Page, app_url: str, region: Store):
    open_form(page, f"{app_url}/netzwerk?ganz=ja&fest=ja")
    canvas = Canvas(page)
    canvas.click("wiro")
    expect(button(page, "Verbindung anlegen")).to_be_visible()
    page.keyboard.down("Shift")
    canvas.click("photonik")
    page.keyboard.up("Shift")

    expect(page.locator(".st-key-tie_panel")).to_contain_text("zu Photonik für die Region")
    page.get_by_role("combobox", name="Art der Verbindung").click()
    page.get_by_role("option", name="Unterstützung").click()
    page.locator(".st-key-tie_save button").click()
    expect(news(page)).to_contain_text("Gespeichert: Verbindung")
    assert {"from_id": "wiro", "to_id": "photonik", "kind": "supports"} in [
        dict(entry.cells) for entry in region.entries("links").values()
    ]


def test_a_feed_is_given_read_by_its_address_and_revoked(page: Page, app_url: str, region: Store):
    before = len(region.history())
    open_form(page, f"{app_url}/steckbrief?id=wiro")
    page.get_by_test_id("stMain").get_by_role("button", name="Teilen").click()
    button(page, "Als Feed folgen").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("combobox").click()
    page.get_by_role("option", name="Diese Ansicht: WiRO").click()
    dialog.get_by_label("Für wen").fill("Landratsamt")
    dialog.get_by_role("button", name="Feed anlegen").click()
    address = dialog.get_by_test_id("stCode").inner_text().strip()
    given = dialog.get_by_text("Landratsamt: WiRO")

    expect(given).to_be_visible()
    assert address.startswith(f"{app_url}/feed/")
    read = page.request.get(address)
    assert (read.status, "Neu: Wirtschaftsförderung" in read.text(), "ZEISS" in read.text()) == (200, True, False)
    dialog.get_by_role("button", name="Zurücknehmen").click()
    expect(given).not_to_be_attached()
    assert page.request.get(address).status == 404
    assert len(region.history()) == before, "a feed is no change of the data"
