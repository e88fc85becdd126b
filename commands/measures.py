"""``akteursnetz measures FOLDER``: measures of all actors, brokerage roles or figures on the network, as CSV."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path

import networkx as nx
import pandas as pd

from graph.brokerage import brokerage_table
from graph.build import funding, two_mode
from graph.dataset import Dataset
from graph.errors import AkteursnetzError
from graph.measures import MEASURES, measure_table, network_summary
from graph.projection import COUNTINGS, cooperation
from store import load
from views.exhibit.asked import with_something
from views.language.words import LANGUAGES

NETWORKS: Mapping[str, Callable[[Dataset, str], nx.Graph]] = {
    "cooperation": cooperation,
    "two_mode": lambda dataset, _: two_mode(dataset),
    "funding": lambda dataset, _: funding(dataset),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.add_argument("source", help="folder or file with the tables, or the address of a store")
    parser.add_argument("--network", choices=NETWORKS, default="cooperation")
    parser.add_argument("--counting", choices=COUNTINGS, default="full")
    parser.add_argument("--measures", nargs="+", choices=MEASURES, metavar="ID", help=", ".join(MEASURES))
    parser.add_argument("--brokerage", metavar="ATTRIBUTE", help="roles by this attribute instead, such as type")
    parser.add_argument("--summary", action="store_true", help="figures on the whole network instead")
    parser.add_argument("--language", choices=LANGUAGES, default="de", help="of what is said when there is no table")
    parser.add_argument("--output", type=Path, help="CSV file to write; by default the table is printed")


def run(options: argparse.Namespace) -> int:
    """Write the table asked for; 0 when that worked, else 1 with the reason on standard error."""
    try:
        dataset = with_something(load(options.source).dataset, options)
        network = NETWORKS[options.network](dataset, options.counting)
        table = _table(dataset, network, options)
    except AkteursnetzError as error:
        print(error, file=sys.stderr)
        return 1
    table.to_csv(options.output or sys.stdout, lineterminator="\n")
    return 0


def _table(dataset: Dataset, network: nx.Graph, options: argparse.Namespace) -> pd.DataFrame:
    if options.summary:
        figures = asdict(network_summary(network))
        return pd.DataFrame({"value": pd.Series(figures, dtype=object)}).rename_axis("figure")
    if options.brokerage:
        return brokerage_table(network, by=options.brokerage)
    return measure_table(network, options.measures, dataset=dataset)
