"""``akteursnetz feed SOURCE --to FILE.atom|.ics``: what changed as a feed, ends and dates to come as a calendar."""

from __future__ import annotations

import argparse
from pathlib import Path

from commands import redactions
from views.news.writing import write_feed


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.add_argument("source", help="folder or file with the tables, or the address of a store")
    parser.add_argument("--to", type=Path, required=True, help="file to write: .atom or .ics")
    parser.add_argument("--address", default="", metavar="URL", help="where the published site stands, for links")
    parser.add_argument(
        "--since", default="", metavar="STATE", help="earlier state to compare with, by default the last"
    )
    redactions.add_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Write the file; 0 when that worked, else 1 with the reason on standard error."""
    return write_feed(options)
