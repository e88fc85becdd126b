"""Many people at once: active sessions that filter and click, and idle ones that only stay open.

python -m benchmarks load [--sessions 50] [--seconds 120] [--think 5]
python -m benchmarks load --idle 100 --sessions 0 --seconds 1800

Two processes of the app on one PostgreSQL behind nginx, with a login, on this machine (`benchmarks.machines`). Clients
are `benchmarks.visitor`, so they cost next to nothing; all share the cores with the servers.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import secrets
import tempfile
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import Any

from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from benchmarks.machines import REPOSITORY, Machines, running_machines
from benchmarks.visitor import GoneError, Visitor
from tests.ports import free_port

AIM_SECONDS, AIM_MB = 0.5, 400
_COOKIE_SECRET = "signs the cookies of the benchmark"
_PAGES = ("", "netzwerk", "verzeichnis", "kompetenzfelder", "foerderung", "zeitverlauf", "rollen", "daten")
_SECRETS = """
[auth]
redirect_uri = "https://localhost:{port}/oauth2callback"
cookie_secret = "{cookie_secret}"
client_id = "benchmark"
client_secret = "never used"
server_metadata_url = "https://localhost:{port}/never-asked"
"""


@dataclass
class Figures:
    """What all sessions together met with."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    gone: int = 0
    faults: int = 0
    received: int = 0
    waiting: int = 0
    cpu_seconds: float = 0.0

    def note(self, action: str, seconds: float) -> None:
        self.seconds.setdefault(action, []).append(seconds)

    @property
    def clicks(self) -> list[float]:
        return [second for action, all_ in self.seconds.items() if action != "open" for second in all_]


Action = Callable[[Visitor, random.Random], Coroutine[Any, Any, float]]


async def filter_field(visitor: Visitor, chance: random.Random) -> float:
    """Show one field of competence only."""
    return await _choose(visitor, chance, "w_feld")


async def filter_type(visitor: Visitor, chance: random.Random) -> float:
    """Show one type of actor only."""
    return await _choose(visitor, chance, "w_typ")


async def show_all(visitor: Visitor, chance: random.Random) -> float:
    """Drop the filters of fields."""
    return await _choose(visitor, chance, "w_feld", most=0)


async def turn_page(visitor: Visitor, chance: random.Random) -> float:
    """Open another page."""
    return await visitor.go_to(chance.choice([page for page in _PAGES if page != visitor.page]))


async def select(visitor: Visitor, chance: random.Random) -> float:
    """Click an element on the canvas, or another page where there is none."""
    canvas = next((id for id in visitor.find("network", "BidiComponent") if id.endswith("-network")), None)
    return await (visitor.select(canvas, selected="wiro") if canvas else turn_page(visitor, chance))


async def _choose(visitor: Visitor, chance: random.Random, key: str, most: int = 1) -> float:
    pills = next(visitor.find(key, "ButtonGroup"), None)
    if pills is None:
        return await turn_page(visitor, chance)
    options = [option.content for option in visitor.elements[pills].options]  # type: ignore[attr-defined]
    return await visitor.choose(pills, *chance.sample(options, most))


# what people do, as often as it stands here
ACTIONS: tuple[Action, ...] = (filter_field, filter_field, filter_type, show_all, turn_page, turn_page, select)


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks load")
    parser.add_argument("--sessions", type=int, default=50, help="people who click")
    parser.add_argument("--idle", type=int, default=0, help="people who only look")
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--think", type=float, default=5, help="mean seconds between two clicks of one person")
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        folder, port = Path(scratch), free_port()
        (folder / ".streamlit").mkdir()
        text = _SECRETS.format(port=port, cookie_secret=_COOKIE_SECRET)
        (folder / ".streamlit" / "secrets.toml").write_text(text, "utf-8")
        region = str(REPOSITORY / "data")
        with running_machines(folder, processes=options.processes, port=port, fill=region) as machines:
            busy = os.getloadavg()[0]
            report(asyncio.run(drive(machines, options)), machines, options, busy)


async def drive(machines: Machines, options: argparse.Namespace) -> Figures:
    """Let all sessions come, act and stay."""
    count = options.sessions + options.idle
    figures, opened = Figures(waiting=count), asyncio.Event()
    people = [
        session(machines, figures, opened, options, number, active=number < options.sessions) for number in range(count)
    ]
    running = asyncio.gather(*people)
    await opened.wait()
    before = sum(process.cpu_seconds for process in machines.processes)
    await running
    figures.cpu_seconds = sum(process.cpu_seconds for process in machines.processes) - before
    return figures


async def session(
    machines: Machines,
    figures: Figures,
    opened: asyncio.Event,
    options: argparse.Namespace,
    number: int,
    *,
    active: bool,
) -> None:
    """One person from opening a page to closing the browser."""
    chance = random.Random(number)
    visitor = Visitor(machines.address, cookies_of(machines, number), page=chance.choice(_PAGES))
    try:
        async with visitor:
            try:
                figures.note("open", await visitor.run())
            finally:  # the others do not wait for one that failed
                figures.waiting -= 1
                if not figures.waiting:
                    opened.set()
            await opened.wait()
            end = perf_counter() + options.seconds
            while active and (pause := chance.expovariate(1 / options.think)) < end - perf_counter():
                await asyncio.sleep(pause)
                action = chance.choice(ACTIONS)
                figures.note(action.__name__, await action(visitor, chance))
            await asyncio.sleep(max(0.0, end - perf_counter()))
            figures.gone += not visitor.is_connected
    except (GoneError, OSError) as error:
        print(f"session {number}: {error}", flush=True)
        figures.gone += 1
    figures.faults += visitor.faults
    figures.received += visitor.received


def cookies_of(machines: Machines, number: int) -> dict[str, str]:
    """Cookies of somebody who logged in just now, and whom the proxy keeps on one process."""
    claims = {
        "iss": "https://login.example.de",
        "sub": f"person-{number}",
        "name": f"Person {number}",
        "iat": int(time.time()),
        "nonce": secrets.token_hex(8),
        "origin": machines.address,
        "is_logged_in": True,
    }
    value = create_signed_value(_COOKIE_SECRET, "_streamlit_user", json.dumps(claims)).decode()
    return {"_streamlit_user": value, "akteursnetz_process": secrets.token_hex(16)}


def report(figures: Figures, machines: Machines, options: argparse.Namespace, busy: float) -> None:
    """Print the figures beside the aims."""
    print(
        f"{options.sessions} active and {options.idle} idle sessions, "
        f"{options.processes} processes, {options.seconds:.0f} s"
    )
    print(f"load of the machine before: {busy:.1f} on {os.cpu_count()} cores")
    print(f"| {'step':14} | {'number':>6} | {'p50 s':>6} | {'p95 s':>6} | {'max s':>6} |\n|---|---|---|---|---|")
    rows = {**dict(sorted(figures.seconds.items())), "all clicks": figures.clicks}
    for name, seconds in rows.items():
        if seconds:
            print(
                f"| {name:14} | {len(seconds):6} | {median(seconds):6.2f} | {p95(seconds):6.2f} | {max(seconds):6.2f} |"
            )
    print(f"processor time of the app: {figures.cpu_seconds:.1f} s, {share(figures):.0f} ms a click")
    memory = ", ".join(f"{process.memory_mb:.0f}" for process in machines.processes)
    print(
        f"dropped sessions: {figures.gone}; faults shown: {figures.faults}; received: {figures.received / 1e6:.0f} MB"
    )
    print(f"memory of the processes: {memory} MB (aim: {AIM_MB} each); aim for all clicks: p95 up to {AIM_SECONDS} s")


def share(figures: Figures) -> float:
    """Milliseconds of processor time for each click, the sessions that only look included."""
    return 1000 * figures.cpu_seconds / max(1, len(figures.clicks))


def p95(seconds: list[float]) -> float:
    """95 of 100 are not slower."""
    return quantiles(seconds, n=20, method="inclusive")[-1] if len(seconds) > 1 else seconds[0]
