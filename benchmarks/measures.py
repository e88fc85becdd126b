"""Measures on three networks: the shipped data, a generated heavy-tailed one, and Horizon 2020.

    python -m benchmarks measures
    python -m benchmarks measures --cordis FOLDER         with Horizon 2020
    python -m benchmarks measures --measure-baselines     slow NetworkX functions as well; takes about an hour

igraph is compared with when it is installed; it is no dependency. Slow times of NetworkX are stored in
``benchmarks/baselines.json`` with machine and date, and marked by an asterisk. FOLDER (or the environment variable
AKTEURSNETZ_CORDIS) holds ``h2020_participations.csv.gz`` with the columns ``rcn, pic, type``.
"""

from __future__ import annotations

import argparse
import os
import tracemalloc
import warnings
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

import graph
from benchmarks.networks import (
    CORDIS,
    MIDDLE,
    as_networkx,
    heavy_tailed,
    heavy_tailed_actors,
    horizon_2020,
    horizon_network,
    two_mode,
)
from benchmarks.timing import Work, compare, machine, release, store, stored, warm_seconds
from benchmarks.ways import igraph, operations
from graph.brokerage import brokerage_table
from graph.cutpoints import cut_points
from graph.kernels.csr import CompactNetwork
from graph.kernels.projection_kernel import compact_cooperation
from graph.kernels.warmup import compile_kernels
from graph.measures import MEASURES, On, Study, measure_table, on_network

DATA = Path(__file__).parent.parent / "data"


def shipped_data() -> None:
    """The whole table of the data in the repository."""
    dataset = graph.load(str(DATA)).dataset
    network = graph.cooperation(dataset)
    print(f"\nShipped data: {len(network)} actors, {network.number_of_edges()} cooperation ties")
    seconds = warm_seconds(lambda: measure_table(network, dataset=dataset))
    print(
        f"all {len(on_network(On.COOPERATION))} measures, graph to table {1000 * seconds:14.1f} ms  (aim: under 100 ms)"
    )
    print(f"brokerage roles {1000 * warm_seconds(lambda: brokerage_table(network)):26.1f} ms")


def middle_network(*, measure_slow: bool) -> None:
    """Every operation beside NetworkX and igraph."""
    rows = heavy_tailed()
    network = compact_cooperation(rows, actors=heavy_tailed_actors())
    ties = len(network.indices) // 2
    print(f"\nGenerated network: {MIDDLE.actors:,} actors, {len(rows):,} participations, {ties:,} ties")
    compared = operations(network, rows, as_networkx(network), two_mode(rows))
    compare("middle", compared, ("networkx", "igraph"), measure_slow=measure_slow)


def horizon(folder: Path | None, *, measure_slow: bool) -> None:
    """From the file to all measures of a network of 800,000 ties."""
    if folder is None or not (folder / CORDIS).is_file():
        print(f"\nHorizon 2020: left out, because {CORDIS} is not there (see --cordis).")
        return
    started = perf_counter()
    network = horizon_network(horizon_2020(folder))
    print(f"\nHorizon 2020: {network.size:,} organisations, {len(network.indices) // 2:,} cooperation ties")
    print(f"{'file to cooperation network':35s}{perf_counter() - started:8.2f} s  (aim: under 2 s)")
    studied = Study(network)
    measures = on_network(On.COOPERATION, with_records=False)
    total = sum(once(f"  {measure}", lambda key=measure: MEASURES[key].compute(studied)) for measure in measures)
    samples = studied.betweenness.samples, studied.weighted_betweenness.samples
    print(f"{'all measures together':35s}{total:8.2f} s  (aim: under 5 s; betweenness from {samples} sources)")
    once("brokerage roles", lambda: brokerage_table(studied))
    once("cut points", lambda: cut_points(studied))
    memory(network, measure_slow=measure_slow)


def once(name: str, work: Work) -> float:
    """Seconds of a single run, printed."""
    started = perf_counter()
    work()
    seconds = perf_counter() - started
    print(f"{name:35s}{seconds:8.3f} s", flush=True)
    return seconds


def memory(network: CompactNetwork, *, measure_slow: bool) -> None:
    """Bytes of the arrays beside those of the NetworkX graph of the same network."""
    arrays = sum(array.nbytes for array in (network.indptr, network.indices, network.weights, network.loops)) / 1e6
    if measure_slow:
        tracemalloc.start()
        kept = as_networkx(network)
        store("horizon", "megabytes", "networkx", tracemalloc.get_traced_memory()[0] / 1e6)
        tracemalloc.stop()
        del kept
    line = f"{'memory of the network':35s}{arrays:8.1f} MB (aim: a tenth)"
    if graph_of_it := stored("horizon").get("megabytes", {}).get("networkx"):
        line += f", {arrays / graph_of_it.seconds:.0%} of the {graph_of_it.seconds:.0f} MB of a NetworkX graph*"
    print(line)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print all tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cordis", type=Path, default=os.environ.get("AKTEURSNETZ_CORDIS"), metavar="FOLDER")
    parser.add_argument("--measure-baselines", action="store_true", help="measure what is slow in NetworkX anew")
    options = parser.parse_args(arguments)
    warnings.filterwarnings("ignore", message="Some eigenvector centralities")  # igraph, on isolates
    libraries = ", ".join(f"{name} {release(name)}" for name in ("networkx", "igraph", "numba") if release(name))
    print(f"{machine()}; {libraries}")
    if igraph is None:
        print("igraph: left out, because it is not installed (pip install igraph).")
    compile_kernels()
    shipped_data()
    middle_network(measure_slow=options.measure_baselines)
    horizon(options.cordis and Path(options.cordis), measure_slow=options.measure_baselines)


if __name__ == "__main__":
    main()
