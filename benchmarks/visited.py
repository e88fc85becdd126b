"""The pages that are visited by a browser, ours and the plain one: what is painted, how to filter, how to click.

A step is made ready before its clock begins: what is to be pressed is open and below the pointer, and `mark` tells the
pictures that are there already from those that the step brings.
"""

from __future__ import annotations

from playwright.sync_api import Error, Locator, Page

# pyvis hides the picture until its physics has settled: the number of elements once a pixel is painted
PAINTED = """() => {
    const canvas = document.querySelector("canvas");
    if (window.seenBefore || !canvas || typeof network !== "object" || !network) return 0;
    const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
    return pixels.some((value) => value) ? network.body.data.nodes.length : 0;
}"""

# our canvas stays and is painted again and again: the number of elements once those that hold now were painted, and
# seconds from the press before it until the end of that frame
OURS = """(frame) => {
    const stage = frame.akteursnetz;
    if (!stage?.network) return [0, null];
    if (stage.watched !== stage.network) {
        stage.watched = stage.network;
        stage.painted = stage.labels ? stage.byRank : null;
        addEventListener("mousedown", () => (stage.pressed = performance.now()), true);
        stage.network.on("afterDrawing", () => {
            if (stage.painted === stage.byRank) return;
            stage.painted = stage.byRank;
            if (stage.pressed) stage.took = (performance.now() - stage.pressed) / 1000;
        });
    }
    return [stage.painted === stage.byRank ? stage.byRank.length : 0, stage.took ?? null];
}"""
# in px of the window: the middle of the first element that a condition holds for
PLACE = """(frame, mode) => {
    const stage = frame.akteursnetz, box = stage.box.getBoundingClientRect();
    const at = stage.network.canvasToDOM(stage.byRank.find((node) => !mode || node.mode === mode));
    return [at.x + box.left, at.y + box.top];
}"""
PANEL = ".st-key-panel_area"


def press(page: Page) -> None:
    """Press what is below the pointer."""
    page.mouse.down()
    page.mouse.up()


class OurPage:
    """Akteursnetz, all elements in view."""

    script, address = "app.py", "/netzwerk?ganz=ja"
    poll_seconds = 0.01

    def __init__(self, field: str) -> None:
        self.field = field

    def elements(self, page: Page) -> int:
        """Elements painted; 0 while nothing is, or other ones are."""
        return self._asked(page)[0]

    def took(self, page: Page) -> float | None:
        """Seconds from the last press until what holds now was painted, by the clock of the browser itself."""
        return self._asked(page)[1]

    def _asked(self, page: Page) -> tuple[int, float | None]:
        frame = page.locator(".frame")
        elements, seconds = frame.first.evaluate(OURS) if frame.count() else (0, None)
        return int(elements), seconds

    def mark(self, page: Page) -> None:
        """Nothing to tell apart: `elements` knows which picture was painted."""

    def point_at_filter(self, page: Page) -> None:
        """Open the list of fields and point at one."""
        page.get_by_role("button", name="Kompetenzfeld").first.click()
        page.get_by_role("button", name=f"{self.field} (").first.hover()

    def point_at_actor(self, page: Page) -> None:
        """Close the list and point at the first actor."""
        page.keyboard.press("Escape")
        page.mouse.move(*page.locator(".frame").evaluate(PLACE, ""))

    def answered(self, page: Page) -> bool:
        """Whether a click on an actor is answered: its panel is there."""
        return page.locator(PANEL).count() > 0


class GroupedPage(OurPage):
    """Akteursnetz as a large network opens: in groups."""

    address = "/netzwerk"

    def __init__(self) -> None:
        super().__init__("")

    def point_at_group(self, page: Page) -> None:
        """Point at the first group."""
        page.mouse.move(*page.locator(".frame").evaluate(PLACE, "group"))

    def point_at_actor(self, page: Page) -> None:
        """Point at the first actor of the open group."""
        page.mouse.move(*page.locator(".frame").evaluate(PLACE, "actor"))


class PlainPage:
    """Streamlit and pyvis with their defaults."""

    script, address = "benchmarks/plain_page.py", "/"
    poll_seconds = 0.5  # looking at pixels more often would slow the settling down

    def __init__(self, field: str) -> None:
        self.field = field

    def elements(self, page: Page) -> int:
        """Elements painted; 0 while the picture is hidden behind its own settling, or is one of before."""
        for frame in page.frames[1:]:
            try:
                painted = frame.evaluate(PAINTED)
            except Error:  # a frame that is being replaced
                continue
            if painted:
                return int(painted)
        return 0

    def took(self, page: Page) -> float | None:
        """Nothing: each picture is a document of its own, which knows of no press; the clock of the driver counts."""

    def mark(self, page: Page) -> None:
        """Remember the picture that is there: each choice builds a new one, in a new document."""
        for frame in page.frames[1:]:
            frame.evaluate("() => (window.seenBefore = true)")

    def point_at_filter(self, page: Page) -> None:
        """Open the list of fields and point at one."""
        page.get_by_role("combobox").first.click()
        self._point_at(page.get_by_role("option", name=self.field, exact=True))

    def point_at_actor(self, page: Page) -> None:
        """Open the list of actors and point at the first, since a click in a pyvis page never reaches Python."""
        page.get_by_role("combobox").nth(1).click()
        self._point_at(page.get_by_role("option").nth(1))

    def answered(self, page: Page) -> bool:
        """Whether the choice of an actor is answered: the picture in which it is red is painted."""
        return self.elements(page) > 0

    def _point_at(self, option: Locator) -> None:
        option.wait_for()
        option.hover()
