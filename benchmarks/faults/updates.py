"""Many editors count up the same cells: no update is lost, every conflict is reported."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from benchmarks.faults.editors import make_region, started
from benchmarks.faults.proof import notes, proved


def run(url: str, editors: int, saves: int) -> dict[str, object]:
    """Let every editor save until so many saves were acknowledged; then prove."""
    make_region(url)
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        logs = [Path(folder) / f"{number}.log" for number in range(editors)]
        running = [started(url, log, seed, saves) for seed, log in enumerate(logs)]
        ended = [os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) for process in running]
        seconds = time.monotonic() - begun
        counted = proved(url, notes(logs))
    assert ended == [0] * editors
    assert counted["acknowledged"] == editors * saves
    return {
        "fault": "updates at once",
        "editors": editors,
        "saves_each": saves,
        "seconds": round(seconds),
        "saves_a_second": round(counted["committed"] / seconds),
        **counted,
    }
