"""The frame in a real browser: language, policy, fault panel, base path, frame of another page."""

from playwright.sync_api import Page

from tests.browser.conftest import wait_until_drawn


def test_page_is_german_and_the_policy_lets_it_run(page: Page, app_url: str):
    page.goto(app_url)
    wait_until_drawn(page)

    assert page.evaluate("document.documentElement.lang") == "de"
    assert page.title() == "Akteursnetz"
