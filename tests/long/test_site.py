"""The published site of the shipped data: every number of every page, its size, and 40 pages by axe.

Run it alone: ``python -m pytest tests/long/test_site.py``; it takes minutes.
"""

import random
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

import graph
from commands.__main__ import main
from tests.browser import chromium
from tests.browser.test_axe import AXE, RULES
from tests.browser.test_site import FIND, WIDTHS, Opened
from tests.test_publish import different_numbers

DATA = Path(__file__).parent.parent.parent / "data"
MEGABYTES, PAGES, LOOKED_AT = 15, 411, 40


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    target = tmp_path_factory.mktemp("site")
    assert main(["publish", str(DATA), "--to", str(target)]) == 0
    return target


def test_every_number_of_every_page_is_that_of_its_view(site):
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*.html")}
    (state,) = (DATA / "states").iterdir()

    assert list(different_numbers(graph.load(DATA).dataset, graph.load(state).dataset, files)) == []


def test_the_site_has_its_pages_and_its_size(site):
    files = [path for path in site.rglob("*") if path.is_file()]

    assert sum(path.suffix == ".html" for path in files) >= PAGES
    assert sum(path.stat().st_size for path in files) <= MEGABYTES * 1_000_000


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forty_pages_break_no_rule_and_ask_nobody(site, scheme):
    pages = sorted(site.rglob("*.html"))
    chosen = [*site.glob("*.html"), *random.Random(7).sample(pages, LOOKED_AT - len(list(site.glob("*.html"))))]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find_or_install(), args=["--no-sandbox"])
        opened = Opened(browser, scheme)
        for path in chosen:
            opened.page.goto(path.as_uri())
            opened.page.evaluate(AXE)
            for width in WIDTHS:
                opened.page.set_viewport_size({"width": width, "height": 900})
                assert opened.page.evaluate(FIND, RULES) == [], f"{path} {width}"
        browser.close()
    assert opened.wrong == []
