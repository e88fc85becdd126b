"""The login in a real browser, against a real provider: who comes in, who may what, and when a session ends."""

import json
import re
import time
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from tests.browser.conftest import PATIENCE_MS, wait_until_drawn
from tests.browser.provider import Site, log_in, log_out, running_site

HOURS = 3600
GATE = "Diese Seiten sind für angemeldete Personen."
ENDED = "Ihre Sitzung ist beendet"


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Iterator[Site]:
    with running_site(tmp_path_factory.mktemp("site")) as site:
        yield site


@pytest.fixture
def browser_of(browser: Browser, site: Site) -> Iterator[Callable[[], BrowserContext]]:
    """A new browser for each person; the provider's page may not fetch its style from elsewhere."""
    contexts: list[BrowserContext] = []
    expect.set_options(timeout=PATIENCE_MS)

    def open_browser() -> BrowserContext:
        context = browser.new_context(locale="de-DE", viewport={"width": 1280, "height": 720})
        context.set_default_timeout(PATIENCE_MS)
        context.route(lambda url: not url.startswith((site.address, site.provider)), lambda route: route.abort())
        contexts.append(context)
        return context

    yield open_browser
    for context in contexts:
        context.close()


def test_people_log_in_get_rights_and_log_out_for_good(browser_of, site: Site):
    bens = browser_of()
    ben = bens.new_page()
    ben.goto(f"{site.address}/verzeichnis?liste=projekte")
    expect(ben.get_by_text(GATE)).to_be_visible()
    assert ben.get_by_role("link", name="Netzwerk").count() == 0

    log_in(ben, "ben")  # and is back at the link he opened
    expect(ben).to_have_url(f"{site.address}/verzeichnis?liste=projekte")
    expect(ben.get_by_role("heading", level=1, name="Akteure und Projekte")).to_be_visible()
    assert account(ben) == "Angemeldet als Ben Buche (Lesen)"
    ben.goto(f"{site.address}/rechte")
    expect(ben.get_by_text("Rechte vergibt, wer selbst")).to_be_visible()

    anna = browser_of().new_page()
    anna.goto(f"{site.address}/rechte")
    log_in(anna, "anna")
    give_role(anna, "Ben Buche (ben)", "Bearbeiten")
    expect(anna.get_by_text("2 Personen haben sich bisher angemeldet, davon dürfen 2 bearbeiten.")).to_be_visible()
    assert refusal_to_erase(anna, "Anna") == "Es muss mindestens eine Person geben, die verwaltet."
    ben.reload()
    wait_until_drawn(ben)
    assert account(ben) == "Angemeldet als Ben Buche (Bearbeiten)"

    thief = with_cookies_of(bens, browser_of())
    thief.goto(site.address)
    wait_until_drawn(thief)
    log_out(ben)
    expect(ben.get_by_text(GATE)).to_be_visible()
    thief.get_by_role("link", name="Netzwerk").click()  # in the page that is open
    expect(thief.get_by_text(ENDED)).to_be_visible()
    thief.goto(site.address)  # and in a new one
    expect(thief.get_by_text(ENDED)).to_be_visible()
    log_in(thief, "cem")
    assert account(thief) == "Angemeldet als Cem Zeder (Lesen)"


def test_a_long_link_survives_the_login_of_a_real_provider(browser_of, site: Site):
    page = browser_of().new_page()
    address = f"/verzeichnis?liste=projekte&feld={','.join(f'feld-{number}' for number in range(2_000))}"[:7_900]
    page.goto(f"{site.address}{address}")
    expect(page.get_by_text(GATE)).to_be_visible()

    with page.expect_response(lambda answer: answer.url.startswith(f"{site.address}/oauth2callback")) as ended:
        log_in(page, "ben")

    assert ended.value.headers["location"] == address


def test_a_session_of_eight_hours_is_over(browser_of, site: Site):
    context = browser_of()
    page = context.new_page()

    context.add_cookies([signed_cookie(site, iat=int(time.time() - 8.1 * HOURS))])
    page.goto(site.address)
    expect(page.get_by_text(ENDED)).to_be_visible()

    context.add_cookies([signed_cookie(site, iat=int(time.time() - 7.9 * HOURS))])
    page.reload()
    assert account(page).startswith("Angemeldet als")


def account(page: Page) -> str:
    page.get_by_role("button", name="Konto").click()
    said = page.get_by_text(re.compile("^Angemeldet als")).inner_text()
    return " ".join(said.split())


def give_role(page: Page, person: str, role: str) -> None:
    page.get_by_role("combobox", name="Person").click()
    page.get_by_role("option", name=person).click()
    page.get_by_role("radiogroup", name="Recht").get_by_text(role).click()
    page.get_by_role("button", name="Recht vergeben").click()


def refusal_to_erase(page: Page, name: str) -> str:
    """What an admin is told who erases a name, by keyboard alone once the part of the page is open."""
    page.get_by_role("radiogroup", name="Was verwalten?").get_by_text("Auskunft und Löschung").click()
    page.get_by_role("textbox", name="Name, E-Mail-Adresse oder Kennung").fill(name)
    page.keyboard.press("Enter")
    expect(page.get_by_text(re.compile(f"^{name}.* steht in 1 Konto"))).to_be_visible()
    page.locator("summary").filter(has_text="Endgültig löschen").press("Enter")
    erase = page.get_by_role("button", name="Jetzt endgültig löschen")
    expect(erase).to_be_disabled()
    page.get_by_role("textbox", name="Zur Sicherheit").press_sequentially(name)
    expect(erase).to_be_enabled()
    erase.press("Enter")
    said = page.get_by_text("Es muss mindestens eine Person geben").inner_text()
    return said.split(" Geben Sie")[0]


def with_cookies_of(owner: BrowserContext, other: BrowserContext) -> Page:
    other.add_cookies(owner.cookies())
    return other.new_page()


def signed_cookie(site: Site, **claims: object) -> dict[str, str]:
    """The cookie of a login as Streamlit makes it, for somebody whom the provider vouched for at ``iat``."""
    user = {"iss": site.provider, "sub": "ben", "nonce": "n", "origin": site.address, "is_logged_in": True} | claims
    value = create_signed_value(site.cookie_secret, "_streamlit_user", json.dumps(user)).decode()
    return {"name": "_streamlit_user", "value": value, "url": site.address}
