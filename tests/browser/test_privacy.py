"""No visitor's browser contacts anybody but the app, and nothing is left behind in it."""

import re
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.browser.conftest import PageLog, wait_until_drawn


def test_only_the_app_itself_is_asked(app_url: str, page: Page, page_log: PageLog):
    page.goto(app_url)
    wait_until_drawn(page)
    page.wait_for_timeout(500)

    # whatever page a test opens, the fixtures assert the same of it: see test_axe.py for every page
    assert page_log.hosts == {urlsplit(app_url).netloc}


TOLD = Path(__file__).parent.parent.parent / "docs" / "privacy.md"
KEPT = """async () => [
    ...Object.keys(localStorage), ...Object.keys(sessionStorage), ...await caches.keys(),
    ...(await indexedDB.databases()).map(each => each.name),
]"""


def test_the_browser_keeps_nothing_that_is_not_told(app_url: str, page: Page):
    for place in ("", "netzwerk", "mappe", "daten"):
        page.goto(f"{app_url}/{place}")
        wait_until_drawn(page)
    told = re.findall(r"^\| `([\w.-]+)`", TOLD.read_text("utf-8"), re.MULTILINE)
    cookies = {cookie["name"] for cookie in page.context.cookies()}

    assert cookies == {"_streamlit_xsrf"}, "before a login"
    assert [name for name in (*cookies, *page.evaluate(KEPT)) if not name.startswith(tuple(told))] == []


def test_the_own_organisation_stays_in_the_browser_until_it_is_forgotten(app_url: str, page: Page):
    page.goto(f"{app_url}/steckbrief?id=eura")
    page.get_by_role("button", name="Das ist unsere Organisation").click()
    page.goto(app_url)
    page.get_by_role("button", name="Netzwerk von uns aus").click()
    page.wait_for_url("**/netzwerk?fokus=eura")
    page.goto(app_url)
    page.get_by_role("button", name="Vergessen").click()

    page.get_by_role("button", name="Netzwerk von uns aus").wait_for(state="hidden")
    assert "akteursnetz.organisation" not in page.evaluate(KEPT)
