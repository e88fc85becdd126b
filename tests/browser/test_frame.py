"""The frame in a real browser: language, policy, fault panel, base path, frame of another page."""

import re
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PATIENCE_MS, REPOSITORY, PageLog, running_app, wait_until_drawn, watch


def test_page_is_german_and_the_policy_lets_it_run(page: Page, app_url: str):
    page.goto(app_url)
    wait_until_drawn(page)

    assert page.evaluate("document.documentElement.lang") == "de"
    assert page.title() == "Überblick - Akteursnetz"


def test_a_switch_of_language_is_told_to_the_browser(page: Page, app_url: str):
    page.goto(app_url)
    wait_until_drawn(page)

    page.get_by_role("radio", name="EN").or_(page.get_by_role("button", name="EN", exact=True)).first.click()

    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page).to_have_url(re.compile(r"\?lang=en$"))


def test_the_bar_of_filters_keeps_one_row_in_both_languages_whatever_is_filtered(page: Page, app_url: str):
    filters = "feld=wasserstoff,automotive&typ=kommune&status=ongoing&von=2020"
    bar = page.locator(".st-key-filterbar")
    for link in ("lang=de", f"{filters}&lang=de", f"{filters}&lang=en"):
        page.goto(f"{app_url}/?{link}")
        wait_until_drawn(page)
        for width in (1920, 1600, 1440, 1366, 1280, 1200):
            page.set_viewport_size({"width": width, "height": 900})

            box, last = bar.bounding_box(), bar.locator(".st-key-page_lang_1").bounding_box()
            assert box
            assert last
            assert box["height"] < 60, (link, width)
            assert last["x"] + last["width"] <= box["x"] + box["width"] + 1, (link, width)


def test_a_page_that_does_not_exist_and_the_place_for_files_speak_german(page: Page, page_log: PageLog, app_url: str):
    page_log.allowed = ["does not seem to exist"]
    page.goto(f"{app_url}/gibt-es-nicht")
    wait_until_drawn(page)

    expect(page.get_by_role("dialog", name="Seite nicht gefunden")).to_contain_text("Diese Seite gibt es nicht.")
    page.goto(f"{app_url}/daten?reiter=eigene")
    expect(page.get_by_role("button", name="Hochladen", exact=True)).to_be_visible()


def test_a_script_smuggled_into_the_page_does_not_run(page: Page, page_log: PageLog, app_url: str):
    page_log.allowed = ["violates the following Content Security Policy"]
    page.goto(app_url)
    wait_until_drawn(page)

    page.evaluate("""() => {
        const script = document.createElement('script')
        script.textContent = 'window.smuggled = true'
        document.body.append(script)
        document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.smuggled = true">')
    }""")
    page.wait_for_timeout(300)

    assert page.evaluate("window.smuggled") is None
    assert len(page_log.complaints) == 2


FAULTY_APP = """
import sys; sys.path.insert(0, {repository!r})
import streamlit as st
from starlette.middleware import Middleware
from serving import headers
from serving import routes
from ui import error_panel
app = st.App("page.py", middleware=[Middleware(headers.Headers)], routes=routes.all_routes(),
             on_script_error=error_panel.show)
"""


def test_a_fault_shows_a_panel_whose_id_leads_to_kind_and_place_in_the_log(browser: Browser, tmp_path: Path):
    (tmp_path / "app.py").write_text(FAULTY_APP.format(repository=str(REPOSITORY)))
    (tmp_path / "page.py").write_text("budget = {}\nbudget['Geheim' + 'projekt']")

    with running_app(tmp_path, script=tmp_path / "app.py") as address:
        page = browser.new_page(locale="de-DE")
        page.goto(address)
        panel = page.get_by_test_id("stAlert").inner_text()
        page.close()

    log = (tmp_path / "server.log").read_text()
    reference = re.search(r"Kennzeichen (\w{6})", panel).group(1)
    assert "Hier ist etwas schiefgegangen" in panel
    assert "Geheimprojekt" not in panel
    assert f"fault {reference}" in log
    assert "page.py" in log.split(f"fault {reference}: KeyError")[1]
    assert "Geheimprojekt" not in log


def test_the_first_visitor_of_a_fresh_server_may_come_by_a_link(browser: Browser, tmp_path: Path):
    with running_app(tmp_path) as address:
        page = browser.new_page(locale="de-DE")
        page.goto(f"{address}/verzeichnis?lang=en")
        wait_until_drawn(page)

        expect(page.get_by_test_id("stTopNavLink").first).to_be_visible()
        page.close()


def test_a_page_opened_by_its_address_asks_for_nothing_that_is_not_there(page: Page, app_url: str):
    refused: list[str] = []
    page.on("response", lambda answer: refused.append(answer.url) if answer.status >= 400 else None)

    page.goto(f"{app_url}/netzwerk?feld=wasserstoff")
    wait_until_drawn(page)

    assert refused == []


def test_the_app_runs_below_a_base_path_with_every_file_of_its_own(browser: Browser, tmp_path: Path):
    log = PageLog()

    with running_app(tmp_path, base_path="region/netz") as address:
        page = browser.new_page(locale="de-DE")
        watch(page, log)
        page.goto(f"{address}/netzwerk?ganz=ja")
        wait_until_drawn(page)
        expect(page.locator(".vis-network canvas")).to_be_visible(timeout=PATIENCE_MS)
        page.close()

    assert log.complaints == []
    assert all(request.startswith(("blob:", address, address.replace("http", "ws"))) for request in log.requests)
