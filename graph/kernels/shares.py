"""Divide the sources of a kernel among threads."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import numpy as np

from graph.kernels.arrays import Vertices

Result = TypeVar("Result")

# Arc visits below which starting a thread costs more than it saves.
WORTH_A_THREAD = 2_000_000
MOST_THREADS = 8


def in_shares(work: Callable[[Vertices], Result], sources: Vertices, *, batch: int, visits: int) -> list[Result]:
    """Call ``work`` with a share of the sources once per thread.

    Plain threads and kernels that release the interpreter lock, not the compiler's own parallel loops: those may
    not be entered by two visitors at once on every threading layer.

    Parameters
    ----------
    work
        Does one share and returns its own sums; shares share nothing.
    sources
        Vertices to start from, in batches that stay together.
    batch
        Sources in a batch.
    visits
        Expected arc visits altogether.
    """
    batches = [sources[start : start + batch] for start in range(0, len(sources), batch)]
    threads = min(_cores(), MOST_THREADS, len(batches), 1 + visits // WORTH_A_THREAD)
    if threads <= 1:
        return [work(sources)]
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(work, (np.concatenate(batches[first::threads]) for first in range(threads))))


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
