"""Files of the shipped data and of a region of 1,000 elements: seconds and size of each format.

    python -m benchmarks exports [--elements 1000] [--formats pptx pdf html] [--pictures FOLDER]

The ready portfolio has seven exhibits on the shipped data, six on the generated region, which has no earlier state; its
network shows all elements. A slide takes up to 60 elements as native shapes, so the region is a picture there.
``--pictures`` keeps the files of the shipped data in a folder.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter

import graph
from benchmarks.regions import write_region
from benchmarks.timing import machine, release
from graph.dataset import Dataset
from graph.export import FORMATS, Portfolio, export
from views.exhibit.committee import standard_portfolio
from views.exhibit.links import exhibit_of, view_of
from views.exhibit.pages import TABS
from views.loaded import states_beside
from views.network.exhibit import network

DATA = Path(__file__).parent.parent / "data"
AIM = 10.0  # seconds for the ready portfolio


def processor_time() -> float:
    """Seconds of the processor so far, those of finished processes of our own included."""
    return sum(os.times()[:4])


def shipped() -> Portfolio:
    """The ready portfolio around the Hochschule Aalen, made as the app makes it."""
    older = [*states_beside(DATA).values()][-1]
    view = view_of(graph.load(DATA).dataset, "netzwerk?fokus=hochschule-aalen")
    return standard_portfolio(replace(view, older=graph.load(older).dataset))


def generated(dataset: Dataset) -> Portfolio:
    """The ready portfolio with a network of all elements."""
    view = view_of(dataset, "netzwerk?ganz=ja")
    made = standard_portfolio(view)
    shown = tuple(network(view) if n == 2 else exhibit for n, exhibit in enumerate(made.exhibits))
    return replace(made, exhibits=shown)


def links() -> list[str]:
    """Every page and tab."""
    return [f"{page}?reiter={tab}" for page, tabs in TABS.items() for tab in tabs]


def measure(title: str, made: Portfolio, formats: Sequence[str], folder: Path | None = None) -> None:
    """Print seconds, those of the processor, and size of each format, the better of two runs."""
    print(f"\n{title}: {len(made.exhibits)} exhibits")
    for name in formats:
        seconds, worked = [], []
        for _ in range(2):
            started, begun = perf_counter(), processor_time()
            file = export(name, made)
            seconds.append(perf_counter() - started)
            worked.append(processor_time() - begun)
        size = f"{len(file.content) / 1000:10,.0f} kB"
        print(f"{name:12s}{min(seconds):8.2f} s{min(worked):8.2f} s of the processor{size}", flush=True)
        if folder:
            (folder / file.name).write_bytes(file.content)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--elements", type=int, default=1000)
    parser.add_argument("--formats", nargs="+", choices=FORMATS, default=list(FORMATS))
    parser.add_argument("--pictures", type=Path, metavar="FOLDER", help="keep the files of the shipped data")
    options = parser.parse_args(arguments)
    libraries = ", ".join(
        f"{name} {release(name)}" for name in ("python-pptx", "typst", "vl-convert-python", "resvg-py")
    )
    print(f"{machine()}; {libraries}; aim for the ready portfolio: under {AIM:g} s")
    started = perf_counter()
    made = shipped()
    print(f"exhibits of the shipped data{perf_counter() - started:8.2f} s, loading included")
    started = perf_counter()
    every = [exhibit_of(view_of(made.dataset, link), link) for link in links()]
    print(f"exhibits of all {len(every)} pages and tabs{perf_counter() - started:8.2f} s")
    measure("Shipped data", made, options.formats, options.pictures)
    with tempfile.TemporaryDirectory() as folder:
        dataset = graph.load(write_region(Path(folder), options.elements)).dataset
        measure(f"Generated region, {options.elements:,} elements", generated(dataset), options.formats)


if __name__ == "__main__":
    main()
