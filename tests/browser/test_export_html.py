"""The web page that is taken away, opened from disk in a Chromium that asks no host and reports no error.

It is opened by ``file://`` with the network cut, as from a USB stick.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

import graph
from graph.export import export
from tests.exhibits import network_exhibit, portfolio_of
from tests.payloads import MARK
from tests.test_export_formats import hostile_exhibits
from views.exhibit.committee import standard_portfolio
from views.exhibit.links import view_of
from views.language.words import words
from views.network.canvas_words import picture_words

pytestmark = pytest.mark.browser

WORDS = picture_words(words("de").entries)
LABELS = "section => section.akteursnetz.stage.labels?.map((label) => label.node.label) ?? []"
STATE = """section => {
    const { stage, selected } = section.akteursnetz;
    const dimmed = [...stage.nodes.values()].filter((node) => node.dimmed).map((node) => node.id);
    return { nodes: stage.nodes.size, dimmed, selected };
}"""


class Opened:
    """A page from disk, and everything it did that it should not."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.wrong: list[str] = []
        page.on("console", lambda message: self.wrong.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        page.on("request", self._asked)
        page.on("dialog", lambda dialog: self.wrong.append(f"dialog: {dialog.message}") or dialog.dismiss())

    def _asked(self, request: Any) -> None:
        if not request.url.startswith(("file:", "data:")):
            self.wrong.append(f"request: {request.url}")

    def open(self, file: Path) -> Page:
        self.page.goto(file.as_uri())
        return self.page


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    context = browser.new_context(offline=True, viewport={"width": 1440, "height": 900})
    found = Opened(context.new_page())
    yield found
    assert found.wrong == []
    context.close()


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ready portfolio of the shipped data around the Hochschule Aalen."""
    dataset = graph.load("data").dataset
    file = tmp_path_factory.mktemp("stick") / "akteursnetz.html"
    file.write_bytes(export("html", standard_portfolio(view_of(dataset, "netzwerk?fokus=hochschule-aalen"))).content)
    return file


def network(page: Page):
    section = page.locator("section[data-network]").first
    expect(section.locator("canvas")).to_be_visible()
    return section


def test_the_page_draws_the_network_from_disk_without_a_request(opened: Opened, deck: Path):
    page = opened.open(deck)
    section = network(page)

    assert section.evaluate(STATE)["nodes"] > 30
    assert "HS Aalen" in section.evaluate(LABELS)
    expect(page).to_have_title("Akteursnetz Ostwürttemberg")
    expect(page.locator("html")).to_have_attribute("lang", "de")


def test_search_dims_what_does_not_fit_and_filters_the_table(opened: Opened, deck: Path):
    section = network(opened.open(deck))
    rows = section.locator("tbody tr:visible")
    all_rows = rows.count()

    section.get_by_label("Suchen").fill("photonik")

    expect(section.locator(".finder [role=status]")).to_have_text("Treffer: 3")
    assert rows.count() == 3 < all_rows
    assert len(section.evaluate(STATE)["dimmed"]) == section.evaluate(STATE)["nodes"] - 3


def test_search_ignores_case_and_accents_and_says_when_nothing_is_found(opened: Opened, deck: Path):
    section = network(opened.open(deck))

    section.get_by_label("Suchen").fill("zzz")
    expect(section.locator(".finder [role=status]")).to_have_text("Keine Treffer")
    section.get_by_label("Suchen").press("Escape")
    expect(section.locator(".finder [role=status]")).to_have_text("")


def test_enter_selects_the_first_hit_and_shows_what_is_known_of_it(opened: Opened, deck: Path):
    section = network(opened.open(deck))

    section.get_by_label("Suchen").fill("hochschule aalen")
    section.get_by_label("Suchen").press("Enter")

    details = section.locator(".details")
    expect(details.get_by_role("heading", name="Hochschule Aalen")).to_be_visible()
    expect(details.get_by_text("Verbindungen")).to_be_visible()
    assert section.evaluate(STATE)["selected"] == "hochschule-aalen"


def test_the_filter_by_field_keeps_what_has_the_field(opened: Opened, deck: Path):
    section = network(opened.open(deck))

    section.get_by_label("Kompetenzfeld").select_option("Photonik")

    state = section.evaluate(STATE)
    assert 0 < len(state["dimmed"]) < state["nodes"]
    section.get_by_label("Kompetenzfeld").select_option("alle")
    assert section.evaluate(STATE)["dimmed"] == []


def test_a_row_of_the_table_leads_to_the_picture_and_neighbours_lead_on(opened: Opened, deck: Path):
    section = network(opened.open(deck))

    section.get_by_role("rowheader").get_by_role("button").nth(3).click()
    first = section.evaluate(STATE)["selected"]
    section.locator(".details li button").first.click()

    assert first
    assert section.evaluate(STATE)["selected"] not in (None, first)


def test_the_surroundings_of_an_element_can_be_highlighted_and_let_go(opened: Opened, deck: Path):
    section = network(opened.open(deck))
    section.get_by_role("rowheader").get_by_role("button").nth(3).click()

    section.get_by_role("button", name="Nur Umfeld hervorheben").click()
    assert section.evaluate(STATE)["dimmed"]
    section.get_by_role("button", name="Alles hervorheben").click()
    assert section.evaluate(STATE)["dimmed"] == []


def test_the_network_can_be_walked_by_keyboard(opened: Opened, deck: Path):
    page = opened.open(deck)
    section = network(page)

    section.get_by_label("Kompetenzfeld").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")

    expect(section.locator(".details h3")).to_be_visible()


def test_printing_shows_the_still_picture_the_legend_and_the_whole_table(opened: Opened, deck: Path):
    page = opened.open(deck)
    section = network(page)

    page.emulate_media(media="print")

    expect(section.locator("img.still")).to_be_visible()
    expect(section.locator("canvas")).to_be_hidden()
    expect(section.locator(".finder")).to_be_hidden()


def test_a_view_prints_on_at_most_two_pages_and_none_holds_only_its_notes(opened: Opened, deck: Path):
    page = opened.open(deck)
    network(page)
    views = page.locator("section").count()
    titles = page.locator("section > h2").all_inner_texts()

    with pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True)) as printed:
        texts = [" ".join(sheet.get_textpage().get_text_bounded().split()) for sheet in printed]

    assert views <= len(texts) <= 2 * views
    assert all(any(" ".join(title.split())[:30] in text for text in texts) for title in titles)
    assert [text for text in texts if text.startswith(("Quelle:", "Filter:"))] == []


def test_without_scripts_everything_can_be_read(browser: Browser, deck: Path):
    context = browser.new_context(offline=True, java_script_enabled=False)
    page = context.new_page()
    page.goto(deck.as_uri())

    section = page.locator("section[data-network]").first
    expect(section.locator("img.still")).to_be_visible()
    expect(section.locator(".finder")).to_be_hidden()
    expect(section.locator("table")).to_contain_text("Hochschule Aalen")
    context.close()


@pytest.mark.parametrize("width", [1440, 820, 390])
def test_the_page_fits_its_window(opened: Opened, deck: Path, width: int):
    page = opened.open(deck)
    page.set_viewport_size({"width": width, "height": 900})
    network(page)

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_axe_finds_nothing_to_complain_of(opened: Opened, deck: Path):
    from axe_playwright_python.sync_playwright import Axe

    page = opened.open(deck)
    network(page)

    # the page's own policy lets no script in, so axe is read into it by the debugger
    found = Axe().run(page).response["violations"]

    assert [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found] == []


def test_hostile_text_in_every_place_does_nothing(opened: Opened, tmp_path: Path):
    file = tmp_path / "hostile.html"
    made = portfolio_of(*hostile_exhibits(), network_exhibit(), canvas_words=WORDS)
    file.write_bytes(export("html", made).content)
    page = opened.open(file)
    section = network(page)

    for place in (2, 30, 60):
        section.get_by_role("rowheader").get_by_role("button").nth(place).click()
        section.locator("canvas").hover(position={"x": 300, "y": 200})
    section.get_by_label("search").first.fill("<script>")

    assert page.evaluate(f"window.{MARK}") is None
    assert page.evaluate("document.querySelectorAll('script:not([type])').length") == 2
    assert page.evaluate("document.querySelectorAll('iframe, object, embed, form, base, link').length") == 0
