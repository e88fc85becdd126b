"""How long it takes to find how firmly each kind of statement stands.

    python -m benchmarks marks --data FOLDER

Every kind asks what it asks by itself. Measured is the second time, when code and kernels are loaded: wall time, which
a visitor waits, and the processor time of all threads.
"""

from __future__ import annotations

import argparse
import time
from typing import NamedTuple

from graph import Firmness, load
from graph.dataset import Dataset
from graph.evidence.firmness import firmness
from graph.evidence.statements import STATEMENTS

AIM_AT_HAND, AIM_ALL = 1.0, 10.0  # seconds of one view's mark; processor seconds of all kinds


class Marked(NamedTuple):
    """A mark and what it took to find it, in seconds."""

    found: Firmness
    wall: float
    processor: float


def marked(dataset: Dataset, kind: str) -> Marked:
    """Find a mark twice and time the second."""
    firmness(dataset, kind)
    wall, processor = time.perf_counter(), time.process_time()
    found = firmness(dataset, kind)
    return Marked(found, time.perf_counter() - wall, time.process_time() - processor)


def main(arguments: list[str] | None = None) -> None:
    """Print a line a kind and the sums."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks marks", description=__doc__)
    parser.add_argument("--data", default="data", metavar="FOLDER")
    dataset = load(parser.parse_args(arguments).data).dataset
    all_marks = {kind: marked(dataset, kind) for kind in STATEMENTS}
    for kind, mark in all_marks.items():
        tips = len(mark.found.tips_without)
        print(f"{kind:16}{mark.wall:7.2f} s   {mark.processor:6.2f} s of processor   {tips:4} sources tip it")
    slowest = max(mark.wall for mark in all_marks.values())
    together = sum(mark.processor for mark in all_marks.values())
    print(f"slowest {slowest:.2f} s (aim {AIM_AT_HAND} s), all {together:.1f} s of processor (aim {AIM_ALL:.0f} s)")


if __name__ == "__main__":
    main()
