"""A view before a room, on a beamer of 1280 x 720 and by keyboard or remote control only."""

import json
import re
from collections.abc import Callable
from urllib.parse import urlencode

from playwright.sync_api import Page, expect

from tests.browser.conftest import wait_until_drawn
from tests.browser.test_canvas import Canvas
from views.exhibit.code import qr_code

BEAMER = {"width": 1280, "height": 720}
LEAST_PX = 18
# Text of the page and of the components in it, unless it is only read out, with its size when that is too small.
TOO_SMALL = """(least) => {
  const found = [];
  const look = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) look(element.shadowRoot);
      const says = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
      const { width, height } = element.getBoundingClientRect();
      if (!says || width < 2 || height < 2 || element.closest("style, script, [role=status], .heard")) continue;
      const size = parseFloat(getComputedStyle(element).fontSize);
      if (size < least) found.push(`${size} px: ${element.textContent.trim().slice(0, 40)}`);
    }
  };
  look(document.body);
  return found;
}"""
# How far the page goes beyond the window, downwards and to the right.
BEYOND = """() => {
  const main = document.querySelector("[data-testid=stMain]");
  return [main.scrollHeight - main.clientHeight, main.scrollWidth - main.clientWidth];
}"""
PORTFOLIO = {
    "format": "akteursnetz-mappe",
    "version": 1,
    "title": "Lenkungsgruppe",
    "views": [
        {"kind": "view", "page": "netzwerk", "parameters": {"feld": "wasserstoff"}, "title": "Wasserstoff verbindet"},
        {"kind": "view", "page": "foerderung", "parameters": {"reiter": "balken"}, "title": "Drei Geber tragen viel"},
        {"kind": "decision", "title": "Die Modellregion geht weiter", "note": "Die Förderung endet 2027."},
    ],
}


def open_at(page: Page, address: str) -> None:
    page.goto(address)
    wait_until_drawn(page)


def title(page: Page, words: str | re.Pattern[str]) -> None:
    """Wait for the title of a slide."""
    expect(page.get_by_role("heading", level=1)).to_have_text(words)
    wait_until_drawn(page)


def square(page: Page) -> str | None:
    return page.locator(".st-key-foot").get_by_role("img", name="QR-Code").get_attribute("src")


def test_the_network_fills_a_beamer_with_large_names_and_nothing_moves(new_page: Callable[..., Page], app_url: str):
    page = new_page(**BEAMER, reduced_motion="reduce")
    open_at(page, f"{app_url}/netzwerk?feld=wasserstoff&fest=ja")
    before = Canvas(page).positions

    page.keyboard.press("p")
    expect(page).to_have_url(f"{app_url}/netzwerk?feld=wasserstoff&fest=ja&modus=praesentation")
    title(page, "Wasserstoff verbindet 24 Akteure")
    canvas = Canvas(page)

    expect(page.get_by_test_id("stHeader")).to_be_hidden()
    expect(page.locator(".st-key-filterbar")).to_have_count(0)
    assert page.evaluate(TOO_SMALL, LEAST_PX) == []
    names = canvas.ask("stage.labels.map(({ font }) => font)")
    assert 15 <= len(names) <= 40
    assert min(names) >= LEAST_PX
    assert canvas.positions == before
    assert page.evaluate(BEYOND) == [0, 0]
    picture, foot = canvas.frame.bounding_box(), page.locator(".st-key-foot").bounding_box()
    assert picture["width"] > 0.93 * BEAMER["width"]
    assert picture["height"] > 0.5 * BEAMER["height"]
    assert picture["y"] + picture["height"] < foot["y"] < BEAMER["height"]
    assert square(page) == qr_code(f"{app_url}/netzwerk?feld=wasserstoff&fest=ja")
    expect(page.get_by_role("button", name="Link (nur dieser Rechner)")).to_be_visible()

    page.get_by_role("button", name="Filter: Wasserstoff").press("Enter")
    page.get_by_role("button", name=re.compile("^laufend")).click()
    expect(page).to_have_url(re.compile("status=ongoing"))
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)
    wait_until_drawn(page)
    assert canvas.positions == {node: before[node] for node in canvas.positions}

    page.keyboard.press("Escape")
    expect(page).to_have_url(f"{app_url}/netzwerk?feld=wasserstoff&status=ongoing&fest=ja")
    expect(page.locator(".st-key-filterbar")).to_be_visible()


def test_the_foot_of_a_presentation_holds_the_source_whole_beside_what_a_view_rests_on(
    new_page: Callable[..., Page], app_url: str
):
    page = new_page(**BEAMER)
    open_at(page, f"{app_url}/rollen?reiter=streuung&modus=praesentation")
    foot = page.locator(".st-key-foot")
    expect(foot.get_by_role("button", name=re.compile("^Kippt ohne"))).to_be_visible(timeout=60_000)
    for width, height in ((1280, 720), (820, 1180)):
        page.set_viewport_size({"width": width, "height": height})
        border, source = (place.bounding_box() for place in (foot, foot.locator(".st-key-sourceline p")))
        assert source["y"] >= border["y"]
        assert source["y"] + source["height"] <= border["y"] + border["height"]
        link = page.get_by_role("button", name="Link (nur dieser Rechner)").bounding_box()
        assert link["x"] + link["width"] <= width


def test_slides_are_live_and_turned_by_arrows_and_remote_control(new_page: Callable[..., Page], app_url: str):
    page = new_page(**BEAMER)
    kept = json.dumps(json.dumps(PORTFOLIO))
    page.add_init_script(
        f"localStorage.getItem('akteursnetz.mappe') ?? localStorage.setItem('akteursnetz.mappe', {kept})"
    )
    open_at(page, f"{app_url}/verzeichnis?feld=mint")
    expect(page.get_by_text("Mappe (3)")).to_be_visible()

    page.keyboard.press("p")
    expect(page.get_by_text("–/3")).to_be_visible()
    expect(page.locator(".st-key-presentation_keys [role=status]")).to_have_text(re.compile("Präsentation begonnen"))
    page.keyboard.press("ArrowRight")
    title(page, "Wasserstoff verbindet")
    expect(page).to_have_url(f"{app_url}/netzwerk?feld=wasserstoff&modus=praesentation&folie=1")
    canvas = Canvas(page)
    canvas.click(canvas.ask("stage.byRank[0].id"))
    expect(page.locator(".st-key-panel_area")).to_be_visible()
    assert page.evaluate(BEYOND) == [0, 0]

    page.keyboard.press("PageDown")
    title(page, "Drei Geber tragen viel")
    assert page.evaluate(TOO_SMALL, LEAST_PX) == []
    page.keyboard.press("ArrowRight")
    title(page, "Beschlussvorschlag")
    expect(page.get_by_role("heading", name="Die Modellregion geht weiter")).to_be_visible()
    expect(page.get_by_role("button", name="Nächste Folie")).to_be_disabled()

    page.keyboard.press("PageUp")
    page.keyboard.press("PageUp")
    title(page, "Wasserstoff verbindet")
    page.get_by_role("button", name="Filter: Wasserstoff").click()
    page.get_by_role("button", name=re.compile("^laufend")).click()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Zurück zur Folie").click()
    expect(page).to_have_url(f"{app_url}/netzwerk?feld=wasserstoff&modus=praesentation&folie=1")
    title(page, "Wasserstoff verbindet")

    page.keyboard.press("Escape")
    expect(page).to_have_url(f"{app_url}/verzeichnis?feld=mint")
    title(page, "Akteure und Projekte")


def test_every_kind_of_view_can_be_read_from_the_back_row(new_page: Callable[..., Page], app_url: str):
    page = new_page(**BEAMER, color_scheme="dark")
    for place in ("", "kompetenzfelder", "foerderung", "rollen"):
        open_at(page, f"{app_url}/{place}?{urlencode({'modus': 'praesentation', 'lang': 'en'})}")

        expect(page.get_by_role("button", name="End (Esc)")).to_be_visible()
        assert page.evaluate(TOO_SMALL, LEAST_PX) == [], place
        assert page.evaluate(BEYOND)[1] == 0, place

    page.set_viewport_size({"width": 1920, "height": 1080})
    open_at(page, f"{app_url}/netzwerk?fokus=wiro&modus=praesentation")
    assert page.evaluate(BEYOND) == [0, 0]
