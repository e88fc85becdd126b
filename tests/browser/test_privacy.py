"""No visitor's browser contacts anybody but the app, and nothing is left behind in it."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import PageLog, wait_until_drawn
from ui.page import PAGES

ADDRESSES = [
    *(f"/{'' if entry.landing else entry.name}" for entry in PAGES),
    "/netzwerk?ganz=ja",
    "/netzwerk?fokus=wiro&ansicht=kooperation",
    "/steckbrief?id=wiro",
    "/daten?reiter=eigene",
    "/?lang=en",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_only_the_app_itself_is_asked(app_url: str, page: Page, page_log: PageLog, address: str):
    page.goto(f"{app_url}{address}")
    wait_until_drawn(page)
    page.wait_for_timeout(500)

    assert page_log.hosts == {urlsplit(app_url).netloc}


def test_the_browser_keeps_no_identifier(app_url: str, page: Page):
    page.goto(app_url)
    wait_until_drawn(page)

    assert {cookie["name"] for cookie in page.context.cookies()} <= {"_streamlit_xsrf", "_xsrf"}
    assert "ajs_anonymous_id" not in page.evaluate("JSON.stringify(localStorage)")
