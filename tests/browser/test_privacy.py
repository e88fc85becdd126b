"""No visitor's browser contacts anybody but the app, and nothing is left behind in it."""

from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.browser.conftest import PageLog, wait_until_drawn


def test_only_the_app_itself_is_asked(app_url: str, page: Page, page_log: PageLog):
    page.goto(app_url)
    wait_until_drawn(page)
    page.wait_for_timeout(500)

    # whatever page a test opens, the fixtures assert the same of it: see test_axe.py for every page
    assert page_log.hosts == {urlsplit(app_url).netloc}


def test_the_browser_keeps_no_identifier(app_url: str, page: Page):
    page.goto(app_url)
    wait_until_drawn(page)

    assert {cookie["name"] for cookie in page.context.cookies()} <= {"_streamlit_xsrf", "_xsrf"}
    assert "ajs_anonymous_id" not in page.evaluate("JSON.stringify(localStorage)")
