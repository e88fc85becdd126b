"""Measure times, keep slow ones with machine and date, print ratios."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from time import perf_counter, thread_time

STORE = Path(__file__).parent / "baselines.json"
ENOUGH_SECONDS = 0.5
MOST_RUNS = 9

Work = Callable[[], object]


@dataclass(frozen=True)
class Operation:
    """The same work done by us and by others.

    Attributes
    ----------
    name
        What is done; key of stored times.
    ours
        Our way.
    others
        Library -> its way.
    slow
        Libraries that take minutes: measured only when asked for, else their stored time is shown.
    aim
        How many times faster than NetworkX we want to be.
    """

    name: str
    ours: Work
    others: dict[str, Work] = field(default_factory=dict)
    slow: frozenset[str] = frozenset()
    aim: int | None = None


@dataclass(frozen=True)
class Stored:
    """A time measured once, in processor seconds: other work on the machine does not count."""

    seconds: float
    machine: str
    date: str
    version: str


def best_seconds(work: Work) -> float:
    """Best of up to nine runs or half a second; one run when it takes longer."""
    runs: list[float] = []
    while len(runs) < MOST_RUNS and sum(runs) < ENOUGH_SECONDS:
        started = perf_counter()
        work()
        runs.append(perf_counter() - started)
    return min(runs)


def processor_seconds(work: Work) -> float:
    """Seconds one run keeps this thread busy."""
    started = thread_time()
    work()
    return thread_time() - started


def warm_seconds(work: Work) -> float:
    """Best seconds after a first run that loads or compiles what is needed."""
    work()
    return best_seconds(work)


def machine() -> str:
    """Processor, cores, system and Python of this machine."""
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        names = [
            line.split(":", 1)[1].strip() for line in info.read_text().splitlines() if line.startswith("model name")
        ]
        model = names[0] if names else model
    return f"{model}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def release(library: str) -> str:
    """Installed version of a library, empty when there is none."""
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def stored(group: str) -> dict[str, dict[str, Stored]]:
    """Stored times of a group: operation -> library -> time."""
    if not STORE.exists():
        return {}
    content = json.loads(STORE.read_text(encoding="utf-8")).get(group, {})
    return {name: {library: Stored(**row) for library, row in rows.items()} for name, rows in content.items()}


def store(group: str, name: str, library: str, seconds: float) -> None:
    """Keep a time with machine, date and version."""
    content = json.loads(STORE.read_text(encoding="utf-8")) if STORE.exists() else {}
    row = Stored(round(seconds, 4), machine(), date.today().isoformat(), release(library))
    content.setdefault(group, {}).setdefault(name, {})[library] = vars(row)
    STORE.write_text(json.dumps(content, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def compare(group: str, operations: Iterable[Operation], libraries: Sequence[str], *, measure_slow: bool) -> None:
    """Time operations one after the other and print a table with ratios to each library."""
    heads = "".join(f"{library:>12s} {'ratio':>9s}" for library in libraries)
    print(f"{'seconds':34s}{'ours':>10s}{heads}{'aim':>8s}")
    notes = set()
    for operation in operations:
        ours = warm_seconds(operation.ours)
        line = f"{operation.name:34s}{ours:10.5f}"
        for library in libraries:
            seconds, mark = _seconds(group, operation, library, measure_slow)
            notes |= {mark} - {""}
            line += (
                f"{seconds:11.4f}{'*' if mark else ' '} {seconds / ours:8,.1f}x" if seconds else f"{'-':>12s} {'-':>9s}"
            )
        print(line + (f"{operation.aim:7,d}x" if operation.aim else ""), flush=True)
    for note in sorted(notes):
        print(f"* stored: {note}")


def _seconds(group: str, operation: Operation, library: str, measure_slow: bool) -> tuple[float | None, str]:
    work = operation.others.get(library)
    if work is None:
        return None, ""
    if library in operation.slow and not measure_slow:
        kept = stored(group).get(operation.name, {}).get(library)
        return (kept.seconds, f"{library} {kept.version}, {kept.machine}, {kept.date}") if kept else (None, "")
    if library not in operation.slow:
        return best_seconds(work), ""
    seconds = processor_seconds(work)
    store(group, operation.name, library, seconds)
    return seconds, ""
