"""Time to the first picture, filter to redraw and bytes on the websocket, beside the plain way.

python -m benchmarks screen [--sizes 1000 5000] [--limit 120] [--before COMMIT]

Both pages run on the same machine in one go, driven by the same browser. The plain page is
`benchmarks/plain_page.py`, which builds its picture anew for each choice: only a picture that was not there before
the step ends it. The servers of both have settled before their visitor comes: ours prepares itself after its start,
the plain one has nothing to prepare. Seconds of the processor are those of server and browser together, which other
work on the machine hardly changes. A clock begins when a button of the mouse goes down on what is already open and
below the pointer, and ends when what was asked for is painted; how long our canvas took after a filter says the
browser's own clock, since to be asked all the time keeps it busy. A step that takes longer than the limit is shown as
``> limit``. With ``--before`` the app is measured against itself as it was at a commit, instead of the plain way:
kernels of both are compiled first, the two take turns, and the median of each step counts, so that what else the
machine does weighs on both alike.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from playwright.sync_api import Page, sync_playwright
from streamlit.testing.v1 import AppTest

from benchmarks.processes import started_by_us
from benchmarks.regions import BROAD_FIELD, write_region
from benchmarks.served import ROOT, server
from benchmarks.visited import OurPage, PlainPage, press
from tests.browser import chromium

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
SHIPPED_FIELD = "Automotive"
ROUNDS = 5
COMPILE = "from graph.kernels.warmup import compile_kernels; compile_kernels()"
LOOKS = 0.5  # seconds from one look at the page to the next after a filter
OVERVIEW = '[data-testid="stMetricValue"]'  # painted with the figures of the landing page


@dataclass(frozen=True)
class Steps:
    """Seconds and bytes of one page; ``None`` where the limit was reached, or the step was not asked for."""

    picture: float | None
    filtered: float | None
    clicked: float | None
    load_bytes: int
    filter_bytes: int | None
    click_bytes: int | None
    overview: float | None = None
    processor: tuple[float | None, ...] = (None, None, None)  # of server and browser: picture, filter, click


class Traffic:
    """Bytes the server has sent over the websocket of a page."""

    def __init__(self, page: Page) -> None:
        self.bytes = 0
        page.on("websocket", lambda socket: socket.on("framereceived", self._count))

    def _count(self, frame: str | bytes) -> None:
        self.bytes += len(frame)


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks screen")
    parser.add_argument("--sizes", type=int, nargs="*", default=[1000, 5000])
    parser.add_argument("--limit", type=float, default=120.0)
    parser.add_argument("--before", metavar="COMMIT", help="measure against an earlier state of the app")
    options = parser.parse_args(arguments)
    if options.before:
        against_earlier(options.before, options.limit)
        return
    print(f"landing page, script run again on warm caches: {landing_milliseconds():.0f} ms (aim: under 150)")
    with tempfile.TemporaryDirectory() as scratch:
        report("shipped data, 411 elements", ROOT / "data", SHIPPED_FIELD, options.limit)
        for size in options.sizes:
            folder = write_region(Path(scratch) / str(size), size)
            report(f"generated region, {size:,} elements", folder, BROAD_FIELD, options.limit)


def against_earlier(commit: str, limit: float) -> None:
    """Print the steps of the shipped data now and at a commit, which is checked out beside for as long as it takes."""
    kind = OurPage(SHIPPED_FIELD)
    with tempfile.TemporaryDirectory() as scratch:
        earlier = Path(scratch) / "earlier"
        subprocess.run(["git", "worktree", "add", "--detach", str(earlier), commit], cwd=ROOT, check=True)
        try:
            for root in (ROOT, earlier):  # machine code and byte code are kept from the second start on
                compile_kernels(root)
                measure(kind, ROOT / "data", limit, root, overview=True)
            runs = [
                [measure(kind, ROOT / "data", limit, root, overview=True) for root in (ROOT, earlier)]
                for _ in range(ROUNDS)
            ]
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", str(earlier)], cwd=ROOT, check=True)
    print(f"\nshipped data, median of {ROUNDS}\n{'':28}{'now':>12}{commit[:10]:>12}{'now/then':>10}")
    for name, step in COMPARED.items():
        now, before = (middle(getattr(steps, step) for steps in each) for each in zip(*runs, strict=True))
        times = f"{now / before:.2f}" if now and before else "-"
        print(f"{name:28}{shown(now, limit):>12}{shown(before, limit):>12}{times:>10}", flush=True)


COMPARED = {
    "overview painted, s": "overview",
    "first picture, s": "picture",
    "filter to redraw, s": "filtered",
    "click, s": "clicked",
}


PROCESSOR = ("first picture, s processor", "filter, s processor", "click, s processor")


def compile_kernels(root: Path) -> None:
    """Compile all kernels of a state and wait for it; a server that is ended early would leave some for the next."""
    environment = os.environ | {"PYTHONPATH": str(root)}
    subprocess.run([sys.executable, "-W", "ignore", "-c", COMPILE], cwd=root, env=environment, check=True)


def middle(seconds: Iterable[float | None]) -> float | None:
    """Median of what was measured; ``None`` when the limit was reached each time."""
    reached = [value for value in seconds if value is not None]
    return median(reached) if reached else None


def report(title: str, folder: Path, field: str, limit: float) -> None:
    """Print both ways and their ratios."""
    ours = measure(OurPage(field), folder, limit)
    plain = measure(PlainPage(field), folder, limit)
    print(f"\n{title}\n{'':28}{'ours':>12}{'plain':>12}{'times':>9}")
    for name, mine, theirs in (
        ("first picture, s", ours.picture, plain.picture),
        ("filter to redraw, s", ours.filtered, plain.filtered),
        ("click on an actor, s", ours.clicked, plain.clicked),
    ):
        print(f"{name:28}{shown(mine, limit):>12}{shown(theirs, limit):>12}{ratio(mine, theirs, limit):>9}")
    for name, mine, theirs in zip(PROCESSOR, ours.processor, plain.processor, strict=True):
        print(f"{name:28}{shown(mine, limit):>12}{shown(theirs, limit):>12}{ratio(mine, theirs, limit):>9}")
    for name, sent, theirs_sent in (
        ("first picture, bytes", ours.load_bytes, plain.load_bytes),
        ("filter, bytes", ours.filter_bytes, plain.filter_bytes),
        ("click, bytes", ours.click_bytes, plain.click_bytes),
    ):
        times = f"{theirs_sent / sent:.0f}" if sent and theirs_sent else "-"
        print(f"{name:28}{sent or '-':>12}{theirs_sent or '-':>12}{times:>9}")


def shown(value: float | None, limit: float) -> str:
    return f"> {limit:.0f}" if value is None else f"{value:.3f}"


def ratio(ours: float | None, plain: float | None, limit: float) -> str:
    if ours is None:
        return "-"
    return f"{'> ' if plain is None else ''}{(limit if plain is None else plain) / ours:.0f}"


def landing_milliseconds() -> float:
    """Best of ten runs of the landing page's script after the first."""
    app = AppTest.from_file(ROOT / "ui" / "main.py", default_timeout=60).run()
    runs = []
    for _ in range(10):
        started = perf_counter()
        app.run()
        runs.append(perf_counter() - started)
    return min(runs) * 1000


def measure(
    kind: OurPage | PlainPage, folder: Path, limit: float, root: Path = ROOT, *, overview: bool = False
) -> Steps:
    """Walk through the steps in a fresh browser, with the app as it stands in a folder; the landing page first."""
    with server(kind.script, folder, root, settled=True) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=FLAGS)
        page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="de-DE")
        page.set_default_timeout(limit * 1000)
        traffic = Traffic(page)
        painted = landed(page, address, limit) if overview else None
        processor, started = started_by_us(), perf_counter()
        page.goto(address + kind.address, wait_until="commit")
        picture = waited(page, lambda: kind.elements(page) > 0, started, limit, kind.poll_seconds)
        of_picture = started_by_us() - processor
        settle(page, traffic)
        load_bytes = traffic.bytes
        if picture is None:  # busy settling down: it answers no click either
            return Steps(None, None, None, load_bytes, None, None, painted)
        everything = kind.elements(page)
        kind.point_at_filter(page)
        kind.mark(page)
        settle(page, traffic)
        sent, processor, started = traffic.bytes, started_by_us(), perf_counter()
        press(page)
        filtered = waited(page, lambda: 0 < kind.elements(page) < everything, started, limit, LOOKS)
        filtered = filtered and (kind.took(page) or filtered)
        of_filter = started_by_us() - processor
        settle(page, traffic)
        filter_bytes = traffic.bytes - sent
        kind.point_at_actor(page)
        kind.mark(page)
        settle(page, traffic)
        sent, processor, started = traffic.bytes, started_by_us(), perf_counter()
        press(page)
        clicked = waited(page, lambda: kind.answered(page), started, limit, kind.poll_seconds)
        of_click = started_by_us() - processor
        settle(page, traffic)
        browser.close()
        processors = of_picture, of_filter if filtered else None, of_click if clicked else None
        return Steps(
            picture, filtered, clicked, load_bytes, filter_bytes, traffic.bytes - sent, painted, processor=processors
        )


def landed(page: Page, address: str, limit: float) -> float | None:
    """Seconds until the landing page shows its figures, to the first visitor of a server."""
    started = perf_counter()
    page.goto(address, wait_until="commit")
    return waited(page, lambda: page.locator(OVERVIEW).count() > 0, started, limit, OurPage.poll_seconds)


def waited(page: Page, done: Callable[[], bool], started: float, limit: float, poll: float) -> float | None:
    """Seconds since ``started`` until it is done; ``None`` when the limit is reached."""
    while perf_counter() - started < limit:
        if done():
            return perf_counter() - started
        page.wait_for_timeout(poll * 1000)  # not `sleep`: only here Playwright hears of new frames
    return None


def settle(page: Page, traffic: Traffic) -> None:
    """Wait until nothing more arrives."""
    before = -1
    while before != traffic.bytes:
        before = traffic.bytes
        page.wait_for_timeout(700)


if __name__ == "__main__":
    main(sys.argv[1:])
