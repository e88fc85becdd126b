"""Where there is no store, what was accepted of a paper is a download."""

import zipfile

from playwright.sync_api import Page

from tests.browser.test_papers import read_in


def test_without_a_store_the_rows_are_a_download(page: Page, app_url: str):
    read_in(page, app_url, "Gesellschafter der Auwerk GmbH sind die Stadt Au und der Verein Auenblick e. V.")
    for _ in range(5):
        page.keyboard.press("a")
    page.keyboard.press("s")
    with page.expect_download() as download:
        page.get_by_role("button", name="Zeilen als CSV herunterladen").click()

    with zipfile.ZipFile(download.value.path()) as files:
        assert {"actors.csv", "links.csv", "sources.csv"} <= set(files.namelist())
        assert files.read("links.csv").decode("utf-8-sig").count("shareholder_of") == 2
