"""``akteursnetz publish SOURCE --to FOLDER|FILE.zip``: the region as a static website."""

from __future__ import annotations

import argparse
from pathlib import Path

from commands import redactions
from views.publishing.writing import write_site


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.add_argument("source", help="folder or file with the tables, or the address of a store")
    parser.add_argument("--to", type=Path, required=True, help="folder to write to, or a file that ends in .zip")
    parser.add_argument("--address", default="", metavar="URL", help="where the site will stand, for full addresses")
    parser.add_argument(
        "--since", default="", metavar="STATE", help="earlier state to compare with, by default the last"
    )
    redactions.add_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Write the site; 0 when that worked, else 1 with the reason on standard error."""
    return write_site(options)
