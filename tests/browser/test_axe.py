"""Axe-core on every page, light in three widths and dark: no violation in the project's own markup.

Violations in markup that Streamlit writes are listed in `UPSTREAM`, each with what it is; docs/accessibility.md says
what follows for people.
"""

from collections.abc import Callable
from importlib.resources import files

import pytest
from playwright.sync_api import Page, expect

from tests.browser.addresses import EVERY_STATE
from tests.browser.conftest import REPOSITORY, wait_until_drawn

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# (rule, where): Streamlit's own markup
UPSTREAM = (
    # the frame around the button for uploads may be dropped on, so it is focusable, yet says it is presentation
    ("presentation-role-conflict", "[data-testid=stFileUploaderDropzone]"),
    # the navigation on narrow screens wraps its entries in something that is no list entry
    ("list", "[data-testid=stSidebarNav]"),
    ("listitem", "[data-testid=stSidebarNav]"),
)
# colours do not depend on the width
WIDTHS = {"light": (1440, 820, 320), "dark": (1440,)}
BACKGROUNDS = {"light": "rgb(255, 255, 255)", "dark": "rgb(14, 23, 38)"}
SETTLED_MS = 300  # a change of width has been drawn
FIND = """async ([rules, upstream]) => {
    const {violations} = await axe.run(document, {runOnly: rules})
    const isUpstream = (id, target) =>
        upstream.some(([rule, where]) => rule === id && document.querySelector(target)?.closest(where))
    return violations.flatMap(({id, nodes}) =>
        nodes.filter(({target}) => !isUpstream(id, target[0])).map(({html}) => `${id}: ${html.slice(0, 200)}`))
}"""


def violations(page: Page) -> list[str]:
    return page.evaluate(FIND, [RULES, UPSTREAM])


def background(page: Page) -> str:
    return page.get_by_test_id("stApp").evaluate("(app) => getComputedStyle(app).backgroundColor")


def sideways(page: Page) -> int:
    """How far the page can be scrolled to the side, in px."""
    return page.get_by_test_id("stMain").evaluate("(main) => main.scrollWidth - main.clientWidth")


@pytest.mark.parametrize("address", EVERY_STATE.values(), ids=EVERY_STATE)
def test_the_page_breaks_no_rule_and_fits_its_screen(app_url: str, page: Page, address: str):
    page.goto(f"{app_url}{address}")
    wait_until_drawn(page)
    page.evaluate(AXE)  # by the debugger: the page's own policy allows no inline script

    for scheme, widths in WIDTHS.items():
        page.emulate_media(color_scheme=scheme)
        for width in widths:
            page.set_viewport_size({"width": width, "height": 900})
            page.wait_for_timeout(SETTLED_MS)

            assert background(page) == BACKGROUNDS[scheme]
            assert violations(page) == [], f"{scheme}, at {width} px"
            assert sideways(page) == 0, f"{scheme}, at {width} px"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_open_filter_breaks_no_rule(app_url: str, new_page: Callable[..., Page], scheme: str):
    page = new_page(color_scheme=scheme)
    page.goto(app_url)
    wait_until_drawn(page)

    page.get_by_test_id("stPopoverButton").filter(has_text="Kompetenzfeld").click()
    expect(page.get_by_test_id("stPopoverBody")).to_be_visible()
    page.evaluate(AXE)

    assert violations(page) == []


@pytest.mark.parametrize(("rule", "element"), UPSTREAM)
def test_the_list_of_what_is_streamlits_is_explained(rule: str, element: str):
    explained = (REPOSITORY / "docs" / "accessibility.md").read_text("utf-8")

    assert rule in explained
    assert element in explained
