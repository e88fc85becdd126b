"""Editors are killed while they work, and a server is stopped without time to tidy up."""

from __future__ import annotations

import os
import random
import signal
import tempfile
import time
from pathlib import Path

from benchmarks.faults.editors import make_region, started
from benchmarks.faults.proof import notes, proved
from tests.postgres import Server

_BETWEEN = (0.02, 0.25)  # seconds from one kill to the next
_PATIENCE = 60


def run(url: str, server: Server | None, editors: int, kills: int, stops: int) -> dict[str, object]:
    """Kill ``kills`` times one of the editors, start another, stop the server ``stops`` times; then prove."""
    make_region(url)
    chance = random.Random(1)
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        logs = [Path(folder) / f"{number}.log" for number in range(editors)]
        running = [started(url, log, seed) for seed, log in enumerate(logs)]
        _wait_for_work(logs)
        stopping = {round((number + 1) * kills / (stops + 1)) for number in range(stops)}
        for kill in range(1, kills + 1):
            time.sleep(chance.uniform(*_BETWEEN))
            if kill in stopping and server:
                server.stop("immediate")
                server.start()
            place = chance.randrange(editors)
            _kill(running[place])
            running[place] = started(url, logs[place], seed=editors + kill)
        for process in running:
            _kill(process)
        seconds = time.monotonic() - begun
        counted = proved(url, notes(logs))
    return {
        "fault": "kill -9",
        "editors": editors,
        "kills": kills,
        "immediate_stops": stops,
        "seconds": round(seconds),
        **counted,
    }


def _wait_for_work(logs: list[Path]) -> None:
    """Wait until something was acknowledged, however slow the machine."""
    deadline = time.monotonic() + _PATIENCE
    while not any("saved" in note for note in notes(logs)):
        assert time.monotonic() < deadline, "no editor saved anything"
        time.sleep(0.05)


def _kill(process: int) -> None:
    os.kill(process, signal.SIGKILL)
    _, status = os.waitpid(process, 0)
    assert os.WIFSIGNALED(status), "an editor ended by itself"
