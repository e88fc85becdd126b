"""``akteursnetz feed SOURCE --to FILE.atom|.ics``: what changed as a feed, ends and dates to come as a calendar."""

from __future__ import annotations

import argparse
from pathlib import Path

from commands import redactions
from views.news.giving import keep_feeds
from views.news.writing import write_feed


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.add_argument("source", help="folder or file with the tables, or the address of a store")
    work = parser.add_mutually_exclusive_group(required=True)
    work.add_argument("--to", type=Path, help="file to write: .atom or .ics")
    work.add_argument("--give", metavar="TITLE", help="give a feed of a store to somebody, and print its token")
    work.add_argument("--given", action="store_true", help="list the feeds of a store that were given")
    work.add_argument("--revoke", metavar="ID", help="revoke a feed of a store")
    parser.add_argument("--follow", default="", metavar="LINK", help="view that a given feed follows, by default all")
    parser.add_argument("--address", default="", metavar="URL", help="where the published site stands, for links")
    parser.add_argument(
        "--since", default="", metavar="STATE", help="earlier state to compare with, by default the last"
    )
    redactions.add_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Write the file; 0 when that worked, else 1 with the reason on standard error."""
    return write_feed(options) if options.to else keep_feeds(options)
