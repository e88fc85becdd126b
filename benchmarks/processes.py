"""Processor time of what a benchmark has started: servers and browsers."""

from __future__ import annotations

import os
from collections import defaultdict
from pathlib import Path

DRIVER = "node"  # of Playwright, which only passes on what is asked


def started_by_us() -> float:
    """Seconds of the processor of all processes below this one and of those they have seen end, but for the driver."""
    children: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for process in Path("/proc").glob("[0-9]*"):
        try:
            name, _, rest = (process / "stat").read_text("ascii", "replace").rpartition(")")
        except OSError:  # ended meanwhile
            continue
        fields = rest.split()
        seconds = 0.0 if name.endswith(f"({DRIVER}") else sum(map(int, fields[11:15])) / _TICKS
        children[int(fields[1])].append((int(process.name), seconds))
    return _below(os.getpid(), children)


_TICKS = os.sysconf("SC_CLK_TCK")


def _below(process: int, children: dict[int, list[tuple[int, float]]]) -> float:
    return sum(seconds + _below(child, children) for child, seconds in children[process])
