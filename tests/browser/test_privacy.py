"""No visitor's browser contacts anybody but the app, and nothing is left behind in it."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.addresses import EVERY_STATE
from tests.browser.conftest import PageLog, wait_until_drawn


@pytest.mark.parametrize("address", EVERY_STATE.values(), ids=EVERY_STATE)
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
