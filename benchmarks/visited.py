"""The two pages that are visited by a browser, ours and the plain one: what is painted, how to filter, how to click."""

from __future__ import annotations

from collections.abc import Callable
from time import sleep

from playwright.sync_api import Error, Page

# pyvis hides the picture until its physics has settled: the number of elements once a pixel is painted
PAINTED = """() => {
    const canvas = document.querySelector("canvas");
    if (!canvas || typeof network !== "object" || !network) return 0;
    const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
    return pixels.some((value) => value) ? network.body.data.nodes.length : 0;
}"""


class OurPage:
    """Akteursnetz, all elements in view."""

    script, address = "app.py", "/netzwerk?ganz=ja"
    poll_seconds = 0.01

    def __init__(self, field: str) -> None:
        self.field = field

    def elements(self, page: Page) -> int:
        """Elements painted; 0 while nothing is."""
        frame = page.locator(".frame")
        if not frame.count():
            return 0
        return int(frame.first.evaluate("(frame) => frame.akteursnetz?.network ? frame.akteursnetz.byRank.length : 0"))

    def open_filter(self, page: Page) -> None:
        page.get_by_role("button", name="Kompetenzfeld").first.click()
        page.get_by_role("button", name=f"{self.field} (").first.wait_for()

    def filter(self, page: Page) -> None:
        page.get_by_role("button", name=f"{self.field} (").first.click()

    def click(self, page: Page) -> Callable[[], bool]:
        page.keyboard.press("Escape")
        x, y = page.locator(".frame").evaluate(
            "(frame) => { const stage = frame.akteursnetz, box = stage.box.getBoundingClientRect(),"
            " at = stage.network.canvasToDOM(stage.byRank[0]); return [at.x + box.left, at.y + box.top]; }"
        )
        page.mouse.click(x, y)
        return lambda: page.locator(".st-key-panel_area").count() > 0


class PlainPage:
    """Streamlit and pyvis with their defaults."""

    script, address = "benchmarks/plain_page.py", "/"
    poll_seconds = 0.5  # looking at pixels more often would slow the settling down

    def __init__(self, field: str) -> None:
        self.field = field

    def elements(self, page: Page) -> int:
        """Elements painted; 0 while the picture is hidden behind its own settling."""
        for frame in page.frames[1:]:
            try:
                painted = frame.evaluate(PAINTED)
            except Error:  # a frame that is being replaced
                continue
            if painted:
                return int(painted)
        return 0

    def open_filter(self, page: Page) -> None:
        page.get_by_role("combobox").first.click()
        page.get_by_role("option", name=self.field, exact=True).wait_for()

    def filter(self, page: Page) -> None:
        page.get_by_role("option", name=self.field, exact=True).click()

    def click(self, page: Page) -> Callable[[], bool]:
        """Choose the first actor, since a click in a pyvis page never reaches Python; wait for the new picture."""
        page.get_by_role("combobox").nth(1).click()
        page.get_by_role("option").nth(1).click()
        sleep(0.3)
        return lambda: self.elements(page) > 0
