"""``akteursnetz export FOLDER``: a view as a file, such as slides, a handout or a table, without a browser."""

from __future__ import annotations

import argparse
from pathlib import Path

from views.exhibit.writing import write


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.add_argument("source", help="folder or file with the tables, or the address of a store")
    parser.add_argument("--view", nargs="+", default=["netzwerk"], metavar="LINK", help="links of views, a slide each")
    parser.add_argument("--to", type=Path, required=True, help="file to write; its ending says the format")
    parser.add_argument("--format", help="format, if the ending does not say it")
    parser.add_argument("--language", choices=("de", "en"), default="", help="by default that of the first link")
    parser.add_argument("--title", default="", help="title of the whole")
    parser.add_argument("--template", type=Path, help="presentation (.pptx) whose layouts are used")
    parser.add_argument("--layout", default="", help="layout of the template for views, if it is not found by its name")
    parser.add_argument("--without-amounts", action="store_true")
    parser.add_argument("--anonymous-companies", action="store_true")
    parser.add_argument("--anonymous-types", nargs="+", default=[], metavar="TYPE", help="types without names")
    parser.add_argument("--types-only", action="store_true")
    parser.add_argument("--confirmed-only", action="store_true")
    parser.add_argument("--key", default="", help="secret that keeps pseudonyms the same in every file")
    parser.add_argument("--draft", action="store_true", help="write the word for draft across every page")


def run(options: argparse.Namespace) -> int:
    """Write the file; 0 when that worked, else 1 with the reason on standard error."""
    return write(options)
