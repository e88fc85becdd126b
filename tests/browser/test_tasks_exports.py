"""What is on screen is collected and taken away, within the steps a person has for it.

A step is one click, one shortcut or one committed entry. Each task starts on the landing page, without filters, save
the one that passes a view on. The files are opened by programs that are not ours.
"""

import re
import time
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import docx
import openpyxl
import pptx
import pypdfium2
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import wait_until_drawn
from tests.browser.test_tasks_answers import Visitor, button, rows, visitor  # noqa: F401  # a fixture
from tests.documents import pdf_objects
from tests.recomputed import cooperations, fields_of, in_focus, known_funding, led_by, of_field
from tests.recomputed import rows as tables

IN_MILLIONS = f"{known_funding() / 1_000_000:.1f} Mio. €".replace(".", ",", 1)
IN_TIME = 10  # seconds a file may take


def press(person: Visitor, key: str) -> None:
    person.steps += 1
    person.page.keyboard.press(key)
    person.look()


def chosen(page: Page, name: str) -> Locator:
    """A format in the dialog."""
    return (
        page.get_by_role("dialog")
        .get_by_role("radio", name=name)
        .or_(page.get_by_role("dialog").get_by_role("button", name=name, exact=True))
    )


def taken(person: Visitor, what: Locator, folder: Path) -> Path:
    """The file a button gives."""
    person.steps += 1
    with person.page.expect_download() as download:
        what.click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


def download(page: Page) -> Locator:
    return page.get_by_role("button", name=re.compile("^Herunterladen: "))


def test_task_8_the_view_as_a_slide_takes_three_steps(visitor: Visitor, tmp_path: Path):  # noqa: F811
    page, begin = visitor.page, time.monotonic()
    page.get_by_role("combobox", name="Akteur, Projekt oder Feld suchen").press("e")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("Escape")
    page.locator("h1").click()

    press(visitor, "e")
    visitor.click(chosen(page, "Folien (PPTX)"))
    file = taken(visitor, download(page), tmp_path)

    assert visitor.steps <= 3
    assert time.monotonic() - begin < IN_TIME
    assert re.fullmatch(r"\d{4}-\d\d-\d\d_akteursnetz_[a-z0-9-]+\.pptx", file.name)
    slide = pptx.Presentation(str(file)).slides[0]
    assert slide.shapes.title is not None
    assert slide.shapes.title.text_frame.text == page.locator("h1").inner_text()
    charts = [shape for shape in slide.shapes if shape.has_chart]
    (plot,) = charts[0].chart.plots
    assert plot.has_data_labels
    drawn = dict(zip(plot.categories, plot.series[0].values, strict=True))
    assert drawn
    assert drawn == {field: of_field(field)[0] for field in drawn}
    assert "Balkendiagramm" in charts[0]._element.nvGraphicFramePr.cNvPr.get("descr")
    text = "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    assert "Quelle: " in text
    assert f"{len(tables('actors'))} Akteure und {len(tables('projects'))} Projekte" in text
    assert f"{len(cooperations())} Kooperationen" in text


def test_task_11_the_view_as_a_handout_takes_three_steps(visitor: Visitor, tmp_path: Path):  # noqa: F811
    page = visitor.page

    press(visitor, "e")
    visitor.click(chosen(page, "Handout (PDF)"))
    expect(download(page)).to_have_text(re.compile(r"Handout \(PDF\), [\d,]+ kB"))
    file = taken(visitor, download(page), tmp_path)

    assert visitor.steps <= 3
    text = "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(file))
    for field in sorted({field for fields in fields_of("projects").values() for field in fields}):
        projects, ongoing, actors, funded = of_field(field)
        line = re.search(
            rf"^{re.escape(field)} (\d+) (\d+) (\d+) (.*?)\s*$", text.replace("\N{NO-BREAK SPACE}", " "), re.M
        )
        assert line is not None, field
        assert [int(line[place]) for place in (1, 2, 3)] == [projects, ongoing, actors]
        assert (line[4] == "–") == (funded == 0)
    assert f"{len(tables('actors'))} Akteure und {len(tables('projects'))} Projekte" in text
    assert IN_MILLIONS in text.replace("\N{NO-BREAK SPACE}", " ")
    objects = pdf_objects(file.read_bytes())
    assert 1 <= len(re.findall(r"/Type\s*/Page\b(?!s)", objects)) <= 2
    assert "/StructTreeRoot" in objects
    assert "/Lang (de" in objects or "/Lang(de" in objects


def test_task_12_filtered_projects_as_a_workbook_take_five_steps(visitor: Visitor, tmp_path: Path):  # noqa: F811
    page = visitor.page

    visitor.open_page("Akteure & Projekte")
    visitor.enter("Leitung", "Kommune")
    visitor.enter("Förderung", "ab 500 Tsd. €")
    visitor.enter("Kompetenzfeld", "Wasserstoff")
    funded = led_by("Kommune", "Wasserstoff", 500_000)
    names = {row["id"]: row["name"] for row in tables("projects")}
    expected = {names[project]: amount for project, amount in funded.items()}
    shown = rows(page, "list_projekte")
    expect(shown).to_have_count(len(expected))
    file = taken(visitor, page.get_by_role("button", name=re.compile(r"^\d+ Zeilen? als Excel$")), tmp_path)

    assert visitor.steps <= 5
    data, about = openpyxl.load_workbook(file)
    header, *lines = data.iter_rows(values_only=True)
    found = [dict(zip(header, line, strict=True)) for line in lines]
    assert {line["Name"]: line["Bekannte Förderung"] for line in found} == expected
    said = "\n".join(str(cell) for row in about.iter_rows(values_only=True) for cell in row)
    assert all(words in said for words in ("Wasserstoff", "Leitung: Kommune", "ab 500 Tsd. €", "22.01.2026"))


def test_task_10_the_link_to_exactly_this_view_takes_two_steps(app_url: str, new_page: Callable[..., Page]):
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    person = Visitor(page, f"{app_url}/netzwerk?typ=hochschule&status=ongoing&fokus=hochschule-aalen&farbe=feld")

    person.click(button(page, "Teilen"))
    person.click(button(page, "Link kopieren"))

    assert person.steps <= 2
    expect(page.get_by_role("status").get_by_text("Link kopiert")).to_have_text(
        "Link kopiert – enthält: 2 Filter, Fokus HS Aalen, Deutsch."
    )
    other = new_page()
    other.goto(page.evaluate("navigator.clipboard.readText()"))
    wait_until_drawn(other)
    assert other.url == page.url
    partners, projects = in_focus("hochschule-aalen", "Hochschule", "ongoing")
    expect(other.locator(".st-key-sentence")).to_contain_text(
        f"HS Aalen hat {len(partners)} Partner und wirkt an {len(projects)} Projekten mit."
    )
    for seen in ("h1", ".st-key-sentence", ".st-key-chips", ".st-key-picture_controls"):
        expect(other.locator(seen)).to_have_text(page.locator(seen).inner_text(), use_inner_text=True)


def titles(page: Page) -> Locator:
    return page.locator("[class*=st-key-kept_text_] strong")


def test_the_portfolio_is_filled_ordered_kept_and_loaded_again(visitor: Visitor, tmp_path: Path):  # noqa: F811
    page = visitor.page
    button(page, "Mappe").click()
    expect(page.locator(".st-key-mappe_news")).to_contain_text("liegt in der Mappe (1).")
    page.goto(f"{page.url}netzwerk?fokus=wiro")
    wait_until_drawn(page)
    button(page, "Mappe").click()
    expect(page.get_by_role("link", name="Mappe (2)")).to_be_visible()

    page.reload()
    wait_until_drawn(page)
    page.get_by_role("link", name="Mappe (2)").click()

    expect(titles(page)).to_have_text(
        [re.compile("^1. "), re.compile("^2. Wirtschaftsförderungsgesellschaft .*: [0-9]+ Partner")]
    )
    button(page, "Nach unten").click()
    expect(titles(page).first).to_have_text(re.compile("^1. Wirtschaftsförderungsgesellschaft"))
    wait_until_drawn(page)  # until then a row may hold the form of both views that changed places
    button(page, "Bearbeiten").click()
    page.get_by_label("Titel", exact=True).fill("**Unser** <b>Netz</b>")
    button(page, "Übernehmen").click()
    expect(titles(page).first).to_have_text("1. **Unser** <b>Netz</b>")
    expect(page.get_by_text("Vorschlag", exact=True)).to_have_count(1)
    page.keyboard.press("Escape")
    button(page, "Löschen").click()
    expect(titles(page)).to_have_count(1)
    page.locator(".st-key-mappe_news").get_by_role("button", name="Rückgängig").click()
    expect(titles(page)).to_have_count(2)

    file = taken(visitor, button(page, "Als Datei sichern"), tmp_path)
    button(page, "Leeren").click()
    expect(page.get_by_text("So füllen Sie die Mappe")).to_be_visible()
    foreign = tmp_path / "karte.json"
    foreign.write_text('{"type": "FeatureCollection", "features": []}')
    button(page, "Datei laden").click()
    page.locator("input[type=file]").set_input_files(foreign)
    expect(page.get_by_text("Diese Datei stammt aus einem anderen Programm.")).to_be_visible()
    page.locator("input[type=file]").set_input_files(file)
    button(page, "Diese Mappe öffnen").click()
    expect(titles(page)).to_have_text(["1. **Unser** <b>Netz</b>", re.compile("^2. ")])
    page.keyboard.press("Escape")
    button(page, "Öffnen").click()
    expect(page).to_have_url(re.compile("netzwerk.fokus=wiro"))
    page.evaluate("localStorage.setItem('akteursnetz.mappe', '{damaged')")
    page.reload()
    wait_until_drawn(page)
    expect(page.get_by_role("link", name="Mappe", exact=True)).to_be_visible()


def test_a_portfolio_leaves_redacted_after_the_first_try_was_given_up(visitor: Visitor, tmp_path: Path):  # noqa: F811
    page = visitor.page
    page.goto(f"{page.url}mappe")
    wait_until_drawn(page)
    for views in (7, 14):  # that many pictures take longer than a person takes to change their mind
        button(page, "Standard-Mappe").click()
        expect(titles(page)).to_have_count(views)

    button(page, "Export E").or_(page.get_by_role("button", name=re.compile("^Export"))).first.click()
    wait_until_drawn(page)  # a click on what is being drawn is lost
    chosen(page, "Bild (PNG)").click()
    expect(page.get_by_text(re.compile(r"Ansicht \d+ von 14 wird"))).to_be_visible()
    button(page, "Abbrechen").click()
    expect(page.get_by_text("Wählen Sie ein Format")).to_be_visible()
    wait_until_drawn(page)
    page.get_by_text("Weglassen, Entwurf, Vorlage").click()
    button(page, "Beträge").click()
    page.get_by_text("Als Entwurf kennzeichnen").click()
    wait_until_drawn(page)
    chosen(page, "Folien (PPTX)").click()
    file = taken(visitor, download(page), tmp_path)

    slides = pptx.Presentation(str(file)).slides
    names = [{shape.name for shape in slide.shapes} for slide in slides]
    keys = [each for each in names if "Nummern im Bild:" in each and "Bild" not in each]  # of names without room
    assert len(slides) - len(keys) == 15
    text = "\n".join(
        shape.text_frame.text for slide in slides for shape in slide.shapes if getattr(shape, "has_text_frame", False)
    )
    assert "ohne Beträge" in text
    assert "Entwurf" in text
    assert "389.959.198" not in text
    page.locator("input[type=file]").set_input_files({"name": "v.pptx", "mimeType": "", "buffer": b"no presentation"})
    expect(page.get_by_text("Die Vorlage ist keine PowerPoint-Datei")).to_be_visible()


def sent_by_itself(page: Page) -> list[object]:
    """What the page tells the server within two seconds in which nobody touches it."""
    session, sent = page.context.new_cdp_session(page), []
    session.on("Network.webSocketFrameSent", lambda frame: sent.append(frame["response"]))
    session.send("Network.enable")
    page.wait_for_timeout(2000)
    session.detach()
    return sent


def test_a_report_takes_four_steps_from_the_overview_with_progress_and_can_be_given_up(
    visitor: Visitor,  # noqa: F811
    tmp_path: Path,
):
    page = visitor.page
    visitor.click(page.get_by_role("link", name="Mappe", exact=True))
    visitor.click(button(page, "Bericht erstellen"))
    dialog = page.get_by_role("dialog")
    wait_until_drawn(page)  # a click on what is being drawn is lost
    chosen(page, "Word (DOCX)").click()
    expect(dialog.get_by_role("progressbar")).to_be_visible()
    expect(dialog.get_by_text(re.compile(r"Abschnitt \d von 8: |Die Daten werden gelesen"))).to_be_visible()
    asked = time.monotonic()
    button(page, "Abbrechen").click()
    expect(dialog.get_by_text("Wählen Sie ein Format")).to_be_visible()
    assert time.monotonic() - asked < 10, "given up while it is made, not afterwards"
    wait_until_drawn(page)

    visitor.click(chosen(page, "Word (DOCX)"))
    expect(download(page)).to_be_visible(timeout=180_000)
    wait_until_drawn(page)
    assert sent_by_itself(page) == [], "nobody asks for a file that is there"
    file = taken(visitor, download(page), tmp_path)

    assert visitor.steps <= 4
    titles = [line.text for line in docx.Document(str(file)).paragraphs if line.style and line.style.name == "Title"]
    assert titles == ["Netzwerkbericht Ostwürttemberg"]


def test_the_website_is_made_on_the_page_and_can_be_given_up(visitor: Visitor, tmp_path: Path):  # noqa: F811
    page = visitor.page
    page.goto(f"{page.url}mappe")
    wait_until_drawn(page)
    button(page, "Bericht erstellen").click()
    wait_until_drawn(page)
    chosen(page, "Webseite").click()
    wait_until_drawn(page)
    for given_up in (True, False):
        chosen(page, "Webseite (Zip)").click()
        expect(page.get_by_text(re.compile(r"Seite \d+ von 888 wird zusammengestellt"))).to_be_visible()
        if given_up:
            button(page, "Abbrechen").click()
            expect(page.get_by_text("Wählen Sie ein Format")).to_be_visible()
            wait_until_drawn(page)
    expect(download(page)).to_be_visible(timeout=300_000)

    with ZipFile(taken(visitor, download(page), tmp_path)) as site:
        assert {"index.html", "en/index.html", "akteure/wiro.html"} <= set(site.namelist())
