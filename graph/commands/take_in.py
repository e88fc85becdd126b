"""``python -m graph import SOURCE``: tables into a store in which they are edited together."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pathlib import Path

from graph.errors import AkteursnetzError

# the store builds on this package: this command stands beside it, and loads it by its name when it runs
STORE = "store.intake"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.add_argument("source", type=Path, help="folder, .zip, .xlsx or .csv with the tables")
    parser.add_argument("--into", required=True, metavar="ADDRESS", help="sqlite:///var/region.db or postgresql://...")
    parser.add_argument("--label", default="", help="own words for the log of changes")


def run(options: argparse.Namespace) -> int:
    """Take over all that is new or changed; 0 when that worked, else 1 with the reason on standard error."""
    try:
        print(import_module(STORE).take_in(options.source, options.into, options.label))
    except AkteursnetzError as error:
        print(error, file=sys.stderr)
        return 1
    return 0
