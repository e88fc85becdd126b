"""A newcomer of another region: from an empty store to the network with the files that exist, and back again."""

import re
import time
from collections.abc import Mapping

from playwright.sync_api import FilePayload, Locator, Page, expect

from store import Store
from tests import newcomer
from tests.browser.conftest import PATIENCE_MS, wait_until_drawn
from tests.browser.stored import served_store

app_home, region, app_url = served_store()


def hand_in(page: Page, app_url: str, files: Mapping[str, bytes]) -> None:
    """Open the page that reads files, and hand some in."""
    page.goto(f"{app_url}/bearbeiten?reiter=einlesen")
    wait_until_drawn(page)
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(
        [FilePayload(name=name, mimeType="text/csv", buffer=content) for name, content in files.items()]
    )


def report(page: Page) -> Locator:
    return page.locator(".st-key-import_files_report")


def button(page: Page, name: str | re.Pattern[str]) -> Locator:
    return page.get_by_role("button", name=name)


def choose(page: Page, label: str | re.Pattern[str], option: str | re.Pattern[str]) -> None:
    """Choose in a list to search in."""
    wait_until_drawn(page)
    field, wanted = page.get_by_role("combobox", name=label), page.get_by_role("option", name=option).first
    field.click()
    if not wanted.is_visible():
        # a run that was still on its way closed the list
        page.wait_for_timeout(1_000)
        if not wanted.is_visible():
            field.click()
    wanted.click()
    wait_until_drawn(page)


def cut_to(page: Page, region: str) -> None:
    field = page.get_by_role("textbox", name="Nur diese Region übernehmen")
    field.fill(region)
    field.press("Enter")
    wait_until_drawn(page)


def take_over(page: Page) -> None:
    button(page, re.compile("(Eintrag|Einträge) übernehmen$")).click()
    expect(page.locator(".st-key-edit_news")).to_contain_text("Gespeichert")
    wait_until_drawn(page)


def in_table(page: Page, name: str) -> Locator:
    """Open the tables of the picture and return the place of a name in them."""
    page.get_by_test_id("stExpander").get_by_text("Tabelle zum Bild").click()
    return page.get_by_text(name).first


def test_registers_a_matrix_and_a_list_of_ones_own_become_a_network_and_all_is_undone(
    page: Page, app_url: str, region: Store
):
    page.goto(app_url)
    page.get_by_text("Register und Listen einlesen, wie sie sind").wait_for()
    hand_in(page, app_url, newcomer.cordis())
    expect(report(page)).to_contain_text("Zeilen: 6 in der Datei, 6 übernommen")
    cut_to(page, "Landkreis Passau")
    expect(report(page)).to_contain_text("Nichts in organization.csv liegt in dieser Region")
    expect(button(page, re.compile("(Eintrag|Einträge) übernehmen$"))).to_have_count(0)
    cut_to(page, "DEZ01, 99801")
    choose(page, "Von Projekten, die die Region berühren", "nur die Region")
    expect(report(page)).to_contain_text("6 in der Datei, 3 übernommen; 3 ausgelassen (außerhalb der Region)")
    expect(report(page)).to_contain_text("450.000,50 € übernommen; 770.000 € ausgelassen (außerhalb der Region)")
    take_over(page)

    hand_in(page, app_url, newcomer.foerderkatalog())
    matches = page.locator(".st-key-import_files_matches")
    expect(matches).to_contain_text("2 Organisationen sind vielleicht schon da.")
    choose(page, re.compile("Hochschule Musterstaddt"), "ist HOCHSCHULE MUSTERSTADT")
    choose(page, re.compile("Lichtwerk Optik"), "ist neu und gehört zu LICHTWERK GMBH")
    button(page, "Entscheidungen übernehmen").click()
    expect(matches).to_have_count(0)
    take_over(page)

    hand_in(page, app_url, newcomer.matrix())
    expect(report(page)).to_contain_text("3 Namen in der Datei, 2 schon vorhanden, 1 neu")
    take_over(page)

    hand_in(page, app_url, newcomer.own_list())
    page.get_by_text("eine Organisation in einem Projekt").click()
    wait_until_drawn(page)
    choose(page, "Sprecherin", "Leitung")
    page.get_by_label("Von wem kommt das Geld?").fill("Land Musterland")
    page.get_by_label("Name der Zuordnung").fill("Vereinsliste")
    page.get_by_label("Name der Zuordnung").press("Enter")
    wait_until_drawn(page)
    button(page, "So lesen").click()
    expect(report(page)).to_contain_text("Erkannt als: vereinsliste")
    expect(report(page)).to_contain_text("12.000,50 € übernommen")
    button(page, "Für alle speichern").click()
    expect(page.get_by_text("für alle gespeichert")).to_be_visible()
    take_over(page)
    assert [each.title for each in region.documents("mapping")] == ["vereinsliste"]

    page.goto(f"{app_url}/netzwerk")
    wait_until_drawn(page)
    expect(in_table(page, "HOCHSCHULE MUSTERSTADT")).to_be_visible()

    for files in (newcomer.cordis(), newcomer.foerderkatalog(), newcomer.matrix(), newcomer.own_list()):
        hand_in(page, app_url, files)
        expect(report(page)).to_be_visible(timeout=90_000)
        if "organization.csv" in files:
            cut_to(page, "DEZ01, 99801")
            choose(page, "Von Projekten, die die Region berühren", "nur die Region")
        expect(page.locator(".st-key-import_files_matches")).to_have_count(0)
        expect(page.get_by_text("Die Dateien sagen dasselbe wie der Datenbestand")).to_be_visible(timeout=90_000)

    undo_all(page, app_url, region)
    assert sum(len(rows) for rows in region.snapshot().entries.values()) == 0


def undo_all(page: Page, app_url: str, region: Store) -> None:
    """Take back every import, the last first."""
    for change in [each for each in region.history() if each.action == "import"]:
        page.goto(f"{app_url}/daten?reiter=aenderungen")
        wait_until_drawn(page)
        page.locator(f".st-key-change_{change.id}").get_by_role("button", name="Rückgängig").click()
        wait_for_undo(region, change.id)
        wait_until_drawn(page)


def wait_for_undo(region: Store, change: int) -> None:
    """Wait until the store holds that a change was taken back."""
    until = time.monotonic() + PATIENCE_MS / 1000
    while region.history(limit=1)[0].undoes != change:
        assert time.monotonic() < until, f"change {change} was not taken back"
        time.sleep(0.1)
