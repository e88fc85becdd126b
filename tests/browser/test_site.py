"""The published site, opened from disk in a Chromium with the network cut: nothing is asked for, all works."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from commands.__main__ import main
from tests.browser.test_axe import AXE, RULES
from tests.test_publish import ACTORS, LINKS, OLD_ACTORS, PROJECTS

pytestmark = pytest.mark.browser

WIDTHS = (1440, 820, 390)
# axe would fetch the style sheet again, which no page may
FIND = """async (rules) => {
    const {violations} = await axe.run(document, {runOnly: rules, preload: false})
    return violations.flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html.slice(0, 200)}`))
}"""
SAMPLE = (
    "index.html",
    "netzwerk.html",
    "akteure.html",
    "foerderung.html",
    "felder/holz.html",
    "veraenderungen.html",
    "en/projekte/wald.html",
    "einbetten/netzwerk.html",
    "suche.html?q=wald",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data, target = tmp_path_factory.mktemp("region"), tmp_path_factory.mktemp("site")
    for name, text in {"actors": ACTORS, "projects": PROJECTS, "links": LINKS}.items():
        (data / f"{name}.csv").write_text(text, "utf-8")
    (data / "states" / "2024-05-04").mkdir(parents=True)
    (data / "states" / "2024-05-04" / "actors.csv").write_text(OLD_ACTORS, "utf-8")
    (data / "about.csv").write_text("key,value\ntitle,Waldnetz\nas_of,2026-01-22\n", "utf-8")
    assert main(["publish", str(data), "--to", str(target)]) == 0
    return target


class Opened:
    """A page from disk, and everything it did that it should not."""

    def __init__(self, browser: Browser, scheme: Any = "light") -> None:
        self.wrong: list[str] = []
        self.context = browser.new_context(offline=True, color_scheme=scheme, viewport={"width": 1440, "height": 900})
        self.page: Page = self.context.new_page()
        self.page.on("console", lambda message: self.wrong.append(f"console: {message.text}"))
        self.page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        self.page.on("request", self._asked)

    def _asked(self, request: Any) -> None:
        if not request.url.startswith(("file:", "data:")):
            self.wrong.append(f"request: {request.url}")


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    found = Opened(browser)
    yield found
    found.context.close()
    assert found.wrong == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_break_no_rule_and_fit_their_screen(browser: Browser, site: Path, scheme: str):
    opened = Opened(browser, scheme)
    for path in SAMPLE:
        opened.page.goto(f"{site.as_uri()}/{path}")
        opened.page.evaluate(AXE)
        for width in WIDTHS:
            opened.page.set_viewport_size({"width": width, "height": 900})
            opened.page.wait_for_timeout(200)
            assert opened.page.evaluate(FIND, RULES) == [], f"{path} {width}"
            wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert opened.page.evaluate(wide) <= 0, f"{path} {width}"
    opened.context.close()
    assert opened.wrong == []


def test_the_search_finds_actors_projects_and_fields_from_any_page(opened: Opened, site: Path):
    page = opened.page
    page.goto(f"{site.as_uri()}/akteure/beta.html")
    page.get_by_role("searchbox").fill("sud")
    page.get_by_role("searchbox").press("Enter")

    expect(page.locator("#found a")).to_have_text(["Land <Süd>"])
    page.get_by_role("searchbox").fill("wald")
    expect(page.locator("#found a")).to_have_text(["Waldhaus mit Zirbel GmbH"])
    page.locator("#found a").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Waldhaus mit Zirbel GmbH")


def test_a_list_is_filtered_by_words_and_by_choices(opened: Opened, site: Path):
    page = opened.page
    page.goto(f"{site.as_uri()}/akteure.html")
    rows = page.locator("tbody tr:visible th")

    page.get_by_role("combobox", name="Kompetenzfelder").select_option("Klima, Umwelt")
    expect(rows).to_have_text(["Beta-Verein"])
    expect(page.locator("[data-rows]")).to_have_text("1 von 4 Einträgen")
    page.get_by_role("combobox", name="Kompetenzfelder").select_option("")
    page.get_by_role("searchbox", name="Liste durchsuchen").fill("aalen")
    expect(rows).to_have_text(["Zirbel GmbH"])


def test_the_network_answers_and_leads_to_profiles(opened: Opened, site: Path):
    page = opened.page
    page.goto(f"{site.as_uri()}/akteure/beta.html")
    page.get_by_role("link", name="Im Netzwerk zeigen").click()

    details = page.locator(".details")
    expect(details.get_by_role("heading", name="Beta-Verein")).to_be_visible()
    details.get_by_role("button", name="H2-Wandel").click()
    details.get_by_role("link", name="Steckbrief öffnen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("H2-Wandel")


def test_the_other_language_is_one_click_away_on_every_page(opened: Opened, site: Path):
    page = opened.page
    page.goto(f"{site.as_uri()}/projekte/wald.html")
    page.get_by_role("link", name="English").click()

    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("link", name="Deutsch").click()
    expect(page.locator("html")).to_have_attribute("lang", "de")
