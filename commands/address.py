"""``akteursnetz address``: the parameters of links, as the page ``docs/address.md``."""

from __future__ import annotations

import argparse

from views.address.page import address_page
from views.language.words import LANGUAGES, words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.add_argument("--language", choices=LANGUAGES, default="en")


def run(options: argparse.Namespace) -> int:
    """Print the page; 0."""
    print(address_page(words(options.language)), end="")
    return 0
