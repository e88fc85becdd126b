"""``akteursnetz import SOURCE``: tables into a store in which they are edited together."""

from __future__ import annotations

import argparse
import sys

from commands.check import described, read_words
from graph.errors import AkteursnetzError
from graph.issue import Issue
from graph.reading.codes import CODES, Effect
from graph.reading.sources import Source, read_source
from graph.reading.tables import assigned
from store.errors import StoreError
from store.intake import take_in
from store.loading import tables_of
from views.language.words import LANGUAGES


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.add_argument(
        "source", help="folder, .zip, .xlsx, .ods or .csv with the tables, or the address of another store"
    )
    parser.add_argument("--into", required=True, metavar="ADDRESS", help="sqlite:///var/region.db or postgresql://...")
    parser.add_argument("--label", default="", help="own words for the log of changes")
    parser.add_argument("--language", choices=LANGUAGES, default="de", help="of what is said about files not read")


def run(options: argparse.Namespace) -> int:
    """Take over all that is new or changed; 0 when that worked, else 1 with the reason on standard error.

    Files that were not read are named there too, and when no table was understood the store is not opened.
    """
    try:
        source = tables_of(options.source)
    except StoreError as error:
        print(error, file=sys.stderr)
        return 1
    understood, unread = _looked_through(source)
    for issue in unread:
        print("\n".join(described(issue, read_words(options.language))), file=sys.stderr)
    if not understood:
        return 1
    try:
        print(take_in(source, options.into, options.label))
    except AkteursnetzError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _looked_through(source: Source) -> tuple[bool, list[Issue]]:
    """Return whether some table was understood, and what was not read at all."""
    reading = read_source(source)
    tables, issues = assigned(reading)
    unread = [issue for issue in (*reading.issues, *issues) if CODES[issue.code].effect is Effect.TABLE]
    understood = any(rows.headers for rows in tables.values())
    # one table alone is enough for a store that holds the others
    return understood, [issue for issue in unread if not (understood and issue.code == "missing-file")]
