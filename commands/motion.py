"""``akteursnetz motion SOURCE --to FILE``: a draft for a council on two pages, as Word, OpenDocument or PDF file."""

from __future__ import annotations

import argparse
from pathlib import Path

from commands import redactions
from views.report.writing import write_motion


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.add_argument("source", help="folder or file with the tables, or the address of a store")
    parser.add_argument("--to", type=Path, required=True, help="file to write: .docx, .odt or .pdf")
    parser.add_argument("--proposal", nargs="+", default=[], metavar="SENTENCE", help="what is to be decided")
    parser.add_argument(
        "--since", default="", metavar="STATE", help="earlier state to compare with, by default the last"
    )
    parser.add_argument("--field", default="", help="only this field of competence")
    parser.add_argument("--template", type=Path, help="own Word file whose styles are used")
    redactions.add_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Write the file; 0 when that worked, else 1 with the reason on standard error."""
    return write_motion(options)
