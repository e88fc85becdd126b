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
            name, fields = _as_counted(process)
        except OSError:  # ended meanwhile
            continue
        seconds = 0.0 if name.endswith(f"({DRIVER}") else sum(map(int, fields[11:15])) / _TICKS
        children[int(fields[1])].append((int(process.name), seconds))
    return _below(os.getpid(), children)


def seconds_of(process: int) -> float:
    """Processor time of a process so far, without those it has started."""
    _, fields = _as_counted(Path(f"/proc/{process}"))
    return sum(map(int, fields[11:13])) / _TICKS


def _as_counted(process: Path) -> tuple[str, list[str]]:
    """Return number and name of a process, and the fields behind them, as Linux counts."""
    name, _, rest = (process / "stat").read_text("ascii", "replace").rpartition(")")
    return name, rest.split()


_TICKS = os.sysconf("SC_CLK_TCK")


def _below(process: int, children: dict[int, list[tuple[int, float]]]) -> float:
    return sum(seconds + _below(child, children) for child, seconds in children[process])
