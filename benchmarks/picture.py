"""How long pictures take: arrangement, first picture of a large network, a click on a group.

    python -m benchmarks picture [--data FOLDER] [--elements 5000]

Networks of 60 and 400 elements are arranged; then a generated region and the data of FOLDER, such as all of Horizon
2020 converted to a folder, open with groups, and a click opens the largest group. The data are read before. A first
time, which compiles and finds what is kept for later, is not counted; of three more times the shortest is shown. How
the app does beside a plain page is measured by `python -m benchmarks screen`.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import process_time

import networkx as nx

from benchmarks.regions import write_region
from graph.dataset import Dataset
from graph.load import load
from graph.picture.drawing import draw
from graph.picture.encoding import Encoding
from graph.picture.layout import layout
from graph.picture.spread import Arrange, spread
from views.exhibit.links import exhibit_of, view_of
from views.network.groups import slug_of

AIMS = {
    (60, 75): 0.030,
    (400, 700): 0.150,
}  # seconds by elements and lines, as many as the shipped views of that size have
OPENED, CLICKED, MOST = 2.0, 0.5, 1_500  # seconds until groups are there and until one is open; elements of a picture
NAMES = ("IHK", "Hochschule Musterstadt", "Verein zur Förderung der Region e. V.", "Müller GmbH")
TIMES = 3


def main(arguments: list[str]) -> None:
    """Print a line for each picture, with its aim."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks picture")
    parser.add_argument("--data", type=Path, help="folder of further data that open with groups")
    parser.add_argument("--elements", type=int, default=5_000, help="of the generated region")
    options = parser.parse_args(arguments)
    for (elements, ties), aim in AIMS.items():
        seconds = best(arranging(near_ties(elements, ties)))
        print(f"arrangement of {elements} elements: {seconds * 1000:.0f} ms (aim {aim * 1000:.0f} ms)", flush=True)
    with tempfile.TemporaryDirectory() as scratch:
        opened("generated", load(write_region(Path(scratch), options.elements)).dataset)
    if options.data:
        opened(options.data.name, load(options.data).dataset)


def opened(title: str, dataset: Dataset) -> None:
    """Print how long the page Netzwerk and a click on its largest group take."""
    dataset.fingerprint  # noqa: B018  # found once for all pages, as on a server
    link = "/netzwerk?gruppen=typ"
    seconds, count = best(lambda: drawn(dataset, link)), drawn(dataset, link)
    print(f"{title}: groups in {seconds:.2f} s (aim {OPENED} s), {count} elements (at most {MOST})", flush=True)
    largest = dataset.actors["type"].value_counts().index[0]
    opening = f"{link}&offen={slug_of(largest)}"
    seconds, count = best(lambda: drawn(dataset, opening)), drawn(dataset, opening)
    print(f"{title}: a click in {seconds:.2f} s (aim {CLICKED} s), {count} elements (at most {MOST})", flush=True)


def drawn(dataset: Dataset, link: str) -> int:
    """Count the elements of the picture of a link."""
    return len(exhibit_of(view_of(dataset, link), link).picture.drawing.shown)


def near_ties(elements: int, ties: int, seed: int = 1) -> nx.Graph:
    """Network whose elements are tied to near ones, with names of several lengths."""
    chance, made = random.Random(seed), nx.Graph()
    names = [f"a{place:04}" for place in range(elements)]
    for place, node in enumerate(names):
        mode = "actor" if place % 3 else "project"
        made.add_node(node, mode=mode, short_name=f"{NAMES[place % len(NAMES)]} {place}")
    while made.number_of_edges() < ties:
        one = chance.randrange(elements)
        other = min(elements - 1, max(0, round(one + chance.gauss(0, elements / 10))))
        if one != other:
            made.add_edge(names[one], names[other])
    return made


def arranging(network: nx.Graph) -> Callable[[], object]:
    """Arrangement of a network from the places it has in the whole."""
    drawn_whole, sizes = draw(network, layout(network), Encoding()), Arrange(dict.fromkeys(network, (24.0, 24.0)))
    return lambda: spread(drawn_whole.nodes, drawn_whole.edges, sizes)


def best(work: Callable[[], object]) -> float:
    """Seconds of the processor, the least of some times after a first one; other work on the machine does not count."""
    work()
    runs = []
    for _ in range(TIMES):
        started = process_time()
        work()
        runs.append(process_time() - started)
    return min(runs)
