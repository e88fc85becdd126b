"""``akteursnetz profiles SOURCE --to FILE``: profiles of actors, projects and fields of competence as one booklet."""

from __future__ import annotations

import argparse
from pathlib import Path

from commands import redactions
from views.report.writing import write_booklet


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.add_argument("source", help="folder or file with the tables, or the address of a store")
    parser.add_argument("--to", type=Path, required=True, help="file to write: .docx, .odt or .pdf")
    parser.add_argument(
        "--ids",
        default="",
        metavar="A,B",
        help="actors, projects and fields (feld:NAME); all actors and projects by default",
    )
    parser.add_argument(
        "--by-field",
        action="store_true",
        help="group by field of competence, each field with its own profile first; not by the alphabet",
    )
    parser.add_argument("--template", type=Path, help="own Word file whose styles are used")
    redactions.add_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Write the file; 0 when that worked, else 1 with the reason on standard error."""
    return write_booklet(options)
