"""A large network on the screen: the page opens with groups, a click opens one, a click on an actor its panel.

    akteursnetz convert h2020_participations.csv.gz --to h2020
    python -m benchmarks large [--data FOLDER] [--elements 5000] [--rounds 5]

A generated region, and the data of FOLDER, such as all of Horizon 2020. The server has settled and one visitor has been
there before; of some more visits, each in a browser profile of its own, the median counts. Seconds are those on the
clock, from the address or the press of a button until it is painted; in brackets stand seconds of the processor, of
server and browser together, which other work on the machine hardly changes.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from time import perf_counter

from playwright.sync_api import Browser, sync_playwright

from benchmarks.picture import CLICKED, MOST, OPENED
from benchmarks.processes import started_by_us
from benchmarks.regions import write_region
from benchmarks.screen import FLAGS, Traffic, settle, waited
from benchmarks.served import server
from benchmarks.visited import GroupedPage, press
from tests.browser import chromium

LIMIT = 120.0


@dataclass(frozen=True)
class Taken:
    """What a step took: seconds on the clock and of the processor, and the elements drawn then."""

    clock: float
    processor: float
    drawn: int


STEPS = {"opens with groups": OPENED, "a click opens a group": CLICKED, "a click on an actor": CLICKED}


def main(arguments: Sequence[str]) -> None:
    """Print a line for each step of each network, with its aim."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="folder of further data")
    parser.add_argument("--elements", type=int, default=5_000, help="of the generated region")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        report(f"generated region, {options.elements:,}", write_region(Path(scratch), options.elements), options.rounds)
    if options.data:
        report(options.data.name, options.data, options.rounds)


def report(title: str, folder: Path, rounds: int) -> None:
    """Print the median of each step, and the most elements that were drawn."""
    with server(GroupedPage.script, folder, settled=True) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=FLAGS)
        visit(browser, address)  # finds what is kept for those who come later
        visits = [visit(browser, address) for _ in range(rounds)]
        browser.close()
    for step, each in zip(STEPS, zip(*visits, strict=True), strict=True):
        clock, processor = median(one.clock for one in each), median(one.processor for one in each)
        drawn = max(one.drawn for one in each)
        taken = f"{clock:.2f} s ({processor:.2f}), aim {STEPS[step]} s; {drawn} elements drawn (at most {MOST})"
        print(f"{title}: {step} in {taken}", flush=True)


def visit(browser: Browser, address: str) -> list[Taken]:
    """Walk through the steps in a profile of its own."""
    kind = GroupedPage()
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="de-DE")
    page = context.new_page()
    page.set_default_timeout(LIMIT * 1000)
    traffic = Traffic(page)

    def step(begin: Callable[[], object], done: Callable[[], bool]) -> Taken:
        processor, started = started_by_us(), perf_counter()
        begin()
        clock = waited(page, done, started, LIMIT, kind.poll_seconds)
        taken = Taken(LIMIT if clock is None else clock, started_by_us() - processor, kind.elements(page))
        settle(page, traffic)
        return taken

    opened = step(lambda: page.goto(address + kind.address, wait_until="commit"), lambda: kind.elements(page) > 0)
    kind.point_at_group(page)
    settle(page, traffic)
    unfolded = step(lambda: press(page), lambda: kind.elements(page) not in (0, opened.drawn))
    unfolded = replace(unfolded, clock=kind.took(page) or unfolded.clock)
    kind.point_at_actor(page)
    settle(page, traffic)
    clicked = step(lambda: press(page), lambda: kind.answered(page))
    context.close()
    return [opened, unfolded, clicked]
