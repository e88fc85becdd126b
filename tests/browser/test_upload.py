"""A visitor's own files: faults are shown with what to do, the rest is drawn, and no text in them ever runs."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping

import pytest
from playwright.sync_api import Dialog, FilePayload, Page, expect

import graph
from tests.browser.conftest import PageLog, wait_until_drawn
from tests.browser.test_canvas import SETTLED_MS, Canvas
from tests.payloads import HOST, MARK, PAYLOADS

# as German Excel saves it: semicolons, Windows-1252, German words, decimal comma
ACTORS = """\
Kennung;Bezeichnung;Akteurstyp;Ort;Webseite
wiro;Wirtschaftsförderung Ostwürttemberg;Wirtschaftsförderung;Schwäbisch Gmünd;https://www.ostwuerttemberg.de
hs-aalen;Hochschule Aalen;Hochschule;Aalen;htw aalen
WIRO;Noch eine Wirtschaftsförderung;Wirtschaftsförderung;Heidenheim;
hs-aalen;Doppelte Hochschule;Hochschule;Aalen;
zeiss;Zeiss AG;Unternehmen;Oberkochen;www.zeiss.de
"""
PROJECTS = """\
Kennung;Bezeichnung;Status;Beginn;Ende;Leitung;Partner;Budget
photonik;Photonik für die Region;laufend;01.10.2021;31.12.2026;hs-aalen;zeis;1.234.567,89 €
wasserstoff;Wasserstoffachse;bald;Herbst 2021;31.02.2022;wiro;hs-aalen;viel
"""
FOUND = [
    ("Fehler", "actors.csv", "3", "Webseite", "htw aalen", "keine Internetadresse"),
    ("Fehler", "actors.csv", "5", "Kennung", "hs-aalen", "gibt es schon in Zeile 3"),
    ("Fehler", "projects.csv", "2", "Partner", "zeis", "zeiss"),
    ("Fehler", "projects.csv", "3", "Status", "bald", "Möglich sind"),
    ("Fehler", "projects.csv", "3", "Ende", "31.02.2022", "kein lesbares Datum"),
    ("Fehler", "projects.csv", "3", "Budget", "viel", "kein lesbarer Betrag"),
    ("Hinweis", "actors.csv", "4", "Kennung", "WIRO", "Groß- und Kleinschreibung"),
]

PAGES_OF_THE_APP = ("Überblick", "Netzwerk", "Akteure & Projekte", "Daten & Methodik")


def upload(page: Page, app_url: str, files: Mapping[str, bytes]) -> None:
    page.goto(f"{app_url}/daten?reiter=eigene")
    wait_until_drawn(page)
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(
        [FilePayload(name=name, mimeType="text/csv", buffer=content) for name, content in files.items()]
    )
    expect(page.get_by_role("button", name="Diese Daten anzeigen")).to_be_visible()
    wait_until_drawn(page)


def show_them(page: Page) -> None:
    page.get_by_role("button", name="Diese Daten anzeigen").click()
    wait_until_drawn(page)


def test_files_with_nothing_usable_are_not_offered_to_be_shown(page: Page, app_url: str):
    page.goto(f"{app_url}/daten?reiter=eigene")
    wait_until_drawn(page)

    empty = FilePayload(name="actors.csv", mimeType="text/csv", buffer=b"id,name\n,\n")
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files([empty])

    expect(page.get_by_text("Die Dateien enthalten keine verwendbaren Einträge.")).to_be_visible()
    wait_until_drawn(page)
    expect(page.get_by_role("button", name="Diese Daten anzeigen")).to_have_count(0)


def go_to(page: Page, name: str) -> None:
    link = page.get_by_role("link", name=name).first
    link.click()
    expect(link).to_have_attribute("aria-current", "page")
    wait_until_drawn(page)


def findings(page: Page) -> list[list[str]]:
    rows = page.locator(".st-key-findings tbody tr")
    return [row.locator("th,td").all_inner_texts() for row in rows.all()]


def test_a_german_excel_file_with_faults_shows_each_fault_and_what_to_do(app_url: str, page: Page):
    upload(page, app_url, {"actors.csv": ACTORS.encode("cp1252"), "projects.csv": PROJECTS.encode("cp1252")})

    shown = {tuple(row[:5]): row[5] for row in findings(page)}
    assert {row[:5] for row in FOUND} <= set(shown)
    for *place, words in FOUND:
        assert words in shown[tuple(place)]


def test_what_is_sound_in_a_file_with_faults_is_drawn(app_url: str, page: Page):
    upload(page, app_url, {"actors.csv": ACTORS.encode("cp1252"), "projects.csv": PROJECTS.encode("cp1252")})

    show_them(page)
    go_to(page, "Netzwerk")

    assert set(Canvas(page).positions) == {"wiro", "hs-aalen", "WIRO", "zeiss", "photonik", "wasserstoff"}


@pytest.mark.parametrize(
    ("offer", "elements"),
    [("Excel-Vorlage herunterladen", 0), ("CSV-Vorlagen herunterladen", 0), ("Diesen Stand sichern (ZIP)", 411)],
)
def test_what_is_downloaded_can_be_read_again(app_url: str, page: Page, offer: str, elements: int):
    page.goto(f"{app_url}/daten?reiter=eigene")
    wait_until_drawn(page)

    with page.expect_download() as downloaded:
        page.get_by_role("button", name=offer).click()

    report = graph.load({"download": downloaded.value.path().read_bytes()})
    assert report.errors == []
    assert len(report.dataset.actors) + len(report.dataset.projects) == elements


def as_csv(header: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    written = io.StringIO()
    csv.writer(written).writerows([header, *rows])
    return written.getvalue().encode()


def hostile_files() -> dict[str, bytes]:
    """Every payload as id, name, type, field, place, alias, description, note, title and extra column."""
    actors = [(f"a{p}", p, p[:22], p, p, p, p, p, p, p) for p in PAYLOADS.values()]
    projects = [(f"p{p}", p, p, p, p, p, p, p, p, p, "2021") for p in PAYLOADS.values()]
    links = [(f"a{p}", f"p{p}", "leads", p, f"q{p}", p) for p in PAYLOADS.values()]
    links += [("a<script>", f"p{p}", "partner", p, p, p) for p in PAYLOADS.values()]
    first = ("a<script>", *["Verbindende Einrichtung"] * 9)
    return {
        "actors.csv": as_csv(
            [
                "id",
                "name",
                "short_name",
                "type",
                "kompetenzfelder",
                "location",
                "website",
                "aliases",
                "description",
                "extra",
            ],
            [first, *actors],
        ),
        "projects.csv": as_csv(
            [
                "id",
                "name",
                "kind",
                "area",
                "kompetenzfelder",
                "location",
                "website",
                "aliases",
                "description",
                "date_text",
                "start",
            ],
            projects,
        ),
        "links.csv": as_csv(["from_id", "to_id", "kind", "note", "reference", "locator"], links),
        "sources.csv": as_csv(["id", "title", "publisher", "url"], [(f"q{p}", p, p, p) for p in PAYLOADS.values()]),
        "about.csv": as_csv(["key", "value"], [("title", "<img src=x onerror=top.ran=1>"), ("region", "<b>R</b>")]),
    }


@pytest.fixture
def own_data(app_url: str, page: Page) -> Iterator[Page]:
    """The app showing hostile files; fails afterwards when a text in them opened a dialog."""
    dialogs: list[str] = []

    def note(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    upload(page, app_url, hostile_files())
    show_them(page)
    yield page
    assert dialogs == []


def has_run(page: Page) -> bool:
    """Whether a payload has left its mark; fails as well when it has broken the page."""
    expect(page.get_by_text("Hier ist etwas schiefgegangen")).to_have_count(0)
    return any(frame.evaluate(f"'{MARK}' in window") for frame in page.frames)


def test_hostile_text_in_every_column_runs_on_no_page(own_data: Page, page_log: PageLog):
    assert len(PAYLOADS) >= 40
    for name in PAGES_OF_THE_APP:
        go_to(own_data, name)
        own_data.wait_for_timeout(SETTLED_MS)
        assert not has_run(own_data), name
    own_data.get_by_role("button", name=re.compile("^Kompetenzfeld")).first.click()
    expect(own_data.get_by_role("button", name=PAYLOADS["image"]).first).to_be_visible()
    assert not has_run(own_data)
    assert [request for request in page_log.requests if HOST in request] == []


def test_hostile_text_does_not_run_when_it_is_pointed_at_and_picked(own_data: Page, page_log: PageLog):
    go_to(own_data, "Netzwerk")
    own_data.get_by_text("keine", exact=True).click()
    canvas = Canvas(own_data)
    canvas.wait_until("stage.nodes.size > value", 2 * len(PAYLOADS))
    own_data.wait_for_timeout(SETTLED_MS)

    for payload in ("title with a reference", "image", "script", "Markdown image"):
        own_data.mouse.move(*canvas.place_on_screen(f"p{PAYLOADS[payload]}"))
        own_data.wait_for_timeout(SETTLED_MS)
        assert not has_run(own_data), payload
    canvas.click("a<script>")
    wait_until_drawn(own_data)

    expect(own_data.locator(".st-key-panel_area")).to_contain_text("Verbindende Einrichtung")
    assert not has_run(own_data)
    assert [request for request in page_log.requests if HOST in request] == []


@pytest.mark.parametrize("payload", ["script after closing a script", "title with a reference", "Markdown image"])
def test_hostile_text_is_shown_as_it_is_written(own_data: Page, page_log: PageLog, payload: str):
    go_to(own_data, "Akteure & Projekte")

    own_data.locator(".an-table tbody a", has_text=PAYLOADS[payload]).first.click()

    # told apart from the project of its name by its id
    expect(own_data.locator("h1")).to_have_text(f"{PAYLOADS[payload]} (a{PAYLOADS[payload]})")
    wait_until_drawn(own_data)
    assert not has_run(own_data)
    assert [request for request in page_log.requests if HOST in request] == []


def test_two_files_of_one_name_are_both_read(app_url: str, page: Page):
    page.goto(f"{app_url}/daten?reiter=eigene")
    wait_until_drawn(page)
    contents = (b"id,name,type\na1,Amt Eins,Amt\na2,Hof Zwei,Hof\n", b"id,name,lead\np1,Alpha,a1\np2,Beta,a2\n")
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(
        [FilePayload(name="export.csv", mimeType="text/csv", buffer=content) for content in contents]
    )

    expect(page.get_by_text("4 Einträge sind verwendbar.")).to_be_visible()
