"""Every page and tab of some data, each in a process of its own: seconds of the first and of the second answer.

In brackets stand seconds of the processor, which other work on the machine hardly changes.

    akteursnetz convert h2020_participations.csv.gz --to h2020
    akteursnetz import h2020 --into sqlite:///h2020.db
    python -m benchmarks pages --data h2020 [--only rollen] [--limit 120] [--profile FOLDER]
    python -m benchmarks pages --data sqlite:///h2020.db

The data are read once. A page is asked for as `graph` and the commands do (`views.exhibit.links`), with its figures,
tables and picture; an earlier state without one tie in a hundred is what pages of changes compare with.
Without ``--data`` it is the shipped region.
"""

from __future__ import annotations

import argparse
import cProfile
import os
import resource
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import starmap
from pathlib import Path
from types import FrameType
from urllib.parse import urlencode

import numpy as np

from graph import memory
from graph.dataset import Dataset
from views.exhibit.links import exhibit_of, view_of
from views.exhibit.pages import TABS
from views.loaded import SHIPPED, data_at

AIM_COLD, AIM_WARM = 10, 1
EVERY = 100  # of the ties one is missing in the earlier state


def main(arguments: Sequence[str]) -> None:
    """Print a line for reading the data and one for each page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=str(SHIPPED), help="folder, archive or address of a store")
    parser.add_argument("--only", default="", help="part of the links that are asked for")
    parser.add_argument("--limit", type=int, default=120, help="seconds after which a page is given up")
    parser.add_argument("--profile", type=Path, help="folder for where each page spent its time")
    options = parser.parse_args(arguments)
    memory.collect_seldom()  # as a server does
    begun = time.perf_counter()
    dataset = data_at(options.data)
    dataset.fingerprint  # noqa: B018  # found once for all pages, as on a server
    print(f"read in {time.perf_counter() - begun:.1f} s, {megabytes()} MB; aims {AIM_COLD} s and {AIM_WARM} s")
    for link in links(dataset):
        if options.only in link:
            apart(dataset, link, options.limit, options.profile)


def links(dataset: Dataset) -> Iterator[str]:
    """Yield the address of every page and tab, and of the busiest actors where a page asks for some."""
    yield from starmap(_tab, ((page, tab) for page, tabs in TABS.items() if page for tab in tabs))
    ends = dataset.ties["from_id"].value_counts().index
    known = set(dataset.actors["id"])
    actors = [end for end in ends if end in known][:2]
    first, pair = actors[0], ",".join(actors)
    yield from (f"/steckbrief?id={actor}" for actor in actors)
    yield from (f"/netzwerk?fokus={first}", "/netzwerk?gruppen=typ", "/netzwerk?gruppen=netz", "/netzwerk?ganz=ja")
    yield from ("/netzwerk?form=spalten", "/netzwerk?ansicht=kooperation", "/verzeichnis?liste=projekte")
    yield from (_tab("vergleich", tab, vergleich=pair) for tab in ("gemeinsam", "verbindung"))
    yield _tab("vergleich", "partner", partnervon=first)
    yield f"/was_waere_wenn?szenario=remove:{first}"


def _tab(page: str, tab: str, **asked: str) -> str:
    query = {"reiter": tab, **asked} if tab else asked
    return f"/{page}?{urlencode(query)}" if query else f"/{page}"


def earlier(dataset: Dataset) -> Dataset:
    """Return the data without one tie in a hundred."""
    return replace(dataset, ties=dataset.ties[np.arange(len(dataset.ties)) % EVERY > 0].reset_index(drop=True))


def apart(dataset: Dataset, link: str, limit: int, profile: Path | None) -> None:
    """Ask for a page in a child of this process, so that nothing an earlier page found is there.

    Parameters
    ----------
    dataset
        All data.
    link
        Address of the page.
    limit
        Seconds after which it is given up.
    profile
        Folder for a profile of the first answer, or ``None``.
    """
    sys.stdout.flush()
    child = os.fork()
    if not child:
        signal.signal(signal.SIGALRM, _given_up)
        signal.alarm(limit)
        os._exit(_asked(dataset, link, profile))
    _, status = os.waitpid(child, 0)
    if status:
        print(f"{link:52} no answer within {limit} s, or none at all")


def _given_up(*_: int | FrameType | None) -> None:
    raise TimeoutError


def _asked(dataset: Dataset, link: str, profile: Path | None) -> int:
    try:
        with _profiled(profile, link):
            cold, processor = _seconds(dataset, link)
        warm, again = _seconds(dataset, link)
    except Exception as fault:  # whatever a page fails with is told, and the next one asked
        print(f"{link:52} {type(fault).__name__}: {fault}", flush=True)
        return 1
    print(
        f"{link:52} {cold:6.1f} s ({processor:5.1f}), then {warm:5.1f} s ({again:4.1f}), {megabytes()} MB", flush=True
    )
    return 0


@contextmanager
def _profiled(folder: Path | None, link: str) -> Iterator[None]:
    """Write down where time went, also when a page was given up."""
    if folder is None:
        yield
        return
    watched = cProfile.Profile()
    try:
        with watched:
            yield
    finally:
        watched.dump_stats(folder / f"{link.strip('/').replace('/', '_')}.prof")


def _seconds(dataset: Dataset, link: str) -> tuple[float, float]:
    """Return seconds on the clock and of processor for one answer."""
    clock, processor = time.perf_counter(), time.process_time()
    exhibit_of(view_of(dataset, link, states=lambda _: earlier(dataset)))
    return time.perf_counter() - clock, time.process_time() - processor


def megabytes() -> int:
    """Return the most memory this process ever took."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
