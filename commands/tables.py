"""``akteursnetz tables SOURCE --to FILE``: all tables as one workbook, for Excel or LibreOffice."""

from __future__ import annotations

import argparse
from pathlib import Path

from commands import redactions
from views.report.writing import write_tables


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.add_argument("source", help="folder or file with the tables, or the address of a store")
    parser.add_argument("--to", type=Path, required=True, help="file to write: .xlsx or .ods")
    parser.add_argument(
        "--since", default="", metavar="STATE", help="earlier state to compare with, by default the last"
    )
    parser.add_argument("--field", default="", help="only this field of competence")
    redactions.add_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Write the file; 0 when that worked, else 1 with the reason on standard error."""
    return write_tables(options)
