"""Arguments of all commands that hand something out: what is taken out of it before."""

from __future__ import annotations

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what may be taken out."""
    parser.add_argument("--language", choices=("de", "en"), default="de")
    parser.add_argument("--without-amounts", action="store_true")
    parser.add_argument("--anonymous-companies", action="store_true")
    parser.add_argument("--anonymous-types", nargs="+", default=[], metavar="TYPE", help="types without names")
    parser.add_argument("--types-only", action="store_true")
    parser.add_argument("--confirmed-only", action="store_true")
    parser.add_argument("--key", default="", help="secret that keeps pseudonyms the same in every file")
    parser.add_argument("--draft", action="store_true", help="write the word for draft into the file")
